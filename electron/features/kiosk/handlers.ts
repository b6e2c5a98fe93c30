import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import { AppError } from '#shared/contract/errors.ts';
import type { KioskSettings, kioskCalls } from '#shared/contract/kiosk.ts';
import type { Handlers } from '../../core/handlers.ts';
import { endKiosk } from '../../store/kiosk.ts';

interface Row {
	round_id: number;
	settings: string;
	salt: Buffer;
	hash: Buffer;
	tries: number;
	wait_until: number;
}

/** Some tenths of a second for each guess: a code of four digits has ten thousand. */
const scrypt = (code: string, salt: Buffer) =>
	scryptSync(code.normalize('NFKC').trim(), salt, 32, { N: 32_768, r: 8, p: 1, maxmem: 64 * 1024 * 1024 });

/** Seconds before the next code is looked at: none after the first two wrong ones, then twice as long each time, a quarter of an hour at most. */
const pauseAfter = (tries: number) => (tries < 3 ? 0 : Math.min(900, 5 * 2 ** (tries - 3)));

export const kioskHandlers: Handlers<typeof kioskCalls> = {
	'kiosk.get': ({ db, query }) => {
		const row = db.prepare('SELECT round_id, settings FROM kiosk').get() as Row | undefined;
		if (!row) return null;
		const { instrumentId } = query('round.instrument', { id: row.round_id });
		const { definition } = query('instrument.get', { id: instrumentId });
		return { ...(JSON.parse(row.settings) as KioskSettings), roundId: row.round_id, instrument: definition };
	},
	'kiosk.start': (context, { roundId, code, ...settings }) => {
		const { db, query, holdKeys } = context.project();
		const { name, closedAt } = query('round.get', { id: roundId });
		if (closedAt !== null) throw new AppError('ROUND_CLOSED', { name });
		const salt = randomBytes(16);
		db.prepare('INSERT INTO kiosk (id, round_id, settings, salt, hash) VALUES (1, ?, ?, ?, ?)').run(
			roundId,
			JSON.stringify(settings),
			salt,
			scrypt(code, salt),
		);
		// Names and secret keys are not held in a machine that is left to others.
		holdKeys(null);
		return {};
	},
	'kiosk.leave': (context, { code }) => {
		const { db } = context.project();
		const row = db.prepare('SELECT * FROM kiosk').get() as Row | undefined;
		if (!row) return {};
		const now = context.ports.now().getTime();
		const left = Math.ceil((row.wait_until - now) / 1000);
		if (left > 0) throw new AppError('KIOSK_CODE_WRONG', { seconds: left });
		if (!timingSafeEqual(scrypt(code, row.salt), row.hash)) {
			const seconds = pauseAfter(row.tries + 1);
			db.prepare('UPDATE kiosk SET tries = tries + 1, wait_until = ?').run(now + 1000 * seconds);
			throw new AppError('KIOSK_CODE_WRONG', { seconds });
		}
		endKiosk(db);
		return {};
	},
};
