import type { Database } from 'better-sqlite3';
import type { Output, Parsed } from '#shared/contract/calls.ts';
import type { RefusedAnswer } from '#shared/contract/form.ts';
import { readCode } from '#shared/domain/form/code.ts';
import { answerPacker } from '#shared/domain/responses/packed.ts';
import type { TaskContext } from '../../core/handlers.ts';
import type { Opened } from '../../formats/form/open-answers.ts';
import { followList, linkAnswer } from '../../store/asked.ts';
import { erasedKeys } from '../../store/erase.ts';
import { neededKeys } from '../../store/key-file.ts';
import { insertResponses, keptTimes } from '../../store/responses.ts';
import { type RoundKey, roundKeys } from '../../store/round-keys.ts';
import { codeHash, type FormRound, formRound, pairInUse } from './round.ts';

type Answer = Extract<Opened, { nonce: string }>;
type Reason = RefusedAnswer['reason'];

/** Opens answers to a form in a worker and stores the good ones: `form.import`. */
export async function importAnswers(
	{ read, apply, ports, signal, onProgress }: TaskContext,
	{ roundId, files, text = '' }: Parsed<'form.import'>,
): Promise<Output<'form.import'>> {
	const { round, keys } = read((context) => {
		const round = formRound(context.db, roundId);
		const keys = neededKeys(context);
		pairInUse(keys, round);
		return { round, keys: roundKeys(keys, round.uid) };
	});
	const { uid, instrument, instrumentHash } = round;
	const opened = await ports.runJob(
		'form.open',
		{ files, text, round: uid, instrument, instrumentHash, keys },
		{ signal, onProgress },
	);
	onProgress({ done: 0, total: 0, step: 'storing' });
	// Lets the message out before the one long step, which nothing can interrupt.
	await new Promise((resolve) => setImmediate(resolve));
	return apply(({ db, now }) => {
		// Read again: it may have been closed, or its promise changed, while the files were opened.
		const current = formRound(db, roundId);
		const sorted = sortOut(db, current, keys, opened);
		// Packed by the questionnaire that they were held against.
		store(db, { ...current, instrument }, sorted.good, now);
		const refused = sorted.refused;
		const repeated = refused.filter(({ reason }) => reason === 'repeated').length;
		if (sorted.good.length > 0)
			db.prepare(`INSERT INTO import (round_id, name, at, rows_read, stored, skipped, problems)
				VALUES (?, ?, ?, ?, ?, ?, '[]')`).run(
				roundId,
				// Not the file's name: it may be the sender's.
				`.underlag-svar (${opened.length})`,
				keptTimes(db, roundId).made(now),
				opened.length,
				sorted.good.length,
				repeated,
			);
		return { read: opened.length, stored: sorted.good.length, refused };
	});
}

/** Which answers are taken, with the codes they use up, and why not the others. */
function sortOut(db: Database, round: FormRound, keys: readonly RoundKey[], opened: readonly Opened[]) {
	const stored = db.prepare('SELECT 1 FROM response WHERE round_id = ? AND source_key = ?');
	const codeState = db.prepare('SELECT used, asked_id AS askedId FROM form_code WHERE round_id = ? AND hash = ?');
	const hasAnswered = db.prepare('SELECT 1 FROM response WHERE asked_id = ?');
	const erased = erasedKeys(db, round.id);
	const seen = new Set<string>();
	const taken = new Set<string>();
	const good: Good[] = [];
	const refused: RefusedAnswer[] = [];
	for (const one of opened) {
		const result = 'reason' in one ? { reason: one.reason } : judge(one);
		if ('reason' in result) refused.push({ name: one.name, number: one.number, reason: result.reason });
		else {
			// Not before: whose code was mistyped sends the same answer once more with the right one.
			seen.add(result.answer.nonce);
			good.push(result);
		}
	}
	return { good, refused };

	function judge(answer: Answer): { reason: Reason } | Good {
		if (erased.has(sourceKey(answer))) return { reason: 'erased' };
		if (seen.has(answer.nonce) || stored.get(round.id, sourceKey(answer))) return { reason: 'repeated' };
		if (round.closedAt !== null) return { reason: 'closed' };
		if (answer.promise === 'anonymous' && round.promise !== 'anonymous') return { reason: 'other-promise' };
		if (!round.settings.codes) return { answer, code: null, askedId: null };
		const code = answer.code === null ? null : readCode(answer.code);
		if (code === null) return { reason: answer.code ? 'code-unknown' : 'code-missing' };
		for (const pair of keys) {
			const hash = codeHash(pair, round.uid, code);
			const state = codeState.get(round.id, hash) as { used: 0 | 1; askedId: number | null } | undefined;
			if (!state) continue;
			if (state.used === 1 || taken.has(hash)) return { reason: 'code-used' };
			if (state.askedId !== null && hasAnswered.get(state.askedId)) return { reason: 'person-answered' };
			taken.add(hash);
			return { answer, code: hash, askedId: state.askedId };
		}
		return { reason: 'code-unknown' };
	}
}

/** One that is taken. `code`: the hash that it uses up; `askedId`: whose code that is. */
interface Good {
	answer: Answer;
	code: string | null;
	askedId: number | null;
}

const sourceKey = ({ nonce }: Answer) => `form:${nonce}`;

/**
 * Stores answers and ticks off their codes. In the order of their random numbers and of the codes' making, so that neither tells which code
 * belongs to which answer, nor in which order they came. In an anonymous round a code is ticked off without its day.
 */
function store(db: Database, round: FormRound, good: readonly Good[], now: string): void {
	const today = now.slice(0, 10);
	// A machine's clock may be wrong; nobody has answered tomorrow.
	const dayOf = ({ day }: Answer) => (day < today ? day : today);
	const pack = answerPacker(round.instrument);
	const inOrder = good.map(({ answer }) => answer).sort((a, b) => (a.nonce < b.nonce ? -1 : 1));
	insertResponses(
		db,
		inOrder.map((answer) => ({
			...pack(answer.answers),
			sourceKey: sourceKey(answer),
			code: null,
			submittedAt: dayOf(answer),
		})),
		{ roundId: round.id, status: 'complete', origin: 'form', now: `${today}T00:00:00Z` },
	);
	const hashes = good.flatMap(({ code }) => (code === null ? [] : [code]));
	db.prepare(
		`UPDATE form_code SET used = 1, used_on = ? WHERE round_id = ? AND hash IN (SELECT value FROM json_each(?))`,
	).run(round.promise === 'anonymous' ? null : today, round.id, JSON.stringify(hashes));
	const find = db.prepare('SELECT id FROM response WHERE round_id = ? AND source_key = ?').pluck();
	for (const { answer, askedId } of good) {
		const responseId = find.get(round.id, sourceKey(answer)) as number;
		if (askedId !== null) linkAnswer(db, { responseId, askedId, status: 'complete', day: dayOf(answer) });
	}
	followList(db, round.id);
}
