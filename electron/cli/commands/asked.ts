import { basename, resolve } from 'node:path';
import type { Output } from '#shared/contract/calls.ts';
import { askedStatus } from '#shared/domain/asked/model.ts';
import { formatPercent } from '#shared/i18n/format.ts';
import { type Command, needed, type Run } from '../command.ts';
import { findRound, openKeys, openNamed } from '../project-at.ts';
import { readBytes } from './round.ts';

/** `asked import FILE --round N [--keys K] LIST` */
export const askedImport: Command = {
	name: 'asked import',
	usage: 'FILE --round N [--keys K.nyckel] LIST.csv|.xlsx',
	options: { round: { type: 'string' }, keys: { type: 'string' } },
	words: { least: 2, most: 2 },
	run: async (run) => {
		const ref = needed(run, 'round');
		const path = resolve(run.words[1] ?? '');
		await openNamed(run);
		await openKeys(run, { make: true });
		const round = await findRound(run, ref);
		const file = { roundId: round.id, name: basename(path), bytes: readBytes(path) };
		const data = await run.core.call('asked.importList', file);
		const { cli, asked } = run.text;
		return {
			data,
			lines: [
				cli.askedImported(data.stored, data.known, data.merged),
				...data.problems.map((one) =>
					asked.importPage.problem(String(one.row), one.column, one.value, asked.importPage.reasons[one.reason]),
				),
			],
		};
	},
};

/** `rates FILE --round N` */
export const rates: Command = {
	name: 'rates',
	usage: 'FILE --round N',
	options: { round: { type: 'string' } },
	words: { least: 1, most: 1 },
	run: async (run) => {
		const ref = needed(run, 'round');
		await openNamed(run);
		const round = await findRound(run, ref);
		const data = await run.core.call('asked.rates', { roundId: round.id });
		const nonResponse = await run.core.call('asked.nonResponse', { roundId: round.id });
		return { data: { round: round.name, ...data, nonResponse }, lines: linesOf(round.name, data, run) };
	},
};

function linesOf(name: string, data: Output<'asked.rates'>, { text, language }: Run): string[] {
	const { asked, cli } = text;
	const percent = (value: number | null) => (value === null ? '–' : formatPercent(value, language, 1));
	const { overall, groups, inSeveral } = data;
	const line = (of: string, { rr1, rr2, eligible }: Pick<typeof overall, 'rr1' | 'rr2' | 'eligible'>) =>
		eligible === 0 ? cli.noneCount(of) : cli.rates(of, percent(rr1), percent(rr2), eligible);
	if (Object.values(overall.counts).every((count) => count === 0)) return [cli.noList(name)];
	return [
		line(name, overall),
		...askedStatus.options.map((status) => `    ${asked.status[status]}: ${overall.counts[status]}`),
		...(data.source === 'responses' ? [asked.byResponses] : data.source === 'invited' ? [asked.byInvited] : []),
		...(data.source === 'list'
			? groups.map((group) => {
					const several = group.inSeveral > 0 ? `, ${asked.ofWhomSeveral(group.inSeveral)}` : '';
					return `${line(group.name, group)}${several}${group.small ? ` (${asked.small.toLowerCase()})` : ''}`;
				})
			: []),
		...(inSeveral > 0 ? [asked.inSeveral(inSeveral, String(inSeveral))] : []),
		asked.ratesSource,
	];
}
