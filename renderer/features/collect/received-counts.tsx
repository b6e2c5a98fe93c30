import { Table } from '@mantine/core';
import type { AskedCounts } from '#shared/domain/handover/packet.ts';
import { formatDate, formatNumber } from '#shared/i18n/format.ts';
import { useCall } from '../../api/use-call.ts';
import { useLanguage, useText } from '../../app/text.tsx';
import styles from './handover.module.css';

const statuses = ['answered', 'partial', 'refused', 'unreachable', 'asked', 'notEligible'] as const;

/** How many were asked and answered, as the administrator's last file has it. */
export function ReceivedCounts({ roundId }: { roundId: number }) {
	const { handover: text } = useText();
	const language = useLanguage();
	const received = useCall('handover.received', { roundId }).data;
	if (received === undefined) return null;
	if (received === null) return <p className={styles.note}>{text.none}</p>;
	const { counts, groups, day } = received;
	const cells = (own: AskedCounts | null) =>
		own ? (
			statuses.map((status) => (
				<Table.Td key={status} ta="right">
					{formatNumber(own[status], language)}
				</Table.Td>
			))
		) : (
			<Table.Td colSpan={statuses.length} ta="right" className={styles.quiet}>
				{text.hidden}
			</Table.Td>
		);
	return (
		<>
			<p className={styles.note}>{text.last(formatDate(day, language))}</p>
			{counts === null && <p className={styles.note}>{text.noCounts}</p>}
			{counts && (
				<Table.ScrollContainer minWidth={620} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
					<Table>
						<Table.Thead>
							<Table.Tr>
								<Table.Th>{text.group}</Table.Th>
								{statuses.map((status) => (
									<Table.Th key={status} ta="right">
										{text.counts[status]}
									</Table.Th>
								))}
							</Table.Tr>
						</Table.Thead>
						<Table.Tbody>
							<Table.Tr>
								<Table.Th scope="row">{text.all}</Table.Th>
								{cells(counts)}
							</Table.Tr>
							{groups.map((group) => (
								<Table.Tr key={group.label}>
									<Table.Th scope="row" fw={400}>
										{group.label}
									</Table.Th>
									{cells(group.counts)}
								</Table.Tr>
							))}
						</Table.Tbody>
					</Table>
				</Table.ScrollContainer>
			)}
		</>
	);
}
