import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { packAnswer, writeEnvelope } from '#shared/domain/form/envelope.ts';
import { sealTo } from '#shared/domain/form/seal.ts';
import { makePair } from '../../../electron/features/form/round.ts';
import { openAnswers } from '../../../electron/formats/form/open-answers.ts';
import type { FuzzDoor } from '../fuzz.ts';

const instrument = JSON.parse(
	readFileSync(new URL('../../../resources/instruments/board.json', import.meta.url), 'utf8'),
);
const pair = makePair();
const round = 'round-uid-1';
const packed = packAnswer({
	format: 'underlag-answer/1',
	round,
	instrument: { key: 'board', version: 1, hash: 'h' },
	promise: 'anonymous',
	answers: { 1: '4', 10: 'Med tid.' },
	language: 'sv',
	day: '2026-01-02',
	code: null,
	nonce: '0'.repeat(32),
});
const seal = (inside: Uint8Array) => writeEnvelope(round, sealTo(pair.publicKey, inside, randomBytes(32)));
const bytesOf = (text: string) => new TextEncoder().encode(text);
const whole = seal(packed);
const request = { round, instrument, instrumentHash: 'h', keys: [pair] };
const open = (files: { name: string; bytes: Uint8Array }[], text = '') =>
	openAnswers({ ...request, files, text }, { onProgress: () => undefined });
const inFile = (bytes: Uint8Array) => open([{ name: 'a.underlag-svar', bytes }]);
const tokens = ['-----BEGIN UNDERLAG ANSWER 1-----', 'round: ', 'sum: ', '-----END', '> ', '\n\n'];

/** An answer that cannot be taken is told among the others: nothing is thrown. */
export const doors: FuzzDoor[] = [
	{ name: 'answer file', seeds: [bytesOf(whole)], tokens, open: inFile, refusals: [] },
	{
		name: 'pasted answers',
		seeds: [bytesOf(`Hej!\r\n> ${whole.replaceAll('\n', '\r\n> ')}\n${whole}`)],
		tokens,
		open: (bytes) => open([], new TextDecoder().decode(bytes)),
		refusals: [],
	},
	{
		name: 'inside of an answer',
		seeds: [packed],
		tokens: ['"answers":{', '"1":["4"],', '"day":"2026-02-30"', '"nonce":', '"code":{}', '"format":'],
		open: (bytes) => inFile(bytesOf(seal(bytes))),
		refusals: [],
	},
];
