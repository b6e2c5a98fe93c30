import { standardKeymap } from '@codemirror/commands';
import { EditorSelection } from '@codemirror/state';
import { type Command, type EditorView, type KeyBinding, keymap } from '@codemirror/view';
import { indexAt, type Range, trimRange } from '#shared/domain/coding/ranges.ts';
import { sentencesOf } from '#shared/domain/document/sentences.ts';
import type { ReaderContent } from './content.ts';

/** What the reading keys ask of the screen around the text. */
export interface ReadingActions {
	/** Opens the palette of codes at the selection, with what was typed to get there. */
	openPalette: (typed: string) => void;
	removeHere: () => void;
}

type Unit = 'turn' | 'sentence';

function unitsAround(content: ReaderContent, unit: Unit, offset: number): readonly Range[] {
	if (unit === 'turn') return content.turns;
	const at = indexAt(content.turns, offset);
	const around = content.turns.slice(
		Math.max(0, (at < 0 ? content.turns.length : at) - 1),
		at < 0 ? undefined : at + 2,
	);
	return around.flatMap((turn) => sentencesOf(content.text, turn.start, turn.end));
}

/** Where the next step of reading leads: to a unit's beginning, or with `extend` over it. */
function stepFrom(content: ReaderContent, unit: Unit, forward: boolean, extend: boolean, head: number): number {
	const units = unitsAround(content, unit, head);
	const edges = units.map((one) => (forward && extend ? one.end : one.start));
	const next = forward ? edges.find((edge) => edge > head) : edges.findLast((edge) => edge < head);
	return next ?? head;
}

function move(content: ReaderContent, unit: Unit, forward: boolean, extend: boolean): Command {
	return (view) => {
		const { anchor, head } = view.state.selection.main;
		const to = stepFrom(content, unit, forward, extend, head);
		goTo(view, extend ? { start: anchor, end: to } : { start: to, end: to });
		return true;
	};
}

/** The steps of reading by name: what the palette of commands offers. */
export type ReadingStep = 'nextTurn' | 'previousTurn' | 'nextSentence' | 'previousSentence' | 'selectSentence';

/** Takes one step of reading. */
export function takeStep(view: EditorView, content: ReaderContent, step: ReadingStep): void {
	if (step === 'selectSentence') {
		const range = grownSelection(content, view.state.selection.main);
		if (range) goTo(view, range);
		return;
	}
	move(content, step.endsWith('Turn') ? 'turn' : 'sentence', step.startsWith('next'), false)(view);
}

/** Puts the selection (backwards if `end` comes first) and shows it. */
export function goTo(view: EditorView, { start, end }: Range): void {
	view.dispatch({ selection: EditorSelection.single(start, end), scrollIntoView: true, userEvent: 'select' });
}

/** The sentence at the cursor; where that or more is already selected, the turn. */
export function grownSelection(content: ReaderContent, { from, to }: { from: number; to: number }): Range | null {
	const turn = content.turns[indexAt(content.turns, from)];
	if (!turn) return null;
	const sentences = sentencesOf(content.text, turn.start, turn.end);
	const sentence = sentences[Math.max(0, indexAt(sentences, from))];
	if (sentence && (to - from < sentence.end - sentence.start || to === from) && to <= sentence.end) return sentence;
	return { start: turn.start, end: turn.end };
}

/** What would be coded now: the selection without space at its ends, else the sentence at the cursor. */
export function rangeToCode(content: ReaderContent, selection: { from: number; to: number }): Range | null {
	if (selection.from === selection.to) return grownSelection(content, selection);
	return trimRange(content.text, { start: selection.from, end: selection.to });
}

/** The keys of the reader. A letter or Enter opens the palette: nothing can be typed into the text. */
export function readingKeys(content: ReaderContent, actions: ReadingActions) {
	const both = (key: string, mac: string, unit: Unit, forward: boolean): KeyBinding => ({
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
