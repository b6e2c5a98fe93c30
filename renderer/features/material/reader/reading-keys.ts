import { standardKeymap } from '@codemirror/commands';
import { EditorSelection } from '@codemirror/state';
import { type Command, type EditorView, type KeyBinding, keymap } from '@codemirror/view';
import type { Range } from '#shared/domain/coding/ranges.ts';
import { grownSelection, readingStep } from '#shared/domain/coding/reading.ts';
import type { ReaderContent } from './content.ts';

/** What the reading keys ask of the screen around the text. */
export interface ReadingActions {
	/** Opens the palette of codes at the selection, with what was typed to get there. */
	openPalette: (typed: string) => void;
	removeHere: () => void;
}

function move(content: ReaderContent, unit: 'turn' | 'sentence', forward: boolean, extend: boolean): Command {
	return (view) => {
		const { anchor, head } = view.state.selection.main;
		const to = readingStep(content, head, { unit, forward, extend });
		goTo(view, extend ? { start: anchor, end: to } : { start: to, end: to });
		return true;
	};
}

/** The steps of reading by name: what the palette of commands offers. */
export type ReadingStep = 'nextTurn' | 'previousTurn' | 'nextSentence' | 'previousSentence' | 'selectSentence';

/** Takes one step of reading. */
export function takeStep(view: EditorView, content: ReaderContent, step: ReadingStep): void {
	if (step === 'selectSentence') {
		const { from, to } = view.state.selection.main;
		const range = grownSelection(content, { start: from, end: to });
		if (range) goTo(view, range);
		return;
	}
	move(content, step.endsWith('Turn') ? 'turn' : 'sentence', step.startsWith('next'), false)(view);
}

/** Puts the selection (backwards if `end` comes first) and shows it. */
export function goTo(view: EditorView, { start, end }: Range): void {
	view.dispatch({ selection: EditorSelection.single(start, end), scrollIntoView: true, userEvent: 'select' });
}

/** The keys of the reader. A letter or Enter opens the palette: nothing can be typed into the text. */
export function readingKeys(content: ReaderContent, actions: ReadingActions) {
	const both = (key: string, mac: string, unit: 'turn' | 'sentence', forward: boolean): KeyBinding => ({
		key,
		mac,
		run: move(content, unit, forward, false),
		shift: move(content, unit, forward, true),
		preventDefault: true,
	});
	const grow: Command = (view) => {
		takeStep(view, content, 'selectSentence');
		return true;
	};
	const run = (act: () => void): Command => {
		return () => {
			act();
			return true;
		};
	};
	return [
		keymap.of([
			both('Ctrl-ArrowDown', 'Alt-ArrowDown', 'turn', true),
			both('Ctrl-ArrowUp', 'Alt-ArrowUp', 'turn', false),
			both('Alt-ArrowDown', 'Ctrl-Alt-ArrowDown', 'sentence', true),
			both('Alt-ArrowUp', 'Ctrl-Alt-ArrowUp', 'sentence', false),
			{ key: 'Space', run: grow, preventDefault: true },
			{ key: 'Enter', run: run(() => actions.openPalette('')), preventDefault: true },
			{ key: 'Delete', run: run(actions.removeHere), preventDefault: true },
			{
				key: 'Escape',
				run: (view) => {
					const { main } = view.state.selection;
					if (main.empty) return false;
					view.dispatch({ selection: { anchor: main.head } });
					return true;
				},
			},
			{
				any: (_view, event) => {
					if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
					if (!/^[\p{L}\p{N}]$/u.test(event.key)) return false;
					event.preventDefault();
					// "K" alone only opens it, as the palette's own key; any other letter begins the search.
					actions.openPalette(event.key.toLowerCase() === 'k' ? '' : event.key);
					return true;
				},
			},
		]),
		keymap.of(standardKeymap.filter((binding) => !/Delete|Backspace|Enter|Tab/.test(binding.key ?? ''))),
	];
}
