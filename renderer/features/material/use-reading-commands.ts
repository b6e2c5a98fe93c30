import { useCommands } from '../../app/commands.tsx';
import { useText } from '../../app/text.tsx';
import type { ReadingStep } from './reader/reading-keys.ts';

interface ReadingCommands {
	openPalette: () => void;
	step: (step: ReadingStep) => void;
	removeHere: () => void;
	canRemove: boolean;
	/** Null where no code with passages is chosen. */
	goToPassage: ((forward: boolean) => void) | null;
}

/**
 * The reader's commands for the palette and the list of shortcuts. In the text itself the same keys are its own, so that with Shift they
 * select.
 */
export function useReadingCommands({ openPalette, step, removeHere, canRemove, goToPassage }: ReadingCommands): void {
	const text = useText().document.reader;
	const steps: [ReadingStep, string][] = [
		['nextTurn', 'mod+arrowdown'],
		['previousTurn', 'mod+arrowup'],
		['nextSentence', 'alt+arrowdown'],
		['previousSentence', 'alt+arrowup'],
	];
	useCommands([
		{ id: 'reader.code', label: text.tagSelection, section: text.section, shortcut: 'k', run: openPalette },
		...steps.map(([name, shortcut]) => ({
			id: `reader.${name}`,
			label: text[name],
			section: text.section,
			shortcut,
			yieldsToText: true,
			run: () => step(name),
		})),
		{
			id: 'reader.selectSentence',
			label: text.selectSentence,
			section: text.section,
			run: () => step('selectSentence'),
		},
		{ id: 'reader.remove', label: text.removeHere, section: text.section, enabled: canRemove, run: removeHere },
		{
			id: 'reader.nextPassage',
			label: text.nextPassage,
			section: text.section,
			shortcut: 'f3',
			enabled: goToPassage !== null,
			run: () => goToPassage?.(true),
		},
		{
			id: 'reader.previousPassage',
			label: text.previousPassage,
			section: text.section,
			shortcut: 'shift+f3',
			enabled: goToPassage !== null,
			run: () => goToPassage?.(false),
		},
	]);
}
