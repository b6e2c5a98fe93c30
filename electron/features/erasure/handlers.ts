import { basename } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { Output } from '#shared/contract/calls.ts';
import type { erasureCalls } from '#shared/contract/erasure.ts';
import type { Handlers, ProjectContext } from '../../core/handlers.ts';
import { followList } from '../../store/asked.ts';
import { rememberErased } from '../../store/erase.ts';
import { countSteps } from '../../store/history.ts';
import { type KeyFile, keyFile, neededKeys } from '../../store/key-file.ts';
import { ownCopies, removeForGood } from '../../store/own-copies.ts';
import { elsewhere, uidsOf, type Whose, whoseIs } from './whose.ts';

type Reach = Output<'erasure.erase'>;

/** Words shorter than this stand in many texts that are not about the person. */
const tellingLength = 15;

/** Texts that people write by hand, in which an answer's words may stand. */
const written = [
	{ kind: 'report', sql: 'SELECT id, title FROM report WHERE instr(markdown, @text)' },
	{ kind: 'code', sql: 'SELECT id, name AS title FROM code WHERE instr(definition, @text) OR instr(memo, @text)' },
	{ kind: 'document', sql: 'SELECT id, title FROM document WHERE instr(memo, @text) OR instr(text, @text)' },
	{
		kind: 'coding',
		sql: `SELECT coding.id, code.name AS title FROM coding JOIN code ON code.id = coding.code_id
			LEFT JOIN answer ON answer.id = coding.answer_id
			WHERE instr(coding.memo, @text) AND coalesce(answer.response_id, 0) NOT IN (SELECT value FROM json_each(@ids))`,
	},
] as const;

const among = 'IN (SELECT value FROM json_each(?))';

/** What goes, apart from what only the key file knows. */
function reachOf(db: Database, whose: Whose): Omit<Reach, 'names' | 'copies'> {
	const count = (sql: string, ids: string) => db.prepare(sql).pluck().get(ids) as number;
	const ids = whose.responses;
	return {
		responses: count(`SELECT count(*) FROM response WHERE id ${among}`, ids),
		openAnswers: count(`SELECT count(*) FROM answer WHERE response_id ${among}`, ids),
		codings: count(
			`SELECT count(*) FROM coding WHERE answer_id IN (SELECT id FROM answer WHERE response_id ${among})`,
			ids,
		),
		secondEntries: count(
			`SELECT count(*) FROM second_entry JOIN paper ON paper.id = paper_id WHERE response_id ${among}`,
			ids,
		),
		links: count(`SELECT count(*) FROM link WHERE response_id ${among}`, ids),
		people: count(`SELECT count(*) FROM asked WHERE id ${among}`, whose.asked),
	};
}

/** Whether the project ever had a key file: names may lie there. */
const hasKeyFile = (db: Database) => db.prepare('SELECT key_uid IS NOT NULL FROM project').pluck().get() === 1;

/** The program's own copies beside the project, and beside its open key file where names go: paths. */
function copiesOf({ path, keys }: ProjectContext, uids: readonly string[]): string[] {
	return [...ownCopies(path), ...(keys && uids.length > 0 ? ownCopies(keys.path, keyFile) : [])];
}

/** Names that are searched for in what people have written by hand: of those who go, as the open key file has them. */
function namesIn(keys: KeyFile | null, uids: readonly string[]): { name: string; email: string }[] {
	if (!keys) return [];
	return keys.db.prepare(`SELECT name, email FROM person WHERE uid ${among}`).all(JSON.stringify(uids)) as {
		name: string;
		email: string;
	}[];
}

function quotedIn(
	db: Database,
	ids: string,
	names: readonly { name: string; email: string }[],
): Output<'erasure.preview'>['quotedIn'] {
	const answers = db
		.prepare(`SELECT DISTINCT value FROM answer WHERE response_id ${among} AND length(value) >= ${tellingLength}`)
		.pluck()
		.all(ids) as string[];
	// A first name alone is many people's.
	const told = names.flatMap(({ name, email }) => [...(/\S\s+\S/.test(name) ? [name] : []), ...(email ? [email] : [])]);
	const texts = [...answers, ...new Set(told)];
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
	'erasure.preview': (context, input) => {
		const { db, keys } = context;
		const own = whoseIs(context, { ...input, everywhere: false });
		const all = whoseIs(context, { ...input, everywhere: true });
		const whose = input.everywhere ? all : own;
		const uids = uidsOf(db, whose);
		const { done, undone } = countSteps(db);
		const anonymous = `SELECT count(*) FROM asked JOIN round ON round.id = round_id WHERE promise = 'anonymous' AND asked.id ${among}`;
		const names = namesIn(keys, uids);
		return {
			...reachOf(db, whose),
			names: names.length,
			copies: copiesOf(context, uids).map((one) => basename(one)),
			steps: done + undone,
			keysNeeded: uids.length > 0 && !keys && hasKeyFile(db),
			unknownAnswers: (db.prepare(anonymous).pluck().get(whose.asked) as number) > 0,
			elsewhere: elsewhere(db, own, all),
			quotedIn: quotedIn(db, whose.responses, names),
		};
	},
	'erasure.erase': (context, input) => {
		const { db } = context;
		const whose = whoseIs(context, input);
		const uids = uidsOf(db, whose);
		const keys = uids.length > 0 && hasKeyFile(db) ? neededKeys(context) : null;
		const reach = reachOf(db, whose);
		const copies = copiesOf(context, uids);
		const rounds = db.prepare(`SELECT DISTINCT round_id FROM asked WHERE id ${among}`).pluck().all(whose.asked);
		blankProblems(db, whose.responses);
		rememberErased(db, whose.responses);
		db.prepare(`DELETE FROM response WHERE id ${among}`).run(whose.responses);
		db.prepare(`DELETE FROM asked WHERE id ${among}`).run(whose.asked);
		for (const roundId of rounds as number[]) followList(db, roundId);
		// A copy that cannot be removed leaves the project as it was.
		for (const copy of copies) removeForGood(copy);
		// Last, because nothing takes it back: should the project's own change fail after it, a name is gone and its row is erased the next time.
		const names = keys ? eraseNames(keys, uids) : 0;
		return { ...reach, names, copies: copies.map((one) => basename(one)) };
	},
};

/** Takes people out of the key file and writes it anew, so that no page keeps a rest of them. @returns how many there were */
function eraseNames({ db }: KeyFile, uids: readonly string[]): number {
	const { changes } = db.prepare(`DELETE FROM person WHERE uid ${among}`).run(JSON.stringify(uids));
	db.exec('VACUUM');
	return changes;
}
