import { type Range as MarkRange, RangeSet } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate, WidgetType } from '@codemirror/view';
import { codingsWithin, type Stretch, stretchesOf } from '#shared/domain/coding/lanes.ts';
import { indexAt } from '#shared/domain/coding/ranges.ts';
import { codingsField, type ReaderCodings, type ReaderContent, type ReaderTurn, setCodings } from './content.ts';
import styles from './reader.module.css';

/** The name and time of a turn, in the column beside its words. */
class TurnHead extends WidgetType {
	readonly label: string;
	readonly detail: string;
	constructor(turn: ReaderTurn) {
		super();
		this.label = turn.label;
		this.detail = turn.detail;
	}
	override eq(other: TurnHead): boolean {
		return other.label === this.label && other.detail === this.detail;
	}
	toDOM(): HTMLElement {
		const head = document.createElement('span');
		head.className = styles.head ?? '';
		for (const [name, text] of [
			['name', this.label],
			['time', this.detail],
		] as const) {
			if (!text) continue;
			const part = head.appendChild(document.createElement('span'));
			part.className = styles[name] ?? '';
			part.textContent = text;
			if (name === 'name') part.title = text;
		}
		return head;
	}
}

const lineOf = (...classes: (string | undefined)[]) => Decoration.line({ class: classes.filter(Boolean).join(' ') });
const plainLine = lineOf(styles.line);
const askingLine = lineOf(styles.line, styles.asking);
const firstLine = lineOf(styles.line, styles.first);
const firstAskingLine = lineOf(styles.line, styles.first, styles.asking);
const gapLine = lineOf(styles.gap);
const headLine = lineOf(styles.headLine);
const questionLine = lineOf(styles.line, styles.question);
const hidden = Decoration.replace({});

/** The mark of a stretch: up to three underlines, the most particular nearest the words, and a tint. Made once for each combination. */
const markCache = new Map<string, Decoration>();
function markOf(stretch: Stretch, { codes, chosen }: ReaderCodings): Decoration {
	const colors = [...new Set(stretch.codings.map((coding) => codes.get(coding.codeId)?.color ?? 0))];
	const isChosen = chosen.size > 0 && stretch.codings.some((coding) => chosen.has(coding.codeId));
	if (isChosen) {
		const first = stretch.codings.find((coding) => chosen.has(coding.codeId));
		const color = codes.get(first?.codeId ?? 0)?.color ?? 0;
		colors.splice(colors.indexOf(color), 1);
		colors.unshift(color);
	}
	const shown = colors.slice(0, 3);
	const look = isChosen ? styles.chosen : chosen.size > 0 ? styles.faint : undefined;
	const key = `${shown.join(' ')} ${look}`;
	const known = markCache.get(key);
	if (known) return known;
	const lines = shown.map((color, at) => styles[`line${at + 1}-${color}`]);
	const mark = Decoration.mark({
		class: [styles.coded, styles[`lines${shown.length}`], look, ...lines].filter(Boolean).join(' '),
	});
	markCache.set(key, mark);
	return mark;
}

interface Drawn {
	all: DecorationSet;
	/** What the cursor steps over. */
	atomic: DecorationSet;
}

/** Draws what is in view and no more: a text of a million characters costs what a page costs. */
function draw(view: EditorView, content: ReaderContent): Drawn {
	const { from, to } = view.viewport;
	const doc = view.state.doc;
	const marks: MarkRange<Decoration>[] = [];
	const atomic: MarkRange<Decoration>[] = [];
	for (let pos = from; pos <= to; ) {
		const line = doc.lineAt(pos);
		pos = line.to + 1;
		if (line.length === 0) {
			marks.push(gapLine.range(line.from));
			continue;
		}
		const heading = content.headings[indexAt(content.headings, line.from)];
		if (heading && heading.start <= line.from) {
			marks.push(questionLine.range(line.from));
			continue;
		}
		const turn = content.turns[indexAt(content.turns, line.from)];
		if (!turn || turn.headStart > line.to) {
			marks.push(plainLine.range(line.from));
		} else if (turn.start > line.to) {
			// Name and time stand on lines of their own in the text: the column beside shows them.
			marks.push(headLine.range(line.from));
			atomic.push(hidden.range(line.from, line.to));
		} else if (turn.start >= line.from) {
			const named = turn.label !== '' || turn.detail !== '';
			// Room for the name and time where the words alone would not give it.
			const alone = named && turn.end <= line.to;
			const [first, asking] = alone ? [firstLine, firstAskingLine] : [plainLine, askingLine];
			marks.push((turn.asking ? asking : first).range(line.from));
			const head = new TurnHead(turn);
			if (turn.start > line.from) atomic.push(Decoration.replace({ widget: head }).range(line.from, turn.start));
			else if (named) marks.push(Decoration.widget({ widget: head, side: -1 }).range(turn.start));
		} else marks.push((turn.asking ? askingLine : plainLine).range(line.from));
	}
	const codings = view.state.field(codingsField);
	const within = { start: from, end: to };
	for (const stretch of stretchesOf(codingsWithin(codings.codings, codings.reach, within), within)) {
		marks.push(markOf(stretch, codings).range(stretch.start, stretch.end));
	}
	return { all: Decoration.set([...marks, ...atomic], true), atomic: Decoration.set(atomic, true) };
}

/** Turns and codings of what is in view, as decorations of the text. */
export function textMarks(content: ReaderContent) {
	const plugin = ViewPlugin.fromClass(
		class {
			drawn: Drawn;
			constructor(view: EditorView) {
				this.drawn = draw(view, content);
			}
			update(update: ViewUpdate) {
				const recoded = update.transactions.some((one) => one.effects.some((effect) => effect.is(setCodings)));
				if (update.docChanged || update.viewportChanged || recoded) this.drawn = draw(update.view, content);
			}
		},
		{
			decorations: (value) => value.drawn.all,
			provide: (self) => EditorView.atomicRanges.of((view) => view.plugin(self)?.drawn.atomic ?? RangeSet.empty),
		},
	);
	return plugin;
}
