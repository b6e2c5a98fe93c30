import { existsSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import { groupLosses } from '#shared/domain/instrument/exchange/group-losses.ts';
import { type Loss, writeFormat } from '#shared/domain/instrument/exchange/model.ts';
import { countQuestions, questionsOf } from '#shared/domain/instrument/questions.ts';
import { inLanguage } from '#shared/domain/instrument/text.ts';
import { leftOut } from '#shared/domain/responses/columns.ts';
import { lossText } from '#shared/i18n/loss-text.ts';
import { type Command, needed, type Run, UsageError, word } from '../command.ts';
import { openNamed } from '../project-at.ts';
import { readBytes } from './round.ts';

/** `instrument import FILE --out FILE.json`: a questionnaire of any format as our own. */
export const instrumentImport: Command = {
	name: 'instrument import',
	usage: 'FILE --out FILE.json',
	options: { out: { type: 'string' } },
	words: { least: 1, most: 1 },
	run: async (run) => {
		const out = resolve(needed(run, 'out'));
		const path = resolve(word(run, 0));
		const { definition, ...read } = await run.core.call('instrument.read', {
			name: basename(path),
			bytes: readBytes(path),
		});
		write(out, new TextEncoder().encode(`${JSON.stringify(definition, null, 2)}\n`));
		const { cli, exchange } = run.text;
		const questions = countQuestions(questionsOf(definition));
		return {
			data: { path: out, questions, ...read },
			lines: [
				cli.readInstrument(inLanguage(definition.title, run.language), questions, exchange.formats[read.format]),
				...lossLines(read.losses, run),
				...read.guesses.filter((one) => one.kind !== 'type').map((one) => exchange.guess[one.kind](one.at, one.detail)),
				cli.made(out),
			],
		};
	},
};

/** `instrument make FILE RESPONSES --out FILE.json [--title T] [--values FILE] [--sheet NAME]`: a questionnaire of a file of responses. */
export const instrumentMake: Command = {
	name: 'instrument make',
	usage: 'FILE RESPONSES --out FILE.json [--title T] [--values FILE] [--sheet NAME]',
	options: {
		out: { type: 'string' },
		title: { type: 'string' },
		values: { type: 'string' },
		sheet: { type: 'string' },
	},
	words: { least: 2, most: 2 },
	run: async (run) => {
		const out = resolve(needed(run, 'out'));
		const path = resolve(word(run, 1));
		await openNamed(run);
		const { title, values, sheet } = run.options;
		const name = basename(path);
		const { instrument, columns, ...made } = await run.core.call('response.proposeInstrument', {
			name,
			bytes: readBytes(path),
			title: typeof title === 'string' ? title : name.replace(/\.[a-z]{1,5}$/i, '').slice(0, 200),
			...(typeof sheet === 'string' ? { sheet } : {}),
			...(typeof values === 'string' ? { values: { name: basename(values), bytes: readBytes(resolve(values)) } } : {}),
		});
		write(out, new TextEncoder().encode(`${JSON.stringify(instrument, null, 2)}\n`));
		const { cli, exchange } = run.text;
		const questions = countQuestions(questionsOf(instrument));
		const left = leftOut(columns);
		return {
			data: { path: out, questions, leftOut: left, ...made },
			lines: [
				cli.madeOfAnswers(inLanguage(instrument.title, run.language), questions),
				...made.guesses.flatMap(({ itemId, missing }) =>
					missing.length > 0 ? [cli.asNoAnswer(itemId, missing.join(', '))] : [],
				),
				...(left.length > 0 ? [exchange.answers.leftOut(left.length, left.join(', '))] : []),
				cli.made(out),
			],
		};
	},
};

/** `instrument export KEY|FILE --as FORMAT --out FILE`: a bundled questionnaire or one from a file, in another program's format. */
export const instrumentExport: Command = {
	name: 'instrument export',
	usage: 'KEY|FILE --as surveyjs|lss|xlsform|json --out FILE',
	options: { as: { type: 'string' }, out: { type: 'string' } },
	words: { least: 1, most: 1 },
	run: async (run) => {
		const format = writeFormat.safeParse(needed(run, 'as'));
		if (!format.success) throw new UsageError(run.text.cli.asFormat);
		const out = resolve(needed(run, 'out'));
		const { bytes, losses } = await run.core.call('instrument.write', { ...(await asked(run)), format: format.data });
		write(out, bytes);
		return {
			data: { path: out, format: format.data, size: bytes.length, losses },
			lines: [...lossLines(losses, run), run.text.cli.made(out)],
		};
	},
};

async function asked(run: Run): Promise<{ key: string } | { definition: unknown; name: string }> {
	const ref = word(run, 0);
	const bundled = await run.core.call('instrument.library', {});
	if (bundled.some((one) => one.key === ref)) return { key: ref };
	const path = resolve(ref);
	if (!existsSync(path)) throw new AppError('NOT_FOUND', { what: 'instrument', ref });
	const { definition } = await run.core.call('instrument.read', { name: basename(path), bytes: readBytes(path) });
	return { definition, name: basename(path) };
}

function lossLines(losses: readonly Loss[], { text }: Run): string[] {
	return groupLosses(losses).map((one) => `- ${lossText(one, text)}`);
}

function write(path: string, bytes: Uint8Array): void {
	try {
		writeFileSync(path, bytes);
	} catch (error) {
		throw new AppError('FILE_NOT_WRITABLE', { path }, error);
	}
}
