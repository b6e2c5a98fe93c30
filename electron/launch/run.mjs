// node electron/launch/run.mjs FILE.ts [ARGUMENT …]: FILE is relative to this folder.
import { fileURLToPath } from 'node:url';
import { runWithNode } from './node-check.mjs';

const [file, ...args] = process.argv.slice(2);
await runWithNode(fileURLToPath(new URL(file, import.meta.url)), args);
