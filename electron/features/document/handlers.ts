import { createHash, randomUUID } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { Output } from '#shared/contract/calls.ts';
import type { DocumentSummary, documentCalls } from '#shared/contract/document.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { ReadDocument } from '#shared/domain/document/model.ts';
import { countWords } from '#shared/domain/document/normalise.ts';
import { dateFromName, guessKind } from '#shared/domain/document/recognise.ts';
import type { Handlers, ProjectContext } from '../../core/handlers.ts';

const select = `
SELECT document.id, document.uid, document.title, document.kind, document.date, document.memo, document.words,
	(SELECT count(*) FROM turn WHERE document_id = document.id) AS turns,
	(SELECT count(*) FROM coding WHERE document_id = document.id) AS codings,
	(SELECT count(*) FROM speaker WHERE document_id = document.id AND role = 'informant') AS informants
FROM document`;

function findDocument(db: Database, id: number): DocumentSummary {
	const row = db.prepare(`${select} WHERE document.id = ?`).get(id) as DocumentSummary | undefined;
	if (!row) throw new AppError('NOT_FOUND', { what: 'document', ref: String(id) });
	return row;
}

const hashOf = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/** Stores a read document, or finds the one there is with the same text. */
function store(
	{ db, now }: ProjectContext,
	read: ReadDocument,
	given: { name: string; title?: string | undefined; kind?: string | undefined; date?: string | null | undefined },
): Output<'document.import'> {
	const hash = hashOf(read.text);
	const known = db.prepare('SELECT id FROM document WHERE hash = ?').pluck().get(hash) as number | undefined;
	if (known !== undefined) {
		const { turns, words } = findDocument(db, known);
		const speakers = db.prepare('SELECT count(*) FROM speaker WHERE document_id = ?').pluck().get(known) as number;
		return { id: known, known: true, turns, speakers, words };
	}
	const words = read.turns.reduce((sum, turn) => sum + countWords(read.text.slice(turn.start, turn.end)), 0);
	const { lastInsertRowid } = db
		.prepare(`INSERT INTO document (uid, title, kind, date, source_name, text, hash, words, created_at)
			VALUES (@uid, @title, @kind, @date, @name, @text, @hash, @words, @now)`)
		.run({
			uid: randomUUID(),
			title: given.title?.trim() || read.title,
			kind: given.kind ?? guessKind(given.name, read),
			date: given.date === undefined ? dateFromName(given.name) : given.date,
			name: given.name,
			text: read.text,
			hash,
			words,
			now,
		});
	const addSpeaker = db.prepare('INSERT INTO speaker (document_id, label, role) VALUES (?, ?, ?)');
	const speakers = read.speakers.map((one) => addSpeaker.run(lastInsertRowid, one.label, one.role).lastInsertRowid);
	const addTurn = db.prepare('INSERT INTO turn (document_id, speaker_id, start, end, time) VALUES (?, ?, ?, ?, ?)');
	for (const turn of read.turns) {
		const speaker = turn.speaker === null ? null : speakers[turn.speaker];
		addTurn.run(lastInsertRowid, speaker, turn.start, turn.end, turn.time);
	}
	return {
		id: Number(lastInsertRowid),
		known: false,
		turns: read.turns.length,
		speakers: read.speakers.length,
		words,
	};
}

export const documentHandlers: Handlers<typeof documentCalls> = {
	'document.list': ({ db }) =>
		db.prepare(`${select} ORDER BY document.date IS NULL, document.date, document.id`).all() as DocumentSummary[],
	'document.get': ({ db }, { id }) => ({
		...findDocument(db, id),
		text: db.prepare('SELECT text FROM document WHERE id = ?').pluck().get(id) as string,
		speakers: db.prepare('SELECT id, label, role FROM speaker WHERE document_id = ? ORDER BY id').all(id) as never,
		turns: db
			.prepare(`SELECT id, speaker_id AS speakerId, start, end, time FROM turn WHERE document_id = ? ORDER BY start`)
			.all(id) as never,
	}),
	'document.import': async (task, { name, bytes, ...given }) => {
		task.onProgress({ done: 0, total: 0, step: 'reading' });
		const read = await task.ports.runJob('document.read', { name, bytes }, task);
		task.onProgress({ done: 0, total: 0, step: 'storing' });
		return task.apply((context) => store(context, read, { name, ...given }));
	},
	'document.update': ({ db }, { id, ...change }) => {
		const next = { ...findDocument(db, id), ...change };
		db.prepare('UPDATE document SET title = ?, kind = ?, date = ?, memo = ? WHERE id = ?').run(
			next.title,
			next.kind,
			next.date,
			next.memo,
			id,
		);
		return {};
	},
	'document.updateSpeaker': ({ db }, { id, label, role }) => {
		const done = db
			.prepare('UPDATE speaker SET label = coalesce(?, label), role = coalesce(?, role) WHERE id = ?')
			.run(label ?? null, role ?? null, id);
		if (!done.changes) throw new AppError('NOT_FOUND', { what: 'speaker', ref: String(id) });
		return {};
	},
	'document.remove': ({ db }, { id }) => {
		findDocument(db, id);
		db.prepare('DELETE FROM document WHERE id = ?').run(id);
		return {};
	},
};
