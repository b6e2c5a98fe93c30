import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cssString } from './escape.ts';

interface Face {
	file: string;
	family: string;
	weight: number;
	style: 'normal' | 'italic';
}

const faces: readonly Face[] = [
	{ file: 'source-serif-4-400', family: 'Report Serif', weight: 400, style: 'normal' },
	{ file: 'source-serif-4-400-italic', family: 'Report Serif', weight: 400, style: 'italic' },
	{ file: 'source-serif-4-600', family: 'Report Serif', weight: 600, style: 'normal' },
	{ file: 'inter-400', family: 'Report Sans', weight: 400, style: 'normal' },
	{ file: 'inter-600', family: 'Report Sans', weight: 600, style: 'normal' },
];

/** The report's fonts as rules that hold the fonts themselves. */
export function fontRules(resourcesFolder: string): string {
	return faces
		.map(({ file, family, weight, style }) => {
			const data = readFileSync(join(resourcesFolder, 'fonts', `${file}.woff2`)).toString('base64');
			return `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};src:url(data:font/woff2;base64,${data}) format("woff2")}`;
		})
		.join('\n');
}

/** What page and print share: the report's typography. Sizes are relative to the text's. */
const common = `
:root { --ink: #1c2226; --second: #4a545b; --line: #cfcac0; --accent: #0b5563; --paper: #ffffff; }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: var(--paper); font-family: "Report Serif", Georgia, serif; line-height: 1.5; }
h1, h2, h3, h4, h5, h6 { font-weight: 600; line-height: 1.2; margin: 1.4em 0 .45em; break-after: avoid; text-wrap: balance; }
p { margin: 0 0 .75em; }
a { color: inherit; text-decoration-color: var(--accent); text-underline-offset: .15em; }
strong { font-weight: 600; }
code { font-family: ui-monospace, monospace; font-size: .88em; overflow-wrap: anywhere; }
ul, ol { margin: 0 0 .75em; padding-left: 1.6em; }
li > p { margin-bottom: .25em; }
blockquote { margin: .9em 0 .9em 1.6em; padding-left: .9em; border-left: 2px solid var(--line); break-inside: avoid; }
blockquote p { margin-bottom: .25em; }
blockquote footer { font-family: "Report Sans", sans-serif; font-size: .8em; color: var(--second); }
.number { margin-right: .3em; }
table, figure, .note, .contents, .caption { font-family: "Report Sans", Arial, sans-serif; }
table { border-collapse: collapse; width: 100%; margin: 1.1em 0 .3em; font-size: .8em; line-height: 1.35; font-variant-numeric: tabular-nums; }
caption, figcaption { text-align: left; font-size: 1em; padding-bottom: .45em; break-after: avoid; }
figcaption { font-size: .8em; }
caption b, figcaption b { font-weight: 600; }
th, td { text-align: left; vertical-align: top; padding: .32em .6em .32em 0; font-weight: 400; border-bottom: 1px solid var(--line); overflow-wrap: break-word; }
thead th { font-weight: 600; vertical-align: bottom; border-top: 1.5px solid var(--ink); border-bottom: 1px solid var(--ink); }
tr { break-inside: avoid; }
tr.section th { font-weight: 600; padding-top: .8em; break-after: avoid; }
tr.total th, tr.total td { font-weight: 600; border-top: 1px solid var(--ink); }
.right { text-align: right; padding-left: .6em; padding-right: .2em; }
thead th:last-child, td:last-child { padding-right: .2em; }
.indent th { padding-left: 1.4em; }
.note { font-size: .75em; color: var(--second); margin: 0 0 1.4em; }
figure { margin: 1.3em 0 .3em; break-inside: avoid; }
figure img { display: block; width: 100%; height: auto; }
figure .note { margin-top: .4em; }
.front .title { font-weight: 600; line-height: 1.12; text-wrap: balance; margin: 0 0 .3em; }
.front .subtitle { line-height: 1.3; color: var(--second); }
.contents ol { list-style: none; padding: 0; margin: 0; }
.contents a { display: flex; gap: .6em; text-decoration: none; padding: .2em 0; break-inside: avoid; }
.contents .level1 { font-weight: 600; margin-top: .45em; }
.contents .level2 { padding-left: 1.4em; }
.contents .level3 { padding-left: 3.4em; color: var(--second); }
`;

const screen = `
@media screen {
	:root { color-scheme: light dark; --paper: #f7f5f0; --sheet: #ffffff; }
	@media (prefers-color-scheme: dark) {
		:root { --ink: #e8eaeb; --second: #b4bcc1; --line: #3a4248; --accent: #6cc0cc; --paper: #14181b; --sheet: #1b2024; }
		figure img { background: #fff; border-radius: 6px; padding: 8px; }
	}
	body { font-size: 17px; }
	header.front, main { max-width: 46rem; margin: 0 auto; padding: 3rem clamp(1rem, 5vw, 3.5rem); background: var(--sheet); }
	header.front { padding-bottom: 1rem; }
	main { padding-top: 0; }
	.front .title { font-size: 2.3em; }
	.front .subtitle { font-size: 1.25em; }
	h2 { font-size: 1.6em; margin-top: 2em; } h3 { font-size: 1.25em; } h4 { font-size: 1.08em; } h5, h6 { font-size: 1em; }
	.contents { font-size: .9em; margin: 2em 0; }
	.contents .page { display: none; }
	.scroll { overflow-x: auto; }
	a:focus-visible, summary:focus-visible, .scroll:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
	details { font-family: "Report Sans", sans-serif; font-size: .85em; margin: .4em 0 1.4em; }
	summary { cursor: pointer; color: var(--accent); }
	.break { display: none; }
}
`;

const print = `
@media print {
	:root { --ink: #1c2226; --second: #4a545b; --line: #cfcac0; --paper: #ffffff; }
	html { font-size: 10.5pt; }
	body { font-size: 10.5pt; line-height: 1.42; orphans: 3; widows: 3; hyphens: manual; }
	.front { break-after: page; padding-top: 55mm; min-height: 200mm; }
	.front .title { font-size: 27pt; }
	.front .subtitle { font-size: 15pt; margin-bottom: 16mm; }
	.front .lines { font-family: "Report Sans", sans-serif; font-size: 10.5pt; }
	/* Room above the letters: what reaches over a page's edge is painted on both pages, and doubled in the bookmarks. */
	h1, h2, h3, h4, h5, h6 { padding-top: .3em; margin-top: 1.1em; }
	.level-1 { font-size: 19pt; break-before: page; margin-top: 0; }
	.level-2 { font-size: 14pt; } .level-3 { font-size: 11.5pt; } .level-4, .level-5, .level-6 { font-size: 10.5pt; }
	.contents { break-after: page; font-size: 9.5pt; line-height: 1.3; }
	.contents a { padding: .12em 0; }
	.contents .level1 { margin-top: .35em; }
	.contents .heading { font-family: "Report Serif", Georgia, serif; font-size: 19pt; font-weight: 600; margin: 0 0 8mm; }
	.contents .dots { flex: 1; border-bottom: 1px dotted var(--second); margin-bottom: .32em; min-width: 1.5em; }
	.contents .page { font-variant-numeric: tabular-nums; min-width: 1.6em; text-align: right; align-self: flex-end; }
	.break { break-after: page; }
	.break + .level-1, .contents + .level-1, .front + .level-1 { break-before: auto; }
	details { display: none; }
	a { text-decoration: none; }
}
`;

/** The rules of a page for reading on a screen, which prints decently as well. */
export const screenStyle = `${common}${screen}${print}`;

/** The rules of the page that becomes the PDF: A4, the title at the head and the page's number at the foot of all pages but the first. */
export function printStyle(title: string): string {
	const box = 'font-family: "Report Sans", Arial, sans-serif; font-size: 8pt; color: #4a545b;';
	return `${common}${print}
@page { size: A4; margin: 27mm 23mm 25mm;
	@top-left { content: ${cssString(title)}; ${box} }
	@bottom-right { content: counter(page); ${box} }
}
@page :first { @top-left { content: none; } @bottom-right { content: none; } }
`;
}
