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
export async function readDocx(name: string, bytes: Uint8Array): Promise<string> {
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
					const out: string[] = [];
					collect(document, out);
					text = out.join('');
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
	children?: Node[];
}

function collect(node: Node, out: string[]): void {
	if (node.type === 'text') out.push(node.value ?? '');
	else if (node.type === 'tab') out.push('\t');
	else if (node.type === 'break') out.push('\n');
	for (const child of node.children ?? []) collect(child, out);
	if (node.type === 'paragraph') out.push('\n\n');
}
