import type { Output } from '#shared/contract/calls.ts';
import type { ProjectContext } from '../../core/handlers.ts';

/** What the first page shows, counted. */
export function overviewOf({ db, query }: ProjectContext): Output<'project.overview'> {
	const count = (sql: string) => db.prepare(sql).pluck().get() as number;
	const documents = query('document.list', {});
	return {
		instruments: count('SELECT count(*) FROM instrument'),
		rounds: query('round.list', {}).map(({ id, name, date, invited, answered }) => ({
			id,
			name,
			date,
			invited,
			answered,
		})),
		documents: documents.map(({ id, title, kind, date, words, codings, informants }) => ({
			id,
			title,
			kind,
			date,
			words,
			codings,
			people: informants,
		})),
		openAnswers: query('round.list', {})
			.flatMap((round) => query('results.openAnswers', { roundId: round.id }))
			.reduce((sum, item) => sum + item.answers.length, 0),
		codes: count('SELECT count(*) FROM code'),
		codings: count('SELECT count(*) FROM coding'),
		uncodedDocuments: documents.filter((one) => one.codings === 0).length,
		reports: query('report.list', {}).map(({ id, title, updatedAt, words }) => ({ id, title, updatedAt, words })),
	};
}
