import { basename, resolve } from 'node:path';
import { type Command, needed, word } from '../command.ts';
import { openNamed } from '../project-at.ts';

/** `new FILE --title T` */
export const newProject: Command = {
	name: 'new',
	usage: 'FILE --title T',
	options: { title: { type: 'string' } },
	words: { least: 1, most: 1 },
	run: async (run) => {
		const passphrase = process.env.UNDERLAG_PASSPHRASE;
		const data = await run.core.call('project.create', {
			path: resolve(word(run, 0)),
			title: needed(run, 'title'),
			language: run.language,
			...(passphrase ? { passphrase } : {}),
		});
		return { data, lines: [run.text.cli.made(data.path)] };
	},
};

/** `info FILE` */
export const info: Command = {
	name: 'info',
	usage: 'FILE',
	words: { least: 1, most: 1 },
	run: async (run) => {
		await openNamed(run);
		const project = await run.core.call('project.get', {});
		const { rounds, documents, reports, codes, codings, instruments } = await run.core.call('project.overview', {});
		const { cli } = run.text;
		return {
			data: { ...project, instruments, rounds, documents, codes, codings, reports },
			lines: [
				project.title,
				...(project.commissioner ? [cli.commissioner(project.commissioner)] : []),
				...rounds.map((round) => cli.round(round.name, round.answered, round.invited)),
				...documents.map((one) => cli.document(one.title, one.words, one.codings)),
				cli.codebook(codes, codings),
				...reports.map((report) => cli.report(report.title, report.words)),
			],
		};
	},
};

/** `verify FILE` */
export const verify: Command = {
	name: 'verify',
	usage: 'FILE',
	words: { least: 1, most: 1 },
	run: async (run) => {
		const path = await openNamed(run);
		const data = await run.core.call('project.verify', {});
		const { cli } = run.text;
		const { rows, texts } = data.checked;
		return {
			data,
			lines: data.ok
				? [cli.sound(basename(path), rows, texts)]
				: [cli.unsound(basename(path)), ...data.problems.map((problem) => `- ${problem.kind}: ${problem.detail}`)],
			status: data.ok ? 0 : 1,
		};
	},
};
