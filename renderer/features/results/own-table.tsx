import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import type { Analysis, ItemResult } from '#shared/domain/results/model.ts';
import {
	addItem,
	moveItem,
	readParts,
	removeItem,
	type TablePart,
	usualParts,
	writeParts,
} from '#shared/domain/results/own-table.ts';
import { partsTable } from '#shared/domain/results/parts-table.ts';
import { useLanguage, useText } from '../../app/text.tsx';
import { ColumnHeads } from '../../ui/column-heads.tsx';
import { Section } from '../../ui/section.tsx';
import type { Address } from './address.ts';
import { CopyMenu } from './copy-menu.tsx';
import styles from './results.module.css';

interface Own {
	parts: readonly TablePart[];
	byId: ReadonlyMap<string, ItemResult>;
}

/** The own table as the address has it, or the usual one: every item with a share of positive answers, by scale. */
function useOwn(analysis: Analysis, address: Address): Own {
	const { or } = useText().results.sentence;
	const rated = analysis.items.filter((item) => item.topTwo !== null);
	const byId = new Map(rated.map((item) => [item.id, item]));
	const usual = () => usualParts(rated, (first) => topTwoOf(first, or));
	return {
		byId,
		parts: address.rows === null ? usual() : readParts(address.rows, address.headings, new Set(byId.keys())),
	};
}

/** A table one puts together of many items, in the order one chooses, under headings, with matrix rows indented under their lead-in. */
export function OwnTable({
	analysis,
	leads,
	address,
}: {
	analysis: Analysis;
	/** The names of matrices by id. */
	leads: ReadonlyMap<string, string>;
	address: Address;
}) {
	const text = useText().results;
	const language = useLanguage();
	const { parts, byId } = useOwn(analysis, address);
	if (byId.size === 0) return <p>{text.table.none}</p>;
	const table = partsTable(parts, byId, leads, language);
	const filled = parts.filter((part) => part.ids.length > 0);
	const written = writeParts(filled);
	const block = `::: item-table\nround: ${analysis.round}\nitems: ${written.items.replaceAll('|', ' | ').replaceAll(',', ', ')}\nheadings: ${written.headings.replaceAll('|', ' | ')}\n:::\n`;
	return (
		<Section
			title={text.table.preview}
			lead={text.table.lead}
			actions={<CopyMenu name={text.table.title} table={table} block={block} />}
		>
			<table className={styles.table}>
				<thead>
					<ColumnHeads
						words={table.columns.slice(0, 1).map(({ label }) => label)}
						numbers={table.columns.slice(1).map(({ label }) => label)}
					/>
				</thead>
				<tbody>
					{table.rows.map((row, at) => {
						const key = `${at} ${row.cells[0]}`;
						if (row.kind === 'section') {
							return (
								<tr key={key} className={styles.section}>
									<th colSpan={table.columns.length} scope="colgroup">
										{row.cells[0]}
									</th>
								</tr>
							);
						}
						return (
							<tr key={key}>
								<th scope="row" style={{ paddingInlineStart: `${4 + row.indent * 24}px` }}>
									{row.cells[0]}
								</th>
								{row.cells.slice(1).map((cell, column) => (
									<td key={table.columns[column + 1]?.label} data-number>
										{cell}
									</td>
								))}
							</tr>
						);
					})}
				</tbody>
			</table>
		</Section>
	);
}

/** What the own table holds and in which order, to be changed. */
export function OwnTableEditor({
	analysis,
	address,
	change,
}: {
	analysis: Analysis;
	address: Address;
	change: (parts: Record<string, string | null>, replace?: boolean) => void;
}) {
	const words = useText().results.table;
	const { parts, byId } = useOwn(analysis, address);
	const set = (next: readonly TablePart[], replace = false) => {
		const { items, headings } = writeParts(next);
		change({ rows: items, headings }, replace);
	};
	return (
		<Section
			look="plain"
			title={words.edit}
			actions={
				<Button size="xs" onClick={() => change({ rows: null, headings: null })} disabled={address.rows === null}>
					{words.reset}
				</Button>
			}
		>
			<div className={styles.editor}>
				{parts.map((part, at) => (
					<Part
						// biome-ignore lint/suspicious/noArrayIndexKey: a part is its place; headings change as one types
						key={at}
						at={at}
						part={part}
						parts={parts}
						byId={byId}
						set={set}
					/>
				))}
				<div>
					<Button
						leftSection={<IconPlus size={16} stroke={1.6} />}
						onClick={() => set([...parts, { heading: '', ids: [] }])}
					>
						{words.addSection}
					</Button>
				</div>
			</div>
		</Section>
	);
}

function Part({
	at,
	part,
	parts,
	byId,
	set,
}: {
	at: number;
	part: TablePart;
	parts: readonly TablePart[];
	byId: ReadonlyMap<string, ItemResult>;
	set: (next: readonly TablePart[], replace?: boolean) => void;
}) {
	const words = useText().results.table;
	const used = new Set(parts.flatMap((one) => one.ids));
	const free = [...byId.values()].filter((item) => !used.has(item.id));
	const named = (item: ItemResult) => `${item.id}. ${item.label}`;
	return (
		<fieldset className={styles.part} style={{ border: 0, padding: 0, margin: 0 }}>
			<legend className="visually-hidden">{words.headingOf(at + 1)}</legend>
			<TextInput
				label={words.heading}
				value={part.heading}
				maxLength={200}
				onChange={(event) => {
					const heading = event.currentTarget.value;
					set(
						parts.map((one, index) => (index === at ? { ...one, heading } : one)),
						true,
					);
				}}
			/>
			<ol>
				{part.ids.map((id) => {
					const item = byId.get(id);
					if (!item) return null;
					return (
						<li key={id}>
							<span className={styles.no}>{id}</span>
							<span>{item.label}</span>
							<span>
								<ActionIcon size={26} aria-label={words.up(named(item))} onClick={() => set(moveItem(parts, id, -1))}>
									<IconArrowUp size={16} stroke={1.6} />
								</ActionIcon>
								<ActionIcon size={26} aria-label={words.down(named(item))} onClick={() => set(moveItem(parts, id, 1))}>
									<IconArrowDown size={16} stroke={1.6} />
								</ActionIcon>
								<ActionIcon size={26} aria-label={words.remove(named(item))} onClick={() => set(removeItem(parts, id))}>
									<IconX size={16} stroke={1.6} />
								</ActionIcon>
							</span>
						</li>
					);
				})}
			</ol>
			{free.length > 0 && (
				<Select
					aria-label={words.addItemTo(part.heading || words.untitled)}
					placeholder={words.addItem}
					data={free.map((item) => ({ value: item.id, label: named(item) }))}
					value={null}
					searchable
					onChange={(id) => id && set(addItem(parts, at, id))}
				/>
			)}
		</fieldset>
	);
}

function topTwoOf(item: ItemResult, or: (one: string, other: string) => string): string {
	const [second, first] = item.options.slice(-2).map((option) => option.label);
	return or(second ?? '', first ?? '');
}
