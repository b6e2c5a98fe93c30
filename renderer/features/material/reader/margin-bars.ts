import { type EditorView, type LayerMarker, layer } from '@codemirror/view';
import { codingsWithin } from '#shared/domain/coding/lanes.ts';
import { codingsField, setCodings } from './content.ts';
import styles from './reader.module.css';

/** Lanes that have room. Bars beyond share the outermost. */
const laneCount = 6;
const laneWidth = 7;

class Bar implements LayerMarker {
	readonly id: number;
	readonly name: string;
	readonly color: number;
	readonly faint: boolean;
	readonly left: number;
	readonly top: number;
	readonly height: number;
	constructor(of: {
		id: number;
		name: string;
		color: number;
		faint: boolean;
		left: number;
		top: number;
		height: number;
	}) {
		this.id = of.id;
		this.name = of.name;
		this.color = of.color;
		this.faint = of.faint;
		this.left = of.left;
		this.top = of.top;
		this.height = of.height;
	}
	eq(other: LayerMarker): boolean {
		return (
			other instanceof Bar &&
			other.id === this.id &&
			other.name === this.name &&
			other.color === this.color &&
			other.faint === this.faint &&
			other.left === this.left &&
			other.top === this.top &&
			other.height === this.height
		);
	}
	draw(): HTMLElement {
		const bar = document.createElement('div');
		this.paint(bar);
		return bar;
	}
	update(bar: HTMLElement): boolean {
		this.paint(bar);
		return true;
	}
	private paint(bar: HTMLElement): void {
		bar.className = `${styles.bar} ${this.faint ? styles.faintBar : ''}`;
		bar.title = this.name;
		bar.dataset.coding = String(this.id);
		bar.style.left = `${this.left}px`;
		bar.style.top = `${this.top}px`;
		bar.style.height = `${this.height}px`;
		bar.style.background = `var(--code-${this.color})`;
	}
}

function barsOf(view: EditorView): Bar[] {
	const { codings, reach, codes, chosen } = view.state.field(codingsField);
	const { from, to } = view.viewport;
	const page = view.scrollDOM.getBoundingClientRect();
	const originTop = page.top - view.scrollDOM.scrollTop;
	const left = view.contentDOM.getBoundingClientRect().left - page.left + view.scrollDOM.scrollLeft;
	const bars: Bar[] = [];
	for (const coding of codingsWithin(codings, reach, { start: from, end: to })) {
		const first = view.coordsAtPos(Math.max(coding.start, from), 1);
		const last = view.coordsAtPos(Math.min(coding.end, to), -1);
		if (!first || !last) continue;
		const code = codes.get(coding.codeId);
		const lane = Math.min(coding.lane, laneCount - 1);
		bars.push(
			new Bar({
				id: coding.id,
				name: code?.name ?? '',
				color: code?.color ?? 0,
				faint: chosen.size > 0 && !chosen.has(coding.codeId),
				left: Math.round(left + (laneCount - 1 - lane) * laneWidth + 4),
				top: Math.round(first.top - originTop),
				height: Math.max(6, Math.round(last.bottom - first.top)),
			}),
		);
	}
	return bars;
}

/** A bar in the margin for each coding in view, side by side where they overlap. A bar says its code when pointed at; clicked, it is chosen. */
export function marginBars(onChoose: (codingId: number) => void) {
	const choose = (event: MouseEvent) => {
		const id = event.target instanceof HTMLElement ? event.target.dataset.coding : undefined;
		if (id === undefined) return;
		event.preventDefault();
		onChoose(Number(id));
	};
	return layer({
		above: true,
		class: styles.bars ?? '',
		markers: barsOf,
		update: (update) =>
			update.docChanged ||
			update.viewportChanged ||
			update.geometryChanged ||
			update.transactions.some((one) => one.effects.some((effect) => effect.is(setCodings))),
		mount: (dom) => dom.addEventListener('mousedown', choose),
		destroy: (dom) => dom.removeEventListener('mousedown', choose),
	});
}
