import { randomUUID } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { CodingTarget, codingCalls } from '#shared/contract/coding.ts';
import { AppError } from '#shared/contract/errors.ts';
import { isCodable, type Range } from '#shared/domain/coding/ranges.ts';
import { withDescendants } from '#shared/domain/coding/tree.ts';
import type { Handlers, ProjectContext } from '../../core/handlers.ts';
import { listCodings, listExcerpts } from './list.ts';

/** The text that a coding lies in. @throws AppError NOT_FOUND */
function textOf(db: Database, target: CodingTarget): string {
	const text =
		target.kind === 'document'
			? db.prepare('SELECT text FROM document WHERE id = ?').pluck().get(target.documentId)
			: db.prepare('SELECT value FROM answer WHERE id = ?').pluck().get(target.answerId);
	if (typeof text === 'string') return text;
	throw target.kind === 'document'
		? new AppError('NOT_FOUND', { what: 'document', ref: String(target.documentId) })
		: new AppError('NOT_FOUND', { what: 'response', ref: String(target.answerId) });
}

interface Place extends Range {
	target: CodingTarget;
}

function checkPlace(db: Database, { target, start, end }: Place): void {
	if (!isCodable(textOf(db, target), { start, end })) throw new AppError('RANGE_INVALID', { start, end });
}

const columnsOf = (target: CodingTarget) => ({
	documentId: target.kind === 'document' ? target.documentId : null,
	answerId: target.kind === 'answer' ? target.answerId : null,
});

function insert({ db, now, coder }: ProjectContext, place: Place, codeId: number, memo: string): number {
	const values = { ...columnsOf(place.target), start: place.start, end: place.end, codeId, memo, coder, now };
	const same = db
		.prepare(`SELECT id FROM coding WHERE code_id = @codeId AND coalesce(document_id, 0) = coalesce(@documentId, 0)
			AND coalesce(answer_id, 0) = coalesce(@answerId, 0) AND start = @start AND end = @end`)
		.pluck()
		.get(values) as number | undefined;
	if (same !== undefined) return same;
	return Number(
		db
			.prepare(`INSERT INTO coding (uid, code_id, document_id, answer_id, start, end, memo, coder, created_at)
				VALUES (@uid, @codeId, @documentId, @answerId, @start, @end, @memo, @coder, @now)`)
			.run({ ...values, uid: randomUUID() }).lastInsertRowid,
	);
}

function findCode(db: Database, id: number): void {
	if (!db.prepare('SELECT 1 FROM code WHERE id = ?').get(id)) {
		throw new AppError('NOT_FOUND', { what: 'code', ref: String(id) });
	}
}

interface Row extends Range {
	codeId: number;
	documentId: number | null;
	answerId: number | null;
	memo: string;
}

function findCoding(db: Database, id: number): Row {
	const row = db
		.prepare(`SELECT code_id AS codeId, document_id AS documentId, answer_id AS answerId, start, end, memo
			FROM coding WHERE id = ?`)
		.get(id) as Row | undefined;
	if (!row) throw new AppError('NOT_FOUND', { what: 'coding', ref: String(id) });
	return row;
}

export const codingHandlers: Handlers<typeof codingCalls> = {
	'coding.list': (context, input) => listCodings(context, input),
	'coding.excerpts': (context, { codeId, descendants }) => {
		findCode(context.db, codeId);
		const codeIds = descendants ? withDescendants(context.query('code.list', {}), codeId) : new Set([codeId]);
		return listExcerpts(context, [...codeIds]);
	},
	'coding.add': (context, { codeId, memo = '', ...place }) => {
		findCode(context.db, codeId);
		checkPlace(context.db, place);
		return { id: insert(context, place, codeId, memo) };
	},
	'coding.addWithNewCode': (context, { name, parentId = null, ...place }) => {
		checkPlace(context.db, place);
		// In the same step: both are undone at once.
		const code = context.query('code.add', { name, parentId });
		return { id: insert(context, place, code.id, ''), codeId: code.id };
	},
	'coding.update': ({ db }, { id, memo, codeId }) => {
		const was = findCoding(db, id);
		const next = { id, memo: memo ?? was.memo, codeId: codeId ?? was.codeId };
		if (codeId !== undefined) findCode(db, codeId);
		const same = db
			.prepare(`SELECT id, memo FROM coding WHERE code_id = @codeId AND id <> @id AND start = @start AND end = @end
				AND coalesce(document_id, 0) = coalesce(@documentId, 0) AND coalesce(answer_id, 0) = coalesce(@answerId, 0)`)
			.get({ ...was, ...next }) as { id: number; memo: string } | undefined;
		if (!same) {
			db.prepare('UPDATE coding SET memo = @memo, code_id = @codeId WHERE id = @id').run(next);
			return {};
		}
		// The passage already has that code: the two become one, and no memo is lost.
		const memos = [same.memo, next.memo].filter((text) => text !== '').join('\n');
		db.prepare('DELETE FROM coding WHERE id = ?').run(id);
		db.prepare('UPDATE coding SET memo = ? WHERE id = ?').run(memos, same.id);
		return {};
	},
	'coding.remove': ({ db }, { id }) => {
		findCoding(db, id);
		db.prepare('DELETE FROM coding WHERE id = ?').run(id);
		return {};
	},
};
