import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Output } from '#shared/contract/calls.ts';
import { applyEdit } from '#shared/domain/instrument/edit/apply.ts';
import type { InstrumentEdit } from '#shared/domain/instrument/edit/schema.ts';
import { useRun } from '../../../api/use-run.ts';

/** The edits that make nothing new, and so come out the same here as in the core. */
const foreseen = new Set<InstrumentEdit['do']>([
	'details',
	'set',
	'setOption',
	'setScale',
	'setIndex',
	'move',
	'moveRow',
	'moveOption',
]);

/**
 * Edits a questionnaire. What the edit comes to is shown at once, by the very rule that the core applies, and read again when it is stored; after a refusal
 * what is stored is shown.
 */
export function useEdit(id: number): (edit: InstrumentEdit) => Promise<string[] | null> {
	const { run } = useRun('instrument.edit');
	const cache = useQueryClient();
	return useCallback(
		async (edit: InstrumentEdit) => {
			const queryKey = ['instrument.get', { id }];
			if (foreseen.has(edit.do)) {
				void cache.cancelQueries({ queryKey });
				cache.setQueryData<Output<'instrument.get'>>(queryKey, (now) => now && foresee(now, edit));
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
