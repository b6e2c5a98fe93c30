import { Table } from '@mantine/core';
import { Link } from 'wouter';
import type { DocumentSummary } from '#shared/contract/document.ts';
import { formatDate, formatNumber } from '#shared/i18n/format.ts';
import { useCall } from '../../api/use-call.ts';
import { useLanguage, useText } from '../../app/text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { DropZone, ImportButton, ImportProgress } from './import-files.tsx';
import styles from './material.module.css';
import { useImportFiles } from './use-import-files.ts';

/** All written material, and where more of it comes in. */
export function MaterialPage() {
	const text = useText().document;
	const list = useCall('document.list', {});
	const importing = useImportFiles();
	const documents = list.data;
	const isEmpty = documents?.length === 0;
	return (
		<Page title={text.title} subtitle={text.lead} actions={!isEmpty && <ImportButton onFiles={importing.add} />}>
			<DropZone onFiles={importing.add}>
				<ImportProgress {...importing} />
				{!documents && (list.error ? <ErrorNote error={list.error} /> : <Loading />)}
				{isEmpty && (
					<EmptyState title={text.empty.title} actions={<ImportButton onFiles={importing.add} primary />}>
						<p>{text.empty.text}</p>
						<p>{text.import.lead}</p>
					</EmptyState>
				)}
				{documents && !isEmpty && (
					<>
						<MaterialTable documents={documents} />
						<p className={styles.lead}>{text.import.lead}</p>
					</>
				)}
			</DropZone>
		</Page>
	);
}

function MaterialTable({ documents }: { documents: readonly DocumentSummary[] }) {
	const text = useText().document;
	const language = useLanguage();
	const number = (value: number) => formatNumber(value, language);
	return (
		<div className={styles.tableBox}>
			<Table aria-label={text.table.label} verticalSpacing="xs" highlightOnHover highlightOnHoverColor="var(--sunken)">
				<Table.Thead>
					<Table.Tr>
						<Table.Th scope="col">{text.table.title}</Table.Th>
						<Table.Th scope="col">{text.table.kind}</Table.Th>
						<Table.Th scope="col">{text.table.date}</Table.Th>
						<Table.Th scope="col" className={styles.number}>
							{text.table.people}
						</Table.Th>
						<Table.Th scope="col" className={styles.number}>
							{text.table.words}
						</Table.Th>
						<Table.Th scope="col" className={styles.number}>
							{text.table.codings}
						</Table.Th>
					</Table.Tr>
				</Table.Thead>
				<Table.Tbody>
					{documents.map((one) => (
						<Table.Tr key={one.id}>
							<Table.Th scope="row">
								<Link to={`/collect/material/${one.id}`}>{one.title}</Link>
							</Table.Th>
							<Table.Td>{text.kinds[one.kind]}</Table.Td>
							<Table.Td>
								{one.date ? formatDate(one.date, language) : <span className={styles.quiet}>{text.noDate}</span>}
							</Table.Td>
							<Table.Td className={styles.number}>{one.informants > 0 ? number(one.informants) : '–'}</Table.Td>
							<Table.Td className={styles.number}>{number(one.words)}</Table.Td>
							<Table.Td className={styles.number}>{number(one.codings)}</Table.Td>
						</Table.Tr>
					))}
				</Table.Tbody>
			</Table>
		</div>
	);
}
