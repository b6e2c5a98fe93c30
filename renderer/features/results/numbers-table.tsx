import type { ItemResult } from '#shared/domain/results/model.ts';
import { formatNumber, formatPercent } from '#shared/i18n/format.ts';
import { useLanguage, useText } from '../../app/text.tsx';
import { ColumnHeads } from '../../ui/column-heads.tsx';
import type { Choosing } from './item-name.tsx';
import { ItemRow } from './item-row.tsx';
import styles from './results.module.css';

/** Items of one scale with count and percent of every option, n and missing. Wide scales scroll sideways within their frame. */
export function NumbersTable({
	items,
	label,
	...choosing
}: { items: readonly ItemResult[]; label: string } & Choosing) {
	const text = useText().results;
	const language = useLanguage();
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
		<section className={styles.scroll} aria-label={label} tabIndex={0}>
			<table className={styles.table} aria-label={label} data-view="numbers">
				<thead>
					<ColumnHeads
						words={['', text.block.statement]}
						numbers={[...(items[0]?.options ?? []).map(({ label }) => label), text.figure.n, text.block.missing]}
					/>
				</thead>
				<tbody>
					{items.map((item) => (
						<ItemRow key={item.id} item={item} choosing={choosing}>
							{item.options.map((option) => (
								<td key={option.value} data-number>
									<strong>{formatNumber(option.count, language)}</strong>
									<span className={styles.under}>{item.n > 0 && formatPercent(option.percent, language)}</span>
								</td>
							))}
							<td data-number>{formatNumber(item.n, language)}</td>
							<td data-number>{formatNumber(item.missing, language)}</td>
						</ItemRow>
					))}
				</tbody>
			</table>
		</section>
	);
}
