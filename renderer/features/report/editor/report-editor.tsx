import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { markdown } from '@codemirror/lang-markdown';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState } from '@codemirror/state';
import { drawSelection, EditorView, keymap } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { type Ref, useEffect, useImperativeHandle, useMemo, useRef } from 'react';
import { contextField, type EditorContext, setContext } from './context.ts';
import styles from './editor.module.css';
import { insertBlock, insertValue, markLines, wrapSelection } from './format.ts';
import { liveMarks } from './live-marks.ts';

/** What the screen may ask of the editor. */
export interface EditorHandle {
	/** Puts the cursor on a line (from 1) and brings it to the upper part of the view. */
	showLine: (line: number, focus?: boolean) => void;
	wrap: (sign: string) => void;
	mark: (mark: string) => void;
	insertBlock: (source: string) => void;
	insertValue: (source: string) => void;
}

interface ReportEditorProps {
	/** The text as it came from the project; another object replaces what is shown. */
	text: { text: string };
	context: EditorContext;
	label: string;
	describedBy: string;
	onChange: (text: string) => void;
	/** The line of the cursor, from 1. */
	onLine: (line: number) => void;
	ref: Ref<EditorHandle>;
}

const highlighting = HighlightStyle.define([
	{ tag: tags.heading1, class: styles.h1 ?? '' },
	{ tag: tags.heading2, class: styles.h2 ?? '' },
	{ tag: [tags.heading3, tags.heading4, tags.heading5, tags.heading6], class: styles.h3 ?? '' },
	{ tag: tags.strong, class: styles.strong ?? '' },
	{ tag: tags.emphasis, class: styles.emphasis ?? '' },
	{ tag: tags.quote, class: styles.quote ?? '' },
	{ tag: tags.link, class: styles.link ?? '' },
	{ tag: tags.monospace, class: styles.mono ?? '' },
	{ tag: [tags.processingInstruction, tags.url, tags.contentSeparator], class: styles.signs ?? '' },
]);

/** The report's text, to write in. Tab leaves it; the keys are CodeMirror's usual ones. */
export function ReportEditor({ text, context, label, describedBy, onChange, onLine, ref }: ReportEditorProps) {
	const box = useRef<HTMLDivElement>(null);
	const view = useRef<EditorView | null>(null);
	const latest = useRef({ onChange, onLine });
	const first = useRef({ text, context });
	const names = useMemo(() => new Compartment(), []);
	const field = useMemo(() => contextField(first.current.context), []);
	useEffect(() => {
		latest.current = { onChange, onLine };
	});

	useEffect(() => {
		if (!box.current) return;
		let outside = false;
		const made = new EditorView({
			parent: box.current,
			state: EditorState.create({
				doc: first.current.text.text,
				extensions: [
					names.of([]),
					EditorView.lineWrapping,
					history(),
					drawSelection(),
					search({ top: true }),
					markdown(),
					syntaxHighlighting(highlighting),
					liveMarks(field),
					keymap.of([
						{ key: 'Mod-b', run: (one) => wrapSelection(one, '**') },
						{ key: 'Mod-i', run: (one) => wrapSelection(one, '*') },
						...searchKeymap,
						...historyKeymap,
						...defaultKeymap,
					]),
					EditorView.updateListener.of((update) => {
						outside = update.transactions.some((one) => one.isUserEvent('outside'));
						if (update.docChanged && !outside) latest.current.onChange(update.state.doc.toString());
						if (update.selectionSet || update.docChanged) {
							latest.current.onLine(update.state.doc.lineAt(update.state.selection.main.head).number);
						}
					}),
				],
			}),
		});
		view.current = made;
		return () => {
			view.current = null;
			made.destroy();
		};
	}, [field, names]);

	// Another language gives other names, and the text being written stays.
	useEffect(() => {
		const attributes = { 'aria-label': label, 'aria-describedby': describedBy, spellcheck: 'true' };
		view.current?.dispatch({ effects: names.reconfigure(EditorView.contentAttributes.of(attributes)) });
	}, [label, describedBy, names]);

	useEffect(() => {
		view.current?.dispatch({ effects: setContext.of(context) });
	}, [context]);

	useEffect(() => {
		if (view.current) takeOver(view.current, text.text);
	}, [text]);

	useImperativeHandle(
		ref,
		() => ({
			showLine: (number, focus = true) => {
				if (!view.current) return;
				const line = view.current.state.doc.line(Math.max(1, Math.min(number, view.current.state.doc.lines)));
				view.current.dispatch({
					selection: { anchor: line.to },
					effects: EditorView.scrollIntoView(line.from, { y: 'start', yMargin: 24 }),
				});
				if (focus) view.current.focus();
			},
			wrap: (sign) => view.current && wrapSelection(view.current, sign),
			mark: (mark) => view.current && markLines(view.current, mark),
			insertBlock: (source) => view.current && insertBlock(view.current, source),
			insertValue: (source) => view.current && insertValue(view.current, source),
		}),
		[],
	);

	return <div ref={box} className={styles.editor} />;
}

/** Replaces only what differs, so that the cursor stays where it was. */
function takeOver(view: EditorView, text: string): void {
	const now = view.state.doc.toString();
	if (now === text) return;
	let start = 0;
	while (start < now.length && start < text.length && now[start] === text[start]) start++;
	let end = 0;
	while (end < now.length - start && end < text.length - start && now.at(-1 - end) === text.at(-1 - end)) end++;
	view.dispatch({
		changes: { from: start, to: now.length - end, insert: text.slice(start, text.length - end) },
		userEvent: 'outside',
	});
}
