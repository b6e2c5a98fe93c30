import { Checkbox } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Input, Output } from '#shared/contract/calls.ts';
import { type AskedStatus, askedStatus } from '#shared/domain/asked/model.ts';
import { formatDate, formatNumber } from '#shared/i18n/format.ts';
import { call } from '../../api/client.ts';
import { useLanguage, useText } from '../../app/text.tsx';
import styles from './asked.module.css';
import { PersonDialog } from './person-dialog.tsx';
import type { useChoices } from './use-choices.ts';

const pageSize = 200;
const rowHeight = 38;
type Row = Output<'asked.list'>['rows'][number];
export type ListFilter = Omit<Input<'asked.list'>, 'offset' | 'limit'>;

interface TableProps {
	filter: ListFilter;
	total: number;
	choices: ReturnType<typeof useChoices>;
	onStatus: (ids: readonly number[], status: AskedStatus) => Promise<void>;
}

/** The people of a list. Only the rows in view are in the page and fetched; one row at a time has the focus and takes the keys. */
export function AskedTable({ filter, total, choices, onStatus }: TableProps) {
	const { asked: text } = useText();
	const scroller = useRef<HTMLDivElement>(null);
	const [at, setAt] = useState(0);
	const [moved, setMoved] = useState(false);
	const [opened, setOpened] = useState<Row | null>(null);
	const virtual = useVirtualizer({
		count: total,
		getScrollElement: () => scroller.current,
		estimateSize: () => rowHeight,
		overscan: 12,
	});
	const shown = virtual.getVirtualItems();
	const pages = [...new Set(shown.map((item) => Math.floor(item.index / pageSize)))];
	const fetched = useQueries({
		queries: pages.map((page) => {
			const input = { ...filter, offset: page * pageSize, limit: pageSize };
			return { queryKey: ['asked.list', input], queryFn: () => call('asked.list', input) };
		}),
	});
	const rowAt = (index: number): Row | undefined =>
		fetched[pages.indexOf(Math.floor(index / pageSize))]?.data?.rows[index % pageSize];
	const current = Math.min(at, total - 1);
	useEffect(() => {
		if (!moved) return;
		const row = scroller.current?.querySelector<HTMLElement>(`[data-row="${current}"]`);
		row?.focus({ preventScroll: true });
		if (row) setMoved(false);
	});
	const go = (index: number) => {
		const next = Math.max(0, Math.min(total - 1, index));
		setAt(next);
		setMoved(true);
		virtual.scrollToIndex(next);
	};
	const onKeyDown = (event: KeyboardEvent) => {
		const row = rowAt(current);
		if (event.target !== event.currentTarget || !row || event.ctrlKey || event.metaKey || event.altKey) return;
		const moves: Record<string, number> = {
			ArrowDown: 1,
			ArrowUp: -1,
			PageDown: 12,
			PageUp: -12,
			Home: -total,
			End: total,
		};
		const status = askedStatus.options.find((one) => text.statusKeys[one].toLowerCase() === event.key.toLowerCase());
		const by = moves[event.key];
		if (by !== undefined) go(current + by);
		else if (event.key === ' ') choices.toggle(row.id);
		else if (event.key === 'Enter') setOpened(row);
		else if (event.key === 'Escape') choices.clear();
		else if (status) {
			const many = choices.chosen.has(row.id) ? [...choices.chosen] : [row.id];
			void onStatus(many, status);
			if (many.length === 1) go(current + 1);
		} else return;
		event.preventDefault();
		event.stopPropagation();
	};
	const before = shown[0]?.start ?? 0;
	const after = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0);
	const { columns } = text;
	return (
		<>
			<div ref={scroller} className={styles.scroller}>
				<table className={styles.table} aria-rowcount={total + 1}>
					<thead>
						<tr>
							<th scope="col">
								<span className="visually-hidden">{columns.action}</span>
							</th>
							<th scope="col">{columns.person}</th>
							<th scope="col">{columns.groups}</th>
							<th scope="col">{columns.status}</th>
							<th scope="col">{columns.since}</th>
							<th scope="col">{columns.reminders}</th>
						</tr>
					</thead>
					<tbody>
						{before > 0 && <tr style={{ height: before }} aria-hidden />}
						{shown.map(({ key, index }) => (
							<PersonRow
								key={key}
								index={index}
								row={rowAt(index)}
								current={index === current}
								chosen={choices.chosen}
								onToggle={choices.toggle}
								onFocus={() => setAt(index)}
								onOpen={setOpened}
								onKeyDown={onKeyDown}
							/>
						))}
						{after > 0 && <tr style={{ height: after }} aria-hidden />}
					</tbody>
				</table>
			</div>
			{opened && <PersonDialog key={opened.id} roundId={filter.roundId} row={opened} onClose={() => setOpened(null)} />}
		</>
	);
}

interface RowProps {
	index: number;
	row: Row | undefined;
	current: boolean;
	chosen: ReadonlySet<number>;
	onToggle: (id: number) => void;
	onFocus: () => void;
	onOpen: (row: Row) => void;
	onKeyDown: (event: KeyboardEvent) => void;
}

function PersonRow({ index, row, current, chosen, onToggle, onFocus, onOpen, onKeyDown }: RowProps) {
	const { asked: text } = useText();
	const language = useLanguage();
	if (!row)
		return (
			<tr style={{ height: rowHeight }} aria-rowindex={index + 2}>
				<td colSpan={6} />
			</tr>
		);
	const number = text.person(formatNumber(row.number, language));
	const who = row.person ? row.person.name || row.person.email || row.person.ownId || number : number;
	const groups = [...new Set(row.groups.map(({ name }) => name))].join(', ');
	return (
		<tr
			style={{ height: rowHeight }}
			aria-rowindex={index + 2}
			aria-selected={chosen.has(row.id)}
			data-row={index}
			tabIndex={current ? 0 : -1}
			onFocus={onFocus}
			onKeyDown={onKeyDown}
		>
			<td>
				<Checkbox
					size="xs"
					tabIndex={-1}
					checked={chosen.has(row.id)}
					onChange={() => onToggle(row.id)}
					aria-label={text.choose(who)}
				/>
			</td>
			<td title={who}>
				<button type="button" tabIndex={-1} className={styles.who} onClick={() => onOpen(row)}>
					{who}
				</button>
			</td>
			<td title={groups}>{groups || '–'}</td>
			<td>
				<span className={styles.state} data-status={row.status}>
					{text.status[row.status]}
				</span>
			</td>
			<td>{row.statusOn ? formatDate(row.statusOn, language, 'short') : '–'}</td>
			<td>{row.reminders > 0 ? formatNumber(row.reminders, language) : '–'}</td>
		</tr>
	);
}
