import { ActionIcon } from '@mantine/core';
import { IconTrash, IconTrashX } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Output } from '#shared/contract/calls.ts';
import { formatNumber } from '#shared/i18n/format.ts';
import { queryOf, useCall } from '../../api/use-call.ts';
import { useRun } from '../../api/use-run.ts';
import { navigate } from '../../app/hash-location.ts';
import { useNotes } from '../../app/notes.tsx';
import { useLanguage, useText } from '../../app/text.tsx';
import { EraseDialog } from '../../ui/erase-dialog.tsx';
import { VirtualTable } from '../../ui/virtual-table.tsx';
import styles from './collect.module.css';
import { formatTime } from './format-time.ts';

type Row = Output<'response.list'>['rows'][number];

/** The responses of a round. Enter on a row opens it. */
export function ResponseTable({ roundId }: { roundId: number }) {
	const { round: text } = useText();
	const total = useCall('response.list', { roundId, offset: 0, limit: 1 }).data?.total ?? 0;
	const addressOf = ({ id }: Row) => `/collect/round/${roundId}/answer?response=${id}`;
	const { table } = text;
	return (
		<VirtualTable<Row>
			label={text.responses}
			words={[table.number, table.status, table.origin, table.submitted]}
			numbers={[table.answered]}
			after={[table.action]}
			unseen={table.action}
			total={total}
			page={(some) => queryOf('response.list', { roundId, ...some })}
			cells={(row, at, tabIndex) => <ResponseCells address={addressOf(row)} row={row} at={at} tabIndex={tabIndex} />}
			onKey={(key, row) => {
				if (key !== 'Enter') return;
				navigate(addressOf(row));
				return 'stay';
			}}
		/>
	);
}

interface CellsProps {
	address: string;
	row: Row;
	at: number;
	tabIndex: 0 | -1;
}

function ResponseCells({ address, row, at, tabIndex }: CellsProps) {
	const { round: text, erasure } = useText();
	const language = useLanguage();
	const [erasing, setErasing] = useState(false);
	const { showDone } = useNotes();
	const { run: remove } = useRun('response.remove');
	const number = formatNumber(at + 1, language);
	const drop = async () => {
		if (await remove({ id: row.id })) showDone(text.responseRemoved(number), text.removedHow);
	};
	return (
		<>
			<td>
				<Link to={address} tabIndex={tabIndex}>
					{text.openResponse(number)}
				</Link>
			</td>
			<td className={row.status === 'partial' ? styles.warn : undefined}>{text.status[row.status]}</td>
			<td>{text.origin[row.origin]}</td>
			<td>{row.submittedAt ? formatTime(row.submittedAt, language) : '–'}</td>
			<td data-number>{formatNumber(row.answered, language)}</td>
			<td data-number>
				<ActionIcon size={30} tabIndex={tabIndex} onClick={() => void drop()} aria-label={text.removeResponse(number)}>
					<IconTrash size={16} stroke={1.6} />
				</ActionIcon>
				<ActionIcon
					size={30}
					tabIndex={tabIndex}
					onClick={() => setErasing(true)}
					aria-label={erasure.openNamed(number)}
					title={erasure.open}
				>
					<IconTrashX size={16} stroke={1.6} />
				</ActionIcon>
				{erasing && (
					<EraseDialog
						of={{ responseIds: [row.id] }}
						title={erasure.title(number)}
						done={erasure.done(number)}
						onClose={() => setErasing(false)}
					/>
				)}
			</td>
		</>
	);
}
