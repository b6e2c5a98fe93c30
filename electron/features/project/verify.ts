import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import type { Output } from '#shared/contract/calls.ts';
import { type Range, rangesOutside } from '#shared/domain/coding/ranges.ts';
import type { TaskContext } from '../../core/handlers.ts';
import { contentTables, quoted } from '../../store/tables.ts';

type Problem = Output<'project.verify'>['problems'][number];
type Kind = Problem['kind'];

/** Problems listed; of a file in ruins the first few say enough. */
const most = 200;

/** One piece of the work, short enough that other calls need not wait for long. Gives what is wrong, in few words without content. */
interface Piece {
	kind: Kind;
	find: (db: Database) => { problems: string[]; texts?: number; rows?: number };
}

/**
 * Reads the whole project: the structure of the file, every reference, the hash of every stored text, and that passages and turns lie
 * within their texts. In pieces, so that it can be cancelled and others' calls go on between.
 */
export async function verifyProject({ read, signal, onProgress }: TaskContext): Promise<Output<'project.verify'>> {
	const pieces = read(({ db }) => piecesOf(db));
	const problems: Problem[] = [];
	const checked = { pages: read(({ db }) => db.pragma('page_count', { simple: true }) as number), rows: 0, texts: 0 };
	for (const [done, { kind, find }] of pieces.entries()) {
		onProgress({ done, total: pieces.length, step: 'checking' });
		const found = read(({ db }) => tryPiece(db, find));
		checked.rows += found.rows ?? 0;
		checked.texts += found.texts ?? 0;
		problems.push(...found.problems.map((detail) => ({ kind: found.broken ? 'structure' : kind, detail }) as const));
		await nextTurn();
		signal.throwIfAborted();
	}
	onProgress({ done: pieces.length, total: pieces.length, step: 'checking' });
	return { ok: problems.length === 0, checked, problems: problems.slice(0, most) };
}

function tryPiece(db: Database, find: Piece['find']): ReturnType<Piece['find']> & { broken?: true } {
	try {
		return find(db);
	} catch (error) {
		// A page that cannot be read: what the file says of itself, and the rest is checked all the same.
		const code = String((error as { code?: unknown }).code);
		if (!/^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(code)) throw error;
		return { problems: [code], broken: true };
	}
}

function piecesOf(db: Database): Piece[] {
	const tables = contentTables(db);
	return [
		...tables.map((table): Piece => ({ kind: 'structure', find: (at) => structureOf(at, table) })),
		{ kind: 'structure', find: wholeStructure },
		...tables.map((table): Piece => ({ kind: 'reference', find: (at) => referencesOf(at, table) })),
		...hashed.flatMap(({ table, text }) =>
			idsOf(db, table).map((id): Piece => ({ kind: 'text', find: (at) => hashOf(at, table, text, id) })),
		),
		...idsOf(db, 'document').map((id): Piece => ({ kind: 'range', find: (at) => rangesOf(at, id) })),
		{ kind: 'range', find: answerRanges },
		{ kind: 'text', find: unreadableAnswers },
	];
}

const idsOf = (db: Database, table: string) => {
	try {
		return db
			.prepare(`SELECT id FROM ${quoted(table)}`)
			.pluck()
			.all() as number[];
	} catch {
		// The structure's own check names the table; there is nothing to go through here.
		return [];
	}
};

const messages = (rows: unknown): string[] => (rows as string[]).filter((row) => row !== 'ok');

function structureOf(db: Database, table: string) {
	const problems = messages(
		db
			.prepare(`PRAGMA integrity_check(${quoted(table)})`)
			.pluck()
			.all(),
	);
	const rows = db
		.prepare(`SELECT count(*) FROM ${quoted(table)}`)
		.pluck()
		.get() as number;
	return { problems: problems.map((one) => `${table}: ${one}`), rows };
}

/** What belongs to no table: lost and doubly used pages, the history. */
function wholeStructure(db: Database) {
	return { problems: messages(db.prepare('PRAGMA quick_check').pluck().all()) };
}

function referencesOf(db: Database, table: string) {
	const broken = db.pragma(`foreign_key_check(${quoted(table)})`) as { rowid: number; parent: string }[];
	return { problems: broken.map(({ rowid, parent }) => `${table} ${rowid} → ${parent}`) };
}

/** The columns that hold texts with a hash beside them (SHA-256 of the UTF-8, in hexadecimal digits). */
const hashed = [
	{ table: 'document', text: 'text' },
	{ table: 'instrument', text: 'definition' },
	{ table: 'report', text: 'markdown' },
] as const;

function hashOf(db: Database, table: string, column: string, id: number) {
	const row = db.prepare(`SELECT ${column} AS text, hash FROM ${table} WHERE id = ?`).get(id) as
		| { text: string; hash: string }
		| undefined;
	// Removed since the pieces were counted.
	if (!row) return { problems: [] };
	const same = createHash('sha256').update(row.text, 'utf8').digest('hex') === row.hash;
	return { problems: same ? [] : [`${table} ${id}`], texts: 1 };
}

type Numbered = Range & { id: number };

function rangesOf(db: Database, id: number) {
	const text = db.prepare('SELECT text FROM document WHERE id = ?').pluck().get(id) as string | undefined;
	if (text === undefined) return { problems: [] };
	const wrong = (table: 'coding' | 'turn') =>
		rangesOutside(
			text,
			db.prepare(`SELECT id, start, end FROM ${table} WHERE document_id = ?`).all(id) as Numbered[],
		).map((range) => `${table} ${range.id}, document ${id}`);
	return { problems: [...wrong('coding'), ...wrong('turn')] };
}

function answerRanges(db: Database) {
	const rows = db
		.prepare(`SELECT coding.id, start, end, answer.id AS answer, answer.value AS text
			FROM coding JOIN answer ON answer.id = coding.answer_id WHERE coding.answer_id IS NOT NULL`)
		.all() as (Numbered & { text: string; answer: number })[];
	return {
		problems: rows
			.filter((row) => rangesOutside(row.text, [row]).length > 0)
			.map((row) => `coding ${row.id}, answer ${row.answer}`),
	};
}

/** Answers that do not read as such any more. */
function unreadableAnswers(db: Database) {
	const ids = db
		.prepare(`SELECT id FROM response
			WHERE CASE WHEN json_valid(answers) THEN json_type(answers) <> 'object' ELSE TRUE END LIMIT ?`)
		.pluck()
		.all(most) as number[];
	return { problems: ids.map((id) => `response ${id}`) };
}
