import { Link } from 'wouter';
import type { ItemResult } from '#shared/domain/results/model.ts';
import { formatNumber } from '#shared/i18n/format.ts';
import { useLanguage, useText } from '../../app/text.tsx';
import { ColumnHeads } from '../../ui/column-heads.tsx';
import { Section } from '../../ui/section.tsx';
import type { Choosing } from './item-name.tsx';
import { ItemRow } from './item-row.tsx';
import styles from './results.module.css';

/** Numbers and dates: how many answered, and the middle of the numbers. */
export function NumbersBlock({ items, ...choosing }: { items: readonly ItemResult[] } & Choosing) {
	const text = useText().results;
	const language = useLanguage();
	if (items.length === 0) return null;
	return (
		<Section title={text.block.numbers}>
			<table className={styles.table}>
				<thead>
					<ColumnHeads
						words={['', text.block.question]}
						numbers={[text.figure.n, text.block.missing, text.block.median, text.block.mean]}
					/>
				</thead>
				<tbody>
					{items.map((item) => (
						<ItemRow key={item.id} item={item} choosing={choosing}>
							<td data-number>{formatNumber(item.n, language)}</td>
							<td data-number>{formatNumber(item.missing, language)}</td>
							<td data-number>{item.median !== null && formatNumber(item.median, language, 2)}</td>
							<td data-number>{item.mean !== null && formatNumber(item.mean, language, 2)}</td>
						</ItemRow>
					))}
				</tbody>
			</table>
		</Section>
	);
}

/** Open questions with how many answered each; they are read and coded in a view of their own. */
export function OpenBlock({ items, roundId }: { items: readonly ItemResult[]; roundId: number }) {
	const text = useText().results;
	const answered = items.filter((item) => item.n > 0);
	if (answered.length === 0) return null;
	return (
		<Section title={text.block.open} lead={text.block.openLead}>
			<ul className={styles.open}>
				{answered.map((item) => (
					<li key={item.id}>
						<span className={styles.no}>{item.id.split(':')[0]}</span>
						<Link to={`/analyse/open/${roundId}?item=${item.id}`}>{item.label}</Link>
						<span className={styles.second}>{text.block.openAnswers(item.n)}</span>
					</li>
				))}
			</ul>
		</Section>
	);
}
