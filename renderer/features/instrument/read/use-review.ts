import { useCallback, useRef, useState } from 'react';
import { applyEdit } from '#shared/domain/instrument/edit/apply.ts';
import { withUids } from '#shared/domain/instrument/edit/references.ts';
import type { InstrumentEdit } from '#shared/domain/instrument/edit/schema.ts';
import type { Instrument } from '#shared/domain/instrument/model.ts';
import { asRefusal } from '../../../api/client.ts';
import { newId } from '../../../api/new-id.ts';
import { useNotes } from '../../../app/notes.tsx';

/** The corrections of each reading, so that they are there when one comes back to it. */
const corrections = new WeakMap<Instrument, readonly Instrument[]>();

/** A questionnaire that is put right before it is stored, by the very rules of the editor; each correction can be taken back. */
export function useReview(read: Instrument): {
	instrument: Instrument;
	edit: (edit: InstrumentEdit) => Promise<string[] | null>;
	/** Takes the latest correction back; null where there is none. */
	undo: (() => void) | null;
} {
	const { showRefusal } = useNotes();
	const [steps, setSteps] = useState<readonly Instrument[]>(() => corrections.get(read) ?? [withUids(read)]);
	const latest = useRef(steps);
	const show = useCallback(
		(next: readonly Instrument[]) => {
			latest.current = next;
			corrections.set(read, next);
			setSteps(next);
		},
		[read],
	);
	const edit = useCallback(
		async (one: InstrumentEdit) => {
			const now = latest.current.at(-1);
			if (!now) return null;
			try {
				const { instrument, made } = applyEdit(now, one, newId);
				show([...latest.current, instrument]);
				return made;
			} catch (error) {
				showRefusal(asRefusal(error));
				return null;
			}
		},
		[show, showRefusal],
	);
	const undo = useCallback(() => show(latest.current.slice(0, -1)), [show]);
	return { instrument: steps.at(-1) ?? read, edit, undo: steps.length > 1 ? undo : null };
}
