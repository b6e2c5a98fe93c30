import { AppError } from '#shared/contract/errors.ts';
import { checkShape, isOwnFormat } from '#shared/domain/instrument/check.ts';
import { readLss } from '#shared/domain/instrument/exchange/lss/read.ts';
import type { ReadFormat, Reading } from '#shared/domain/instrument/exchange/model.ts';
import { unknownFields } from '#shared/domain/instrument/exchange/own.ts';
import { readPasted } from '#shared/domain/instrument/exchange/pasted/read.ts';
import { readSurveyJs } from '#shared/domain/instrument/exchange/surveyjs/read.ts';
import { readXlsForm } from '#shared/domain/instrument/exchange/xlsform/read.ts';
import { decodeText } from '../document/decode.ts';
import { readDocxLines } from '../document/docx.ts';
import { readLssTables } from '../lss/read.ts';
import { readJson } from '../surveyjs/read.ts';
import { readWorkbook } from '../xlsx/read.ts';

/** The endings of files that may hold a questionnaire. */
export const endings = ['json', 'lss', 'xlsx', 'docx', 'txt', 'md'] as const;

/** The endings of files that only hold responses. */
const ofAnswers: ReadonlySet<string> = new Set(['csv', 'tsv']);

/** A text that is pasted has no name. */
export type Source = { name: string; bytes: Uint8Array } | { text: string };

/**
 * Reads a questionnaire: our own JSON, SurveyJS, LimeSurvey (.lss), XLSForm (.xlsx), or one written as a text (.docx, .txt, .md, pasted), by the
 * ending, and what is in it must agree. Runs in a worker.
 * @throws AppError IMPORT_EMPTY, IMPORT_UNREADABLE, IMPORT_UNSUPPORTED, INSTRUMENT_FOREIGN, INSTRUMENT_INVALID, INSTRUMENT_NONE,
 * INSTRUMENT_OF_ANSWERS, WORKER_LIMIT
 */
export async function readInstrumentFile(source: Source): Promise<Reading & { format: ReadFormat }> {
	if ('text' in source) return found('text', readPasted(source.text, 'text'), '”…”');
	const { name, bytes } = source;
	const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
	if (ofAnswers.has(ending)) throw new AppError('INSTRUMENT_OF_ANSWERS', { name });
	if (!(endings as readonly string[]).includes(ending)) {
		throw new AppError('IMPORT_UNSUPPORTED', { name, endings: endings.map((one) => `.${one}`).join(', ') });
	}
	if (bytes.length === 0) throw new AppError('IMPORT_EMPTY', { name });
	if (ending === 'docx') return found('text', readPasted(await readDocxLines(name, bytes), name), name);
	if (ending === 'xlsx') {
		const form = readXlsForm(await readWorkbook({ name, bytes }), name);
		if (!form) throw new AppError('INSTRUMENT_OF_ANSWERS', { name });
		return found('xlsform', form, name);
	}
	const text = decodeText(name, bytes).replace(/^\uFEFF/, '');
	if (text.trim() === '') throw new AppError('IMPORT_EMPTY', { name });
	if (ending === 'lss') return found('lss', readLss(readLssTables(name, text), name), name);
	if (ending === 'txt' || ending === 'md') return found('text', readPasted(text, name), name);
	return readJsonForm(name, text);
}

function found(format: ReadFormat, reading: Reading | null, name: string): Reading & { format: ReadFormat } {
	const asks = reading?.definition.items.some((one) => one.type !== 'section' && one.type !== 'info');
	if (!reading || !asks) throw new AppError('INSTRUMENT_NONE', { name });
	return { format, ...reading };
}

function readJsonForm(name: string, text: string): Reading & { format: ReadFormat } {
	const value = readJson(name, text);
	const survey = readSurveyJs(value, name);
	if (survey) return found('surveyjs', survey, name);
	if (!isOwnFormat(value)) throw new AppError('INSTRUMENT_FOREIGN', { name });
	// Like what comes from others it may be a draft.
	const { instrument, problems } = checkShape(value);
	if (instrument)
		return { format: 'json', definition: instrument, losses: unknownFields(value, instrument), guesses: [] };
	const detail = problems.map(({ kind, at, value }) => `${kind} ${at} ${value}`.trim()).slice(0, 5);
	throw new AppError('INSTRUMENT_INVALID', { name, detail: detail.join('; '), problems: problems.slice(0, 5) });
}
