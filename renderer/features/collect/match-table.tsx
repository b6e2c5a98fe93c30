import { NativeSelect } from '@mantine/core';
import type { Instrument } from '#shared/domain/instrument/model.ts';
import { questionsOf } from '#shared/domain/instrument/questions.ts';
import { shortName } from '#shared/domain/instrument/text.ts';
import type { ColumnMatch } from '#shared/domain/responses/columns.ts';
import { formatNumber } from '#shared/i18n/format.ts';
import { useLanguage, useText } from '../../app/text.tsx';
import styles from './import.module.css';

interface MatchProps {
	columns: readonly ColumnMatch[];
	sample: readonly (readonly string[])[];
	instrument: Instrument;
	/** The columns that changed. */
	onMend: (columns: readonly ColumnMatch[]) => void;
}

/** Columns that are shown to be mended; a file with more is hardly a questionnaire's. */
const mostShown = 400;

const asValue = (target: ColumnMatch['target']) => (target.kind === 'item' ? `item ${target.itemId}` : target.kind);
function asTarget(value: string): ColumnMatch['target'] {
	if (value.startsWith('item ')) return { kind: 'item', itemId: value.slice(5) };
	return value === 'response-id' || value === 'submitted' ? { kind: value } : { kind: 'ignore' };
}

/** The columns of the file, what each is taken to be, and a choice to mend it. */
export function MatchTable({ columns, sample, instrument, onMend }: MatchProps) {
	const { import: text } = useText().response;
	const language = useLanguage();
	const questions = questionsOf(instrument);
	const takenBy = new Map(columns.map((one) => [asValue(one.target), one.index]));
	const choices = [
		{ value: 'ignore', label: text.ignore },
		{
			group: text.items,
			items: questions.map((one) => ({ value: `item ${one.id}`, label: `${one.id}. ${shortName(one, language)}` })),
		},
		{
			group: text.other,
			items: [
				{ value: 'response-id', label: text.responseId },
				{ value: 'submitted', label: text.submitted },
			],
		},
	];
	return (
		<div className={styles.scroll}>
			<table className={styles.table}>
				<thead>
					<tr>
						<th scope="col">{text.column.header}</th>
						<th scope="col">{text.column.sample}</th>
						<th scope="col">{text.column.target}</th>
						<th scope="col">{text.column.how}</th>
					</tr>
				</thead>
				<tbody>
					{columns.slice(0, mostShown).map((column) => {
						const name = column.header || text.emptyHeader(column.index + 1);
						const first = sample.find((row) => (row[column.index] ?? '').trim() !== '')?.[column.index] ?? '';
						return (
							<tr key={column.index} data-ignored={column.target.kind === 'ignore' || undefined}>
								<th scope="row" className={styles.header}>
									{name}
								</th>
								<td className={styles.sample} title={first}>
									{first || '–'}
								</td>
								<td className={styles.target}>
									<NativeSelect
										aria-label={text.targetFor(name)}
										value={asValue(column.target)}
										data={choices}
										onChange={(event) => {
											const target = asTarget(event.currentTarget.value);
											const other = takenBy.get(asValue(target));
											const mended: ColumnMatch[] = [{ ...column, target, how: 'chosen' }];
											// What another column had is taken from it.
											const before = target.kind === 'ignore' || other === undefined ? undefined : columns[other];
											if (before && before.index !== column.index)
												mended.push({ ...before, target: { kind: 'ignore' }, how: 'chosen' });
											onMend(mended);
										}}
									/>
								</td>
								<td className={styles.how}>{text.how[column.how]}</td>
							</tr>
						);
					})}
				</tbody>
			</table>
			{columns.length > mostShown && (
				<p className={styles.quiet}>
					{text.firstShown(formatNumber(mostShown, language), formatNumber(columns.length, language))}
				</p>
			)}
		</div>
	);
}
