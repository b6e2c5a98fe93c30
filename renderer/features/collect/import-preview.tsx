import { Button, FileButton, NativeSelect } from '@mantine/core';
import type { Output } from '#shared/contract/calls.ts';
import type { Instrument } from '#shared/domain/instrument/model.ts';
import { questionsOf } from '#shared/domain/instrument/questions.ts';
import { shortName } from '#shared/domain/instrument/text.ts';
import { type ColumnMatch, itemOf } from '#shared/domain/responses/columns.ts';
import { formatNumber } from '#shared/i18n/format.ts';
import type { Messages } from '#shared/i18n/messages.ts';
import { useLanguage, useText } from '../../app/text.tsx';
import { CountList } from '../../ui/count-list.tsx';
import { Section } from '../../ui/section.tsx';
import { BreachList } from './breach-list.tsx';
import { ChooseButton } from './choose-file.tsx';
import styles from './import.module.css';
import { MatchTable } from './match-table.tsx';
import { ProblemList } from './problem-list.tsx';
import { SaveMap } from './save-map.tsx';
import { TenRows } from './ten-rows.tsx';
import { ValueMap } from './value-map.tsx';

interface PreviewProps {
	name: string;
	preview: Output<'response.previewImport'>;
	instrument: Instrument;
	/** The file is being read again under a changed match. */
	reading: boolean;
	onMend: (columns: readonly ColumnMatch[]) => void;
	onStore: () => void;
	onChoose: (file: File) => void;
	onSheet: (sheet: string) => void;
	/** The file of the value list that is used beside it. */
	valuesName: string | null;
	onValues: (file: File) => void;
}

/** What a file was taken for and what importing it would do, before anything is stored. */
export function ImportPreview({
	name,
	preview,
	instrument,
	reading,
	onMend,
	onStore,
	onChoose,
	...extra
}: PreviewProps) {
	const { import: text } = useText().response;
	const language = useLanguage();
	const shown = (n: number) => formatNumber(n, language);
	const matched = preview.columns.some((one) => itemOf(one.target) !== null);
	const isSure = preview.sure >= 0.6;
	const bad = preview.rows - preview.new - preview.known;
	const lacking = questionsOf(instrument).filter((one) => preview.unmatchedItems.includes(one.id));
	return (
		<>
			<Section
				title={name}
				actions={
					<>
						<ChooseButton onChoose={onChoose} />
						<Button variant="filled" onClick={onStore} disabled={!matched || preview.new === 0 || reading}>
							{preview.new === 0 && matched ? text.nothingNew : text.go(preview.new, shown(preview.new))}
						</Button>
					</>
				}
			>
				<p className={styles.quiet}>
					{text.factsOf(
						preview.rows,
						shown(preview.rows),
						preview.columns.length,
						shown(preview.columns.length),
						kindOf(preview, text),
					)}
				</p>
				{preview.service !== 'table' && <p>{text.from(text.service[preview.service], isSure)}</p>}
				{preview.map !== null && <p>{text.mapUsed(preview.map)}</p>}
				<div className={styles.options}>
					{preview.sheets.length > 1 && (
						<NativeSelect
							label={text.sheet}
							value={preview.sheet ?? ''}
							data={preview.sheets}
							onChange={(event) => extra.onSheet(event.currentTarget.value)}
						/>
					)}
					<FileButton accept=".csv,.txt,.tsv,.sps,.xlsx" onChange={(file) => file && extra.onValues(file)}>
						{(props) => (
							<Button {...props} variant="subtle" title={text.valueListHelp}>
								{extra.valuesName === null ? text.valueList : text.valueListUsed(extra.valuesName)}
							</Button>
						)}
					</FileButton>
				</div>
				{matched ? (
					<CountList
						busy={reading}
						counts={[
							{
								label:
									preview.partial > 0
										? `${text.willStore}, ${text.partial(preview.partial, shown(preview.partial))}`
										: text.willStore,
								number: shown(preview.new),
								look: 'ok',
							},
							{ label: text.known, number: shown(preview.known) },
							{ label: text.bad, number: shown(bad), ...(bad > 0 ? { look: 'warn' as const } : {}) },
						]}
					/>
				) : (
					<div className={styles.noMatch} role="alert">
						<p className={styles.strong}>{text.noMatch}</p>
						<p>{text.noMatchHow}</p>
					</div>
				)}
				{matched && lacking.length > 0 && (
					<details className={styles.lacking}>
						<summary>{text.unmatched(lacking.length)}</summary>
						<ul>
							{lacking.map((one) => (
								<li key={one.id}>
									{one.id}. {shortName(one, language)}
								</li>
							))}
						</ul>
					</details>
				)}
			</Section>
			{matched && preview.problems.length > 0 && <ProblemList name={name} problems={preview.problems} />}
			{matched && <BreachList breaches={preview.breaches} instrument={instrument} />}
			<Section title={text.columns} lead={text.columnsLead}>
				<MatchTable
					columns={preview.columns}
					notes={preview.notes}
					sample={preview.sample}
					instrument={instrument}
					onMend={onMend}
				/>
				{matched && <SaveMap preview={preview} />}
			</Section>
			<ValueMap columns={preview.columns} unread={preview.unread} instrument={instrument} onMend={onMend} />
			<TenRows columns={preview.columns} sample={preview.sample} instrument={instrument} />
		</>
	);
}

function kindOf(
	{ delimiter, encoding }: Output<'response.previewImport'>,
	text: Messages['response']['import'],
): string {
	if (delimiter === null || encoding === null) return text.workbook;
	return `${text.delimiter[delimiter]} · ${text.encoding[encoding]}`;
}
