import { useState } from 'react';
import type { Advice } from '#shared/domain/instrument/advice.ts';
import { withContents } from '#shared/domain/instrument/edit/items.ts';
import { uidOf } from '#shared/domain/instrument/edit/references.ts';
import { besideRemoved, stepTarget } from '#shared/domain/instrument/edit/steps.ts';
import type { Instrument, ItemType } from '#shared/domain/instrument/model.ts';
import { shortName } from '#shared/domain/instrument/text.ts';
import { useNotes } from '../../../app/notes.tsx';
import { useLanguage, useText } from '../../../app/text.tsx';
import type { Editor } from './editor-context.tsx';
import type { useChosen } from './use-chosen.ts';

/** What can be done to the items that are chosen, and what is told of it. */
export type ItemEdits = ReturnType<typeof useItemEdits>;

/** What can be done to the items that are chosen. What was done is said in a note or, in `spoken`, to a screen reader. */
export function useItemEdits(
	instrument: Instrument,
	edit: Editor['edit'],
	{ chosen, choose, leave }: Pick<ReturnType<typeof useChosen>, 'chosen' | 'choose' | 'leave'>,
) {
	const { editor: text } = useText();
	const language = useLanguage();
	const { showDone } = useNotes();
	const [spoken, setSpoken] = useState('');
	const { items } = instrument;
	const many = [...chosen];
	const nameOf = (uid: string) => {
		const found = items.find((one) => uidOf(one) === uid);
		return found ? shortName(found, language) || text.types[found.type] : '';
	};
	/** Where something new comes: after the last of what is chosen, else last. */
	const after = () => {
		const last = items.findLastIndex((one) => chosen.has(uidOf(one)));
		const next = last < 0 ? undefined : items[last + 1];
		return next ? uidOf(next) : null;
	};
	const move = async (uids: readonly string[], before: string | null) => {
		const made = await edit({ do: 'move', items: [...uids], before });
		if (!made) return;
		const [first = ''] = made;
		const rest = items.filter((one) => !made.includes(uidOf(one)));
		const place = before === null ? rest.length : rest.findIndex((one) => uidOf(one) === before);
		setSpoken(text.moved(nameOf(first), place + 1, items.length));
	};
	return {
		spoken,
		after,
		move,
		hasSection: items.some((one) => one.type === 'section' && chosen.has(uidOf(one))),
		/** The identity of what was made; null when it was refused. */
		add: async (type: ItemType) => {
			const made = await edit({ do: 'add', type, before: after() });
			if (made?.[0]) setSpoken(text.added(text.types[type]));
			return made?.[0] ?? null;
		},
		duplicate: async () => {
			const made = many.length > 0 ? await edit({ do: 'duplicate', items: many }) : null;
			if (made?.[0]) choose(made[0], made);
		},
		/** `whole`: sections with what is in them. */
		remove: async (whole = false) => {
			if (many.length === 0) return;
			const gone = whole ? withContents(items, many) : chosen;
			const beside = besideRemoved(instrument, gone);
			if (!(await edit({ do: 'remove', items: many, whole }))) return;
			leave(gone, beside);
			showDone(text.removed(gone.size), text.removedHow);
		},
		canStep: (step: 'up' | 'down') => many.length > 0 && stepTarget(instrument, many, step) !== null,
		stepBy: (step: 'up' | 'down') => {
			const to = stepTarget(instrument, many, step);
			if (to) void move(many, to.before);
		},
		renumber: async () => {
			if (await edit({ do: 'renumber' })) showDone(text.renumbered);
		},
		/** The advice is not given again. */
		setAside: async ({ itemId, kind }: Advice) => {
			const about = items.find((one) => one.id === itemId);
			if (!about) return;
			const adviceSeen = [...new Set([...(about.adviceSeen ?? []), kind])];
			await edit({ do: 'set', item: uidOf(about), set: { adviceSeen } });
		},
	};
}
