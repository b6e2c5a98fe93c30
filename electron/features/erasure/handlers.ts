import { basename } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { Output } from '#shared/contract/calls.ts';
import type { erasureCalls } from '#shared/contract/erasure.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Handlers } from '../../core/handlers.ts';
import { countSteps } from '../../store/history.ts';
import { ownCopies, removeForGood } from '../../store/own-copies.ts';

/** Words shorter than this stand in many texts that are not about the person. */
const tellingLength = 15;

/** Texts that people write by hand, in which an answer's words may stand. */
const written = [
	{ kind: 'report', sql: 'SELECT id, title FROM report WHERE instr(markdown, @text)' },
	{ kind: 'code', sql: 'SELECT id, name AS title FROM code WHERE instr(definition, @text) OR instr(memo, @text)' },
	{ kind: 'document', sql: 'SELECT id, title FROM document WHERE instr(memo, @text)' },
	{
		kind: 'coding',
		sql: `SELECT coding.id, code.name AS title FROM coding JOIN code ON code.id = coding.code_id
			LEFT JOIN answer ON answer.id = coding.answer_id
			WHERE instr(coding.memo, @text) AND coalesce(answer.response_id, 0) NOT IN (SELECT value FROM json_each(@ids))`,
	},
] as const;

const among = 'IN (SELECT value FROM json_each(?))';

/** @throws AppError NOT_FOUND for the first that is not there */
function checkThere(db: Database, ids: readonly number[]): void {
	const there = db.prepare('SELECT 1 FROM response WHERE id = ?');
	const missing = ids.find((id) => !there.get(id));
	if (missing !== undefined) throw new AppError('NOT_FOUND', { what: 'response', ref: String(missing) });
}

function reachOf(db: Database, path: string, ids: string): Output<'erasure.erase'> {
	const count = (sql: string) => db.prepare(sql).pluck().get(ids) as number;
	return {
		responses: count(`SELECT count(*) FROM response WHERE id ${among}`),
		openAnswers: count(`SELECT count(*) FROM answer WHERE response_id ${among}`),
		codings: count(`SELECT count(*) FROM coding WHERE answer_id IN (SELECT id FROM answer WHERE response_id ${among})`),
		copies: ownCopies(path).map((one) => basename(one)),
	};
}

function quotedIn(db: Database, ids: string): Output<'erasure.preview'>['quotedIn'] {
	const texts = db
		.prepare(`SELECT DISTINCT value FROM answer WHERE response_id ${among} AND length(value) >= ${tellingLength}`)
		.pluck()
		.all(ids) as string[];
	const found = new Map<string, Output<'erasure.preview'>['quotedIn'][number]>();
	for (const { kind, sql } of written) {
		const find = db.prepare(sql);
		for (const text of texts) {
			const rows = find.all({ text, ids }) as { id: number; title: string }[];
			for (const row of rows) found.set(`${kind} ${row.id}`, { kind, ...row });
		}
	}
	return [...found.values()];
}

/** The cells that an import could not read are kept with it, and may be the person's: their words go, the places stay. */
function blankProblems(db: Database, ids: string): void {
	const rows = db
		.prepare(`SELECT id, problems FROM import WHERE round_id IN (SELECT round_id FROM response WHERE id ${among})`)
		.all(ids) as { id: number; problems: string }[];
	const update = db.prepare('UPDATE import SET problems = ? WHERE id = ?');
	for (const { id, problems } of rows) {
		const blank = (JSON.parse(problems) as { value: string }[]).map((one) => ({ ...one, value: '' }));
		update.run(JSON.stringify(blank), id);
	}
}

export const erasureHandlers: Handlers<typeof erasureCalls> = {
	'erasure.preview': ({ db, path }, { responseIds }) => {
		checkThere(db, responseIds);
		const ids = JSON.stringify(responseIds);
		const { done, undone } = countSteps(db);
		return { ...reachOf(db, path, ids), steps: done + undone, quotedIn: quotedIn(db, ids) };
	},
	'erasure.erase': ({ db, path }, { responseIds }) => {
		checkThere(db, responseIds);
		const ids = JSON.stringify(responseIds);
		const reach = reachOf(db, path, ids);
		blankProblems(db, ids);
		db.prepare(`DELETE FROM response WHERE id ${among}`).run(ids);
		// Last: a copy that cannot be removed leaves everything as it was.
		for (const copy of ownCopies(path)) removeForGood(copy);
		return reach;
	},
};
