import type { ChangingName } from '#shared/contract/calls.ts';
import { useCall } from '../api/use-call.ts';
import { useText } from './text.tsx';

/** What can be undone and redone, each named by the step: "Ångra: lade till kod". */
export function useHistory(open: boolean) {
	const { frame, commands } = useText();
	const { data } = useCall('history.get', {}, { enabled: open });
	const nameOf = (call: string) => commands[call as ChangingName] ?? call;
	return {
		canUndo: open && Boolean(data?.undo),
		canRedo: open && Boolean(data?.redo),
		undoLabel: data?.undo ? frame.history.undoStep(nameOf(data.undo.call)) : frame.history.nothingToUndo,
		redoLabel: data?.redo ? frame.history.redoStep(nameOf(data.redo.call)) : frame.history.nothingToRedo,
		/** When the last change was saved, ISO 8601. */
		savedAt: data?.undo?.at ?? null,
		nameOf,
	};
}
