import { formatDate, formatNumber, formatPercent } from '#shared/i18n/format.ts';
import { useLanguage, useText } from '../../app/text.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import styles from './asked.module.css';

const size = { width: 600, height: 110, edge: 4 };
const dayLength = 86_400_000;

/** How many had answered by each day, as a line of steps; the same in words and as a table. */
export function DayLine({ days, eligible }: { days: readonly { day: string; answered: number }[]; eligible: number }) {
	const { asked: text } = useText();
	const language = useLanguage();
	const first = days[0];
	const last = days.at(-1);
	if (!first || !last) return null;
	const begin = Date.parse(first.day);
	const span = Math.max(dayLength, Date.parse(last.day) - begin);
	const x = (day: string) => size.edge + ((size.width - 2 * size.edge) * (Date.parse(day) - begin)) / span;
	const y = (answered: number) =>
		size.height - size.edge - ((size.height - 2 * size.edge) * Math.min(answered, eligible)) / eligible;
	const path = days
		.map(({ day, answered }, at) => `${at === 0 ? `M${x(day)} ${y(0)}` : `H${x(day)}`}V${y(answered)}`)
		.join('');
	const shown = (day: string) => formatDate(day, language, 'short');
	return (
		<div>
			<h3 className={styles.subtitle}>{text.days}</h3>
			<svg className={styles.line} viewBox={`0 0 ${size.width} ${size.height}`} preserveAspectRatio="none" aria-hidden>
				<title>{text.days}</title>
				<path d={`M0 ${y(0)}H${size.width}`} stroke="var(--line)" vectorEffect="non-scaling-stroke" fill="none" />
				<path d={path} stroke="var(--accent)" strokeWidth="2" vectorEffect="non-scaling-stroke" fill="none" />
			</svg>
			<p className={styles.quiet}>
				{text.daysSummary(shown(first.day), shown(last.day), formatNumber(last.answered, language))}
			</p>
			<details className={styles.dayTable}>
				<summary>{text.days}</summary>
				<PlainTable words={[text.dayColumns.day]} numbers={[text.dayColumns.answered, text.dayColumns.rate]}>
					{days.map(({ day, answered }) => (
						<tr key={day}>
							<th scope="row">{shown(day)}</th>
							<td data-number>{formatNumber(answered, language)}</td>
							<td data-number>{formatPercent((100 * answered) / eligible, language)}</td>
						</tr>
					))}
				</PlainTable>
			</details>
		</div>
	);
}
