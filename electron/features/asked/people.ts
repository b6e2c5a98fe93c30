import { AppError } from '#shared/contract/errors.ts';
import { readEmail } from '#shared/domain/asked/columns.ts';
import type { ListedPerson } from '#shared/domain/asked/model.ts';
import type { KeyFile } from '../../store/key-file.ts';

/** What the key file knows of one who was asked. */
export interface Person {
	name: string;
	firstName: string;
	email: string;
	phone: string;
	address: string;
	ownId: string;
	/** Their personal code to the round's form; empty where they have none. */
	code: string;
}

const fields = 'name, first_name AS firstName, email, phone, address, own_id AS ownId, code';

/** Those of the uids that the key file knows. Nobody where it is closed. */
export function peopleByUid(keys: KeyFile | null, uids: readonly string[]): Map<string, Person> {
	if (!keys) return new Map();
	const rows = keys.db
		.prepare(`SELECT uid, ${fields} FROM person WHERE uid IN (SELECT value FROM json_each(?))`)
		.all(JSON.stringify(uids)) as (Person & { uid: string })[];
	return new Map(rows.map(({ uid, ...person }) => [uid, person]));
}

/** Everybody of a round's list whom the key file knows. */
export function peopleOfRound(keys: KeyFile | null, roundUid: string): Map<string, Person> {
	if (!keys) return new Map();
	const rows = keys.db.prepare(`SELECT uid, ${fields} FROM person WHERE round_uid = ?`).all(roundUid) as (Person & {
		uid: string;
	})[];
	return new Map(rows.map(({ uid, ...person }) => [uid, person]));
}

/** Writes people into the key file: all of them or none. */
export function addPeople(
	keys: KeyFile,
	roundUid: string,
	people: readonly { uid: string; person: ListedPerson }[],
	now: string,
): void {
	const insert =
		keys.db.prepare(`INSERT INTO person (uid, name, first_name, email, phone, address, own_id, round_uid, created_at)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`);
	keys.db
		.transaction(() => {
			for (const { uid, person } of people) {
				const { name, firstName, email, phone, address, ownId } = person;
				insert.run(uid, name, firstName, email, phone, address, ownId, roundUid, now);
			}
		})
		.immediate();
}

/** Takes people out of the key file again: those whose rows in the project did not come to be. */
export function dropPeople(keys: KeyFile, uids: readonly string[]): void {
	keys.db.prepare('DELETE FROM person WHERE uid IN (SELECT value FROM json_each(?))').run(JSON.stringify(uids));
}

/** Changes what the key file knows of one; makes its row where it knew nothing. @throws AppError EMAIL_INVALID */
export function updatePerson(
	keys: KeyFile,
	{ uid, roundUid, now }: { uid: string; roundUid: string; now: string },
	change: { [K in Exclude<keyof Person, 'code'>]?: string | undefined },
): void {
	const email = readEmail(change.email ?? '');
	if (email === null) throw new AppError('EMAIL_INVALID', { value: change.email ?? '' });
	const before = peopleByUid(keys, [uid]).get(uid);
	const next = { name: '', firstName: '', email: '', phone: '', address: '', ownId: '', ...before };
	for (const key of ['name', 'firstName', 'email', 'phone', 'address', 'ownId'] as const)
		next[key] = change[key]?.trim() ?? next[key];
	if (change.email !== undefined) next.email = email;
	keys.db
		.prepare(`INSERT INTO person (uid, name, first_name, email, phone, address, own_id, round_uid, created_at)
			VALUES (@uid, @name, @firstName, @email, @phone, @address, @ownId, @roundUid, @now)
			ON CONFLICT (uid) DO UPDATE SET name = @name, first_name = @firstName, email = @email, phone = @phone,
				address = @address, own_id = @ownId`)
		.run({ ...next, uid, roundUid, now });
}

/** The uids of those of a round in whom a word stands, in any letter case. */
export function searchPeople(keys: KeyFile, roundUid: string, word: string): string[] {
	const wanted = word.toLowerCase().normalize('NFC');
	return [...peopleOfRound(keys, roundUid)].flatMap(([uid, { name, email, phone, address, ownId }]) =>
		[name, email, phone, address, ownId].some((text) => text.toLowerCase().includes(wanted)) ? [uid] : [],
	);
}
