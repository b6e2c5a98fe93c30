import { Paragraph, type ParagraphChild, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import type { Block, Inline, Table as TableModel } from '#shared/domain/report/model.ts';
import { textWidth } from './docx-styles.ts';
import { run } from './docx-text.ts';

/** A live table: its columns share the text's width by their own measure, its head is repeated on each page, and numbers stand to the right. */
export function liveTable({ columns, rows }: TableModel): Table {
	const total = columns.reduce((sum, { width }) => sum + width, 0) || 1;
	const widths = columns.map(({ width }) => Math.round((textWidth * width) / total));
	const right = (at: number) => columns[at]?.align === 'right';
	const cell = (
		text: string,
		at: number,
		options: { bold?: boolean; indent?: number; keep?: boolean; span?: number } = {},
	) =>
		new TableCell({
			width: { size: options.span ? textWidth : (widths[at] ?? 0), type: WidthType.DXA },
			...(options.span && { columnSpan: options.span }),
			children: [
				new Paragraph({
					style: right(at) ? 'TableNumber' : 'TableText',
					...(options.indent && { indent: { left: 284 * options.indent } }),
					...(options.keep && { keepNext: true }),
					children: [run(text, options.bold ? { bold: true } : {})],
				}),
			],
		});
	const head = new TableRow({
		tableHeader: true,
		cantSplit: true,
		children: columns.map(({ label }, at) => cell(label, at, { bold: true, keep: true })),
	});
	const body = rows.map(({ kind, indent, cells }, at) => {
		const near = kind === 'section' || at === rows.length - 2;
		const bold = kind !== 'normal';
		return new TableRow({
			cantSplit: true,
			children:
				kind === 'section'
					? [cell(cells[0] ?? '', 0, { bold, keep: true, span: columns.length })]
					: cells.map((text, place) => cell(text, place, { bold, keep: near, ...(place === 0 && { indent }) })),
		});
	});
	return new Table({
		style: 'ReportTable',
		layout: TableLayoutType.FIXED,
		width: { size: textWidth, type: WidthType.DXA },
		columnWidths: widths,
		rows: [head, ...body],
	});
}

/** An author's own table, with columns of one width; `inlines` makes the content of a cell. */
export function plainTable(
	{ head, align, rows }: Extract<Block, { kind: 'plainTable' }>,
	inlines: (content: readonly Inline[]) => ParagraphChild[],
): Table {
	const width = Math.floor(textWidth / Math.max(1, head.length));
	const line = (cells: Inline[][], first: boolean) =>
		new TableRow({
			cantSplit: true,
			tableHeader: first,
			children: cells.map(
				(content, at) =>
					new TableCell({
						width: { size: width, type: WidthType.DXA },
						children: [
							new Paragraph({
								style: align[at] === 'right' ? 'TableNumber' : 'TableText',
								keepNext: first,
								children: inlines(first ? content.map((one) => ({ ...one, bold: true })) : content),
							}),
						],
					}),
			),
		});
	return new Table({
		style: 'ReportTable',
		layout: TableLayoutType.FIXED,
		width: { size: textWidth, type: WidthType.DXA },
		columnWidths: head.map(() => width),
		rows: [line(head, true), ...rows.map((row) => line(row, false))],
	});
}
