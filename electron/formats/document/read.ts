import { AppError } from '#shared/contract/errors.ts';
import type { ReadDocument } from '#shared/domain/document/model.ts';
import { normaliseText } from '#shared/domain/document/normalise.ts';
import { recogniseTurns, titleFromName } from '#shared/domain/document/recognise.ts';
import { isZip } from '../zip/is-zip.ts';
import { decodeText } from './decode.ts';
import { readDocx } from './docx.ts';
import { readVtt } from './vtt.ts';

/**
 * Reads a transcript or another written document: .txt, .docx or .vtt, by its ending, and what is in it must agree. Runs in a worker.
 * @throws AppError IMPORT_EMPTY, IMPORT_UNREADABLE, IMPORT_UNSUPPORTED, WORKER_LIMIT
 */
export async function readDocumentFile({ name, bytes }: { name: string; bytes: Uint8Array }): Promise<ReadDocument> {
	const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase();
	if (ending !== 'txt' && ending !== 'docx' && ending !== 'vtt') throw new AppError('IMPORT_UNSUPPORTED', { name });
	if (bytes.length === 0) throw new AppError('IMPORT_EMPTY', { name });
	if (ending !== 'docx' && isZip(bytes)) throw new AppError('IMPORT_UNREADABLE', { name, format: ending });
	const title = titleFromName(name);
	const raw = ending === 'docx' ? await readDocx(name, bytes) : decodeText(name, bytes);
	const isVtt = /^\uFEFF?WEBVTT(?:[ \t\r\n]|$)/.test(raw);
	if (ending === 'vtt' && !isVtt) throw new AppError('IMPORT_UNREADABLE', { name, format: 'vtt' });
	if (isVtt && ending !== 'docx') {
		const read = readVtt(raw);
		if (read.turns.length === 0) throw new AppError('IMPORT_EMPTY', { name });
		return { title, ...read };
	}
	const text = normaliseText(raw);
	if (text === '') throw new AppError('IMPORT_EMPTY', { name });
	return { title, text, ...recogniseTurns(text) };
}
