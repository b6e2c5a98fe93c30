import type { Block, Inline, ReportDocument, Table } from '#shared/domain/report/model.ts';
import { escapeMarkdown } from '#shared/domain/report/template.ts';
import { messages } from '#shared/i18n/messages.ts';
import { contentsOf } from './plain.ts';

/** A report as Markdown that any program reads: live blocks are tables, lists and quotations, a figure is its description and numbers. */
export function writeMarkdown(report: ReportDocument): string {
	const words = messages[report.language].report.out;
	const parts = report.blocks.flatMap((block) => blockOf(block, report, words));
	const titled = report.blocks.some((block) => block.kind === 'frontPage');
	const lead = titled ? [] : [`# ${escapeMarkdown(report.title)}`];
	return `${[...lead, ...parts].filter((part) => part !== '').join('\n\n')}\n`;
}

type Words = (typeof messages)['sv']['report']['out'];

function blockOf(block: Block, report: ReportDocument, words: Words): string[] {
	switch (block.kind) {
		case 'heading': {
			const number = block.number ? `${block.number} ` : '';
			return [`${'#'.repeat(Math.min(6, block.level + 1))} ${number}${inlines(block.content)}`];
		}
		case 'paragraph':
			return [inlines(block.content)];
		case 'list':
			return [
				block.items
					.map((item, at) => {
						const mark = block.ordered ? `${block.start + at}. ` : '- ';
						const text = item.flatMap((one) => blockOf(one, report, words)).join('\n\n');
						return mark + indent(text, ' '.repeat(mark.length)).trimStart();
					})
					.join('\n'),
			];
		case 'quote': {
			const text = block.blocks.flatMap((one) => blockOf(one, report, words)).join('\n\n');
			const source = block.source ? `\n\n— ${escapeMarkdown(block.source)}` : '';
			return [indent(text + source, '> ')];
		}
		case 'table':
			return captioned(words.table, block, table(block.table));
		case 'figure':
			return captioned(words.figure, block, `${escapeMarkdown(block.alt)}\n\n${table(block.table)}`);
		case 'plainTable':
			return [rows([block.head.map(cell), ...block.rows.map((row) => row.map(cell))], block.align)];
		case 'frontPage':
			return [
				`# ${escapeMarkdown(block.title)}`,
				block.subtitle ? `**${escapeMarkdown(block.subtitle)}**` : '',
				block.lines.map(escapeMarkdown).join('  \n'),
			];
		case 'contents':
			return [
				`**${escapeMarkdown(block.title)}**`,
				contentsOf(report.blocks)
					.map(
						({ level, number, content }) =>
							`${'  '.repeat(level - 1)}- ${number ? `${number} ` : ''}${inlines(content)}`,
					)
					.join('\n'),
			];
		case 'pageBreak':
			return [];
		case 'unfilled':
			return [words.unfilled(block.name)];
	}
}

function captioned(
	name: string,
	{ number, caption, note }: Extract<Block, { kind: 'table' | 'figure' }>,
	body: string,
): string[] {
	return [`**${name} ${number}.** ${escapeMarkdown(caption)}`, body, note ? `*${escapeMarkdown(note)}*` : ''];
}

function indent(text: string, by: string): string {
	return text
		.split('\n')
		.map((line) => (line === '' ? by.trimEnd() : by + line))
		.join('\n');
}

/** Emphasis does not begin or end with a space, or Markdown takes its signs as signs. */
function inlines(content: readonly Inline[]): string {
	const text = content
		.map(({ text: raw, bold, italic, code, href, break: ends }) => {
			const [, before = '', core = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(raw) ?? [];
			let out = code ? codeSpan(core) : escapeMarkdown(core);
			if (core !== '' && italic) out = `*${out}*`;
			if (core !== '' && bold) out = `**${out}**`;
			if (href && !href.startsWith('#')) out = `[${out}](<${href}>)`;
			return `${before}${out}${after}${ends ? '  \n' : ''}`;
		})
		.join('');
	// A line that would begin a list, heading or live block is text here.
	return text.replace(/^(\s*)([-+=]|:::)/gm, '$1\\$2').replace(/^(\s*\d+)([.)])(?=\s)/gm, '$1\\$2');
}

function codeSpan(text: string): string {
	const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
	const ticks = '`'.repeat(longest + 1);
	const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
	return `${ticks}${pad}${text}${pad}${ticks}`;
}

const cell = (content: readonly Inline[]) =>
	inlines(content)
		.replace(/\n/g, ' ')
		.replace(/(?<!\\)\|/g, '\\|');

function table({ columns, rows: lines }: Table): string {
	const head = columns.map(({ label }) => escapeMarkdown(label));
	const body = lines.map(({ kind, indent: depth, cells }) => {
		if (kind === 'section') return [`**${escapeMarkdown(cells[0] ?? '')}**`, ...columns.slice(1).map(() => '')];
		return cells.map((text, at) => (at === 0 && depth > 0 ? `– ${escapeMarkdown(text)}` : escapeMarkdown(text)));
	});
	return rows(
		[head, ...body],
		columns.map(({ align }) => align),
	);
}

function rows([head = [], ...body]: string[][], align: readonly ('left' | 'right')[]): string {
	const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
	const rule = head.map((_, at) => (align[at] === 'right' ? '---:' : '---'));
	return [line(head), line(rule), ...body.map(line)].join('\n');
}
