import { Buffer } from 'node:buffer';
import { convertToHtml } from 'mammoth';
import { AppError } from '#shared/contract/errors.ts';
import { measureZip } from '../zip/measure.ts';

/** Bounds on what a .docx unpacks to: its XML parts, everything, and the number of parts. A long interview has about a megabyte of XML. */
const bounds = { xml: 32_000_000, all: 400_000_000, parts: 4000 };

/**
 * The text of a Word document: paragraphs with an empty line between, line breaks kept, table cells as paragraphs; no links, pictures,
 * comments or notes. Unpacked and measured before it is parsed.
 * @throws AppError IMPORT_UNREADABLE for what is no readable .docx (another zip, encrypted, damaged); WORKER_LIMIT for one that unpacks to too much
 */
export function readDocx(name: string, bytes: Uint8Array): Promise<string> {
	return readWith(name, bytes, (document) => {
		const out: string[] = [];
		collect(document, out);
		return out.join('');
	});
}

/**
 * The same with what a questionnaire needs: a paragraph is a line, lists have their numbers (1., a)) and dashes, headings a `#`, boxes to
 * tick a sign, and a row of a table is a line with tabs between its cells.
 */
export function readDocxLines(name: string, bytes: Uint8Array): Promise<string> {
	return readWith(name, bytes, (document) => {
		const out: string[] = [];
		collectLines(document, out, []);
		return out.join('\n');
	});
}

async function readWith(name: string, bytes: Uint8Array, take: (document: Node) => string): Promise<string> {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	try {
		const parts = await measureZip(name, buffer, bounds);
		if (!parts.has('word/document.xml')) throw new AppError('IMPORT_UNREADABLE', { name, format: 'docx' });
		let text = '';
		await convertToHtml(
			{ buffer },
			{
				externalFileAccess: false,
				// The document is taken as mammoth read it, and nothing is left to make HTML of: only its words are wanted.
				transformDocument: (document: Node) => {
					text = take(document);
					return { ...document, children: [] };
				},
			},
		);
		return text;
	} catch (error) {
		if (error instanceof AppError) throw error;
		throw new AppError('IMPORT_UNREADABLE', { name, format: 'docx' }, error);
	}
}

interface Node {
	type: string;
	value?: string;
	breakType?: string;
	styleName?: string | null;
	numbering?: { isOrdered: boolean; level: string | number } | null;
	children?: Node[];
}

function collect(node: Node, out: string[]): void {
	if (node.type === 'text') out.push(node.value ?? '');
	else if (node.type === 'tab') out.push('\t');
	else if (node.type === 'break') out.push('\n');
	for (const child of node.children ?? []) collect(child, out);
	if (node.type === 'paragraph') out.push('\n\n');
}

/** The words of a paragraph or a cell on one line; breaks stay breaks. */
function wordsOf(node: Node): string {
	if (node.type === 'text') return node.value ?? '';
	if (node.type === 'tab') return '\t';
	if (node.type === 'checkbox') return '☐ ';
	if (node.type === 'break') return '\n';
	return (node.children ?? []).map(wordsOf).join(node.type === 'tableCell' ? ' ' : '');
}

/** `counts`: how far each level of numbered lists has come. */
function collectLines(node: Node, out: string[], counts: number[]): void {
	if (node.type === 'tableRow') {
		const cells = (node.children ?? []).map((cell) => wordsOf(cell).replace(/\s+/g, ' ').trim());
		out.push(cells.length === 1 ? (cells[0] ?? '') : cells.join('\t'));
		return;
	}
	if (node.type !== 'paragraph') {
		for (const child of node.children ?? []) collectLines(child, out, counts);
		return;
	}
	const words = wordsOf(node).replace(/[ \u00a0]+$/, '');
	if (words.trim() === '') return void out.push('');
	if (/^(?:heading|rubrik|title|titel|överskrift)/i.test(node.styleName ?? '') && !node.numbering) {
		out.push('', `# ${words.trim()}`);
		return;
	}
	const { numbering } = node;
	if (!numbering) return void out.push(words);
	const level = Math.max(0, Math.min(8, Number(numbering.level) || 0));
	counts.length = Math.min(counts.length, level + 1);
	while (counts.length <= level) counts.push(0);
	if (!numbering.isOrdered) return void out.push(`- ${words.trim()}`);
	counts[level] = (counts[level] ?? 0) + 1;
	const count = counts[level] ?? 1;
	out.push(
		level === 0 ? `${count}. ${words.trim()}` : `${String.fromCharCode(96 + Math.min(count, 26))}) ${words.trim()}`,
	);
}
