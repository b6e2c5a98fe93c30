import { figureOfItems } from '#shared/domain/figure/build.ts';
import { domainOf } from '#shared/domain/figure/layout.ts';
import { groupByScale } from '#shared/domain/report/fill-table.ts';
import type { Analysis, ItemResult } from '#shared/domain/results/model.ts';
import { useLanguage } from '../../app/text.tsx';
import type { Order } from './address.ts';
import { ChoiceBlock } from './choice-block.tsx';
import type { Choosing } from './item-name.tsx';
import { RankingBlock } from './ranking-block.tsx';
import { NumbersBlock, OpenBlock } from './rest-block.tsx';
import { ScaleBlock } from './scale-block.tsx';

/** All questions: those of one scale together, then alternatives, rankings, numbers, open answers. The bars of all scales share an axis and its centre. */
export function ItemBlocks({
	analysis,
	view,
	order,
	...choosing
}: { analysis: Analysis; view: 'figure' | 'numbers'; order: Order } & Choosing) {
	const language = useLanguage();
	const of = (...types: ItemResult['type'][]) => analysis.items.filter((item) => types.includes(item.type));
	const blocks = groupByScale(of('scale', 'rating')).map((items) => sorted(items, order));
	const domains = blocks.flatMap((items) => {
		const ids = items.map((item) => item.id);
		const figure = figureOfItems(analysis, ids, language);
		return figure?.kind === 'diverging' ? [domainOf(figure)] : [];
	});
	const domain =
		domains.length === 0
			? undefined
			: { min: Math.min(...domains.map((one) => one.min)), max: Math.max(...domains.map((one) => one.max)) };
	return (
		<>
			{blocks.map((items) => (
				<ScaleBlock
					key={items.map((item) => item.id).toSorted()[0]}
					analysis={analysis}
					items={items}
					view={view}
					domain={domain}
					{...choosing}
				/>
			))}
			{of('single', 'multiple').map((item) => (
				<ChoiceBlock key={item.id} analysis={analysis} item={item} {...choosing} />
			))}
			{of('ranking').map((item) => (
				<RankingBlock key={item.id} item={item} {...choosing} />
			))}
			<NumbersBlock items={of('number', 'date')} {...choosing} />
			<OpenBlock items={of('text')} roundId={analysis.roundId} />
		</>
	);
}

/** By share of positive answers, or the mean where the scale is of numbers; the same share stays in the order of the questionnaire. */
function sorted(items: readonly ItemResult[], order: Order): readonly ItemResult[] {
	if (order === 'asked') return items;
	const height = (item: ItemResult) => item.topTwo?.percent ?? item.mean ?? 0;
	return items.toSorted((a, b) => (order === 'high' ? height(b) - height(a) : height(a) - height(b)));
}
