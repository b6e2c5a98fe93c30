import type { Language } from '#shared/contract/basics.ts';
import type { Table } from '#shared/domain/report/model.ts';
import { formatNumber, formatPercent } from '#shared/i18n/format.ts';
import { messages } from '#shared/i18n/messages.ts';
import type { ItemResult } from './model.ts';
import type { TablePart } from './own-table.ts';

/**
 * Many items in the chosen order: number and percent of the two most positive, and n. Headings go across, rows of one matrix stand indented
 * under its lead-in (`leads`, by the matrix's id).
 */
export function partsTable(
	parts: readonly TablePart[],
	items: ReadonlyMap<string, ItemResult>,
	leads: ReadonlyMap<string, string>,
	language: Language,
): Table {
	const words = messages[language].results;
	const number = (value: number) => formatNumber(value, language);
	const right = (label: string) => ({ label, align: 'right' as const, width: 13 });
	return {
		columns: [
			{ label: words.table.item, align: 'left', width: 61 },
			right(words.block.positive),
			right(words.block.share),
			right(words.figure.n),
		],
		rows: parts.flatMap((part) => {
			const rows: Table['rows'] = [];
			let matrix: string | null = null;
			for (const id of part.ids) {
				const item = items.get(id);
				if (!item) continue;
				if (item.matrix !== null && item.matrix !== matrix) {
					rows.push({ kind: 'normal', indent: 0, cells: [leads.get(item.matrix) ?? item.matrix, '', '', ''] });
				}
				matrix = item.matrix;
				const share = item.topTwo && item.n > 0 ? item.topTwo : null;
				rows.push({
					kind: 'normal',
					indent: matrix === null ? 0 : 1,
					cells: [
						item.label,
						share ? number(share.count) : '–',
						share ? formatPercent(share.percent, language) : '–',
						number(item.n),
					],
				});
			}
			if (rows.length > 0 && part.heading) rows.unshift({ kind: 'section', indent: 0, cells: [part.heading] });
			return rows;
		}),
	};
}
