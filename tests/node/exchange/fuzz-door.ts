import { readFileSync } from 'node:fs';
import { readInstrumentFile } from '../../../electron/formats/instrument/read.ts';
import type { FuzzDoor } from '../fuzz.ts';
import { samples } from './pasted-samples.ts';

const fixture = (name: string) =>
	new Uint8Array(readFileSync(new URL(`../../fixtures/forms/${name}`, import.meta.url)));
const board = new Uint8Array(readFileSync(new URL('../../../resources/instruments/board.json', import.meta.url)));

/** The ending that a file's first bytes speak of. */
function endingOf(bytes: Uint8Array): string {
	if (bytes[0] === 0x50) return 'xlsx';
	return bytes[0] === 0x3c ? 'lss' : bytes[0] === 0x7b ? 'json' : 'txt';
}

export const door: FuzzDoor = {
	name: 'questionnaires',
	seeds: [
		...['american_history_quiz.json', 'lssdoc_audit_demo.lss', 'or_other.xlsx'].map(fixture),
		board,
		...Object.values(samples).map((text) => new TextEncoder().encode(text)),
	],
	tokens: [
		'"type":"matrix",',
		'"visibleIf":"{a} = 1",',
		'<row>',
		']]>',
		'1. ',
		'☐ ',
		'\t\t',
		'Om ja, ',
		'1 2 3 4 5',
		'((((((',
		'{"default":',
	],
	open: (bytes) => readInstrumentFile({ name: `fil.${endingOf(bytes)}`, bytes }),
	refusals: ['IMPORT_EMPTY', 'IMPORT_UNREADABLE', 'INSTRUMENT_INVALID', 'INSTRUMENT_NONE', 'WORKER_LIMIT'],
};
