#!/usr/bin/env node
// The terminal command `underlag`.
import { fileURLToPath } from 'node:url';
import { runWithNode } from '../launch/node-check.mjs';

await runWithNode(fileURLToPath(new URL('main.ts', import.meta.url)), process.argv.slice(2));
