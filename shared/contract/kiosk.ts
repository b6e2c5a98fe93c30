import { z } from 'zod';
import { instrument } from '#shared/domain/instrument/model.ts';
import { id, language, nothing } from './basics.ts';
import { action, query } from './kit.ts';

/** How a kiosk is set up. */
const kioskSettings = z.object({
	/** What a respondent may choose between. */
	languages: z.array(language).min(1).max(2),
	/** Minutes without a touch after which it begins anew. */
	idleMinutes: z.int().min(1).max(60),
	/** What was answered before that is kept as an unfinished response, or thrown away. */
	keepUnfinished: z.boolean(),
});
export type KioskSettings = z.infer<typeof kioskSettings>;

/**
 * The kiosk (Svarsläge): one respondent after another on the same machine, with no way to the project but its code. As long as it stands the
 * core refuses every other call, whatever the window asks; opening the project anew with the program started again ends it, and closing it does not.
 */
export const kioskCalls = {
	/** What a respondent meets, and nothing else of the project; null where no kiosk stands. */
	'kiosk.get': query({
		input: nothing,
		output: kioskSettings.extend({ roundId: id, instrument }).nullable(),
	}),
	/** The code is 4-12 signs; only its scrypt with a salt is kept. Closes the key file. */
	'kiosk.start': action({
		input: kioskSettings.extend({ roundId: id, code: z.string().trim().min(4).max(12) }),
		output: nothing,
		errors: ['NOT_FOUND', 'NO_PROJECT', 'ROUND_CLOSED'],
	}),
	/** Wrong codes are looked at more and more seldom. */
	'kiosk.leave': action({
		input: z.object({ code: z.string().max(100) }),
		output: nothing,
		errors: ['KIOSK_CODE_WRONG', 'NO_PROJECT'],
	}),
};

const inKiosk = new Set(['app.status', 'kiosk.get', 'kiosk.leave', 'project.close']);

/** Whether the core answers a call while a `round` stands in the kiosk: what a respondent needs, a new answer to it, the way out, and the end of the program. */
export function isCallInKiosk(name: string, input: unknown, round: number): boolean {
	if (name !== 'response.save') return inKiosk.has(name);
	const { id, origin, roundId } = input as { id?: unknown; origin?: unknown; roundId?: unknown };
	return id === undefined && origin === 'kiosk' && roundId === round;
}
