import type { Output } from '#shared/contract/calls.ts';
import { askedStatus } from '#shared/domain/asked/model.ts';
import { formatNumber, formatPercent } from '#shared/i18n/format.ts';
import { useCall } from '../../api/use-call.ts';
import { useLanguage, useText } from '../../app/text.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { Section } from '../../ui/section.tsx';
import { ShareBar } from '../../ui/share-bar.tsx';
import styles from './asked.module.css';
import { DayLine } from './day-line.tsx';
import { useSendingWords } from './use-sending-words.ts';

type Rates = Output<'asked.rates'>;

/** Response rates by the list: in all, by group, and day by day. */
export function RatesSection({ roundId, smallest }: { roundId: number; smallest: number }) {
	const { asked: text } = useText();
	const language = useLanguage();
	const sentWords = useSendingWords();
	const found = useCall('asked.rates', { roundId });
	if (found.error) return <ErrorNote error={found.error} retry={() => void found.refetch()} />;
	const rates = found.data;
	if (!rates) return null;
	const { overall } = rates;
	const number = (n: number) => formatNumber(n, language);
	const percent = (value: number | null) => (value === null ? '–' : formatPercent(value, language));
	const marked = overall.counts.answered + overall.counts.partial;
	return (
		<Section title={text.rates}>
			<dl className={styles.rates}>
				{(['rr1', 'rr2'] as const).map((rate) => (
					<div key={rate} className={styles.rate}>
						<dt>{text[`${rate}Note`]}</dt>
						<dd>
							<span className={styles.number}>{percent(overall[rate])}</span>
							{text[rate]} {overall.eligible > 0 && text.eligible(number(overall.eligible))}
						</dd>
					</div>
				))}
			</dl>
			<ul className={styles.counts}>
				{askedStatus.options.map((status) => (
					<li key={status}>
						<strong>{number(overall.counts[status])}</strong> {text.status[status].toLowerCase()}
					</li>
				))}
			</ul>
			{rates.source === 'responses' && <p className={styles.quiet}>{text.byResponses}</p>}
			{rates.source === 'invited' && <p className={styles.quiet}>{text.byInvited}</p>}
			{rates.source === 'list' && rates.responses !== marked && (
				<p className={styles.warn}>{text.disagree(number(rates.responses), number(marked))}</p>
			)}
			<details className={styles.how}>
				<summary>{text.ratesHow}</summary>
				<p>{text.ratesSource}</p>
			</details>
			<div className={styles.two}>
				{rates.source === 'list' && rates.groups.length > 0 && <Groups rates={rates} smallest={smallest} />}
				{rates.days.length > 1 && overall.eligible > 0 && <DayLine days={rates.days} eligible={overall.eligible} />}
			</div>
			{rates.sendings.length > 0 && (
				<>
					<h3 className={styles.subtitle}>{text.sendings}</h3>
					<ul className={styles.list}>
						{rates.sendings.map((one, at) => (
							// biome-ignore lint/suspicious/noArrayIndexKey: only ever added to at the end
							<li key={at}>{sentWords(one)}</li>
						))}
					</ul>
				</>
			)}
		</Section>
	);
}

function Groups({ rates, smallest }: { rates: Rates; smallest: number }) {
	const { asked: text } = useText();
	const language = useLanguage();
	const { groupColumns: columns } = text;
	const number = (n: number) => formatNumber(n, language);
	return (
		<div>
			<h3 className={styles.subtitle}>{text.groups}</h3>
			<PlainTable words={[columns.name, columns.bar]} numbers={[columns.answered, columns.of, columns.rate]}>
				{rates.groups.map((group) => (
					<tr key={group.id}>
						<th scope="row">
							{group.name}
							{group.small && <span className={styles.mark}>{text.small}</span>}
							{group.inSeveral > 0 && <span className={styles.note}>{text.ofWhomSeveral(group.inSeveral)}</span>}
						</th>
						<td>
							<ShareBar percent={group.rr2 ?? 0} />
						</td>
						<td data-number>{number(group.counts.answered + group.counts.partial)}</td>
						<td data-number>{number(group.eligible)}</td>
						<td data-number>{group.rr2 === null ? '–' : formatPercent(group.rr2, language)}</td>
					</tr>
				))}
			</PlainTable>
			{rates.inSeveral > 0 && (
				<p className={styles.quiet}>{text.inSeveral(rates.inSeveral, number(rates.inSeveral))}</p>
			)}
			{rates.groups.some(({ small }) => small) && <p className={styles.quiet}>{text.smallNote(smallest)}</p>}
		</div>
	);
}
