import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import { type Command, type Result, type Run, word } from '../command.ts';
import { report } from './report.ts';

const fileName = 'langsiktig-samverkan.underlag';

async function layOut(run: Run, folder: string): Promise<string> {
	makeFolder(folder);
	const { path } = await run.core.call('project.openSample', { path: join(folder, fileName) });
	return path;
}

function makeFolder(path: string): void {
	try {
		mkdirSync(path, { recursive: true });
	} catch (error) {
		throw new AppError('FILE_NOT_WRITABLE', { path }, error);
	}
}

/** `sample DIR`: the sample project, made anew in a folder. */
export const sample: Command = {
	name: 'sample',
	usage: 'DIR',
	words: { least: 1, most: 1 },
	run: async (run) => {
		const path = await layOut(run, resolve(word(run, 0)));
		return { data: { path }, lines: [run.text.cli.made(path)] };
	},
};

/** `demo [DIR]`: the whole way on the sample project; leaves the project and its report in three formats in `out/`. */
export const demo: Command = {
	name: 'demo',
	usage: '[DIR]',
	words: { least: 0, most: 1 },
	run: async (run) => {
		const folder = resolve(word(run, 0) || 'out');
		// What an earlier demo left, and nothing else.
		rmSync(join(folder, fileName), { force: true });
		const path = await layOut(run, folder);
		const { rounds, documents, codings, codes } = await run.core.call('project.overview', {});
		const { cli } = run.text;
		const made: Result[] = [];
		for (const format of ['docx', 'pdf', 'html']) {
			made.push(await report.run({ ...run, words: [path], options: { out: join(folder, `rapport.${format}`) } }));
		}
		return {
			data: { path, reports: made.map((one) => one.data) },
			lines: [
				cli.made(path),
				...rounds.map((round) => cli.round(round.name, round.answered, round.invited)),
				...documents.map((one) => cli.document(one.title, one.words, one.codings)),
				cli.codebook(codes, codings),
				...made.flatMap((one) => one.lines),
			],
		};
	},
};
