import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { Input, Output } from '#shared/contract/calls.ts';
import { type AskedStatus, askedStatus } from '#shared/domain/asked/model.ts';
import { formatDate, formatNumber } from '#shared/i18n/format.ts';
import { queryOf } from '../../api/use-call.ts';
import { useLanguage, useText } from '../../app/text.tsx';
import { VirtualTable } from '../../ui/virtual-table.tsx';
import styles from './asked.module.css';
import { PersonDialog } from './person-dialog.tsx';
import type { useChoices } from './use-choices.ts';

type Row = Output<'asked.list'>['rows'][number];
export type ListFilter = Omit<Input<'asked.list'>, 'offset' | 'limit'>;

interface TableProps {
	filter: ListFilter;
	total: number;
	choices: ReturnType<typeof useChoices>;
	onStatus: (ids: readonly number[], status: AskedStatus) => Promise<void>;
}

/** The people of a list. A row's keys choose it, open it, and set the status of it or of all that are chosen. */
export function AskedTable({ filter, total, choices, onStatus }: TableProps) {
	const { asked: text } = useText();
	const [opened, setOpened] = useState<Row | null>(null);
	const { chosen } = choices;
	const onKey = (key: string, row: Row) => {
		if (key === ' ') choices.toggle(row.id);
		else if (key === 'Enter') setOpened(row);
		else if (key === 'Escape') choices.clear();
		else {
			const status = askedStatus.options.find((one) => text.statusKeys[one].toLowerCase() === key.toLowerCase());
			if (!status) return;
			const many = chosen.has(row.id) ? [...chosen] : [row.id];
			void onStatus(many, status);
			if (many.length === 1) return 'next';
		}
		return 'stay';
	};
	const { columns } = text;
	return (
		<>
			<VirtualTable<Row>
				label={text.list}
				words={[columns.action, columns.person, columns.groups, columns.status, columns.since, columns.reminders]}
				unseen={columns.action}
				total={total}
				page={(some) => queryOf('asked.list', { ...filter, ...some })}
				cells={(row, _at, tabIndex) => (
					<PersonCells
						row={row}
						tabIndex={tabIndex}
						isChosen={chosen.has(row.id)}
						onToggle={() => choices.toggle(row.id)}
						onOpen={() => setOpened(row)}
					/>
				)}
				onKey={onKey}
				isChosen={({ id }) => chosen.has(id)}
			/>
			{opened && <PersonDialog key={opened.id} roundId={filter.roundId} row={opened} onClose={() => setOpened(null)} />}
		</>
	);
}

interface CellsProps {
	row: Row;
	tabIndex: 0 | -1;
	isChosen: boolean;
	onToggle: () => void;
	onOpen: () => void;
}

function PersonCells({ row, tabIndex, isChosen, onToggle, onOpen }: CellsProps) {
	const { asked: text } = useText();
	const language = useLanguage();
	const number = text.person(formatNumber(row.number, language));
	const who = row.person ? row.person.name || row.person.email || row.person.ownId || number : number;
	const groups = [...new Set(row.groups.map(({ name }) => name))].join(', ');
	return (
		<>
			<td>
				<Checkbox size="xs" tabIndex={tabIndex} checked={isChosen} onChange={onToggle} aria-label={text.choose(who)} />
			</td>
			<td title={who}>
				<button type="button" tabIndex={tabIndex} className={styles.who} onClick={onOpen}>
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
		</>
	);
}
