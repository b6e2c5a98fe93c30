import { NativeSelect } from '@mantine/core';
import type { Output } from '#shared/contract/calls.ts';
import type { Instrument } from '#shared/domain/instrument/model.ts';
import { type ColumnMatch, targetKey } from '#shared/domain/responses/columns.ts';
import type { ColumnNote } from '#shared/domain/responses/habits.ts';
import { formatNumber, formatPercent } from '#shared/i18n/format.ts';
import type { Messages } from '#shared/i18n/messages.ts';
import { useLanguage, useText } from '../../app/text.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import styles from './import.module.css';
import { mendedTarget, targetChoices } from './match-targets.ts';

interface MatchProps {
	columns: readonly ColumnMatch[];
	notes: readonly ColumnNote[];
	sample: Output<'response.previewImport'>['sample'];
	instrument: Instrument;
	/** The columns that changed. */
	onMend: (columns: readonly ColumnMatch[]) => void;
}

/** Columns that are shown to be mended; a file with more is hardly a questionnaire's. */
const mostShown = 200;

/** The columns of the file, what each is taken to be and how sure that is, and a choice to mend it. */
export function MatchTable({ columns, notes, sample, instrument, onMend }: MatchProps) {
	const { import: text } = useText().response;
	const language = useLanguage();
	const { groups, byValue } = targetChoices(instrument, text, language);
	const choices = [{ value: 'ignore', label: text.ignore }, ...groups];
	return (
		<>
			<PlainTable words={[text.column.header, text.column.sample, text.column.target, text.column.how]}>
				{columns.slice(0, mostShown).map((column) => {
					const name = column.header || text.emptyHeader(column.index + 1);
					const first = sample.map(({ cells }) => cells[column.index] ?? '').find((cell) => cell.trim() !== '') ?? '';
					const own = notes.filter(({ index }) => index === column.index);
					const unsure = column.sure !== undefined && column.sure < 1;
					return (
						<tr key={column.index} data-ignored={column.target.kind === 'ignore' || undefined}>
							<th scope="row" className={styles.header}>
								{name}
								{own.map((note) => (
									<span key={note.kind} className={styles.note}>
										{noteText(note, text)}
									</span>
								))}
							</th>
							<td className={styles.sample} title={first}>
								{first || '–'}
							</td>
							<td className={styles.target}>
								<NativeSelect
									aria-label={text.targetFor(name)}
									value={targetKey(column.target)}
									data={choices}
									onChange={(event) =>
										onMend(mendedTarget(columns, column, byValue.get(event.currentTarget.value) ?? { kind: 'ignore' }))
									}
								/>
								{own.some(({ kind }) => kind.startsWith('dates')) || column.dates ? (
									<NativeSelect
										mt={4}
										aria-label={text.dateOrder(name)}
										value={column.dates ?? 'dmy'}
										data={[
											{ value: 'dmy', label: text.dayFirst },
											{ value: 'mdy', label: text.monthFirst },
										]}
										onChange={(event) =>
											onMend([{ ...column, how: 'chosen', dates: event.currentTarget.value === 'mdy' ? 'mdy' : 'dmy' }])
										}
									/>
								) : null}
							</td>
							<td className={styles.how}>
								{text.how[column.how]}
								{unsure && (
									<span className={styles.note} data-look="warn">
										{text.unsure(formatPercent((column.sure ?? 0) * 100, language))}
									</span>
								)}
							</td>
						</tr>
					);
				})}
			</PlainTable>
			{columns.length > mostShown && (
				<p className={styles.quiet}>
					{text.firstShown(formatNumber(mostShown, language), formatNumber(columns.length, language))}
				</p>
			)}
		</>
	);
}

function noteText({ kind, detail = '' }: ColumnNote, { notes }: Messages['response']['import']): string {
	const note = notes[kind];
	return typeof note === 'function' ? note(detail) : note;
}
