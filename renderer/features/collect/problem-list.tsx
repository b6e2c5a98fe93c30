import { Button } from '@mantine/core';
import { IconCopy, IconDownload } from '@tabler/icons-react';
import type { ImportProblem } from '#shared/contract/response.ts';
import { writeCsv } from '#shared/domain/responses/problem-list.ts';
import { formatNumber } from '#shared/i18n/format.ts';
import { bridge } from '../../api/bridge.ts';
import { useNotes } from '../../app/notes.tsx';
import { useLanguage, useText } from '../../app/text.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './import.module.css';

/** Problems that are shown; the list that is copied or saved has all there are. */
const mostShown = 200;

/** Every cell that could not be read, by row, column, value and reason, to be taken along and mended in the file. */
export function ProblemList({ name, problems }: { name: string; problems: readonly ImportProblem[] }) {
	const { response } = useText();
	const text = response.import;
	const language = useLanguage();
	const { showDone } = useNotes();
	const heading = [text.problem.row, text.problem.column, text.problem.value, text.problem.reason];
	const all = problems.map((one) => [String(one.row), one.column, one.value, response.reasons[one.reason]]);
	const copy = async () => {
		await navigator.clipboard.writeText([heading, ...all].map((row) => row.join('\t')).join('\n'));
		showDone(text.copied);
	};
	const save = () => bridge.host.saveFile(text.fileName(name), new TextEncoder().encode(writeCsv([heading, ...all])));
	return (
		<Section
			title={text.problems}
			lead={text.problemsLead}
			actions={
				<>
					<Button leftSection={<IconCopy size={16} stroke={1.6} />} onClick={() => void copy()}>
						{text.copy}
					</Button>
					<Button
						leftSection={<IconDownload size={16} stroke={1.6} />}
						onClick={() => void save()}
						title={text.downloadNote}
					>
						{text.download}
					</Button>
				</>
			}
		>
			<PlainTable
				words={[]}
				numbers={[text.problem.row]}
				after={[text.problem.column, text.problem.value, text.problem.reason]}
			>
				{problems.slice(0, mostShown).map((one) => (
					<tr key={`${one.row} ${one.column}`}>
						<td data-number className={styles.rowNumber}>
							{formatNumber(one.row, language)}
						</td>
						<td>{one.column || '–'}</td>
						<td className={styles.bad}>{one.value || '–'}</td>
						<td>{response.reasons[one.reason]}</td>
					</tr>
				))}
			</PlainTable>
			{problems.length > mostShown && (
				<p className={styles.quiet}>
					{text.firstShown(formatNumber(mostShown, language), formatNumber(problems.length, language))}
				</p>
			)}
		</Section>
	);
}
