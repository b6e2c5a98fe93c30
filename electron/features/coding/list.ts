import type { Database } from 'better-sqlite3';
import type { Coding, Excerpt } from '#shared/contract/coding.ts';
import { AppError } from '#shared/contract/errors.ts';
import { indexAt } from '#shared/domain/coding/ranges.ts';
import type { ProjectContext } from '../../core/handlers.ts';

interface Row {
	id: number;
	uid: string;
	codeId: number;
	documentId: number | null;
	answerId: number | null;
	start: number;
	end: number;
	memo: string;
	coder: string;
	createdAt: string;
	itemId: string | null;
	roundId: number | null;
	source: string;
	date: string | null;
}

/** In text order: documents and then rounds, each by date; in a round answer by answer. */
const select = `
SELECT coding.id, coding.uid, coding.code_id AS codeId, coding.document_id AS documentId, coding.answer_id AS answerId,
	coding.start, coding.end, coding.memo, coding.coder, coding.created_at AS createdAt,
	answer.item AS itemId, response.round_id AS roundId,
	coalesce(document.title, round.name) AS source, coalesce(document.date, round.date) AS date
FROM coding
	LEFT JOIN document ON document.id = coding.document_id
	LEFT JOIN answer ON answer.id = coding.answer_id
	LEFT JOIN response ON response.id = answer.response_id
	LEFT JOIN round ON round.id = response.round_id`;
const order = `ORDER BY coding.document_id IS NULL, coalesce(document.date, round.date) IS NULL,
	coalesce(document.date, round.date), document.id, round.id, response.id, answer.id, coding.start, coding.end DESC, coding.id`;

/** Every text and its turns are read once, however many codings lie in it. */
function makeReader(db: Database) {
	const texts = new Map<string, string>();
	const readText = {
		document: db.prepare('SELECT text FROM document WHERE id = ?').pluck(),
		answer: db.prepare('SELECT value FROM answer WHERE id = ?').pluck(),
	};
	const readTurns = db.prepare(`SELECT turn.start, turn.end, speaker.label FROM turn
		LEFT JOIN speaker ON speaker.id = turn.speaker_id WHERE turn.document_id = ? ORDER BY turn.start`);
	const turns = new Map<number, { start: number; end: number; label: string | null }[]>();
	const text = (kind: 'document' | 'answer', id: number) => {
		const key = `${kind} ${id}`;
		const known = texts.get(key) ?? (readText[kind].get(id) as string);
		texts.set(key, known);
		return known;
	};
	return {
		quote: (row: Row) =>
			(row.documentId === null ? text('answer', row.answerId ?? 0) : text('document', row.documentId)).slice(
				row.start,
				row.end,
			),
		/** Whoever speaks where the passage begins. */
		speaker: ({ documentId, start }: Row) => {
			if (documentId === null) return null;
			const known =
				turns.get(documentId) ?? (readTurns.all(documentId) as { start: number; end: number; label: string }[]);
			turns.set(documentId, known);
			return known[indexAt(known, start)]?.label ?? null;
		},
	};
}

type Reader = ReturnType<typeof makeReader>;

function asCoding(row: Row, reader: Reader): Coding {
	const { id, uid, codeId, documentId, answerId, start, end, memo, coder, createdAt } = row;
	return {
		id,
		uid,
		codeId,
		target: documentId === null ? { kind: 'answer', answerId: answerId ?? 0 } : { kind: 'document', documentId },
		start,
		end,
		quote: reader.quote(row),
		memo,
		coder,
		createdAt,
	};
}

type Which = { documentId: number } | { roundId: number } | { all: true };

/** The codings of a document, of a round's open answers, or all. @throws AppError NOT_FOUND */
export function listCodings({ db }: ProjectContext, which: Which): Coding[] {
	const reader = makeReader(db);
	const rows = (where: string, ...values: number[]) =>
		db.prepare(`${select} ${where} ${order}`).all(...values) as Row[];
	const found = () => {
		if ('all' in which) return rows('');
		const [what, id] =
			'documentId' in which ? (['document', which.documentId] as const) : (['round', which.roundId] as const);
		if (!db.prepare(`SELECT 1 FROM ${what} WHERE id = ?`).get(id))
			throw new AppError('NOT_FOUND', { what, ref: String(id) });
		return what === 'document' ? rows('WHERE coding.document_id = ?', id) : rows('WHERE response.round_id = ?', id);
	};
	return found().map((row) => asCoding(row, reader));
}

/** The passages with any of these codes, with where they come from and who speaks. */
export function listExcerpts({ db }: ProjectContext, codeIds: readonly number[]): Excerpt[] {
	const reader = makeReader(db);
	const rows = db
		.prepare(`${select} WHERE coding.code_id IN (SELECT value FROM json_each(?)) ${order}`)
		.all(JSON.stringify(codeIds)) as Row[];
	return rows.map((row) => ({
		...asCoding(row, reader),
		source: row.source,
		speaker: reader.speaker(row),
		itemId: row.itemId,
		roundId: row.roundId,
		date: row.date,
	}));
}
