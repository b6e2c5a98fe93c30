import { useComputedColorScheme } from '@mantine/core';
import { paletteOf } from '#shared/domain/figure/palette.ts';
import type { ItemResult } from '#shared/domain/results/model.ts';
import { formatNumber, formatPercent } from '#shared/i18n/format.ts';
import { useLanguage, useText } from '../../app/text.tsx';
import { ColumnHeads } from '../../ui/column-heads.tsx';
import styles from './results.module.css';

/** How the answers to an item are spread: each option, then who is not among them, and the middle. */
export function Distribution({ item }: { item: ItemResult }) {
	const text = useText().results;
	const language = useLanguage();
	const ordered = item.type === 'scale' || item.type === 'rating';
	const colors = paletteOf(item.options.length, ordered, useComputedColorScheme('light'));
	const number = (value: number, decimals = 0) => formatNumber(value, language, decimals);
	const facts: [string, string][] = [[text.details.n, number(item.n)]];
	facts.push([text.details.missing, number(item.missing)]);
	if (item.notAsked > 0) facts.push([text.details.notAsked, number(item.notAsked)]);
	if (item.topTwo) {
		const { count, percent } = item.topTwo;
		facts.push([text.details.topTwo, `${number(count)} (${formatPercent(percent, language)})`]);
	}
	if (item.median !== null) facts.push([text.details.median, medianOf(item, number, text.details.medianBetween)]);
	if (item.mean !== null) facts.push([text.details.mean, number(item.mean, 2)]);
	return (
		<>
			{item.options.length > 0 && (
				<table className={styles.table} aria-label={text.details.distribution}>
					<thead>
						<ColumnHeads words={[text.block.option]} numbers={[text.block.count, text.block.percent]} />
					</thead>
					<tbody>
						{item.options.map((option, at) => (
							<tr key={option.value}>
								<th scope="row" className={item.type === 'multiple' ? undefined : styles.swatched}>
									{item.type !== 'multiple' && (
										<span className={styles.swatch} style={{ background: colors[at] }} aria-hidden />
									)}
									{option.label}
								</th>
								<td data-number>
									<strong>{number(option.count)}</strong>
								</td>
								<td data-number>{item.n > 0 && formatPercent(option.percent, language)}</td>
							</tr>
						))}
					</tbody>
				</table>
			)}
			<dl className={styles.facts}>
				{facts.map(([term, value]) => (
					<Fact key={term} term={term} value={value} />
				))}
			</dl>
			{item.notApplicable > 0 && (
				<p className={styles.groupNote}>
					{text.details.missing}: {text.details.ofWhich(item.notApplicable)}.
				</p>
			)}
		</>
	);
}

function Fact({ term, value }: { term: string; value: string }) {
	return (
		<>
			<dt>{term}</dt>
			<dd>{value}</dd>
		</>
	);
}

/** On a scale the option that stands in the middle, or the two around it; else the number. */
function medianOf(
	{ type, median, options }: ItemResult,
	number: (value: number, decimals: number) => string,
	between: (one: string, other: string) => string,
): string {
	if (median === null) return '';
	if (type !== 'scale') return number(median, 2);
	const label = (position: number) => options[position - 1]?.label ?? '';
	const [below, above] = [label(Math.floor(median)), label(Math.ceil(median))];
	return below === above ? below : between(below, above);
}
