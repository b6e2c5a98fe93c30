import { useRef } from 'react';
import { figureOfItems } from '#shared/domain/figure/build.ts';
import type { Figure } from '#shared/domain/figure/model.ts';
import { numbersOf } from '#shared/domain/figure/words.ts';
import type { Analysis, ItemResult } from '#shared/domain/results/model.ts';
import { formatNumber, formatPercent } from '#shared/i18n/format.ts';
import { useLanguage, useText } from '../../app/text.tsx';
import { Bars } from '../../ui/chart/bars.tsx';
import { ColumnHeads } from '../../ui/column-heads.tsx';
import { Section } from '../../ui/section.tsx';
import { CopyMenu } from './copy-menu.tsx';
import { type Choosing, ItemName } from './item-name.tsx';
import styles from './results.module.css';

/** A question with unordered alternatives, or with several choices: a row and a bar for each alternative. */
export function ChoiceBlock({ analysis, item, ...choosing }: { analysis: Analysis; item: ItemResult } & Choosing) {
	const text = useText().results;
	const language = useLanguage();
	const frame = useRef<HTMLDivElement>(null);
	const drawn: Figure = {
		kind: 'stacked',
		unit: 'count',
		ordered: false,
		options: [{ value: 'chosen', label: text.figure.chosen }],
		rows: item.options.map(({ label, count }) => ({ label, no: '', counts: [count], n: item.n })),
		language,
	};
	const figure = figureOfItems(analysis, [item.id], language);
	return (
		<Section>
			<div className={styles.blockHead}>
				<h2 className={styles.question}>
					<span className={styles.no}>{item.id}</span>
					<ItemName item={item} {...choosing} />
				</h2>
				{figure && (
					<CopyMenu
						name={item.label}
						figure={figure}
						table={numbersOf(figure)}
						block={`::: item-figure\nround: ${analysis.round}\nitems: ${item.id}\n:::\n`}
					/>
				)}
			</div>
			{item.type === 'multiple' && <p className={styles.note}>{text.block.several}</p>}
			<div ref={frame} className={styles.frame}>
				<table className={styles.table} aria-label={item.label} data-view="choices">
					<thead>
						<ColumnHeads words={[text.block.option, '']} numbers={[text.block.count, text.block.percent]} />
					</thead>
					<tbody>
						{item.options.map((option) => (
							<tr key={option.value}>
								<th scope="row">{option.label}</th>
								<td data-bar className={styles.bar} />
								<td data-number>
									<strong>{formatNumber(option.count, language)}</strong>
								</td>
								<td data-number>{item.n > 0 && formatPercent(option.percent, language)}</td>
							</tr>
						))}
					</tbody>
				</table>
				<Bars figure={drawn} table={frame} />
			</div>
		</Section>
	);
}
