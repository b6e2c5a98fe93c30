import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { open as openZip } from 'yauzl';
import { createPrint } from '../../../electron/browser/print.ts';
import { forkNode } from '../../../electron/workers/fork.ts';
import { makeReportProject } from './project.ts';

const source = `::: front-page
:::

::: contents
:::

# Sammanfattning {-}

Enkäten besvarades av {{answered round="Styrelsen, juni 2016"}} personer, se {{ref board}}. <script>alert(1)</script> [fel](javascript:alert(1)) [rätt](https://example.org/a?b=1&c=2)

# Resultat

## Styrelsen

::: item-table
round: Styrelsen, juni 2016
items: 1, 2, 3, 4 | 5, 7, 6, 8, 11, 12, 13, 14
id: board
:::

::: item-figure
round: Styrelsen, juni 2016
items: 1-4
:::

- ett
  - två

1. först

${'Ett långt stycke om hur arbetet har gått till och vad som har hänt på vägen. '.repeat(60)}

## Lokusgrupper

::: group-figure
round: Lokusgrupper, oktober 2017
item: 13
by: 1
:::

::: quotations
code: Otydligt uppdrag
:::

| Del | Antal |
|---|---:|
| **A** | 1 |

# Diskussion

Text.

# Styrelsens enkät {bilaga}

::: instrument
key: board
:::
`;

let project: Awaited<ReturnType<typeof makeReportProject>>;
let id: number;
beforeAll(async () => {
	project = await makeReportProject({ print: createPrint(forkNode) });
	id = (await project.core.call('report.add', { title: 'Samverkan & <styrning>', markdown: source })).id;
}, 60_000);
afterAll(() => project.end());

const exported = (format: 'docx' | 'pdf' | 'html' | 'md') => project.core.call('report.export', { id, format });
const textOf = async (format: 'html' | 'md') => new TextDecoder().decode((await exported(format)).bytes);

describe('Word', () => {
	let parts: Map<string, string>;
	beforeAll(async () => {
		const out = await exported('docx');
		expect(out).toMatchObject({ name: 'Samverkan & styrning.docx', tables: 1, figures: 2 });
		parts = await unzip(out.bytes);
	}, 60_000);
	const part = (name: string) => parts.get(name) ?? '';

	it('has Word’s own styles, in the report’s language', () => {
		const styles = part('word/styles.xml');
		for (const style of [
			'Title',
			'Heading1',
			'Heading2',
			'Heading3',
			'Caption',
			'Quote',
			'TOC1',
			'ListParagraph',
			'ReportTable',
		]) {
			expect(styles).toContain(`w:styleId="${style}"`);
		}
		expect(styles).toContain('<w:lang w:val="sv-SE"/>');
		expect(part('docProps/core.xml')).toContain('Samverkan &amp; &lt;styrning&gt;');
		expect(part('docProps/core.xml')).toContain('Samordningsförbundet');
	});

	it('numbers headings by Word’s lists and captions by fields', () => {
		const text = part('word/document.xml');
		expect(text).toMatch(/<w:pStyle w:val="Heading1"\/>(?:(?!<\/w:pPr>).)*<w:numPr>/);
		expect(text).toContain('SEQ Tabell');
		expect(text).toContain('SEQ Figur');
		expect(part('word/numbering.xml')).toContain('Bilaga %1');
	});

	it('has a contents field with entries and page numbers that rise', () => {
		const text = part('word/document.xml');
		expect(text).toMatch(/TOC [^<]*\\o (?:"|&quot;)1-3/);
		const entries = [...text.matchAll(/<w:p>(?:(?!<\/w:p>).)*?<w:pStyle w:val="TOC\d"\/>.*?<\/w:p>/gs)].map(([entry]) =>
			[...entry.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((run) => run[1]).join('|'),
		);
		expect(entries).toHaveLength(6);
		const pages = entries.map((entry) => Number(/(\d+)$/.exec(entry)?.[1]));
		expect(pages[0]).toBe(3);
		expect([...pages].sort((a, b) => a - b)).toEqual(pages);
	});

	it('has native tables with a heading row that repeats, and numbers to the right', () => {
		const text = part('word/document.xml');
		expect(text).toContain('<w:tblHeader/>');
		expect(text).toContain('<w:tblStyle w:val="ReportTable"/>');
		expect(part('word/styles.xml')).toMatch(/w:styleId="TableNumber".*?<w:jc w:val="right"\/>/s);
		const [first = ''] = /<w:tbl>.*?<\/w:tbl>/s.exec(text) ?? [];
		const counts = [...first.matchAll(/TableNumber"\/>(?:(?!<\/w:p>).)*?<w:t[^>]*>(\d+)</gs)].map((match) =>
			Number(match[1]),
		);
		expect(counts).toEqual([12, 7, 7, 8, 11, 11, 10, 8, 13, 13, 13, 11, 10, 10, 5]);
	});

	it('describes each figure, and holds no address but the one the author wrote', () => {
		const text = part('word/document.xml');
		const descriptions = [...text.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g)].map((match) => match[1] ?? '');
		expect(descriptions).toHaveLength(2);
		for (const description of descriptions) expect(description.length).toBeGreaterThan(60);
		const links = [...part('word/_rels/document.xml.rels').matchAll(/Target="([^"]*)" TargetMode="External"/g)];
		expect(links.map((match) => match[1])).toEqual(['https://example.org/a?b=1&amp;c=2']);
		expect(text).not.toContain('javascript:');
		expect(text).toContain('&lt;script&gt;');
	});
});

describe('HTML', () => {
	it('is whole in itself, in order, and runs nothing', async () => {
		const html = await textOf('html');
		expect(html).toContain('<html lang="sv">');
		expect(html).toContain("default-src 'none'");
		expect(html).not.toMatch(/<script|javascript:|\son\w+=/i);
		const addresses = [...html.matchAll(/(?:href|src|url)\s*[=(]\s*"?([^"\s)>]+)/g)].map((match) => match[1] ?? '');
		expect(addresses.filter((one) => !one.startsWith('#') && !one.startsWith('data:'))).toEqual([
			'https://example.org/a?b=1&#38;c=2',
		]);
		const ranks = [...html.matchAll(/<h([1-6])[ >]/g)].map((match) => Number(match[1]));
		expect(ranks[0]).toBe(1);
		expect(ranks.filter((rank) => rank === 1)).toHaveLength(1);
		ranks.reduce((before, rank) => {
			expect(rank).toBeLessThanOrEqual(before + 1);
			return rank;
		});
		expect([...html.matchAll(/<img [^>]*alt="([^"]{60,})"/g)]).toHaveLength(2);
		expect(html).toContain('scope="row"');
		expect(html.indexOf('<header')).toBeLessThan(html.indexOf('<main>'));
		const targets = [...html.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
		for (const target of targets) expect(html).toContain(`id="${target}"`);
	});
});

describe('Markdown', () => {
	it('says the same in plain tables, and reads back as it was', async () => {
		const markdown = await textOf('md');
		expect(markdown).toContain('| Strukturer för relationer mellan aktörerna | 12 |');
		expect(markdown).toContain('**Tabell 1.**');
		expect(markdown).not.toContain(':::');
		const copy = await project.core.call('report.add', { title: 'Kopia', markdown });
		const { document, problems } = await project.core.call('report.preview', { id: copy.id });
		expect(problems).toEqual([]);
		expect(document.blocks.filter((block) => block.kind === 'plainTable')).toHaveLength(4);
		expect(JSON.stringify(document)).toContain('<script>alert(1)</script>');
	});
});

describe('PDF', () => {
	it('has the pages of its headings in its contents, bookmarks, tags and language', async () => {
		const out = await exported('pdf');
		const pdf = await getDocument({ data: out.bytes, verbosity: 0 }).promise;
		expect(out.pages).toBe(pdf.numPages);
		expect((await pdf.getMetadata()).info).toMatchObject({ Language: 'sv', Title: 'Samverkan & <styrning>' });
		// Tagged: it has the tree that a screen reader follows.
		expect((await (await pdf.getPage(1)).getStructTree())?.children.length).toBeGreaterThan(0);
		const outline = (await pdf.getOutline()) ?? [];
		expect(outline.map((entry) => entry.title)).toEqual([
			'Sammanfattning',
			'1 Resultat',
			'2 Diskussion',
			'Bilaga 1 Styrelsens enkät',
		]);
		const pages: string[] = [];
		for (let number = 1; number <= pdf.numPages; number++) {
			const { items } = await (await pdf.getPage(number)).getTextContent();
			pages.push(
				items
					.map((item) => ('str' in item ? item.str : ''))
					.join(' ')
					.replace(/\s+/g, ' '),
			);
		}
		const contents = pages[1] ?? '';
		for (const title of ['Sammanfattning', 'Resultat', 'Styrelsen', 'Lokusgrupper', 'Diskussion', 'Styrelsens enkät']) {
			const said = Number(new RegExp(`${title} (\\d+)`).exec(contents)?.[1]);
			expect({ title, page: said, found: pages[said - 1]?.includes(title) }).toMatchObject({ found: true });
			// Printed at the foot of that page.
			expect(pages[said - 1]?.trim().endsWith(String(said)) || pages[said - 1]?.includes(` ${said} `)).toBe(true);
		}
		const resultat = Number(/Resultat (\d+)/.exec(contents)?.[1]);
		expect(pages.findIndex((text, at) => at > 1 && /1 Resultat/.test(text)) + 1).toBe(resultat);
	}, 120_000);
});

describe('an export that must stop', () => {
	it('names the blocks and their lines', async () => {
		const blocked = await project.core.call('report.add', {
			title: 'Stopp',
			markdown: '# A\n\n::: item-table\nround: Ingen sådan\n:::\n',
		});
		const error = await project.core
			.call('report.export', { id: blocked.id, format: 'html' })
			.catch((one: unknown) => one);
		expect(error).toMatchObject({ code: 'REPORT_BLOCKED' });
		expect((error as { params: { blocks: string } }).params.blocks).toContain('item-table (rad 4)');
	});
});

async function unzip(bytes: Uint8Array): Promise<Map<string, string>> {
	const folder = mkdtempSync(join(tmpdir(), 'underlag-docx-'));
	const file = join(folder, 'x.docx');
	writeFileSync(file, bytes);
	const parts = new Map<string, string>();
	await new Promise<void>((resolve, reject) => {
		openZip(file, { lazyEntries: true }, (error, zip) => {
			if (error) return reject(error);
			zip.on('end', resolve).on('error', reject);
			zip.on('entry', (entry) => {
				zip.openReadStream(entry, (failed, stream) => {
					if (failed) return reject(failed);
					const chunks: Buffer[] = [];
					stream.on('data', (chunk: Buffer) => chunks.push(chunk));
					stream.on('end', () => {
						parts.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
						zip.readEntry();
					});
				});
			});
			zip.readEntry();
		});
	});
	rmSync(folder, { recursive: true });
	return parts;
}
