import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import { type Command, needed, UsageError, word } from '../command.ts';
import { findRound, openKeys, openNamed } from '../project-at.ts';
import { readBytes } from './round.ts';

/** `form make FILE --round N --keys K --out FORM.html` */
export const formMake: Command = {
	name: 'form make',
	usage: 'FILE --round N --keys K.nyckel --out FORM.html',
	options: { round: { type: 'string' }, keys: { type: 'string' }, out: { type: 'string' } },
	words: { least: 1, most: 1 },
	run: async (run) => {
		const [ref, out] = [needed(run, 'round'), resolve(needed(run, 'out'))];
		needed(run, 'keys');
		await openNamed(run);
		const { id: roundId } = await findRound(run, ref);
		if (!(await openKeys(run, { make: true }))) throw new UsageError(run.text.cli.keyPassphrase);
		if ((await run.core.call('form.get', { roundId })).key === 'none') await run.core.call('form.makeKey', { roundId });
		// The page is built with the program; from the sources it is built here, if it is not.
		await (await import('../../launch/build-form.ts')).buildForm();
		const { bytes } = await run.core.call('form.make', { roundId });
		try {
			writeFileSync(out, bytes);
		} catch (error) {
			throw new AppError('FILE_NOT_WRITABLE', { path: out }, error);
		}
		await run.core.call('round.setOut', { id: roundId, out: true });
		return { data: { path: out, size: bytes.length }, lines: [run.text.cli.made(out)] };
	},
};

/** `form import FILE --round N --keys K FOLDER` */
export const formImport: Command = {
	name: 'form import',
	usage: 'FILE --round N --keys K.nyckel FOLDER',
	options: { round: { type: 'string' }, keys: { type: 'string' } },
	words: { least: 2, most: 2 },
	run: async (run) => {
		const [ref, from] = [needed(run, 'round'), resolve(word(run, 1))];
		needed(run, 'keys');
		await openNamed(run);
		const { id: roundId } = await findRound(run, ref);
		if (!(await openKeys(run, { make: false }))) throw new UsageError(run.text.cli.keyPassphrase);
		const data = await run.core.call('form.import', { roundId, files: filesAt(from) });
		const { form } = run.text;
		return {
			data,
			lines: [
				`${form.import.done(data.stored, data.read)}.`,
				...data.refused.map((one) => `${form.import.nth(one.name, one.number)}: ${form.reasons[one.reason]}`),
			],
			// What is there already is as it should be.
			status: data.refused.some((one) => one.reason !== 'repeated') ? 1 : 0,
		};
	},
};

/** The files of a folder and those below it, or one file. @throws AppError FILE_NOT_FOUND */
function filesAt(path: string): { name: string; bytes: Uint8Array }[] {
	const stat = statSync(path, { throwIfNoEntry: false });
	if (!stat) throw new AppError('FILE_NOT_FOUND', { path });
	if (!stat.isDirectory()) return [{ name: basename(path), bytes: readBytes(path) }];
	return readdirSync(path, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => ({ name: entry.name, bytes: readBytes(join(entry.parentPath, entry.name)) }))
		.sort((a, b) => a.name.localeCompare(b.name, 'sv'));
}
