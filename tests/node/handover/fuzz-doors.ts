import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { sealTo } from '#shared/domain/form/seal.ts';
import { type Packet, writeReturn } from '#shared/domain/handover/packet.ts';
import { makePair } from '../../../electron/features/form/round.ts';
import { openReturn } from '../../../electron/formats/handover/open-return.ts';
import type { FuzzDoor } from '../fuzz.ts';

const instrument = JSON.parse(
	readFileSync(new URL('../../../resources/instruments/board.json', import.meta.url), 'utf8'),
);
const pair = makePair();
const round = 'round-uid-1';
const counts = { asked: 1, unreachable: 0, refused: 0, partial: 0, answered: 2, notEligible: 0 };
const packet: Packet = {
	format: 'underlag-return/1',
	roundUid: round,
	instrument: { key: 'board', version: 1, hash: 'h' },
	counts,
	groups: [{ label: 'Norr', counts }],
	responses: [{ key: '0'.repeat(24), status: 'complete', answers: { 1: '4', 10: 'Med tid.' } }],
};
const inside = new TextEncoder().encode(JSON.stringify(packet));
const seal = (bytes: Uint8Array) => writeReturn(round, sealTo(pair.publicKey, bytes, randomBytes(32)));
const open = (bytes: Uint8Array) =>
	openReturn({ name: 'a.underlag-retur', bytes, round, instrument, instrumentHash: 'h', keys: [pair] });
const refusals = ['RETURN_UNREADABLE', 'RETURN_FOREIGN'] as const;
const tokens = ['"sealed":"', '"round":', '"counts":null', '"answers":{', '"status":"partial"', '"groups":['];

export const doors: FuzzDoor[] = [
	{ name: 'return', seeds: [seal(inside)], tokens, open, refusals },
	{ name: 'inside of a return', seeds: [inside], tokens, open: (bytes) => open(seal(bytes)), refusals },
];
