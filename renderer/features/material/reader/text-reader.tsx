import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView } from '@codemirror/view';
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import type { Range } from '#shared/domain/coding/ranges.ts';
import { rangeToCode } from '#shared/domain/coding/reading.ts';
import { codingsField, type ReaderCodings, type ReaderContent, setCodings } from './content.ts';
import { marginBars } from './margin-bars.ts';
import styles from './reader.module.css';
import { goTo, type ReadingStep, readingKeys, takeStep } from './reading-keys.ts';
import { textMarks } from './text-marks.ts';

export interface Selection {
	from: number;
	to: number;
	head: number;
}

/** What the screen may ask of the reader. */
export interface ReaderHandle {
	focus: () => void;
	/** Selects a range, or puts the cursor where start and end are one, and brings it to the middle of the view. */
	show: (range: Range) => void;
	/** What would be coded now; selects it, so that one sees what it is. */
	takeRange: () => Range | null;
	/** Where a panel at the selection belongs, in pixels of the reader: under it, or with `above` over it. */
	placeAt: (offset: number) => { left: number; top: number; bottom: number; height: number; width: number } | null;
	step: (step: ReadingStep) => void;
}

interface TextReaderProps {
	content: ReaderContent;
	codings: ReaderCodings;
	label: string;
	/** The id of the text that explains the keys. */
	describedBy: string;
	onSelect: (selection: Selection) => void;
	onPalette: (typed: string) => void;
	onRemoveHere: () => void;
	onBar: (codingId: number) => void;
	/** A drag of the mouse that selected something has ended. */
	onDragEnd: (head: number) => void;
	ref: Ref<ReaderHandle>;
}

/**
 * A text to read and select in, with its codings drawn. CodeMirror draws what is in view only, so that its length does not matter. The text
 * cannot be changed; the reading cursor is CodeMirror's.
 */
export function TextReader({ content, codings, label, describedBy, ref, ...events }: TextReaderProps) {
	const box = useRef<HTMLDivElement>(null);
	const view = useRef<EditorView | null>(null);
	const shown = useRef(codings);
	const place = useRef({ text: '', anchor: 0, head: 0 });
	const latest = useRef(events);
	useEffect(() => {
		latest.current = events;
	});

	useEffect(() => {
		if (!box.current) return;
		const made = new EditorView({
			parent: box.current,
			state: EditorState.create({
				doc: content.text,
				// In another language it is the same text, and one is where one was.
				selection:
					place.current.text === content.text
						? { anchor: place.current.anchor, head: place.current.head }
						: { anchor: content.turns[0]?.start ?? 0 },
				extensions: [
					EditorState.readOnly.of(true),
					EditorView.editable.of(false),
					EditorView.contentAttributes.of({
						tabindex: '0',
						'aria-label': label,
						'aria-describedby': describedBy,
						translate: 'no',
					}),
					EditorView.lineWrapping,
					drawSelection(),
					codingsField,
					textMarks(content),
					marginBars((id) => latest.current.onBar(id)),
					readingKeys(content, {
						openPalette: (typed) => latest.current.onPalette(typed),
						removeHere: () => latest.current.onRemoveHere(),
					}),
					EditorView.updateListener.of((update) => {
						if (!update.selectionSet) return;
						const { from, to, head } = update.state.selection.main;
						latest.current.onSelect({ from, to, head });
					}),
					EditorView.domEventHandlers({
						mouseup: (_event, editor) => {
							// After CodeMirror has taken the selection in.
							setTimeout(() => {
								const { empty, head } = editor.state.selection.main;
								if (!empty) latest.current.onDragEnd(head);
							});
						},
					}),
				],
			}),
		});
		made.dispatch({ effects: setCodings.of(shown.current) });
		view.current = made;
		return () => {
			const { anchor, head } = made.state.selection.main;
			place.current = { text: content.text, anchor, head };
			view.current = null;
			made.destroy();
		};
	}, [content, label, describedBy]);

	useEffect(() => {
		shown.current = codings;
		view.current?.dispatch({ effects: setCodings.of(codings) });
	}, [codings]);

	useImperativeHandle(
		ref,
		() => ({
			focus: () => view.current?.focus(),
			show: (range) => {
				if (!view.current) return;
				// Without the focus CodeMirror would go back to what the browser has as its selection in the text.
				if (!view.current.hasFocus) view.current.contentDOM.ownerDocument.getSelection()?.removeAllRanges();
				const end = Math.min(range.end, content.text.length);
				const start = Math.min(range.start, end);
				view.current.dispatch({
					selection: { anchor: start, head: end },
					effects: EditorView.scrollIntoView(start, { y: 'center' }),
				});
			},
			takeRange: () => {
				if (!view.current) return null;
				const { from, to } = view.current.state.selection.main;
				const range = rangeToCode(content, { start: from, end: to });
				if (range) goTo(view.current, range);
				return range;
			},
			placeAt: (offset) => {
				const here = box.current?.getBoundingClientRect();
				const at = view.current?.coordsAtPos(offset);
				if (!here || !at) return null;
				return {
					left: at.left - here.left,
					top: at.top - here.top,
					bottom: at.bottom - here.top,
					height: here.height,
					width: here.width,
				};
			},
			step: (step) => {
				if (view.current) takeStep(view.current, content, step);
			},
		}),
		[content],
	);

	return (
		<div
			ref={box}
			className={`${styles.editor} ${content.turns.some((turn) => turn.label || turn.detail) ? '' : styles.unnamed}`}
		/>
	);
}
