import type { Block, Inline, ReportDocument, Table } from '#shared/domain/report/model.ts';
import { messages } from '#shared/i18n/messages.ts';
import { drawFigure } from '../figure/draw.ts';
import { asHtml } from './escape.ts';
import { fontRules, printStyle, screenStyle } from './html-style.ts';
import { contentsOf, type Heading } from './plain.ts';

export interface HtmlOptions {
	/** A page for reading on screen, or the one that is printed to PDF. */
	purpose: 'screen' | 'print';
	/** The page of each heading's anchor, once known. */
	pages: Record<string, number>;
	resourcesFolder: string;
}

const policy =
	"default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; form-action 'none'; base-uri 'none'";

/** A report as one page that needs nothing beside itself: fonts and figures are in it, and nothing in it runs or is fetched. */
export function writeHtml(report: ReportDocument, options: HtmlOptions): string {
	const style = options.purpose === 'print' ? printStyle(report.title) : screenStyle;
	const writer = new HtmlWriter(report, options);
	return `<!doctype html>
<html lang="${report.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="author" content="${asHtml(report.author)}">
<meta name="referrer" content="no-referrer">
<title>${asHtml(report.title)}</title>
<style>
${fontRules(options.resourcesFolder)}
${style}
</style>
</head>
<body>
${writer.write()}
</body>
</html>
`;
}

class HtmlWriter {
	private readonly report: ReportDocument;
	private readonly options: HtmlOptions;
	private readonly words: (typeof messages)['sv']['report']['out'];

	constructor(report: ReportDocument, options: HtmlOptions) {
		this.report = report;
		this.options = options;
		this.words = messages[report.language].report.out;
	}

	write(): string {
		const { blocks, title } = this.report;
		const first = blocks.find((block) => block.kind === 'frontPage');
		const front = this.front(first ?? { title, subtitle: '', lines: [] }, first !== undefined);
		const rest = blocks.filter((block) => block !== first).map((block) => this.block(block));
		return `${front}\n<main>\n${rest.join('\n')}\n</main>`;
	}

	private front(
		{ title, subtitle, lines }: { title: string; subtitle: string; lines: string[] },
		whole: boolean,
	): string {
		// On screen the title is the page's one first heading; on paper the chapters are, so that the bookmarks begin with them.
		const tag = this.options.purpose === 'screen' ? 'h1' : 'p';
		const rows = lines.map((line) => asHtml(line)).join('<br>');
		return `<header class="${whole || this.options.purpose === 'screen' ? 'front' : 'front-line'}">
<${tag} class="title">${asHtml(title)}</${tag}>
${subtitle ? `<p class="subtitle">${asHtml(subtitle)}</p>` : ''}
${rows ? `<p class="lines">${rows}</p>` : ''}
</header>`;
	}

	private block(block: Block): string {
		switch (block.kind) {
			case 'heading':
				return this.heading(block);
			case 'paragraph':
				return `<p>${this.inlines(block.content)}</p>`;
			case 'list': {
				const tag = block.ordered ? 'ol' : 'ul';
				const start = block.ordered && block.start !== 1 ? ` start="${block.start}"` : '';
				const items = block.items.map((item) => `<li>${item.map((one) => this.block(one)).join('')}</li>`);
				return `<${tag}${start}>${items.join('\n')}</${tag}>`;
			}
			case 'quote': {
				const source = block.source ? `<footer>${asHtml(block.source)}</footer>` : '';
				return `<blockquote>${block.blocks.map((one) => this.block(one)).join('')}${source}</blockquote>`;
			}
			case 'table':
				return (
					this.scroll(
						this.table(block.table, this.caption(this.words.table, block), block.anchor),
						`${this.words.table} ${block.number}`,
					) + this.note(block.note)
				);
			case 'plainTable':
				return this.plainTable(block);
			case 'figure':
				return this.figure(block);
			case 'frontPage':
				return this.front(block, true);
			case 'contents':
				return this.contents(block.title);
			case 'pageBreak':
				return '<div class="break"></div>';
			case 'unfilled':
				return `<p><strong>${asHtml(this.words.unfilled(block.name))}</strong></p>`;
		}
	}

	private heading({ level, number, content, anchor }: Heading): string {
		const rank = Math.min(6, this.options.purpose === 'screen' ? level + 1 : level);
		const label = number ? `<span class="number">${asHtml(number)}</span> ` : '';
		return `<h${rank} id="${asHtml(anchor)}" class="level-${level}">${label}${this.inlines(content)}</h${rank}>`;
	}

	private inlines(content: readonly Inline[]): string {
		return content
			.map(({ text, bold, italic, code, href, break: ends }) => {
				let out = asHtml(text);
				if (code) out = `<code>${out}</code>`;
				if (italic) out = `<em>${out}</em>`;
				if (bold) out = `<strong>${out}</strong>`;
				if (href)
					out = `<a href="${asHtml(href)}"${href.startsWith('#') ? '' : ' rel="noopener noreferrer"'}>${out}</a>`;
				return ends ? `${out}<br>` : out;
			})
			.join('');
	}

	private caption(name: string, { number, caption }: { number: number; caption: string }): string {
		return `<b>${asHtml(name)} ${number}.</b> ${asHtml(caption)}`;
	}

	private note(text: string): string {
		return text ? `<p class="note">${asHtml(text)}</p>` : '';
	}

	/** Wide tables scroll by themselves on a narrow screen, by keyboard too. */
	private scroll(table: string, label: string): string {
		if (this.options.purpose === 'print') return table;
		return `<div class="scroll" role="region" tabindex="0" aria-label="${asHtml(label)}">${table}</div>`;
	}

	private table({ columns, rows }: Table, caption: string, anchor: string): string {
		const side = (at: number) => (columns[at]?.align === 'right' ? ' class="right"' : '');
		const widths = columns.map(({ width }) => `<col style="width:${width.toFixed(2)}%">`).join('');
		const head = columns
			.map(({ label }, at) => (label === '' ? '<td></td>' : `<th scope="col"${side(at)}>${asHtml(label)}</th>`))
			.join('');
		const body = rows.map(({ kind, indent, cells }) => {
			if (kind === 'section') {
				return `<tr class="section"><th scope="rowgroup" colspan="${columns.length}">${asHtml(cells[0] ?? '')}</th></tr>`;
			}
			const names = [kind === 'total' ? 'total' : '', indent > 0 ? 'indent' : ''].filter(Boolean).join(' ');
			const out = cells.map((cell, at) =>
				at === 0 ? `<th scope="row">${asHtml(cell)}</th>` : `<td${side(at)}>${asHtml(cell)}</td>`,
			);
			return `<tr${names ? ` class="${names}"` : ''}>${out.join('')}</tr>`;
		});
		// A section's rows are a group, which its heading belongs to.
		const groups: string[][] = [[]];
		for (const [at, row] of body.entries()) {
			if (rows[at]?.kind === 'section' && groups.at(-1)?.length) groups.push([]);
			groups.at(-1)?.push(row);
		}
		const id = anchor ? ` id="${asHtml(anchor)}"` : '';
		return `<table${id}><caption>${caption}</caption><colgroup>${widths}</colgroup><thead><tr>${head}</tr></thead>
${groups.map((group) => `<tbody>${group.join('\n')}</tbody>`).join('\n')}</table>`;
	}

	private plainTable({ head, align, rows }: Extract<Block, { kind: 'plainTable' }>): string {
		const side = (at: number) => (align[at] === 'right' ? ' class="right"' : '');
		const heads = head.map((cell, at) => `<th scope="col"${side(at)}>${this.inlines(cell)}</th>`).join('');
		const body = rows.map(
			(row) => `<tr>${row.map((cell, at) => `<td${side(at)}>${this.inlines(cell)}</td>`).join('')}</tr>`,
		);
		return this.scroll(
			`<table><thead><tr>${heads}</tr></thead><tbody>${body.join('\n')}</tbody></table>`,
			this.words.table,
		);
	}

	private figure(block: Extract<Block, { kind: 'figure' }>): string {
		const { resourcesFolder } = this.options;
		const drawn = new TextDecoder().decode(drawFigure(block.figure, { format: 'svg', resourcesFolder }));
		// Hundredths of a pixel are enough, and make the file a third smaller.
		const svg = Buffer.from(
			drawn.replace(/\d+\.\d{3,}/g, (number) => String(Number(Number(number).toFixed(2)))),
		).toString('base64');
		const caption = this.caption(this.words.figure, block);
		const numbers =
			this.options.purpose === 'screen'
				? `<details><summary>${asHtml(this.words.figureNumbers)}</summary>${this.table(block.table, asHtml(block.caption), '')}</details>`
				: '';
		return `<figure id="${asHtml(block.anchor)}">
<figcaption>${caption}</figcaption>
<img src="data:image/svg+xml;base64,${svg}" alt="${asHtml(block.alt)}">
${this.note(block.note)}</figure>${numbers}`;
	}

	private contents(title: string): string {
		const rows = contentsOf(this.report.blocks).map(({ level, number, content, anchor }) => {
			const page = this.options.pages[anchor];
			const label = number ? `<span class="number">${asHtml(number)}</span> ` : '';
			const text = asHtml(content.map((one) => one.text).join(''));
			const tail =
				this.options.purpose === 'print' ? `<span class="dots"></span><span class="page">${page ?? ''}</span>` : '';
			return `<li class="level${level}"><a href="#${asHtml(anchor)}"><span>${label}${text}</span>${tail}</a></li>`;
		});
		return `<nav class="contents" aria-label="${asHtml(title)}"><p class="heading"><strong>${asHtml(title)}</strong></p><ol>
${rows.join('\n')}
</ol></nav>`;
	}
}
