import { NativeSelect } from '@mantine/core';
import type { Language } from '#shared/contract/basics.ts';
import type { Output } from '#shared/contract/calls.ts';
import type { Instrument } from '#shared/domain/instrument/model.ts';
import { type Question, questionsOf } from '#shared/domain/instrument/questions.ts';
import { inLanguage } from '#shared/domain/instrument/text.ts';
import { type ColumnMatch, itemOf } from '#shared/domain/responses/columns.ts';
import { formatNumber } from '#shared/i18n/format.ts';
import type { Messages } from '#shared/i18n/messages.ts';
import { useLanguage, useText } from '../../app/text.tsx';
import { Section } from '../../ui/section.tsx';
import table from '../../ui/table.module.css';
import styles from './import.module.css';

interface ValueMapProps {
	columns: readonly ColumnMatch[];
	unread: Output<'response.previewImport'>['unread'];
	instrument: Instrument;
	onMend: (columns: readonly ColumnMatch[]) => void;
}

/** Columns whose values are shown; those with most that cannot be read come first. */
const mostShown = 40;
/** What stands for no decision in a list: no value of an option can be as long. */
const undecided = `${' '.repeat(70)}`;

/** What certain cells mean, by column: those that cannot be read, and the codes that are read in a way of their own. */
export function ValueMap({ columns, unread, instrument, onMend }: ValueMapProps) {
	const { import: text } = useText().response;
	const language = useLanguage();
	const questions = new Map(questionsOf(instrument).map((one) => [one.id, one]));
	const parts = columns.flatMap((column) => {
		const question = questions.get(itemOf(column.target) ?? '');
		if (!question || question.type === 'text') return [];
		const cells = unread.find(({ index }) => index === column.index)?.cells ?? [];
		const said = Object.keys(column.values ?? {}).map((cell) => ({ cell, count: 0 }));
		const all = [...cells, ...said];
		return all.length === 0 ? [] : [{ column, question, cells: all, weight: cells.length }];
	});
	if (parts.length === 0) return null;
	return (
		<Section title={text.values} lead={text.valuesLead}>
			{parts
				.sort((a, b) => b.weight - a.weight)
				.slice(0, mostShown)
				.map(({ column, question, cells, weight }) => {
					const name = column.header || text.emptyHeader(column.index + 1);
					return (
						<details key={column.index} className={styles.values} open={weight > 0}>
							<summary>
								<span>{name}</span>
								<span className={styles.quiet}>{formatNumber(cells.length, language)}</span>
							</summary>
							<table className={table.plain}>
								<tbody>
									{cells.map(({ cell, count }) => (
										<tr key={cell}>
											<th scope="row" className={styles.valueCell}>
												{cell}
											</th>
											<td className={styles.quiet}>
												{count > 0 ? text.rowsWith(count, formatNumber(count, language)) : ''}
											</td>
											<td className={styles.target}>
												<NativeSelect
													aria-label={text.valueFor(cell, name)}
													value={column.values?.[cell] ?? undecided}
													data={meanings(column, question, text, language)}
													onChange={(event) => {
														const { [cell]: _before, ...rest } = column.values ?? {};
														const to = event.currentTarget.value;
														const values = to === undecided ? rest : { ...rest, [cell]: to };
														onMend([{ ...column, how: 'chosen', values }]);
													}}
												/>
											</td>
										</tr>
									))}
								</tbody>
							</table>
						</details>
					);
				})}
		</Section>
	);
}

function meanings(
	{ target, values = {} }: ColumnMatch,
	question: Question,
	text: Messages['response']['import'],
	language: Language,
): { value: string; label: string }[] {
	const always = [
		{ value: undecided, label: text.unreadValue },
		{ value: '', label: text.noAnswer },
	];
	if (target.kind === 'choice')
		return [...always, { value: '1', label: text.isChosen }, { value: '0', label: text.notChosen }];
	const options = question.options.map(({ value, label }) => ({ value, label: inLanguage(label, language) }));
	// What a saved match says that this questionnaire has no word for.
	const own = Object.values(values).filter((one) => one !== '' && !options.some(({ value }) => value === one));
	return [...always, ...options, ...[...new Set(own)].map((value) => ({ value, label: value }))];
}
