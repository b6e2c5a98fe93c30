import type { Language } from '#shared/contract/basics.ts';
import type { Output } from '#shared/contract/calls.ts';
import type { Instrument } from '#shared/domain/instrument/model.ts';
import { type Question, questionsOf } from '#shared/domain/instrument/questions.ts';
import { optionLabel } from '#shared/domain/instrument/text.ts';
import { type ColumnMatch, itemOf } from '#shared/domain/responses/columns.ts';
import { formatNumber } from '#shared/i18n/format.ts';
import type { Messages } from '#shared/i18n/messages.ts';
import { useLanguage, useText } from '../../app/text.tsx';
import { Section } from '../../ui/section.tsx';
import table from '../../ui/table.module.css';
import styles from './import.module.css';

type Sample = Output<'response.previewImport'>['sample'];
type Reading = NonNullable<Sample[number]['readings'][number]>;

/** Columns that are shown. */
const mostShown = 80;

/** The first ten rows of a file as they will be stored, or why a cell cannot be. */
export function TenRows({
	columns,
	sample,
	instrument,
}: {
	columns: readonly ColumnMatch[];
	sample: Sample;
	instrument: Instrument;
}) {
	const { response } = useText();
	const text = response.import;
	const language = useLanguage();
	const questions = new Map(questionsOf(instrument).map((one) => [one.id, one]));
	const shown = columns.filter(({ target }) => itemOf(target) !== null).slice(0, mostShown);
	if (shown.length === 0) return null;
	return (
		<Section title={text.tenRows} lead={text.tenRowsLead}>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
			<section className={table.scroll} tabIndex={0} aria-label={text.tenRowsTable}>
				<table className={styles.rows}>
					<thead>
						<tr>
							<th scope="col">{text.problem.row}</th>
							{shown.map((column) => (
								<th scope="col" key={column.index} title={column.header}>
									{column.header || text.emptyHeader(column.index + 1)}
								</th>
							))}
						</tr>
					</thead>
					<tbody>
						{sample.map(({ cells, readings }, row) => (
							// biome-ignore lint/suspicious/noArrayIndexKey: the rows of a file have no other name than their place
							<tr key={row}>
								<th scope="row">{formatNumber(row + 1, language)}</th>
								{shown.map(({ index, target }) => {
									const reading = readings[index] ?? null;
									const question = questions.get(itemOf(target) ?? '');
									const isFault = reading !== null && 'reason' in reading;
									return (
										<td key={index} title={cells[index] ?? ''} data-fault={isFault || undefined}>
											{isFault
												? `${reading.value} ${response.reasons[reading.reason]}`
												: reading && question
													? shownReading(reading, question, text, language)
													: ''}
										</td>
									);
								})}
							</tr>
						))}
					</tbody>
				</table>
			</section>
		</Section>
	);
}

function shownReading(
	reading: Exclude<Reading, { reason: string }>,
	question: Question,
	text: Messages['response']['import'],
	language: Language,
): string {
	if ('chosen' in reading) return reading.is ? text.isChosen : text.notChosen;
	if ('place' in reading)
		return `${optionLabel(question.options, reading.value, language)}: ${text.placeShown(formatNumber(reading.place, language))}`;
	const { answer } = reading;
	if (answer === null) return '–';
	const words = 'words' in reading && reading.words ? `: ${reading.words}` : '';
	if (typeof answer === 'number') return formatNumber(answer, language, String(answer).split('.')[1]?.length ?? 0);
	const values = Array.isArray(answer) ? answer : [answer];
	if (question.options.length === 0) return values.join(', ');
	const labels = values.map((value) => optionLabel(question.options, value, language)).join(', ');
	return words === '' ? labels : labels.replace(/\s*:$/, '') + words;
}
