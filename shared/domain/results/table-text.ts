import type { Table } from '#shared/domain/report/model.ts';

/** A table as lines of cells with tabs between, as spreadsheets paste them. */
export function tableAsText({ columns, rows }: Table): string {
	const clean = (cell: string) => cell.replace(/\s+/g, ' ').trim();
	return [columns.map((column) => column.label), ...rows.map((row) => row.cells)]
		.map((cells) => cells.map(clean).join('\t'))
		.join('\n');
}

/** A table as plain HTML, as word processors paste it. Every text is escaped. */
export function tableAsHtml({ columns, rows }: Table): string {
	const cell = (tag: 'th' | 'td', text: string, at: number, rest = '') =>
		`<${tag}${rest} style="text-align:${columns[at]?.align ?? 'left'}">${escaped(text)}</${tag}>`;
	const head = columns.map((column, at) => cell('th', column.label, at)).join('');
	const body = rows.map((row) => {
		if (row.kind === 'section') return `<tr>${cell('th', row.cells[0] ?? '', 0, ` colspan="${columns.length}"`)}</tr>`;
		return `<tr>${row.cells
			.map((text, at) => cell(at === 0 ? 'th' : 'td', at === 0 ? '\u2003'.repeat(row.indent) + text : text, at))
			.join('')}</tr>`;
	});
	return `<table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

function escaped(text: string): string {
	return text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);
}
