import { useState } from 'react';

/** Rows that are chosen, by their numbers. */
export function useChoices(): {
	chosen: ReadonlySet<number>;
	toggle: (id: number) => void;
	choose: (ids: readonly number[]) => void;
	clear: () => void;
} {
	const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
	return {
		chosen,
		toggle: (id) =>
			setChosen((before) => {
				const next = new Set(before);
				if (!next.delete(id)) next.add(id);
				return next;
			}),
		choose: (ids) => setChosen(new Set(ids)),
		clear: () => setChosen(new Set()),
	};
}
