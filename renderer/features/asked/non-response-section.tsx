import { formatNumber, formatPercent } from '#shared/i18n/format.ts';
import { useCall } from '../../api/use-call.ts';
import { useLanguage, useText } from '../../app/text.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './asked.module.css';

/** How those who answered differ from those asked. Nothing where it is not known who answered. */
export function NonResponseSection({ roundId }: { roundId: number }) {
	const { asked: text } = useText();
	const language = useLanguage();
	const found = useCall('asked.nonResponse', { roundId }).data ?? [];
	if (found.length === 0) return null;
	const { nonResponseColumns: columns } = text;
	const number = (n: number) => formatNumber(n, language);
	const percent = (value: number | null) => (value === null ? '–' : formatPercent(value, language));
	const points = (value: number | null) => {
		if (value === null) return '–';
		const rounded = Math.round(value);
		return text.points(rounded === 0 ? '0' : `${rounded > 0 ? '+' : '−'}${number(Math.abs(rounded))}`);
	};
	return (
		<Section title={text.nonResponse} lead={text.nonResponseLead}>
			{found.map(({ attribute, values, more }) => (
				<div key={attribute}>
					<h3 className={styles.subtitle}>{attribute || text.groupsAttribute}</h3>
					<PlainTable
						words={[columns.value]}
						numbers={[columns.asked, columns.askedShare, columns.answered, columns.answeredShare, columns.difference]}
					>
						{values.map((one) => (
							<tr key={one.value}>
								<th scope="row">
									{one.value || text.noValue}
									{one.small && <span className={styles.mark}>{text.small}</span>}
								</th>
								<td data-number>{number(one.asked)}</td>
								<td data-number>{percent(one.askedPercent)}</td>
								<td data-number>{number(one.answered)}</td>
								<td data-number>{percent(one.answeredPercent)}</td>
								<td data-number>{points(one.difference)}</td>
							</tr>
						))}
					</PlainTable>
					{more > 0 && <p className={styles.quiet}>{text.moreValues(more)}</p>}
				</div>
			))}
		</Section>
	);
}
