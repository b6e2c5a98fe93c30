import { AppError } from '#shared/contract/errors.ts';
import type { resultsCalls } from '#shared/contract/results.ts';
import { questionsOf } from '#shared/domain/instrument/questions.ts';
import { inLanguage, shortName } from '#shared/domain/instrument/text.ts';
import { analyseColumns, canGroup } from '#shared/domain/results/analyse.ts';
import type { Handlers, ProjectContext } from '../../core/handlers.ts';
import { readColumns } from './columns.ts';

function instrumentOf({ query }: ProjectContext, roundId: number) {
	const round = query('round.get', { id: roundId });
	return { round, instrument: query('instrument.get', { id: round.instrumentId }).definition };
}

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
		const answers = context.db.prepare(`
			SELECT answer.id, answer.response_id AS responseId, answer.value AS text,
				(SELECT count(*) FROM coding WHERE coding.answer_id = answer.id) AS codings
			FROM answer JOIN response ON response.id = answer.response_id
			WHERE answer.item = ? AND response.round_id = ? AND answer.value <> ''
			ORDER BY response.id`);
		return questionsOf(instrument)
			.filter((question) => question.type === 'text')
			.map((question) => ({
				itemId: question.id,
				label: shortName(question, language),
				text: inLanguage(question.text, language),
				answers: answers.all(question.id, roundId) as {
					id: number;
					responseId: number;
					text: string;
					codings: number;
				}[],
			}))
			.filter((item) => item.answers.length > 0);
	},
};
