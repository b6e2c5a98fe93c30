import { type EditorState, type Extension, type Range, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, keymap } from '@codemirror/view';
import type { ReportProblem } from '#shared/domain/report/model.ts';
import { type SourceBlock, splitSource } from '#shared/domain/report/source.ts';
import { type EditorContext, setContext } from './context.ts';
import styles from './editor.module.css';
import { BlockWidget, ProblemWidget, ValueWidget } from './widgets.ts';

const valuePattern = /\{\{[^{}\n]{1,600}\}\}/g;
const blockLine = Decoration.line({ class: styles.blockSource ?? '' });
const wrong = Decoration.mark({ class: styles.wrong ?? '' });

/**
 * The report's marks in the editor: live values as pills, live blocks as bordered lines, problems underlined and said under their line. A
 * value or block shows its source while the cursor is in it.
 */
export function liveMarks(context: StateField<EditorContext>): Extension {
	const blocks = StateField.define<readonly SourceBlock[]>({
		create: (state) => blocksOf(state),
		update: (value, transaction) => (transaction.docChanged ? blocksOf(transaction.state) : value),
	});
	const marks = StateField.define<DecorationSet>({
		create: (state) => decorate(state, state.field(blocks), state.field(context)),
		update(value, transaction) {
			const told = transaction.effects.some((effect) => effect.is(setContext));
			if (!transaction.docChanged && !transaction.selection && !told) return value;
			return decorate(transaction.state, transaction.state.field(blocks), transaction.state.field(context));
		},
		provide: (field) => EditorView.decorations.from(field),
	});
	const intoBlock = (down: boolean) => (view: EditorView) => {
		const { main } = view.state.selection;
		const line = view.state.doc.lineAt(main.head);
		const block = view.state
			.field(blocks)
			.find((one) => (down ? one.line === line.number + 1 : one.endLine === line.number - 1));
		if (!block || !main.empty) return false;
		view.dispatch({
			selection: { anchor: view.state.doc.line(down ? block.line : block.endLine).to },
			scrollIntoView: true,
		});
		return true;
	};
	// A folded block is one step for the arrows: into its source, and out on the other side.
	const keys = keymap.of([
		{ key: 'ArrowDown', run: intoBlock(true) },
		{ key: 'ArrowUp', run: intoBlock(false) },
	]);
	return [context, blocks, marks, keys];
}

function blocksOf(state: EditorState): readonly SourceBlock[] {
	return splitSource(state.doc.toString()).filter((part) => part.kind === 'block');
}

function decorate(
	state: EditorState,
	blocks: readonly SourceBlock[],
	{ values, problems, words }: EditorContext,
): DecorationSet {
	const { doc, selection } = state;
	const touches = (from: number, to: number) => selection.ranges.some((range) => range.from <= to && range.to >= from);
	const found: Range<Decoration>[] = [];
	const folded = new Map<number, SourceBlock>();
	for (const block of blocks) {
		const from = doc.line(block.line).from;
		const to = doc.line(block.endLine).to;
		const bad = problems.some((problem) => problem.line >= block.line && problem.line <= block.endLine);
		if (block.closed && !touches(from, to)) {
			found.push(Decoration.replace({ widget: new BlockWidget(block, words, bad), block: true }).range(from, to));
			for (let line = block.line; line <= block.endLine; line++) folded.set(line, block);
		} else {
			for (let line = block.line; line <= block.endLine; line++) found.push(blockLine.range(doc.line(line).from));
		}
	}
	for (const match of doc.toString().matchAll(valuePattern)) {
		const to = match.index + match[0].length;
		if (touches(match.index, to) || folded.has(doc.lineAt(match.index).number)) continue;
		found.push(Decoration.replace({ widget: new ValueWidget(match[0], values[match[0]]) }).range(match.index, to));
	}
	for (const problem of problems) {
		if (problem.line > doc.lines) continue;
		const line = doc.line(problem.line);
		const fold = folded.get(problem.line);
		const end = fold ? doc.line(fold.endLine).to : line.to;
		const text = words.problems[problem.reason](problem.name, problem.detail);
		const mend = mendOf(problem);
		const widget = new ProblemWidget(text, mend ? problem.suggestions : [], words.screen.meant, (view, suggestion) =>
			mend?.(view, suggestion),
		);
		found.push(Decoration.widget({ widget, block: true, side: 1 }).range(end));
		const from = line.from + Math.min(problem.column, line.length);
		const to = problem.length > 0 ? Math.min(line.to, from + problem.length) : line.to;
		if (!fold && to > from) found.push(wrong.range(from, to));
	}
	return Decoration.set(found, true);
}

/** How a suggestion is put in: in place of the word at fault, or as the line that is missing. */
function mendOf({ reason, line: number, detail }: ReportProblem) {
	if (reason === 'unclosed') return undefined;
	return (view: EditorView, suggestion: string) => {
		const { doc } = view.state;
		if (number > doc.lines) return;
		const line = doc.line(number);
		const at = line.text.toLowerCase().indexOf(detail.toLowerCase());
		const change =
			reason === 'missing-key' && line.text.startsWith(':::')
				? { from: line.to, insert: `\n${detail}: ${suggestion}` }
				: at >= 0 && reason !== 'missing-key'
					? { from: line.from + at, to: line.from + at + detail.length, insert: suggestion }
					: null;
		if (change) view.dispatch({ changes: change, userEvent: 'input.complete' });
		view.focus();
	};
}
