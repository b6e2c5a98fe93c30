import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useReducer } from 'react';
import type { Output } from '#shared/contract/calls.ts';
import { applyEdit } from '#shared/domain/instrument/edit/apply.ts';
import type { InstrumentEdit } from '#shared/domain/instrument/edit/schema.ts';
import { newId } from '../../../api/new-id.ts';
import { useRun } from '../../../api/use-run.ts';

/** The edits that come out the same here as in the core: new options get the same values, new rows the identities they are given. */
const foreseen = new Set<InstrumentEdit['do']>([
	'details',
	'set',
	'setOption',
	'addOptions',
	'removeOption',
	'addRows',
	'setScale',
	'setIndex',
	'move',
	'moveRow',
	'moveOption',
]);

/**
 * Edits a questionnaire. What the edit comes to is shown at once, by the very rule that the core applies, and read again when it is stored; after a refusal
 * what is stored is shown. Belongs where the questionnaire is read: that is drawn again in the very turn of the edit, so that the next key finds its place.
 */
export function useEdit(id: number): (edit: InstrumentEdit) => Promise<string[] | null> {
	const { run } = useRun('instrument.edit');
	const cache = useQueryClient();
	const [, redraw] = useReducer((count: number) => count + 1, 0);
	return useCallback(
		async (asked: InstrumentEdit) => {
			const edit = asked.do === 'addRows' ? { ...asked, uids: asked.texts.map(newId) } : asked;
			const queryKey = ['instrument.get', { id }];
			if (foreseen.has(edit.do)) {
				void cache.cancelQueries({ queryKey });
				cache.setQueryData<Output<'instrument.get'>>(queryKey, (now) => now && foresee(now, edit));
				redraw();
			}
			const done = await run({ id, edit });
			if (!done) void cache.invalidateQueries({ queryKey });
			return done?.made ?? null;
		},
		[run, cache, id],
	);
}

function foresee(now: Output<'instrument.get'>, edit: InstrumentEdit): Output<'instrument.get'> {
	try {
		return { ...now, definition: applyEdit(now.definition, edit, () => '').instrument };
	} catch {
		return now;
	}
}
