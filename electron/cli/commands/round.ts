import { readFileSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import { refuseTooLarge } from '#shared/contract/files.ts';
import { isIsoDate } from '#shared/domain/instrument/answer.ts';
import { inLanguage } from '#shared/domain/instrument/text.ts';
import { readCount } from '#shared/domain/responses/number.ts';
import { breachRows, breachText } from '#shared/i18n/breach-text.ts';
import { type Command, needed, type Run, UsageError } from '../command.ts';
import { findRound, openNamed } from '../project-at.ts';

/** `instrument list` */
export const instrumentList: Command = {
	name: 'instrument list',
	usage: '',
	words: { least: 0, most: 0 },
	run: async ({ core, language, text }) => {
		const data = await core.call('instrument.library', {});
		return {
			data,
			lines: data.map((one) => text.cli.instrument(one.key, inLanguage(one.title, language), one.questions)),
		};
	},
};

/** `round add FILE --instrument board|lokus|PATH --name N [--invited K] [--date D]` */
export const roundAdd: Command = {
	name: 'round add',
	usage: 'FILE --instrument KEY|PATH --name N [--invited K] [--date YYYY-MM-DD]',
	options: {
		instrument: { type: 'string' },
		name: { type: 'string' },
		invited: { type: 'string' },
		date: { type: 'string' },
	},
	words: { least: 1, most: 1 },
	run: async (run) => {
		const instrument = needed(run, 'instrument');
		const name = needed(run, 'name');
		const { invited, date } = run.options;
		const count = invited === undefined ? undefined : readCount(String(invited));
		if (count === null) throw new UsageError(run.text.cli.notNumber('--invited'));
		if (date !== undefined && !isIsoDate(String(date))) throw new UsageError(run.text.cli.notDate('--date'));
		await openNamed(run);
		const steps = async () => (await run.core.call('history.get', {})).done;
		const before = await steps();
		const { id: instrumentId } = await addInstrument(run, instrument);
		const added = (await steps()) > before;
		const round = {
			instrumentId,
			name,
			...(count === undefined ? {} : { invited: count }),
			...(date === undefined ? {} : { date: String(date) }),
		};
		const { id } = await run.core.call('round.add', round).catch(async (error: unknown) => {
			// Refused, it leaves nothing: not the questionnaire that was taken in for it either.
			if (added) await run.core.call('history.undo', {});
			throw error;
		});
		const data = await run.core.call('round.get', { id });
		return { data, lines: [run.text.cli.addedRound(data.name, inLanguage(data.instrumentTitle, run.language))] };
	},
};

/** A bundled questionnaire by its key, or one from a file. */
async function addInstrument({ core }: Run, ref: string): Promise<{ id: number }> {
	const bundled = await core.call('instrument.library', {});
	if (bundled.some((one) => one.key === ref)) return core.call('instrument.add', { key: ref });
	return core.call('instrument.add', { definition: readJson(ref), name: basename(ref) });
}

/** A questionnaire's file as data. @throws AppError IMPORT_UNREADABLE, NOT_FOUND */
export function readJson(ref: string): unknown {
	const path = resolve(ref);
	try {
		return JSON.parse(readFileSync(path, 'utf8'));
	} catch (error) {
		if (error instanceof SyntaxError)
			throw new AppError('IMPORT_UNREADABLE', { name: basename(path), format: 'JSON' }, error);
		throw new AppError('NOT_FOUND', { what: 'instrument', ref }, error);
	}
}

/** `responses import FILE --round N RESPONSES [--map NAME] [--values FILE] [--sheet NAME]` */
export const responsesImport: Command = {
	name: 'responses import',
	usage: 'FILE --round N RESPONSES [--map NAME] [--values FILE] [--sheet NAME]',
	options: {
		round: { type: 'string' },
		map: { type: 'string' },
		values: { type: 'string' },
		sheet: { type: 'string' },
	},
	words: { least: 2, most: 2 },
	run: async (run) => {
		const ref = needed(run, 'round');
		const path = resolve(run.words[1] ?? '');
		await openNamed(run);
		const round = await findRound(run, ref);
		const { map, sheet, values } = run.options;
		const data = await run.core.call('response.import', {
			roundId: round.id,
			name: basename(path),
			bytes: readBytes(path),
			...(typeof map === 'string' ? { map } : {}),
			...(typeof sheet === 'string' ? { sheet } : {}),
			...(typeof values === 'string' ? { values: { name: basename(values), bytes: readBytes(resolve(values)) } } : {}),
		});
		const { cli } = run.text;
		return {
			data,
			lines: [
				cli.imported(data.read, data.stored, data.skipped),
				...data.missing.map((one) => cli.asNoAnswer(one.column, one.codes)),
				...data.problems.map((one) =>
					one.column === ''
						? cli.rowProblem(one.row, one.value, run.text.response.reasons[one.reason])
						: cli.problem(one.row, one.column, one.value, run.text.response.reasons[one.reason]),
				),
				...data.breaches.map((one) =>
					cli.breach(one.itemId, breachText(one, run.language, run.text), one.count, breachRows(one, run.language)),
				),
			],
			status: data.problems.length > 0 ? 1 : 0,
		};
	},
};

/** A file's bytes. @throws AppError FILE_NOT_FOUND, FILE_TOO_LARGE */
export function readBytes(path: string): Uint8Array {
	const stat = statSync(path, { throwIfNoEntry: false });
	if (stat) refuseTooLarge(basename(path), stat.size);
	try {
		return new Uint8Array(readFileSync(path));
	} catch (error) {
		throw new AppError('FILE_NOT_FOUND', { path }, error);
	}
}
