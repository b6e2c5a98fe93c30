import { Buffer } from 'node:buffer';
import { convertToHtml } from 'mammoth';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { AppError } from '#shared/contract/errors.ts';

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
		await measure(name, buffer);
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

/** Unpacks every part once, keeping nothing, and stops at the bounds. The sizes that a zip states of itself are not believed. */
async function measure(name: string, buffer: Buffer): Promise<void> {
	const zip = await openZip(buffer);
	let xml = 0;
	let all = 0;
	let hasDocument = false;
	try {
		if (zip.entryCount > bounds.parts) throw new AppError('WORKER_LIMIT', { what: 'memory', name });
		for await (const entry of entriesOf(zip)) {
			if (entry.fileName === 'word/document.xml') hasDocument = true;
			if (entry.fileName.endsWith('/')) continue;
			const isXml = /\.(?:xml|rels)$/i.test(entry.fileName);
			for await (const chunk of await openEntry(zip, entry)) {
				all += (chunk as Buffer).length;
				if (isXml) xml += (chunk as Buffer).length;
				if (all > bounds.all || xml > bounds.xml) throw new AppError('WORKER_LIMIT', { what: 'memory', name });
			}
		}
	} finally {
		zip.close();
	}
	if (!hasDocument) throw new AppError('IMPORT_UNREADABLE', { name, format: 'docx' });
}

function openZip(buffer: Buffer): Promise<ZipFile> {
	return new Promise((resolve, reject) => {
		fromBuffer(buffer, { lazyEntries: true, autoClose: false, strictFileNames: true }, (error, zip) =>
			error ? reject(error) : resolve(zip),
		);
	});
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
	while (true) {
		const entry = await new Promise<Entry | null>((resolve, reject) => {
			const settle = (act: () => void) => {
				zip.removeAllListeners('entry').removeAllListeners('end').removeAllListeners('error');
				act();
			};
			zip.once('entry', (one: Entry) => settle(() => resolve(one)));
			zip.once('end', () => settle(() => resolve(null)));
			zip.once('error', (error: Error) => settle(() => reject(error)));
			zip.readEntry();
		});
		if (!entry) return;
		yield entry;
	}
}

function openEntry(zip: ZipFile, entry: Entry): Promise<AsyncIterable<unknown>> {
	return new Promise((resolve, reject) => {
		zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
	});
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
