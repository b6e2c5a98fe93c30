import type { Token, Tokens } from 'marked';
import type { Inline } from './model.ts';
import { marker, type ValueUse } from './values.ts';

/** A piece of running text, or the number of a live value with the look it is to have. */
export type SourceInline = Inline | (Omit<Inline, 'text'> & { value: number });
type Look = Pick<Inline, 'bold' | 'italic' | 'code' | 'href'>;

const safeLink = /^(?:https?:\/\/[^\s]+|mailto:[^\s]+|#[\p{L}\p{N}_-]+)$/iu;
const valueMarker = new RegExp(`${marker.open}(\\d+)${marker.close}`);

/** The address of a link if it is one that a report may hold: http, https, mailto, or a place in the report. Anything else is none. */
function safeAddress(href: string): string | undefined {
	return safeLink.test(href) ? href : undefined;
}

/** The running text of Markdown tokens. HTML stays text as typed; an image becomes its description; other links than safe ones their text. */
export function readInlines(tokens: readonly Token[], values: readonly ValueUse[]): SourceInline[] {
	const out: SourceInline[] = [];
	read(tokens, {}, values, out);
	return out;
}

function read(tokens: readonly Token[], look: Look, values: readonly ValueUse[], out: SourceInline[]): void {
	for (const token of tokens) {
		switch (token.type) {
			case 'strong':
				read(token.tokens ?? [], { ...look, bold: true }, values, out);
				break;
			case 'em':
				read(token.tokens ?? [], { ...look, italic: true }, values, out);
				break;
			case 'del':
				read(token.tokens ?? [], look, values, out);
				break;
			case 'codespan':
				push(restore((token as Tokens.Codespan).text, values), { ...look, code: true }, out);
				break;
			case 'br':
				breakAfter(out);
				break;
			case 'link': {
				const href = safeAddress((token as Tokens.Link).href);
				read(token.tokens ?? [], href ? { ...look, href } : look, values, out);
				break;
			}
			case 'image':
				push(restore((token as Tokens.Image).text, values), look, out);
				break;
			case 'checkbox':
				push((token as Tokens.Checkbox).checked ? '☑ ' : '☐ ', look, out);
				break;
			case 'html':
				push(restore(token.raw, values), look, out);
				break;
			default:
				if ('tokens' in token && token.tokens) read(token.tokens, look, values, out);
				else pushText('text' in token ? String(token.text) : token.raw, look, values, out);
		}
	}
}

/** Markdown's soft line ends are spaces. */
function push(text: string, look: Look, out: SourceInline[]): void {
	if (text === '') return;
	const last = out.at(-1);
	const joined = text.replace(/[ \t]*\n[ \t]*/g, ' ');
	if (last && 'text' in last && !last.break && sameLook(last, look)) last.text += joined;
	else out.push({ text: joined, ...look });
}

const sameLook = (one: Look, other: Look) =>
	one.bold === other.bold && one.italic === other.italic && one.code === other.code && one.href === other.href;

function pushText(text: string, look: Look, values: readonly ValueUse[], out: SourceInline[]): void {
	const parts = text.split(valueMarker);
	for (const [at, part] of parts.entries()) {
		if (at % 2 === 0) push(decode(part), look, out);
		else if (Number(part) < values.length) out.push({ value: Number(part), ...look });
	}
}

function breakAfter(out: SourceInline[]): void {
	const last = out.at(-1);
	if (last && !last.break) last.break = true;
	else out.push({ text: '', break: true });
}

/** A text with its live values as they were written. */
function restore(text: string, values: readonly ValueUse[]): string {
	return text
		.split(valueMarker)
		.map((part, at) => (at % 2 ? (values[Number(part)]?.raw ?? '') : part))
		.join('');
}

const entities: Record<string, string> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: '\u00a0',
	shy: '\u00ad',
};

/** The few character references that people write by hand; others stand as typed. */
function decode(text: string): string {
	return text.replace(/&(amp|lt|gt|quot|apos|nbsp|shy);/g, (_all, name: string) => entities[name] ?? '');
}
