import type { Database } from 'better-sqlite3';
import { type LetterSettings, letterSettings } from '#shared/domain/asked/letters.ts';
import { messages } from '#shared/i18n/messages.ts';

/** A round's letters as they are stored, else in the program's own words. */
export function lettersOf(db: Database, roundId: number): LetterSettings {
	const stored = db.prepare('SELECT settings FROM asked_letters WHERE round_id = ?').pluck().get(roundId);
	if (typeof stored === 'string') return letterSettings.parse(JSON.parse(stored));
	const texts = { sv: messages.sv.asked.letters, en: messages.en.asked.letters };
	return {
		link: '',
		lastDay: null,
		senderName: '',
		senderEmail: '',
		texts: { sv: { ...texts.sv }, en: { ...texts.en } },
	};
}
