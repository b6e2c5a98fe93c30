import { readFileSync } from 'node:fs';
import type { Answers, Instrument } from '#shared/domain/instrument/model.ts';
import { readCodebook } from '../../../electron/features/response/open-table.ts';
import { prepareResponses } from '../../../electron/features/response/prepare.ts';
import { proposeInstrument } from '../../../electron/features/response/propose.ts';
import type { FuzzDoor } from '../fuzz.ts';
import { openSheet, rowsXml } from '../xlsx/make-sheet.ts';
import { writers } from './write.ts';

const resource = (name: string): Instrument =>
	JSON.parse(readFileSync(new URL(`../../../resources/instruments/${name}.json`, import.meta.url), 'utf8'));
const [board, lokus] = [resource('board'), resource('lokus')];
const answers: Answers[] = [
	{ 1: ['uppsala', 'heby'], 4: 'Två\nrader; med\ttabb', 3: '2' },
	{ 1: ['habo'], 6: '=SUMMA(A1)' },
];
const cellsOf = (rows: readonly string[][], sign: string) =>
	rows
		.map((row) => row.map((cell) => (/["\n\t;,]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(sign))
		.join('\r\n');
const bytesOf = (text: string) => new TextEncoder().encode(text);
const written = Object.entries(writers).map(([service, write]) => ({ service, ...write(lokus, answers) }));
const seedsOf = (isWanted: (service: string) => boolean) =>
	written
		.filter(({ service }) => isWanted(service))
		.map(({ rows }, at) => bytesOf(cellsOf(rows, [';', ',', '\t'][at % 3] ?? ';')));

const quiet = { onProgress: () => undefined, onPart: async () => undefined };
const prepare = (bytes: Uint8Array) =>
	prepareResponses(
		{ name: 'svar', bytes, instrument: lokus, anonymous: true, choices: [], maps: [], known: [], store: true },
		quiet,
	);
const refusals = ['IMPORT_EMPTY', 'IMPORT_UNREADABLE', 'IMPORT_NO_MATCH', 'WORKER_LIMIT'] as const;
const tokens = [
	'[SQ001]',
	'_SQ001',
	'___1',
	' (choice=',
	'{question_not_shown}',
	'{"ImportId":"Q1"}',
	'Response',
	'; ',
	'Y',
	'999',
];
const syntax =
	"VARIABLE LABELS V1 'Var bor du?'.\nVALUE LABELS V1 1 'Heby' 2 'Habo' /V2 1 'Ja' 0 'Nej'.\nMISSING VALUES V1 (9).\n";

export const doors: FuzzDoor[] = [
	{ name: 'files of services', seeds: seedsOf((service) => !/vv/.test(service)), tokens, open: prepare, refusals },
	{ name: 'LimeSurvey vv', seeds: seedsOf((service) => /vv/.test(service)), tokens, open: prepare, refusals },
	{
		name: 'workbook of responses',
		seeds: written.slice(0, 3).map(({ rows }) => bytesOf(rowsXml(rows))),
		tokens: ['<c r="C2">', '<v>42000.5</v>', ' t="b"', ' t="e"', '<row r="9">', '<f>1+1</f>'],
		open: openSheet(prepare),
		refusals,
	},
	{
		name: 'value list',
		seeds: [
			bytesOf('Variabel;Värde;Etikett\nV1;1;Heby\nV1;2;Habo\nV2;1;Ja\n'),
			bytesOf(
				'"Variable / Field Name","Form Name","Field Label","Choices, Calculations, OR Slider Labels"\nv1,f,Var?,"1, Heby | 2, Habo"\n',
			),
			bytesOf(syntax),
		],
		tokens: [" 1 'x'", '/', 'VALUE LABELS ', ' | ', '1, ', '\n.', "''"],
		open: (bytes) => readCodebook({ name: 'lista', bytes }),
		refusals: ['IMPORT_EMPTY', 'IMPORT_UNREADABLE', 'IMPORT_NO_VALUES', 'WORKER_LIMIT'],
	},
	{
		name: 'questionnaire of a file',
		seeds: seedsOf(() => true),
		tokens,
		open: (bytes) => proposeInstrument({ name: 'svar', bytes, title: 'Ur', key: 'ur', scales: board.scales }, quiet),
		refusals: ['IMPORT_EMPTY', 'IMPORT_UNREADABLE', 'IMPORT_NO_VALUES', 'WORKER_LIMIT'],
	},
];
