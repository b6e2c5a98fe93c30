import { useRef } from 'react';
import { figureOfItems } from '#shared/domain/figure/build.ts';
import type { Domain } from '#shared/domain/figure/layout.ts';
import { numbersOf } from '#shared/domain/figure/words.ts';
import type { Analysis, ItemResult } from '#shared/domain/results/model.ts';
import { formatNumber, formatPercent } from '#shared/i18n/format.ts';
import { useLanguage, useText } from '../../app/text.tsx';
import { Bars } from '../../ui/chart/bars.tsx';
import { ColumnHeads } from '../../ui/column-heads.tsx';
import { Section } from '../../ui/section.tsx';
import { CopyMenu } from './copy-menu.tsx';
import type { Choosing } from './item-name.tsx';
import { ItemRow } from './item-row.tsx';
import { Legend } from './legend.tsx';
import { NumbersTable } from './numbers-table.tsx';
import styles from './results.module.css';

/** Items of one scale: statement, bar, number of positive answers and percent in a row each; or all numbers instead of the bar. */
export function ScaleBlock({
	analysis,
	items,
	view,
	domain,
	...choosing
}: {
	analysis: Analysis;
	items: readonly ItemResult[];
	view: 'figure' | 'numbers';
	domain?: Domain | undefined;
} & Choosing) {
	const words = useText().results.block;
	const language = useLanguage();
	const frame = useRef<HTMLDivElement>(null);
	const [first] = items;
	const ids = items.map((item) => item.id);
	const figure = figureOfItems(analysis, ids, language);
	if (!first) return null;
	const ends = words.scale(first.options[0]?.label ?? '', first.options.at(-1)?.label ?? '');
	const positive = first.topTwo !== null;
	const block = `::: item-figure\nround: ${analysis.round}\nitems: ${ids.join(', ')}\n:::\n`;
	return (
		<Section>
			<div className={styles.blockHead}>
				<h2 className={view === 'figure' ? 'visually-hidden' : styles.question}>{ends}</h2>
				{view === 'figure' && <Legend options={first.options} ordered />}
				{figure && <CopyMenu name={ends} figure={figure} table={numbersOf(figure)} block={block} />}
			</div>
			{view === 'numbers' ? (
				<NumbersTable items={items} label={ends} {...choosing} />
			) : (
				<div ref={frame} className={styles.frame}>
					<table className={styles.table} aria-label={ends}>
						<thead>
							<ColumnHeads
								words={['', positive ? words.statement : words.question, words.figure]}
								numbers={positive ? [words.positive, words.share] : [words.median, words.mean]}
								unseen={words.figure}
							/>
						</thead>
						<tbody>
							{items.map((item) => (
								<ItemRow key={item.id} item={item} choosing={choosing}>
									<td data-bar className={styles.bar} title={toldOf(item)}>
										<span className="visually-hidden">{toldOf(item)}</span>
									</td>
									<td data-number>
										{item.topTwo ? (
											<>
												<strong>{formatNumber(item.topTwo.count, language)}</strong>{' '}
												<span className={styles.second}>{words.ofN(formatNumber(item.n, language))}</span>
											</>
										) : (
											item.median !== null && <strong>{formatNumber(item.median, language, 1)}</strong>
										)}
									</td>
									<td data-number>
										{item.topTwo
											? item.n > 0 && formatPercent(item.topTwo.percent, language)
											: item.mean !== null && formatNumber(item.mean, language, 1)}
									</td>
								</ItemRow>
							))}
						</tbody>
					</table>
					{figure && <Bars figure={figure} domain={figure.kind === 'diverging' ? domain : undefined} table={frame} />}
				</div>
			)}
		</Section>
	);
}

/** "Inte alls 1, Inte särskilt 7 …": what a bar shows. */
export const toldOf = ({ options }: Pick<ItemResult, 'options'>) =>
	options.map(({ label, count }) => `${label} ${count}`).join(', ');
