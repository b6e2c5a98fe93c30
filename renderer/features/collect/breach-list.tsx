import type { Instrument } from '#shared/domain/instrument/model.ts';
import { questionsOf } from '#shared/domain/instrument/questions.ts';
import { shortName } from '#shared/domain/instrument/text.ts';
import type { RuleBreach } from '#shared/domain/responses/breaches.ts';
import { breachRows, breachText } from '#shared/i18n/breach-text.ts';
import { formatNumber } from '#shared/i18n/format.ts';
import { useLanguage, useText } from '../../app/text.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './import.module.css';

/** Answers of a file that break a rule of the questionnaire, by question and rule: stored all the same, to be looked at. */
export function BreachList({ breaches, instrument }: { breaches: readonly RuleBreach[]; instrument: Instrument }) {
	const messages = useText();
	const text = messages.response.import;
	const language = useLanguage();
	if (breaches.length === 0) return null;
	const names = new Map(questionsOf(instrument).map((one) => [one.id, shortName(one, language)]));
	return (
		<Section title={text.breaches} lead={text.breachesLead}>
			<PlainTable
				words={[text.breachTable.question, text.breachTable.rule]}
				numbers={[text.breachTable.count]}
				after={[text.breachTable.rows]}
			>
				{breaches.map((one) => (
					<tr key={`${one.itemId} ${one.kind}`}>
						<th scope="row" className={styles.header}>
							{one.itemId}. {names.get(one.itemId)}
						</th>
						<td>{breachText(one, language, messages)}</td>
						<td data-number>{formatNumber(one.count, language)}</td>
						<td>{breachRows(one, language)}</td>
					</tr>
				))}
			</PlainTable>
		</Section>
	);
}
