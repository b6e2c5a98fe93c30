import { readFileSync } from 'node:fs';
import { readCsv } from '../../../electron/formats/csv/read.ts';
import type { FuzzDoor } from '../fuzz.ts';

const seed = (name: string) => new Uint8Array(readFileSync(new URL(`../../fixtures/seed/${name}`, import.meta.url)));

export const doors: FuzzDoor[] = [
	{
		name: 'csv',
		seeds: [
			...['board-2016.csv', 'lokus-2017.csv', 'self-rating-fore.csv'].map(seed),
			Uint8Array.from(Buffer.from('\ufeffa;b\r\n"x;1";2\r\n', 'utf16le')),
		],
		tokens: ['sep=,\r\n', '";"', '"\r\n', '""""', ';;;;;;;;;;;;;;'],
		open: (bytes) => readCsv({ name: 'fil.csv', bytes }),
		refusals: ['IMPORT_EMPTY', 'IMPORT_UNREADABLE'],
	},
];
