import type { Output } from '#shared/contract/calls.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { resultsCalls } from '#shared/contract/results.ts';
import { questionsOf } from '#shared/domain/instrument/questions.ts';
import { inLanguage, shortName } from '#shared/domain/instrument/text.ts';
import { analyseColumns } from '#shared/domain/results/analyse.ts';
import { canGroup } from '#shared/domain/results/breakdown.ts';
import type { Handlers, ProjectContext } from '../../core/handlers.ts';
import { readColumns } from './columns.ts';

function instrumentOf({ query }: ProjectContext, roundId: number) {
	const round = query('round.get', { id: roundId });
	return { round, instrument: query('instrument.get', { id: round.instrumentId }).definition };
}

type OpenAnswer = Output<'results.openAnswers'>[number]['answers'][number];

const projectLanguage = ({ query }: ProjectContext) => query('project.get', {}).language;

export const resultsHandlers: Handlers<typeof resultsCalls> = {
	'results.analyse': (context, { roundId, by, singleGroupOnly, language }) => {
		const { round, instrument } = instrumentOf(context, roundId);
		const questions = questionsOf(instrument);
		if (by !== undefined && !canGroup(questions.find((question) => question.id === by))) {
			throw new AppError('NOT_FOUND', { what: 'item', ref: by });
		}
		const { columns, partial } = readColumns(context.db, roundId, questions);
		return analyseColumns(instrument, { ...round, partial }, columns, {
			by,
			singleGroupOnly,
			language: language ?? projectLanguage(context),
		});
	},
	'results.openAnswers': (context, { roundId, language = projectLanguage(context) }) => {
		const { instrument } = instrumentOf(context, roundId);
		const rows = context.db
			.prepare(`SELECT answer.item, answer.id, answer.response_id AS responseId, answer.value AS text,
				(SELECT count(*) FROM coding WHERE coding.answer_id = answer.id) AS codings
				FROM response CROSS JOIN answer ON answer.response_id = response.id
				WHERE response.round_id = ? AND response.open_answers > 0 ORDER BY response.id`)
			.all(roundId) as (OpenAnswer & { item: string })[];
		const byItem = Map.groupBy(rows, ({ item }) => item);
		return questionsOf(instrument)
			.filter((question) => question.type === 'text')
			.map((question) => ({
				itemId: question.id,
				label: shortName(question, language),
				text: inLanguage(question.text, language),
				answers: (byItem.get(question.id) ?? []).map(({ item: _, ...answer }): OpenAnswer => answer),
			}))
			.filter((item) => item.answers.length > 0);
	},
};
