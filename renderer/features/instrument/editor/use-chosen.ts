import { useMemo, useState } from 'react';
import { useSearchParams } from 'wouter';
import { uidOf } from '#shared/domain/instrument/edit/references.ts';
import type { Instrument, Item } from '#shared/domain/instrument/model.ts';

export type MiddleView = 'item' | 'versions' | 'advice';
const views: readonly MiddleView[] = ['versions', 'advice'];

/** What of a questionnaire is shown and chosen. The shown item and the view stand in the address; the rest of what is chosen does not. */
export function useChosen(instrument: Instrument): {
	item: Item | null;
	/** The identity in the address, also while what was just made is not read yet. */
	wanted: string | null;
	view: MiddleView;
	chosen: ReadonlySet<string>;
	choose: (uid: string | null, all?: readonly string[]) => void;
	/** After something was removed: goes on to another item, unless one has gone elsewhere meanwhile. */
	leave: (gone: ReadonlySet<string>, to: string | null) => void;
	setView: (view: MiddleView) => void;
} {
	const [params, setParams] = useSearchParams();
	const [also, setAlso] = useState<readonly string[]>([]);
	const wanted = params.get('item');
	const item = instrument.items.find((one) => uidOf(one) === wanted) ?? null;
	const chosen = useMemo(() => {
		const known = new Set(instrument.items.map(uidOf));
		const all = wanted !== null && also.includes(wanted) ? also : wanted === null ? [] : [wanted];
		return new Set(all.filter((uid) => known.has(uid)));
	}, [instrument, also, wanted]);
	return {
		item,
		wanted,
		view: views.find((one) => one === params.get('view')) ?? 'item',
		chosen,
		choose: (uid, all = uid === null ? [] : [uid]) => {
			setAlso(all);
			setParams(uid === null ? {} : { item: uid }, { replace: true });
		},
		leave: (gone, to) => {
			const next = new URLSearchParams(to === null ? {} : { item: to });
			setParams((now) => (gone.has(now.get('item') ?? '') ? next : now), { replace: true });
		},
		setView: (view) => setParams(view === 'item' ? {} : { view }, { replace: true }),
	};
}
