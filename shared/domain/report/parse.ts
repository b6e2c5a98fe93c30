import type { Token, Tokens } from 'marked';
import { readInlines, type SourceInline } from './inlines.ts';
import { lexMarkdown } from './markdown.ts';
import { normaliseSource, type SourceBlock, splitSource } from './source.ts';
import { takeValues, type ValueUse } from './values.ts';

/** A report as written: what is heading, paragraph, table or live block, before anything is filled. Lines are 1-based. */
export type SourceNode =
	| {
			kind: 'heading';
			level: number;
			/** `unnumbered` is marked `{-}`; `appendix` `{bilaga}` or `{appendix}`. */
			mark: 'numbered' | 'unnumbered' | 'appendix';
			/** What `{#id}` names it for references. */
			id: string;
			content: SourceInline[];
			line: number;
	  }
	| { kind: 'paragraph'; content: SourceInline[]; line: number }
	| { kind: 'list'; ordered: boolean; start: number; items: SourceNode[][]; line: number }
	| { kind: 'quote'; nodes: SourceNode[]; line: number }
	| {
			kind: 'table';
			head: SourceInline[][];
			align: ('left' | 'right')[];
			rows: SourceInline[][][];
			line: number;
	  }
	| (Omit<SourceBlock, 'kind'> & { kind: 'live' });

export interface Parsed {
	nodes: SourceNode[];
	/** The live values, by the number that stands for each in the inlines. */
	values: ValueUse[];
}

/** Reads a report's source. Any text is a report: nothing throws, and the time is in proportion to its length. */
export function parseReport(source: string): Parsed {
	const values: ValueUse[] = [];
	const nodes: SourceNode[] = [];
	for (const part of splitSource(normaliseSource(source))) {
		if (part.kind === 'block') nodes.push({ ...part, kind: 'live' });
		else nodes.push(...nodesOf(lexMarkdown(takeValues(part.text, part.line, values)), part.line, values));
	}
	return { nodes, values };
}

function nodesOf(tokens: readonly Token[], firstLine: number, values: readonly ValueUse[]): SourceNode[] {
	const nodes: SourceNode[] = [];
	let line = firstLine;
	for (const token of tokens) {
		const lead = /^\n*/.exec(token.raw)?.[0].length ?? 0;
		const node = nodeOf(token, line + lead, values);
		if (node) nodes.push(node);
		line += countLines(token.raw);
	}
	return nodes;
}

function countLines(text: string): number {
	let count = 0;
	for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
	return count;
}

function nodeOf(token: Token, line: number, values: readonly ValueUse[]): SourceNode | null {
	const inlines = (tokens: readonly Token[] | undefined) => readInlines(tokens ?? [], values);
	switch (token.type) {
		case 'space':
		case 'def':
			return null;
		case 'heading':
			return headingOf(token as Tokens.Heading, inlines(token.tokens), line);
		case 'list':
			return listOf(token as Tokens.List, line, values);
		case 'blockquote':
			return { kind: 'quote', nodes: nodesOf(token.tokens ?? [], line, values), line };
		case 'table': {
			const { header, rows, align } = token as Tokens.Table;
			return {
				kind: 'table',
				head: header.map((cell) => inlines(cell.tokens)),
				align: align.map((one) => (one === 'right' ? 'right' : 'left')),
				rows: rows.map((row) => row.map((cell) => inlines(cell.tokens))),
				line,
			};
		}
		case 'code':
			return { kind: 'paragraph', content: codeLines((token as Tokens.Code).text, values), line };
		case 'hr':
			return { kind: 'paragraph', content: [{ text: '* * *' }], line };
		default: {
			const content = 'tokens' in token && token.tokens ? inlines(token.tokens) : readInlines([token], values);
			return content.some((one) => 'value' in one || one.text.trim() !== '')
				? { kind: 'paragraph', content, line }
				: null;
		}
	}
}

function listOf(token: Tokens.List, line: number, values: readonly ValueUse[]): SourceNode {
	let at = line;
	const items = token.items.map((item) => {
		const nodes = nodesOf(item.tokens, at, values);
		at += countLines(item.raw);
		return nodes;
	});
	return {
		kind: 'list',
		ordered: token.ordered,
		start: Number(token.start) || (token.start === 0 ? 0 : 1),
		items,
		line,
	};
}

const headingMark = /[ \t]*\{(-|bilaga|appendix|#[\p{L}\p{N}_-]{1,60})\}[ \t]*$/iu;

function headingOf(token: Tokens.Heading, content: SourceInline[], line: number): SourceNode {
	let mark: 'numbered' | 'unnumbered' | 'appendix' = 'numbered';
	let id = '';
	for (;;) {
		const last = content.at(-1);
		const match = last && 'text' in last ? headingMark.exec(last.text) : null;
		if (!last || !('text' in last) || !match?.[1]) break;
		if (match[1].startsWith('#')) id = match[1].slice(1).toLowerCase();
		else mark = match[1] === '-' ? 'unnumbered' : 'appendix';
		last.text = last.text.slice(0, match.index);
		if (last.text === '') content.pop();
	}
	return { kind: 'heading', level: token.depth, mark, id, content, line };
}

/** Code keeps its lines, and live values in it stand as they were written. */
function codeLines(text: string, values: readonly ValueUse[]): SourceInline[] {
	const lines = text.split('\n');
	return lines.flatMap((one, at) =>
		readInlines([{ type: 'codespan', raw: one, text: one }], values).map((inline) =>
			at < lines.length - 1 ? { ...inline, break: true } : inline,
		),
	);
}
