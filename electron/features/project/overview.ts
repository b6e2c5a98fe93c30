import type { Output } from '#shared/contract/calls.ts';
import type { ProjectContext } from '../../core/handlers.ts';

/** What the first page shows, counted. */
export function overviewOf({ db, query }: ProjectContext): Output<'project.overview'> {
	const count = (sql: string) => db.prepare(sql).pluck().get() as number;
	const documents = query('document.list', {});
	const rounds = query('round.list', {});
	return {
		instruments: count('SELECT count(*) FROM instrument'),
		rounds: rounds.map(({ id, name, date, invited, answered }) => ({
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
		openAnswers: rounds.reduce((sum, round) => sum + round.openAnswers, 0),
		codes: count('SELECT count(*) FROM code'),
		codings: count('SELECT count(*) FROM coding'),
		uncodedDocuments: documents.filter((one) => one.codings === 0).length,
		reports: query('report.list', {}).map(({ id, title, updatedAt, words }) => ({ id, title, updatedAt, words })),
	};
}
