import { readList } from '../../../electron/features/asked/read-list.ts';
import type { FuzzDoor } from '../fuzz.ts';
import { openSheet, rowsXml } from '../xlsx/make-sheet.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const rows = [
	['Namn', 'E-post', 'Grupp', 'Från', 'Språk', 'Kön', 'Heby'],
	['Ann Berg', 'ann@exempel.se', 'Norr; Söder', '2016-01-01', 'sv', 'kvinna', 'x'],
	['Bo Ek', 'bo@exempel.se', 'Norr', '', 'en', 'man', ''],
];
const open = (name: string, bytes: Uint8Array) => readList({ name, bytes, choices: [], headed: undefined });
const refusals = ['IMPORT_EMPTY', 'IMPORT_UNREADABLE', 'WORKER_LIMIT'] as const;

export const doors: FuzzDoor[] = [
	{
		name: 'list of those asked',
		seeds: [bytesOf(rows.map((row) => row.join(';')).join('\r\n')), bytesOf('Ann;ann@exempel.se\nBo;bo@exempel.se\n')],
		tokens: ['@', ';;;;', '19810101-1234', '070-123 45 67', 'Norr (2016–2017)', 'Förnamn;Efternamn'],
		open: (bytes) => open('lista.csv', bytes),
		refusals,
	},
	{
		name: 'workbook of those asked',
		seeds: [bytesOf(rowsXml(rows))],
		tokens: ['<c r="C2">', '<v>42000</v>', '<row r="9">', ' t="b"'],
		open: openSheet((bytes) => open('lista.xlsx', bytes)),
		refusals,
	},
];
