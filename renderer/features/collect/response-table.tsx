import { ActionIcon } from '@mantine/core';
import { IconTrash, IconTrashX } from '@tabler/icons-react';
import { useQueries } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import { Link } from 'wouter';
import type { Output } from '#shared/contract/calls.ts';
import { formatNumber } from '#shared/i18n/format.ts';
import { call } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { useRun } from '../../api/use-run.ts';
import { useNotes } from '../../app/notes.tsx';
import { useLanguage, useText } from '../../app/text.tsx';
import { EraseDialog } from '../../ui/erase-dialog.tsx';
import styles from './collect.module.css';
import { formatTime } from './format-time.ts';

const pageSize = 200;
const rowHeight = 40;
type Row = Output<'response.list'>['rows'][number];

/** The responses of a round. Only the rows in view are in the page and fetched, so a hundred thousand scroll like ten. */
export function ResponseTable({ roundId }: { roundId: number }) {
	const { round: text } = useText();
	const total = useCall('response.list', { roundId, offset: 0, limit: pageSize }).data?.total ?? 0;
	const scroller = useRef<HTMLDivElement>(null);
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
			const input = { roundId, offset: page * pageSize, limit: pageSize };
			return { queryKey: ['response.list', input], queryFn: () => call('response.list', input) };
		}),
	});
	const rowAt = (index: number): Row | undefined =>
		fetched[pages.indexOf(Math.floor(index / pageSize))]?.data?.rows[index % pageSize];
	const before = shown[0]?.start ?? 0;
	const after = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0);
	const { table } = text;
	return (
		<div ref={scroller} className={styles.scroller}>
			<table className={styles.table} aria-rowcount={total + 1}>
				<thead>
					<tr>
						<th scope="col">{table.number}</th>
						<th scope="col">{table.status}</th>
						<th scope="col">{table.origin}</th>
						<th scope="col">{table.submitted}</th>
						<th scope="col" className={styles.number}>
							{table.answered}
						</th>
						<th scope="col">
							<span className="visually-hidden">{table.action}</span>
						</th>
					</tr>
				</thead>
				<tbody>
					{before > 0 && <tr style={{ height: before }} aria-hidden />}
					{shown.map((item) => (
						<ResponseRow key={item.key} roundId={roundId} index={item.index} row={rowAt(item.index)} />
					))}
					{after > 0 && <tr style={{ height: after }} aria-hidden />}
				</tbody>
			</table>
		</div>
	);
}

function ResponseRow({ roundId, index, row }: { roundId: number; index: number; row: Row | undefined }) {
	const { round: text, erasure } = useText();
	const language = useLanguage();
	const [erasing, setErasing] = useState(false);
	const { showDone } = useNotes();
	const { run: remove } = useRun('response.remove');
	const number = formatNumber(index + 1, language);
	if (!row)
		return (
			<tr style={{ height: rowHeight }} aria-rowindex={index + 2}>
				<td>{number}</td>
				<td colSpan={5} />
			</tr>
		);
	const drop = async () => {
		if (await remove({ id: row.id })) showDone(text.responseRemoved(number), text.removedHow);
	};
	return (
		<tr style={{ height: rowHeight }} aria-rowindex={index + 2}>
			<td>
				<Link to={`/collect/round/${roundId}/answer?response=${row.id}`}>{text.openResponse(number)}</Link>
			</td>
			<td className={row.status === 'partial' ? styles.warn : undefined}>{text.status[row.status]}</td>
			<td>{text.origin[row.origin]}</td>
			<td>{row.submittedAt ? formatTime(row.submittedAt, language) : '–'}</td>
			<td className={styles.number}>{formatNumber(row.answered, language)}</td>
			<td className={styles.number}>
				<ActionIcon size={30} onClick={() => void drop()} aria-label={text.removeResponse(number)}>
					<IconTrash size={16} stroke={1.6} />
				</ActionIcon>
				<ActionIcon
					size={30}
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
		</tr>
	);
}
