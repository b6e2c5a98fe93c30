import { useCallback, useEffect, useRef, useState } from 'react';
import { useCall } from '../../api/use-call.ts';
import { useRun } from '../../api/use-run.ts';

/**
 * The number on the paper that a response is entered from. It may be typed before the response is there, and is kept once it is: `keep` does
 * that, and gives false where the number was refused, which is said.
 */
export function usePaperNumber(responseId: number | null): {
	shown: string;
	type: (number: string) => void;
	keep: (responseId: number) => Promise<boolean>;
} {
	const stored = useCall('entry.number', { responseId: responseId ?? 0 }, { enabled: responseId !== null }).data
		?.number;
	const [typed, setTyped] = useState<string | null>(null);
	const { run } = useRun('entry.setNumber');
	const newest = useRef<string | null>(null);
	const type = useCallback((number: string | null) => {
		newest.current = number;
		setTyped(number);
	}, []);
	// Another response: what was typed belonged to the last one, unless that was not there yet.
	const before = useRef(responseId);
	useEffect(() => {
		if (before.current !== null && before.current !== responseId) type(null);
		before.current = responseId;
	}, [responseId, type]);
	const keep = useCallback(
		async (id: number) => {
			const number = newest.current;
			if (number === null) return true;
			const kept = await run({ responseId: id, number: number.trim() || null });
			if (kept && newest.current === number) type(null);
			return kept !== null;
		},
		[run, type],
	);
	return { shown: typed ?? (responseId === null ? '' : (stored ?? '')), type, keep };
}
