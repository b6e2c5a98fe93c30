import { type Args, type Filling, report } from './filling.ts';
import type { SourceNode } from './parse.ts';

type Heading = Extract<SourceNode, { kind: 'heading' }>;

interface Numbered {
	level: number;
	number: string;
	anchor: string;
	inContents: boolean;
}

/** Gives headings, tables and figures their numbers and places as they come, and keeps what references may point at. */
export class Numbering {
	readonly labels = new Map<string, { text: string; anchor: string }>();
	private readonly filling: Filling;
	private readonly headings = new Map<Heading, Numbered>();
	private readonly anchors = new Map<string, number>();
	private readonly counters: number[] = [];
	private readonly captions = { table: 0, figure: 0 };
	private appendices = 0;
	/** The level of the unnumbered heading or appendix that the text stands under, 0 under none: what is below it has no number either. */
	private outside = 0;

	constructor(filling: Filling) {
		this.filling = filling;
	}

	/** Numbers a heading: 1, 1.1 …, or "Bilaga 1". Headings under an unnumbered one or an appendix have none and stay out of the contents. */
	heading(node: Heading, text: string): void {
		const { words, number } = this.filling;
		const anchor = this.anchor(node.id || slug(text) || 'avsnitt');
		const inside = this.outside > 0 && node.level > this.outside;
		if (!inside) this.outside = node.mark === 'numbered' ? 0 : node.level;
		let label = '';
		if (node.mark === 'appendix') {
			label = `${words.appendix} ${number(++this.appendices)}`;
			this.outside = node.level;
		} else if (node.mark === 'numbered' && !inside) label = this.count(node.level);
		const inContents = node.level <= 3 && (!inside || node.mark === 'appendix');
		this.headings.set(node, { level: node.level, number: label, anchor, inContents });
		if (node.id) {
			const plain = text.trim();
			const named = node.mark === 'appendix' ? label : label ? `${words.section} ${label}` : plain;
			this.label(node.id, named, anchor, { name: node.id, line: node.line, column: 0, length: 0 });
		}
	}

	of(node: Heading): Numbered {
		return this.headings.get(node) ?? { level: node.level, number: '', anchor: '', inContents: false };
	}

	/** The next number of a table or figure, and its place. */
	caption(
		kind: 'table' | 'figure',
		args: Args | null,
		node: Extract<SourceNode, { kind: 'live' }>,
	): { number: number; anchor: string } {
		const number = ++this.captions[kind];
		const given = args?.get('id');
		const written = given?.value ?? node.entries.find((entry) => entry.key === 'id')?.value ?? '';
		const anchor = this.anchor(slug(written) || `${kind}-${number}`);
		if (written) {
			const place = given?.place ?? { name: node.name, line: node.line, column: 0, length: 0 };
			this.label(written.toLowerCase(), `${this.filling.words[kind]} ${number}`, anchor, place);
		}
		return { number, anchor };
	}

	private label(id: string, text: string, anchor: string, place: Args['place']): void {
		if (this.labels.has(id)) report(this.filling, place, 'double-id', id);
		else this.labels.set(id, { text, anchor });
	}

	private count(level: number): string {
		this.counters.length = Math.min(this.counters.length, level);
		while (this.counters.length < level) this.counters.push(0);
		this.counters[level - 1] = (this.counters[level - 1] ?? 0) + 1;
		// A level that was skipped counts as the first of its kind: "1.1.1" and never "1.0.1".
		for (let at = 0; at < level; at++) this.counters[at] ||= 1;
		return this.counters.slice(0, level).join('.');
	}

	private anchor(wanted: string): string {
		let used = this.anchors.get(wanted) ?? 0;
		let anchor = wanted;
		while (used > 0 && this.anchors.has(anchor)) anchor = `${wanted}-${++used}`;
		this.anchors.set(anchor, 1).set(wanted, Math.max(1, used));
		return anchor;
	}
}

/** A name for a place that every format takes: small Latin letters, digits and hyphens, beginning with a letter. Empty where nothing is left. */
function slug(text: string): string {
	const plain = text
		.slice(0, 200)
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^[^a-z]+/, '')
		.slice(0, 40)
		.replace(/-+$/, '');
	return plain;
}
