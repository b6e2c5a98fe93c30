import type { Language } from '#shared/contract/basics.ts';
import { formatDate } from '#shared/i18n/format.ts';
import { fillGroupFigure, fillItemFigure } from './fill-figure.ts';
import { fillInstrument } from './fill-instrument.ts';
import { fillCategories, fillDocuments, fillQuotations } from './fill-material.ts';
import { fillItems, fillRates } from './fill-table.ts';
import { fillValue, type Labels } from './fill-value.ts';
import { type Args, argsOfBlock, type Filling, report, splitList, startFilling } from './filling.ts';
import type { SourceInline } from './inlines.ts';
import type { ReportLookup } from './lookup.ts';
import type { Block, Inline, ReportDocument, ReportProblem } from './model.ts';
import { Numbering } from './numbering.ts';
import type { Parsed, SourceNode } from './parse.ts';
import { blockNames, blockSpecs, isBlockName } from './specs.ts';
import { takeValues, type ValueUse } from './values.ts';

type Live = Extract<SourceNode, { kind: 'live' }>;

export interface Resolved {
	document: ReportDocument;
	problems: ReportProblem[];
	/** What each live value came to, by how it is written: what an editor shows in its place. */
	values: Record<string, string>;
}

/**
 * Fills a report from the data: live blocks and values replaced, headings, tables and figures numbered, references set. What cannot be
 * filled is in `problems`, by line; its block is `unfilled`, its value stands as it was written. Pure but for `lookup`'s reads.
 */
export function resolveReport(parsed: Parsed, lookup: ReportLookup, language: Language): Resolved {
	const filling = startFilling(lookup, language);
	const numbering = new Numbering(filling);
	// Headings and captions are numbered before any text is filled, since a reference may point forwards.
	const ready = new Map<SourceNode, Block[]>();
	for (const node of parsed.nodes) {
		if (node.kind === 'heading') numbering.heading(node, plainText(node.content, parsed));
		if (node.kind === 'live') ready.set(node, fillLive(filling, node, numbering));
	}
	const blocks = parsed.nodes.flatMap((node) => ready.get(node) ?? blocksOf(filling, node, parsed, numbering));
	filling.problems.sort((a, b) => a.line - b.line || a.column - b.column);
	const document = { title: lookup.title, language, author: lookup.project.commissioner, blocks };
	return { document, problems: filling.problems, values: Object.fromEntries(filling.values) };
}

function plainText(content: readonly SourceInline[], parsed: Parsed): string {
	return content.map((one) => ('value' in one ? (parsed.values[one.value]?.raw ?? '') : one.text)).join('');
}

function blocksOf(filling: Filling, node: SourceNode, parsed: Parsed, numbering: Numbering): Block[] {
	const inlines = (content: readonly SourceInline[]) => fillInlines(filling, content, parsed, numbering.labels);
	const { line } = node;
	switch (node.kind) {
		case 'heading': {
			const { level, number, anchor, inContents } = numbering.of(node);
			return [{ kind: 'heading', level, number, anchor, inContents, content: inlines(node.content), line }];
		}
		case 'paragraph':
			return [{ kind: 'paragraph', content: inlines(node.content), line }];
		case 'list': {
			const items = node.items.map((item) => item.flatMap((one) => blocksOf(filling, one, parsed, numbering)));
			return [{ kind: 'list', ordered: node.ordered, start: node.start, items, line }];
		}
		case 'quote': {
			const blocks = node.nodes.flatMap((one) => blocksOf(filling, one, parsed, numbering));
			return [{ kind: 'quote', blocks, source: '', line }];
		}
		case 'table': {
			const rows = node.rows.map((row) => row.map(inlines));
			return [{ kind: 'plainTable', head: node.head.map(inlines), align: node.align, rows, line }];
		}
		case 'live':
			return [];
	}
}

function fillInlines(filling: Filling, content: readonly SourceInline[], parsed: Parsed, labels: Labels): Inline[] {
	return content.flatMap((one): Inline[] => {
		if (!('value' in one)) return [one];
		const { value, ...look } = one;
		const use = parsed.values[value];
		if (!use) return [];
		return [{ ...look, ...(valueFor(filling, use, labels) ?? { text: use.raw }) }];
	});
}

function valueFor(filling: Filling, use: ValueUse, labels: Labels): Inline | null {
	const filled = fillValue(filling, use, labels);
	if (filled) filling.values.set(use.raw, filled.text);
	return filled;
}

/** A text of a block's key with the live values in it filled. */
function fillText(filling: Filling, text: string, line: number, labels: Labels): string {
	const values: Parsed['values'] = [];
	const marked = takeValues(text, line, values);
	if (values.length === 0) return text;
	const filled = values.map((use) => valueFor(filling, use, labels)?.text ?? use.raw);
	return marked
		.split(/\uE000(\d+)\uE001/)
		.map((part, at) => (at % 2 ? (filled[Number(part)] ?? '') : part))
		.join('');
}

function fillLive(filling: Filling, node: Live, numbering: Numbering): Block[] {
	const { name, line } = node;
	const unfilled: Block[] = [{ kind: 'unfilled', name, line }];
	if (!isBlockName(name)) {
		report(filling, { name, line, column: 0, length: 0 }, 'unknown-block', name, blockNames);
		return unfilled;
	}
	const spec = blockSpecs[name];
	const args = argsOfBlock(filling, node, spec.keys);
	// A block that cannot be filled keeps its number, so that the others do not change theirs.
	const numbered = 'numbered' in spec ? numbering.caption(spec.numbered, args, node) : null;
	if (!args) return unfilled;
	const text = (key: string, usual: string) => {
		const given = args.get(key);
		return given ? fillText(filling, given.value, given.place.line, numbering.labels) : usual;
	};
	const front = () => frontPage(filling, args, line, text);
	const caption = (filled: { caption: string; note: string }) => ({
		caption: text('caption', filled.caption),
		note: text('note', filled.note),
		number: numbered?.number ?? 0,
		anchor: numbered?.anchor ?? '',
		line,
	});
	switch (name) {
		case 'front-page':
			return [front()];
		case 'contents':
			return [{ kind: 'contents', title: text('title', filling.words.contents), line }];
		case 'page-break':
			return [{ kind: 'pageBreak', line }];
		case 'quotations':
			return fillQuotations(filling, args) ?? unfilled;
		case 'instrument':
			return fillInstrument(filling, args) ?? unfilled;
		case 'item-figure':
		case 'group-figure': {
			const filled = name === 'item-figure' ? fillItemFigure(filling, args) : fillGroupFigure(filling, args);
			return filled ? [{ ...filled, ...caption(filled) }] : unfilled;
		}
		default: {
			const fill = {
				'response-rate': fillRates,
				material: fillDocuments,
				'item-table': fillItems,
				'category-list': fillCategories,
			}[name];
			const filled = fill(filling, args);
			return filled ? [{ ...filled, ...caption(filled) }] : unfilled;
		}
	}
}

/** The title and what the project says of itself, unless the block says otherwise. */
function frontPage(filling: Filling, args: Args, line: number, text: (key: string, usual: string) => string): Block {
	const { lookup, language } = filling;
	const { title, commissioner, periodStart, periodEnd } = lookup.project;
	const month = (date: string | null) => (date ? formatDate(date, language, 'month') : '');
	const period = [...new Set([month(periodStart), month(periodEnd)])].filter(Boolean).join(' – ');
	return {
		kind: 'frontPage',
		title: text('title', lookup.title),
		subtitle: text('subtitle', title === lookup.title ? '' : title),
		lines: args.get('lines') ? splitList(text('lines', ''), '|') : [commissioner, period].filter(Boolean),
		line,
	};
}
