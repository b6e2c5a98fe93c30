import { afterEach, beforeEach, expect, test } from 'vitest';
import { readCsv } from '../../../electron/formats/csv/read.ts';
import { openStore } from '../../../electron/store/open.ts';
import { runHere } from '../../../electron/workers/run-here.ts';
import { contentOf } from '../store/content-of.ts';
import { makeTestProject } from '../test-core.ts';
import { sealFor } from './seal-for.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
let project: Awaited<ReturnType<typeof makeTestProject>>;
let roundId: number;
const call: typeof project.core.call = (name, input) => project.core.call(name, input);

beforeEach(async () => {
	project = await makeTestProject({ runJob: runHere, now: () => new Date('2026-03-04T05:06:07Z') });
	await call('keys.create', { path: project.path.replace('.underlag', '.nyckel'), passphrase: 'tre små ord till' });
	roundId = await addRound('Styrelsen', 'confidential');
});
afterEach(() => project.end());

async function addRound(name: string, promise: 'anonymous' | 'confidential'): Promise<number> {
	const { id: instrumentId } = await call('instrument.add', { key: 'board' });
	const { id } = await call('round.add', { name, instrumentId, promise });
	await call('form.makeKey', { roundId: id });
	const list = 'Namn;E-post\nAnn Ek;a@x.example\nBo Al;b@x.example\nCia Ask;c@x.example\nDan Lind;d@x.example';
	await call('asked.importList', { roundId: id, name: 'lista.csv', bytes: utf8(list) });
	await call('asked.saveLetters', { roundId: id, link: 'Rum 4', lastDay: '2026-04-01', senderName: 'Utvärderarna' });
	return id;
}
const rows = async (id = roundId) => (await call('asked.list', { roundId: id })).rows;
const codes = async () => (await rows()).map(({ person }) => person?.code ?? '');
const take = (...given: (string | null)[]) =>
	call('form.import', {
		roundId,
		files: given.map((code, at) => ({ name: `Ann Ek ${at}`, bytes: utf8(sealFor(project.path, roundId, { code })) })),
	});
const letters = async (kind: 'invitation' | 'reminder') =>
	readCsv({ name: 'a.csv', bytes: (await call('asked.invite', { roundId, kind, form: 'csv' })).bytes }).rows;

test('everybody in a confidential list gets a code, which stands in their letter and in no byte of the project', async () => {
	expect(await call('form.giveCodes', { roundId })).toEqual({ given: 4 });
	expect(await call('form.giveCodes', { roundId })).toEqual({ given: 0 });
	expect(await call('form.get', { roundId })).toMatchObject({ codes: true, codesMade: 4, codesGiven: 4, codesUsed: 0 });
	const given = await codes();
	expect(new Set(given).size).toBe(4);
	const content = contentOf(project.path);
	for (const code of given) expect(content).not.toContain(code);
	await call('asked.saveLetters', {
		...{ roundId, link: 'https://x.example/enkat#gammalt' },
		letter: { language: 'sv', kind: 'invitation', body: '{{namn}} {{kod}} {{länk}}' },
	});
	expect((await letters('invitation')).map((row) => row.at(-1))).toEqual(
		(await rows()).map(
			({ person }) => `${person?.name} ${person?.code} https://x.example/enkat#kod=${person?.code ?? ''}`,
		),
	);
	// Taken back they count no longer and are in no letter; given again they are the same, so that letters that went out hold.
	for (let step = 0; step < 3; step++) await call('history.undo', {});
	expect(await call('form.get', { roundId })).toMatchObject({ codes: false, codesGiven: 0 });
	expect(await codes()).toEqual(['', '', '', '']);
	await call('form.giveCodes', { roundId });
	expect(await codes()).toEqual(given);
});

test('an answer with somebody’s code is theirs: they have answered, no reminder goes to them, and undo takes it back', async () => {
	await call('form.giveCodes', { roundId });
	const [a = '', b = '', c = ''] = await codes();
	const { id: onPaper } = await call('response.save', { roundId, answers: { 1: '4' }, status: 'complete' });
	await call('asked.link', { responseId: onPaper, askedId: (await rows())[2]?.id ?? 0 });
	expect(await take(a.toLowerCase().replace('-', ' '), a, b, c, null)).toMatchObject({
		stored: 2,
		refused: [{ reason: 'code-used' }, { reason: 'person-answered' }, { reason: 'code-missing' }],
	});
	expect((await rows()).map(({ status, statusOn }) => [status, statusOn])).toEqual([
		['answered', '2026-01-02'],
		['answered', '2026-01-02'],
		['answered', '2026-03-04'],
		['asked', null],
	]);
	expect((await letters('reminder')).map((row) => row[1])).toEqual(['Dan Lind']);
	expect(await call('asked.rates', { roundId })).toMatchObject({ source: 'list', overall: { rr1: 75 } });
	// The files' names are the senders': they are kept nowhere.
	expect(contentOf(project.path)).not.toContain('Ann Ek');
	await call('history.undo', {});
	await call('history.undo', {});
	expect((await rows()).map(({ status }) => status)).toEqual(['asked', 'asked', 'answered', 'asked']);
	expect(await take(a)).toMatchObject({ stored: 1, refused: [] });
	// Who goes takes the code along.
	await call('asked.remove', { ids: [(await rows())[1]?.id ?? 0] });
	expect(await take(b)).toMatchObject({ stored: 0, refused: [{ reason: 'code-unknown' }] });
	await call('history.undo', {});
	expect(await take(b)).toMatchObject({ stored: 1 });
});

test('an anonymous round gives nobody a code of their own, and one with such codes cannot become anonymous', async () => {
	const anonymous = await addRound('Anonym', 'anonymous');
	await expect(call('form.giveCodes', { roundId: anonymous })).rejects.toMatchObject({ code: 'PROMISE_GIVEN' });
	expect((await rows(anonymous)).every(({ hasCode }) => !hasCode)).toBe(true);
	await call('form.giveCodes', { roundId });
	await expect(call('round.update', { id: roundId, promise: 'anonymous' })).rejects.toMatchObject({
		code: 'ANSWERS_LINKED',
	});
	await call('keys.close', {});
	await expect(call('form.giveCodes', { roundId })).rejects.toMatchObject({ code: 'KEYS_NEEDED' });
	const [one] = await rows(anonymous);
	await call('project.close', {});
	const { db, close } = openStore(project.path);
	try {
		for (const sql of [
			`INSERT INTO form_code (round_id, hash, asked_id) VALUES (${anonymous}, 'h', ${one?.id})`,
			`UPDATE form_code SET round_id = ${anonymous}`,
			`UPDATE round SET promise = 'anonymous' WHERE id = ${roundId}`,
		])
			expect(() => db.exec(sql), sql).toThrow(/anonymous|whose the codes are/);
	} finally {
		close();
	}
});
