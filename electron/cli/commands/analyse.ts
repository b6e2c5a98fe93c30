import type { Analysis, ItemResult } from '#shared/domain/results/model.ts';
import { formatNumber, formatPercent } from '#shared/i18n/format.ts';
import { type Command, needed, type Run } from '../command.ts';
import { findRound, openNamed } from '../project-at.ts';

/** `analyse FILE --round N [--by ITEM] [--single-group-only]` */
export const analyse: Command = {
	name: 'analyse',
	usage: 'FILE --round N [--by ITEM] [--single-group-only]',
	options: { round: { type: 'string' }, by: { type: 'string' }, 'single-group-only': { type: 'boolean' } },
	words: { least: 1, most: 1 },
	run: async (run) => {
		const ref = needed(run, 'round');
		const { by } = run.options;
		await openNamed(run);
		const round = await findRound(run, ref);
		const data = await run.core.call('results.analyse', {
			roundId: round.id,
			...(typeof by === 'string' ? { by } : {}),
			...(run.options['single-group-only'] ? { singleGroupOnly: true } : {}),
		});
		return { data, lines: linesOf(data, run) };
	},
};

function linesOf(data: Analysis, run: Run): string[] {
	const { cli } = run.text;
	const rate = data.responseRate === null ? '' : ` (${formatPercent(data.responseRate, run.language)})`;
	const people = data.by ? [cli.inSeveral(data.by.inSeveral)] : [];
	return [
		cli.answered(data.round, data.answered, data.invited) + rate,
		...people,
		'',
		...data.items.flatMap((item) => itemLines(item, run)),
	];
}

function itemLines(item: ItemResult, { text, language }: Run): string[] {
	if (item.type === 'text') return [`${item.id}  ${item.label}: ${text.cli.openAnswers(item.n)}`, ''];
	const share = (one: { count: number; percent: number }) =>
		`${formatNumber(one.count, language)} (${formatPercent(one.percent, language)})`;
	const width = Math.max(0, ...item.options.map((option) => option.label.length));
	return [
		`${item.id}  ${item.label}  n = ${item.n}, ${text.cli.missingAnswers(item.missing)}`,
		...item.options.map((option) => `    ${option.label.padEnd(width)}  ${share(option)}`),
		...(item.topTwo ? [`    ${text.cli.topTwo}: ${share(item.topTwo)}`] : []),
		...(item.groups ?? []).map(
			(group) =>
				`    ${group.label}: n = ${group.n}${group.topTwo ? `, ${text.cli.topTwo} ${share(group.topTwo)}` : ''}`,
		),
		'',
	];
}
