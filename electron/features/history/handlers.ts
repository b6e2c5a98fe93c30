import { AppError } from '#shared/contract/errors.ts';
import type { historyCalls } from '#shared/contract/history.ts';
import type { AppContext, Handlers } from '../../core/handlers.ts';
import { countSteps, moveInHistory, nextStep } from '../../store/history.ts';

function move(context: AppContext, direction: 'undo' | 'redo') {
	const step = moveInHistory(context.project().db, direction);
	if (!step) throw new AppError(direction === 'undo' ? 'NOTHING_TO_UNDO' : 'NOTHING_TO_REDO', {});
	return { call: step.call, at: step.at };
}

const named = (step: { call: string; at: string } | null) => step && { call: step.call, at: step.at };

export const historyHandlers: Handlers<typeof historyCalls> = {
	'history.get': ({ db }) => ({
		undo: named(nextStep(db, 'undo')),
		redo: named(nextStep(db, 'redo')),
		...countSteps(db),
	}),
	'history.undo': (context) => move(context, 'undo'),
	'history.redo': (context) => move(context, 'redo'),
};
