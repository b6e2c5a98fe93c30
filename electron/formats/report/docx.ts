import {
	AlignmentType,
	Bookmark,
	Document,
	ExternalHyperlink,
	type FileChild,
	Footer,
	Header,
	HeadingLevel,
	ImageRun,
	InternalHyperlink,
	type IParagraphOptions,
	Packer,
	PageNumber,
	Paragraph,
	type ParagraphChild,
	SequentialIdentifier,
	TableOfContents,
	TextRun,
} from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';
import type { Block, Inline, ReportDocument } from '#shared/domain/report/model.ts';
import { messages } from '#shared/i18n/messages.ts';
import { drawFigure, printScale } from '../figure/draw.ts';
import { docxFonts, docxNumbering, docxStyles, docxTableStyle, page } from './docx-styles.ts';
import { liveTable, plainTable } from './docx-table.ts';
import { clean, type Look, run } from './docx-text.ts';
import type { Heading } from './plain.ts';

type Captioned = Extract<Block, { kind: 'table' | 'figure' }>;
/** Where a block stands: in a list at a depth, or in a quotation. */
interface Place {
	depth: number;
	quoted: boolean;
}

const topLevel: Place = { depth: -1, quoted: false };

/** A report as a Word document with Word's own means: styles, numbered headings, a contents field, captions that count, native tables. */
export async function writeDocx(report: ReportDocument, resourcesFolder: string): Promise<Uint8Array> {
	const writer = new DocxWriter(report, resourcesFolder);
	const children = writer.write();
	const words = messages[report.language].report.out;
	const title = clean(report.title);
	const document = new Document({
		title,
		creator: clean(report.author) || 'Underlag',
		lastModifiedBy: clean(report.author) || 'Underlag',
		styles: docxStyles(report.language),
		numbering: docxNumbering(words.appendix, writer.listStarts),
		fonts: docxFonts(resourcesFolder),
		// The pages as Word will lay them out, measured with the fonts that go along.
		pageNumbers: estimatePageNumbersWith({ guess: true }),
		sections: [
			{
				properties: {
					page: { size: { width: page.width, height: page.height }, margin: page.margin },
					titlePage: true,
				},
				headers: { default: new Header({ children: [new Paragraph({ style: 'Header', text: title })] }) },
				footers: {
					default: new Footer({
						children: [new Paragraph({ style: 'Footer', children: [new TextRun({ children: [PageNumber.CURRENT] })] })],
					}),
				},
				children,
			},
		],
	});
	document.Styles.addChildElement(docxTableStyle());
	return new Uint8Array(await Packer.toBuffer(document));
}

class DocxWriter {
	readonly listStarts: number[] = [];
	private readonly report: ReportDocument;
	private readonly resourcesFolder: string;
	private readonly words: (typeof messages)['sv']['report']['out'];
	private readonly bookmarks: Map<string, string>;
	private lists = 0;
	/** The next paragraph begins a page. Set on it rather than as a break of its own, which could leave an empty page. */
	private breakPending = false;

	constructor(report: ReportDocument, resourcesFolder: string) {
		this.report = report;
		this.resourcesFolder = resourcesFolder;
		this.words = messages[report.language].report.out;
		const anchors = report.blocks.flatMap((block) => ('anchor' in block && block.anchor ? [block.anchor] : []));
		this.bookmarks = new Map(anchors.map((anchor, at) => [anchor, `_Ref${String(100_000 + at)}`]));
	}

	write(): FileChild[] {
		const { blocks } = this.report;
		const titled = blocks.some((block) => block.kind === 'frontPage');
		const lead = titled ? [] : this.front({ title: this.report.title, subtitle: '', lines: [] });
		const rest = blocks.flatMap((block): FileChild[] => {
			if (block.kind === 'frontPage') return this.front(block);
			if (block.kind === 'contents') return this.contents(block.title);
			return this.block(block, topLevel);
		});
		return [...lead, ...rest];
	}

	private paragraph(options: IParagraphOptions): Paragraph {
		const breaks = this.breakPending;
		this.breakPending = false;
		return new Paragraph(breaks ? { ...options, pageBreakBefore: true } : options);
	}

	private front({ title, subtitle, lines }: { title: string; subtitle: string; lines: string[] }): FileChild[] {
		const out = [this.paragraph({ style: 'Title', children: [run(title)] })];
		if (subtitle) out.push(this.paragraph({ style: 'Subtitle', children: [run(subtitle)] }));
		for (const line of lines) out.push(this.paragraph({ style: 'FrontLine', children: [run(line)] }));
		this.breakPending = true;
		return out;
	}

	private contents(title: string): FileChild[] {
		const heading = this.paragraph({ style: 'TOCHeading', children: [run(title)] });
		this.breakPending = true;
		return [heading, new TableOfContents(clean(title), { hyperlink: true, headingStyleRange: '1-3' })];
	}

	private block(block: Block, place: Place): FileChild[] {
		switch (block.kind) {
			case 'heading':
				return [this.heading(block)];
			case 'paragraph':
				return [this.paragraph({ ...this.look(place), children: this.inlines(block.content) })];
			case 'list':
				return this.list(block, place);
			case 'quote':
				return this.quote(block, place);
			case 'table':
				return [this.caption(block, this.words.table), liveTable(block.table), this.note(block.note)];
			case 'plainTable':
				return [plainTable(block, (content) => this.inlines(content)), new Paragraph({ style: 'Note' })];
			case 'figure':
				return this.figure(block);
			case 'pageBreak':
				this.breakPending = true;
				return [];
			case 'unfilled':
				return [this.paragraph({ children: [run(this.words.unfilled(block.name), { bold: true })] })];
			default:
				return [];
		}
	}

	private look({ depth, quoted }: Place): IParagraphOptions {
		if (quoted) return { style: 'Quote', ...(depth >= 0 ? { indent: { left: 567 + 397 * (depth + 1) } } : {}) };
		return depth >= 0 ? { style: 'ListParagraph', indent: { left: 397 * (depth + 1) } } : {};
	}

	private heading({ level, number, content, anchor, inContents }: Heading): Paragraph {
		const ranks = [
			HeadingLevel.HEADING_1,
			HeadingLevel.HEADING_2,
			HeadingLevel.HEADING_3,
			HeadingLevel.HEADING_4,
			HeadingLevel.HEADING_5,
			HeadingLevel.HEADING_6,
		];
		const appendix = number !== '' && !/^\d/.test(number);
		const children = [this.mark(anchor, this.inlines(content))];
		return this.paragraph({
			...(level === 1 && { pageBreakBefore: true }),
			...(inContents || level > 3
				? { heading: ranks[level - 1] ?? HeadingLevel.HEADING_6 }
				: { style: `UnlistedHeading${level}` }),
			...(number === ''
				? {}
				: {
						numbering: appendix ? { reference: 'appendices', level: 0 } : { reference: 'headings', level: level - 1 },
					}),
			children,
		});
	}

	private mark(anchor: string, children: ParagraphChild[]): ParagraphChild {
		return new Bookmark({ id: this.bookmarks.get(anchor) ?? `_Ref${anchor}`.slice(0, 40), children });
	}

	private inlines(content: readonly Inline[]): ParagraphChild[] {
		return content.flatMap(({ text, bold, italic, code, href, break: ends }): ParagraphChild[] => {
			const look = { ...(bold && { bold }), ...(italic && { italics: true }), ...(code && { font: 'Consolas' }) };
			const part = this.linked(text, look, href);
			return ends ? [part, new TextRun({ break: 1 })] : [part];
		});
	}

	private linked(text: string, look: Look, href: string | undefined): ParagraphChild {
		if (!href) return run(text, look);
		if (!href.startsWith('#'))
			return new ExternalHyperlink({ link: href, children: [run(text, { ...look, style: 'Hyperlink' })] });
		const anchor = this.bookmarks.get(href.slice(1));
		return anchor ? new InternalHyperlink({ anchor, children: [run(text, look)] }) : run(text, look);
	}

	private list(block: Extract<Block, { kind: 'list' }>, place: Place): FileChild[] {
		const depth = Math.min(8, place.depth + 1);
		const start = Math.min(32_000, Math.max(0, block.start));
		if (block.ordered) this.listStarts.push(start);
		const instance = ++this.lists;
		const numbering = {
			reference: block.ordered ? `numbers-${start}` : 'bullets',
			level: depth,
			...(block.ordered && { instance }),
		};
		return block.items.flatMap((item) => {
			const [first, ...rest] = item;
			const lead = first?.kind === 'paragraph' ? first.content : [];
			const style = place.quoted ? 'Quote' : 'ListParagraph';
			const others = first?.kind === 'paragraph' ? rest : item;
			return [
				this.paragraph({ style, numbering, children: this.inlines(lead) }),
				...others.flatMap((one) => this.block(one, { ...place, depth })),
			];
		});
	}

	private quote(block: Extract<Block, { kind: 'quote' }>, place: Place): FileChild[] {
		const inner = block.blocks.flatMap((one): FileChild[] =>
			one.kind === 'paragraph'
				? [
						this.paragraph({
							...this.look({ ...place, quoted: true }),
							keepNext: block.source !== '',
							children: this.inlines(one.content),
						}),
					]
				: this.block(one, { ...place, quoted: true }),
		);
		return block.source ? [...inner, this.paragraph({ style: 'QuoteSource', children: [run(block.source)] })] : inner;
	}

	private caption({ number, caption, anchor }: Captioned, name: string): Paragraph {
		return this.paragraph({
			style: 'Caption',
			children: [
				this.mark(anchor, [run(`${name} `, { bold: true }), new SequentialIdentifier(name)]),
				run(`. ${caption}`),
			],
			// The field counts by itself; the number is in the text of references.
			...(number > 0 ? {} : { keepLines: true }),
		});
	}

	private note(text: string): Paragraph {
		return new Paragraph({ style: 'Note', children: text ? [run(text)] : [] });
	}

	private figure(block: Extract<Block, { kind: 'figure' }>): FileChild[] {
		const data = drawFigure(block.figure, { format: 'png', resourcesFolder: this.resourcesFolder });
		const size = new DataView(data.buffer, data.byteOffset);
		const name = `${this.words.figure} ${block.number}`;
		const picture = new ImageRun({
			type: 'png',
			data,
			// The picture's head has its width and height at bytes 16 and 20 (PNG, IHDR).
			transformation: {
				width: Math.round(size.getUint32(16) / printScale),
				height: Math.round(size.getUint32(20) / printScale),
			},
			altText: { name, title: clean(block.caption), description: clean(block.alt) },
		});
		return [
			this.caption(block, this.words.figure),
			new Paragraph({ style: 'Figure', alignment: AlignmentType.LEFT, children: [picture] }),
			this.note(block.note),
		];
	}
}
