import { useCallback, useMemo, useState } from 'react';
import type { Answers, AnswerValue, Instrument } from '#shared/domain/instrument/model.ts';
import { startAnswers } from '#shared/domain/instrument/validate.ts';

type Touched = Readonly<Record<string, { value: AnswerValue | undefined }>>;

/**
 * Answers of who tries a questionnaire that is being made: what is filled in from the start, as it is now, and over it what has been answered or
 * taken away since.
 */
export function useTrial(instrument: Instrument) {
	const [touched, setTouched] = useState<Touched>({});
	const answers = useMemo(() => {
		const all: Answers = startAnswers(instrument);
		for (const [id, { value }] of Object.entries(touched))
			if (value === undefined) delete all[id];
			else all[id] = value;
		return all;
	}, [instrument, touched]);
	const change = useCallback(
		(id: string, value: AnswerValue | undefined) => setTouched((now) => ({ ...now, [id]: { value } })),
		[],
	);
	const restart = useCallback(() => setTouched({}), []);
	return { answers, change, restart, untouched: Object.keys(touched).length === 0 };
}
