import { writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import { type Command, needed, UsageError, word } from '../command.ts';
import { readJson } from './round.ts';

/** `instrument paper KEY|FILE --out FILE.pdf`: a bundled questionnaire, or one from a file, on paper. */
export const instrumentPaper: Command = {
	name: 'instrument paper',
	usage: 'KEY|FILE --out FILE.pdf [--large] [--no-intro] [--no-codes]',
	options: {
		out: { type: 'string' },
		large: { type: 'boolean' },
		'no-intro': { type: 'boolean' },
		'no-codes': { type: 'boolean' },
	},
	words: { least: 1, most: 1 },
	run: async (run) => {
		const { core, options, language, text } = run;
		const path = resolve(needed(run, 'out'));
		if (!path.toLowerCase().endsWith('.pdf')) throw new UsageError(text.cli.outPdf);
		const ref = word(run, 0);
		const bundled = (await core.call('instrument.library', {})).some((one) => one.key === ref);
		const { bytes, pages, formId } = await core.call('instrument.paper', {
			of: bundled ? { key: ref } : { definition: readJson(ref), name: basename(ref) },
			// The paper is in the questionnaire's own language, whatever the terminal speaks.
			...(options['lang'] === undefined ? {} : { language }),
			size: options['large'] === true ? 'large' : 'normal',
			intro: options['no-intro'] !== true,
			codes: options['no-codes'] !== true,
		});
		try {
			writeFileSync(path, bytes);
		} catch (error) {
			throw new AppError('FILE_NOT_WRITABLE', { path }, error);
		}
		return { data: { path, pages, formId, size: bytes.length }, lines: [text.cli.printed(path, pages)] };
	},
};
