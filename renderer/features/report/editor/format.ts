import type { EditorView } from '@codemirror/view';

/** Puts a sign on both sides of the selection, or takes it away. True, as a command of the keyboard says that it did something. */
export function wrapSelection(view: EditorView, sign: string): true {
	const { from, to } = view.state.selection.main;
	const text = view.state.sliceDoc(from, to);
	const outer =
		view.state.sliceDoc(from - sign.length, from) === sign && view.state.sliceDoc(to, to + sign.length) === sign;
	view.dispatch(
		outer
			? {
					changes: [
						{ from: from - sign.length, to: from },
						{ from: to, to: to + sign.length },
					],
				}
			: {
					changes: { from, to, insert: sign + text + sign },
					selection: { anchor: from + sign.length, head: to + sign.length },
				},
	);
	view.focus();
	return true;
}

/** Begins each selected line with a mark ("- ", "> ", "## "), or takes the same mark away. */
export function markLines(view: EditorView, mark: string): void {
	const { doc, selection } = view.state;
	const first = doc.lineAt(selection.main.from).number;
	const last = doc.lineAt(selection.main.to).number;
	const lines = Array.from({ length: last - first + 1 }, (_, at) => doc.line(first + at));
	const has = lines.every((line) => line.text.startsWith(mark));
	view.dispatch({
		changes: lines.map((line) => {
			if (has) return { from: line.from, to: line.from + mark.length };
			const old = mark.startsWith('#') ? (/^#{1,6}\s+/.exec(line.text)?.[0].length ?? 0) : 0;
			return { from: line.from, to: line.from + old, insert: mark };
		}),
	});
	view.focus();
}

/** Puts a live block on lines of its own after the line of the cursor. */
export function insertBlock(view: EditorView, source: string): void {
	const { doc, selection } = view.state;
	const line = doc.lineAt(selection.main.head);
	const next = line.number < doc.lines ? doc.line(line.number + 1).text : '';
	const before = line.text.trim() === '' ? '' : '\n\n';
	const after = next.trim() === '' ? '\n' : '\n\n';
	const insert = before + source + after;
	view.dispatch({
		changes: { from: line.to, insert },
		selection: { anchor: line.to + insert.length },
		scrollIntoView: true,
	});
	view.focus();
}

/** Puts a live value where the cursor is. */
export function insertValue(view: EditorView, source: string): void {
	view.dispatch(view.state.replaceSelection(source), { scrollIntoView: true });
	view.focus();
}
