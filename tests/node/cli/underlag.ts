import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { terminal } from '../../../electron/cli/terminal.ts';
import { inRepository } from '../../../electron/launch/folders.ts';

/** What a command of the terminal left. */
interface Told {
	status: number | null;
	out: string;
	err: string;
	json: () => ReturnType<typeof JSON.parse>;
}

/** The terminal command with its settings in a folder, in Swedish unless `--lang` says otherwise. `env`: what else the environment has. */
export function terminalIn(folder: string, always: Record<string, string> = {}) {
	const environment = (env: Record<string, string>) => ({
		UNDERLAG_DATA: join(folder, 'data'),
		LANG: 'sv_SE.UTF-8',
		LC_ALL: '',
		...always,
		...env,
	});
	return {
		/** In a process of its own, as a person starts it. */
		process: (env: Record<string, string>, ...args: string[]): Told => {
			const done = spawnSync(process.execPath, [inRepository('electron/cli/underlag.mjs'), ...args], {
				encoding: 'utf8',
				env: { ...process.env, ...environment(env) },
			});
			return { status: done.status, out: done.stdout, err: done.stderr, json: () => JSON.parse(done.stdout) };
		},
		/** The same without the start of a process. */
		here: async (env: Record<string, string>, ...args: string[]): Promise<Told> => {
			const before = { ...process.env };
			Object.assign(process.env, environment(env));
			let out = '';
			let err = '';
			const io = { out: (text: string) => (out += text), err: (text: string) => (err += text) };
			try {
				const status = await terminal(args, io);
				return { status, out, err, json: () => JSON.parse(out) };
			} finally {
				process.env = before;
			}
		},
	};
}
