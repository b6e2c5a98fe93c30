import { randomUUID } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { Code, codeCalls } from '#shared/contract/code.ts';
import { AppError } from '#shared/contract/errors.ts';
import { inReadingOrder, isNameTaken, moveCode, removeCode, withDescendants } from '#shared/domain/coding/tree.ts';
import type { Handlers } from '../../core/handlers.ts';

/** All codes in reading order. One pass over the codings counts them all. */
function listCodes(db: Database): Code[] {
	const rows = db
		.prepare(`SELECT code.id, code.uid, code.parent_id AS parentId, code.name, code.definition, code.memo, code.color,
			code.position, coalesce(used.codings, 0) AS codings, coalesce(used.sources, 0) AS sources
		FROM code LEFT JOIN (
			SELECT coding.code_id AS codeId, count(*) AS codings,
				count(DISTINCT coding.document_id) + count(DISTINCT response.round_id) AS sources
			FROM coding LEFT JOIN answer ON answer.id = coding.answer_id
				LEFT JOIN response ON response.id = answer.response_id
			GROUP BY coding.code_id
		) used ON used.codeId = code.id`)
		.all() as Code[];
	return inReadingOrder(rows);
}

function findCode(codes: readonly Code[], id: number): Code {
	const code = codes.find((one) => one.id === id);
	if (!code) throw new AppError('NOT_FOUND', { what: 'code', ref: String(id) });
	return code;
}

function refuseTaken(codes: readonly Code[], parentId: number | null, name: string, except = 0): void {
	if (isNameTaken(codes, parentId, name, except)) throw new AppError('NAME_TAKEN', { what: 'code', name });
}

function place(db: Database, codes: readonly Code[]): void {
	const update = db.prepare('UPDATE code SET parent_id = ?, position = ?, name = ? WHERE id = ?');
	for (const code of codes) update.run(code.parentId, code.position, code.name, code.id);
}

export const codeHandlers: Handlers<typeof codeCalls> = {
	'code.list': ({ db }) => listCodes(db),
	'code.add': ({ db, now }, { name, parentId = null, definition = '', color }) => {
		const codes = listCodes(db);
		if (parentId !== null) findCode(codes, parentId);
		refuseTaken(codes, parentId, name);
		const last = db.prepare('SELECT color FROM code ORDER BY id DESC LIMIT 1').pluck().get() as number | undefined;
		const position = codes.filter((code) => code.parentId === parentId).length;
		const { lastInsertRowid } = db
			.prepare(`INSERT INTO code (uid, parent_id, name, definition, color, position, created_at)
				VALUES (?, ?, ?, ?, ?, ?, ?)`)
			.run(randomUUID(), parentId, name, definition, color ?? ((last ?? -1) + 1) % 8, position, now);
		return { id: Number(lastInsertRowid) };
	},
	'code.update': ({ db }, { id, ...change }) => {
		const codes = listCodes(db);
		const next = { ...findCode(codes, id), ...change };
		refuseTaken(codes, next.parentId, next.name, id);
		db.prepare('UPDATE code SET name = ?, definition = ?, memo = ?, color = ? WHERE id = ?').run(
			next.name,
			next.definition,
			next.memo,
			next.color,
			id,
		);
		return {};
	},
	'code.move': ({ db }, { id, parentId, position }) => {
		const codes = listCodes(db);
		const code = findCode(codes, id);
		if (parentId !== null) {
			findCode(codes, parentId);
			if (withDescendants(codes, id).has(parentId)) throw new AppError('CODE_CIRCLE', { name: code.name });
		}
		refuseTaken(codes, parentId, code.name, id);
		place(db, moveCode(codes, id, parentId, position));
		return {};
	},
	'code.remove': ({ db }, { id }) => {
		const codes = listCodes(db);
		findCode(codes, id);
		// The children take its place only once it is gone: one of them may bear its name.
		db.pragma('defer_foreign_keys = ON');
		db.prepare('DELETE FROM code WHERE id = ?').run(id);
		place(db, removeCode(codes, id));
		return {};
	},
};
