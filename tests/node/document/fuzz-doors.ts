import { readFileSync } from 'node:fs';
import { readDocumentFile } from '../../../electron/formats/document/read.ts';
import type { FuzzDoor } from '../fuzz.ts';
import { makeDocx } from './make-zip.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const captions = readFileSync(
	new URL('../../fixtures/transcripts/ableplayer_wwa_captions_de.vtt', import.meta.url),
	'utf8',
);
const open = (name: string) => (bytes: Uint8Array) => readDocumentFile({ name, bytes });
const refusals = ['IMPORT_EMPTY', 'IMPORT_UNREADABLE', 'WORKER_LIMIT'] as const;

export const doors: FuzzDoor[] = [
	{
		name: 'transcript',
		seeds: [bytesOf('Intervjuare: Hur är det?\nIP1: Det är bra.\n\n[00:01:02] Anna: Ja.\n')],
		tokens: ['Anna: ', '\n\n', '[00:01:02]', '(skratt)'],
		open: open('fil.txt'),
		refusals,
	},
	{
		name: 'captions',
		seeds: [bytesOf(captions.slice(0, 4000))],
		tokens: ['00:00:01.000 --> 00:00:02.000', '<v Anna>', '</v>', '\n\n', 'NOTE ', 'STYLE\n'],
		open: open('fil.vtt'),
		refusals,
	},
	{
		name: 'Word transcript',
		seeds: [bytesOf('<w:p><w:r><w:t>Anna: Hej.</w:t></w:r></w:p><w:p><w:r><w:t>Bo: Hej.</w:t></w:r></w:p>')],
		tokens: ['<w:tbl><w:tr><w:tc>', '</w:p>', '<w:br/>', '<w:p>', '<w:del>'],
		open: (bytes) => open('fil.docx')(makeDocx(new TextDecoder().decode(bytes))),
		refusals,
	},
];
