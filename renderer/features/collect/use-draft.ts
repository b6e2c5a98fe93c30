import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answers, AnswerValue } from '#shared/domain/instrument/model.ts';
import { bridge } from '../../api/bridge.ts';
import { asRefusal, call } from '../../api/client.ts';
import { useNotes } from '../../app/notes.tsx';

/** How long the keyboard rests before what was written is saved, in milliseconds. */
const rest = 500;

export type DraftState = 'empty' | 'waiting' | 'saving' | 'saved' | 'failed';
type Status = 'partial' | 'complete';

export interface Draft {
	/** The row of the response; null until the first answer is saved. */
	id: number | null;
	answers: Answers;
	status: Status;
	state: DraftState;
	/** When it was last saved. */
	savedAt: Date | null;
	/** Whether a response that is to be gone on with is still being read. */
	loading: boolean;
	answer: (id: string, value: AnswerValue | undefined) => void;
	/** Saves at once. Null: refused, and said so. */
	save: (status?: Status) => Promise<number | null>;
	/** A new, empty response. */
	begin: () => void;
}

interface Held {
	id: number | null;
	answers: Answers;
	status: Status;
}
const empty: Held = { id: null, answers: {}, status: 'partial' };

/**
 * The response that is being entered: saved by itself whenever the keyboard rests, one save after another, so that nothing written is lost
 * and no response is stored twice. `responseId` is one to go on with. `onMade` is told the row of a new one; `onGone` when there is none.
 */
export function useDraft(
	roundId: number,
	responseId: number | null,
	{ onMade, onGone, origin }: { onMade: (id: number) => void; onGone: () => void; origin?: 'entry' | 'interview' },
): Draft {
	const { showRefusal } = useNotes();
	const [held, setHeld] = useState<Held>(empty);
	const [state, setState] = useState<DraftState>('empty');
	const [savedAt, setSavedAt] = useState<Date | null>(null);
	const [loading, setLoading] = useState(responseId !== null);
	// The newest, for timers and for leaving the page, which happen outside of any render.
	const now = useRef({ held: empty, dirty: false });
	const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
	const queue = useRef<Promise<unknown>>(Promise.resolve());
	const told = useRef({ onMade, onGone, showRefusal });
	useEffect(() => {
		told.current = { onMade, onGone, showRefusal };
	});

	const hold = useCallback((next: Held, dirty: boolean) => {
		now.current = { held: next, dirty };
		setHeld(next);
	}, []);

	const begin = useCallback(() => {
		clearTimeout(timer.current);
		hold(empty, false);
		setState('empty');
		setSavedAt(null);
	}, [hold]);

	const save = useCallback(
		(status?: Status): Promise<number | null> => {
			clearTimeout(timer.current);
			const next = queue.current.then(async () => {
				const { held, dirty } = now.current;
				const wanted = status ?? held.status;
				const nothing = held.id === null && Object.keys(held.answers).length === 0;
				if (nothing || (!dirty && wanted === held.status)) return held.id;
				setState('saving');
				now.current = { held, dirty: false };
				try {
					const input = {
						roundId,
						answers: held.answers,
						status: wanted,
						...(held.id ? { id: held.id } : { origin: origin ?? 'entry' }),
					};
					const { id } = await call('response.save', input);
					const saved = { ...now.current.held, id, status: wanted };
					hold(saved, now.current.dirty);
					setState(now.current.dirty ? 'waiting' : 'saved');
					setSavedAt(new Date());
					if (held.id === null) told.current.onMade(id);
					return id;
				} catch (error) {
					const refusal = asRefusal(error);
					// Undone since: what is on the screen becomes a response of its own.
					const gone = refusal.code === 'NOT_FOUND' && (refusal.params as { what: string }).what === 'response';
					hold(gone ? { ...now.current.held, id: null } : now.current.held, true);
					setState('failed');
					told.current.showRefusal(refusal);
					return null;
				}
			});
			queue.current = next;
			return next;
		},
		[roundId, hold, origin],
	);

	const answer = useCallback(
		(item: string, value: AnswerValue | undefined) => {
			const { [item]: _before, ...others } = now.current.held.answers;
			const answers = value === undefined ? others : { ...others, [item]: value };
			hold({ ...now.current.held, answers }, true);
			setState('waiting');
			clearTimeout(timer.current);
			timer.current = setTimeout(() => void save(), rest);
		},
		[hold, save],
	);

	const load = useCallback(
		async (id: number) => {
			try {
				const found = await call('response.get', { id });
				if (found.roundId !== roundId) return told.current.onGone();
				hold({ id, answers: found.answers, status: found.status }, false);
				setState('saved');
			} catch {
				told.current.onGone();
			} finally {
				setLoading(false);
			}
		},
		[roundId, hold],
	);

	useEffect(() => {
		if (responseId === null || responseId === now.current.held.id) return;
		setLoading(true);
		void save().then(() => load(responseId));
	}, [responseId, load, save]);

	// Undo and redo may change the very response that is shown.
	useEffect(
		() =>
			bridge.onEvent((event) => {
				const { held, dirty } = now.current;
				const moved = event.type === 'changed' && (event.call === 'history.undo' || event.call === 'history.redo');
				if (moved && held.id !== null && !dirty) void load(held.id);
				if (event.type === 'restarted' && dirty) void save();
			}),
		[load, save],
	);

	// Leaving saves what has not been.
	useEffect(
		() => () => {
			if (now.current.dirty) void save();
		},
		[save],
	);

	return { ...held, state, savedAt, loading, answer, save, begin };
}
