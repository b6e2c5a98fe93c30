import { useCallback, useMemo, useState } from 'react';
import type { CodingTarget } from '#shared/contract/coding.ts';
import type { Coded } from '#shared/domain/coding/lanes.ts';
import type { Range } from '#shared/domain/coding/ranges.ts';
import { useRun } from '../../api/use-run.ts';

/** A coding in the coordinates of the text that is shown. */
export interface ShownCoding extends Coded {
	memo: string;
	quote: string;
}

/** Where a range of the shown text lies in what is stored; null where it cannot be coded. */
export type ToTarget = (range: Range) => (Range & { target: CodingTarget; shown: Range }) | null;

/**
 * The codings that are shown, and what changes them. What is coded or removed is seen at once and not only when the core has answered and
 * everything has been read again; a refusal takes it back.
 */
export function useCodings(stored: readonly ShownCoding[], toTarget: ToTarget) {
	const [added, setAdded] = useState<readonly ShownCoding[]>([]);
	const [removed, setRemoved] = useState<ReadonlySet<number>>(new Set());
	const add = useRun('coding.add').run;
	const addNew = useRun('coding.addWithNewCode').run;
	const update = useRun('coding.update').run;
	const remove = useRun('coding.remove').run;

	// Once what is stored has been read again, what was only expected is in it, or has been undone.
	const [readBefore, setReadBefore] = useState(stored);
	if (readBefore !== stored) {
		setReadBefore(stored);
		setAdded(added.filter((one) => one.id < 0));
		setRemoved(new Set());
	}

	const codings = useMemo(() => {
		const ids = new Set(stored.map((one) => one.id));
		return [...stored.filter((one) => !removed.has(one.id)), ...added.filter((one) => !ids.has(one.id))];
	}, [stored, added, removed]);

	const code = useCallback(
		async (range: Range, codeId: number): Promise<boolean> => {
			const place = toTarget(range);
			if (!place) return false;
			const { shown, ...input } = place;
			const expected = { ...shown, id: nextExpected(), codeId, memo: '', quote: '' };
			setAdded((before) => [...before, expected]);
			const done = await add({ ...input, codeId });
			setAdded((before) =>
				before.flatMap((one) => (one.id !== expected.id ? [one] : done ? [{ ...one, id: done.id }] : [])),
			);
			return done !== null;
		},
		[add, toTarget],
	);
	const codeWithNew = useCallback(
		async (range: Range, name: string): Promise<boolean> => {
			const place = toTarget(range);
			if (!place) return false;
			const { shown: _shown, ...input } = place;
			return (await addNew({ ...input, name })) !== null;
		},
		[addNew, toTarget],
	);
	const uncode = useCallback(
		async (id: number): Promise<boolean> => {
			setRemoved((before) => new Set([...before, id]));
			const done = await remove({ id });
			if (!done) setRemoved((before) => new Set([...before].filter((one) => one !== id)));
			return done !== null;
		},
		[remove],
	);
	const writeMemo = useCallback((id: number, memo: string) => update({ id, memo }), [update]);
	return { codings, code, codeWithNew, uncode, writeMemo };
}

let expected = 0;
/** Numbers below zero are no row's. */
const nextExpected = () => --expected;
