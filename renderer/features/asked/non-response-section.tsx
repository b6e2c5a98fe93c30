import { formatNumber, formatPercent } from '#shared/i18n/format.ts';
import { useCall } from '../../api/use-call.ts';
import { useLanguage, useText } from '../../app/text.tsx';
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
				<div key={attribute} className={styles.scroll}>
					<h3 className={styles.subtitle}>{attribute || text.groupsAttribute}</h3>
					<table className={styles.plain}>
						<thead>
							<tr>
								<th scope="col">{columns.value}</th>
								<th scope="col" className={styles.right}>
									{columns.asked}
								</th>
								<th scope="col" className={styles.right}>
									{columns.askedShare}
								</th>
								<th scope="col" className={styles.right}>
									{columns.answered}
								</th>
								<th scope="col" className={styles.right}>
									{columns.answeredShare}
								</th>
								<th scope="col" className={styles.right}>
									{columns.difference}
								</th>
							</tr>
						</thead>
						<tbody>
							{values.map((one) => (
								<tr key={one.value}>
									<th scope="row">
										{one.value || text.noValue}
										{one.small && <span className={styles.mark}>{text.small}</span>}
									</th>
									<td className={styles.right}>{number(one.asked)}</td>
									<td className={styles.right}>{percent(one.askedPercent)}</td>
									<td className={styles.right}>{number(one.answered)}</td>
									<td className={styles.right}>{percent(one.answeredPercent)}</td>
									<td className={styles.right}>{points(one.difference)}</td>
								</tr>
							))}
						</tbody>
					</table>
					{more > 0 && <p className={styles.quiet}>{text.moreValues(more)}</p>}
				</div>
			))}
		</Section>
	);
}
