import type { Block, Inline, Table } from '#shared/domain/report/model.ts';
import { keyed } from '../../../ui/keyed.ts';
import { Inlines } from './inlines.tsx';
import styles from './preview.module.css';

/** A table from the data, with its caption. */
export function TableView({ table, name, caption }: { table: Table; name: string; caption: string }) {
	const right = (at: number) => table.columns[at]?.align === 'right' || undefined;
	const columns = keyed(table.columns, (column) => column.label);
	return (
		<table className={styles.table}>
			<caption className={styles.caption}>
				<b>{name}</b> {caption}
			</caption>
			<colgroup>
				{columns.map(({ key, one }) => (
					<col key={key} style={{ width: `${one.width}%` }} />
				))}
			</colgroup>
			<thead>
				<tr>
					{columns.map(({ key, one, at }) =>
						one.label === '' ? (
							<td key={key} />
						) : (
							<th key={key} scope="col" data-right={right(at)}>
								{one.label}
							</th>
						),
					)}
				</tr>
			</thead>
			<tbody>
				{keyed(table.rows, (row) => row.cells[0] ?? '').map(({ key, one: row }) =>
					row.kind === 'section' ? (
						<tr key={key} className={styles.section}>
							<th scope="colgroup" colSpan={table.columns.length}>
								{row.cells[0]}
							</th>
						</tr>
					) : (
						<tr key={key} data-indent={row.indent || undefined}>
							<th scope="row">{row.cells[0]}</th>
							{keyed(row.cells.slice(1), (cell) => cell).map(({ key: place, one: cell, at }) => (
								<td key={place} data-right={right(at + 1)}>
									{cell}
								</td>
							))}
						</tr>
					),
				)}
			</tbody>
		</table>
	);
}

const nameOf = (cell: readonly Inline[]) => cell[0]?.text ?? '';

/** A table that the author has written. */
export function PlainTable({ block }: { block: Extract<Block, { kind: 'plainTable' }> }) {
	const right = (at: number) => block.align[at] === 'right' || undefined;
	return (
		<table className={styles.table} data-line={block.line}>
			<thead>
				<tr>
					{keyed(block.head, nameOf).map(({ key, one, at }) => (
						<th key={key} scope="col" data-right={right(at)}>
							<Inlines content={one} />
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{keyed(block.rows, (row) => nameOf(row[0] ?? [])).map(({ key, one: row }) => (
					<tr key={key}>
						{keyed(row, nameOf).map(({ key: place, one, at }) => (
							<td key={place} data-right={right(at)}>
								<Inlines content={one} />
							</td>
						))}
					</tr>
				))}
			</tbody>
		</table>
	);
}
