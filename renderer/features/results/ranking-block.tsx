import type { ItemResult } from '#shared/domain/results/model.ts';
import { formatNumber } from '#shared/i18n/format.ts';
import { useLanguage, useText } from '../../app/text.tsx';
import { ColumnHeads } from '../../ui/column-heads.tsx';
import { Section } from '../../ui/section.tsx';
import { type Choosing, ItemName } from './item-name.tsx';
import styles from './results.module.css';

/** A ranking: how many ranked each alternative, how many put it first, and its mean rank; the highest ranked first, of equals what more ranked. */
export function RankingBlock({ item, ...choosing }: { item: ItemResult } & Choosing) {
	const { block: text } = useText().results;
	const language = useLanguage();
	const rows = item.options
		.map(({ value, label, count }, at) => ({ value, label, count, ...(item.ranks?.[at] ?? { first: 0, mean: null }) }))
		.toSorted((a, b) => (a.mean ?? 1e9) - (b.mean ?? 1e9) || b.count - a.count);
	return (
		<Section>
			<div className={styles.blockHead}>
				<h2 className={styles.question}>
					<span className={styles.no}>{item.id}</span>
					<ItemName item={item} {...choosing} />
				</h2>
			</div>
			<p className={styles.note}>{text.rankingNote}</p>
			<table className={styles.table} aria-label={item.label}>
				<thead>
					<ColumnHeads words={[text.option]} numbers={[text.ranked, text.first, text.meanRank]} />
				</thead>
				<tbody>
					{rows.map(({ value, label, count, first, mean }) => (
						<tr key={value}>
							<th scope="row">{label}</th>
							<td data-number>{formatNumber(count, language)}</td>
							<td data-number>
								<strong>{formatNumber(first, language)}</strong>
							</td>
							<td data-number>{mean === null ? '–' : formatNumber(mean, language, 1)}</td>
						</tr>
					))}
				</tbody>
			</table>
		</Section>
	);
}
