import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RunJob } from '../../../electron/core/ports.ts';
import { migrations } from '../../../electron/store/migrations/all.ts';
import { runHere } from '../../../electron/workers/run-here.ts';
import { contentOf } from '../store/content-of.ts';
import { makeTestProject } from '../test-core.ts';

let project: Awaited<ReturnType<typeof makeTestProject>>;
const call: typeof project.core.call = (name, input) => project.core.call(name, input);
const now = '2026-03-04T05:06:07Z';
/** What somebody does while a file is read. */
let meanwhile = async () => {};
const runJob = ((...job: Parameters<RunJob>) => runHere(...job).finally(() => meanwhile())) as RunJob;
beforeEach(async () => {
	meanwhile = async () => {};
	project = await makeTestProject({ runJob, now: () => new Date(now) });
	await call('instrument.add', { key: 'board' });
});
afterEach(() => project.end());

const file = new TextEncoder().encode(
	'ID;Inskickat;1\r\n7;2016-06-07 09:03;Stämmer helt\r\n8;2016-06-08 11:30;Stämmer helt',
);
async function filled(name: string, promise: 'anonymous' | 'confidential') {
	const { id: roundId } = await call('round.add', { name, instrumentId: 1, promise });
	await call('response.import', { roundId, name: 'svar.csv', bytes: file });
	await call('response.save', { roundId, answers: { 1: '4' }, status: 'complete' });
	await call('response.save', { roundId, answers: { 1: '4' }, status: 'complete', origin: 'kiosk' });
	return roundId;
}
const given = async (roundId: number) =>
	(await call('response.list', { roundId })).rows.map(({ submittedAt }) => submittedAt);
/** The rows of the tables of responses and imports as they lie in the file. */
const stored = () =>
	contentOf(project.path)
		.split('\n')
		.filter((line) => /^(response|import) /.test(line))
		.join('\n');

test('whichever way an answer comes, an anonymous round keeps the day alone; a confidential one the time', async () => {
	const roundId = await filled('Anonym', 'anonymous');
	expect(await given(roundId)).toEqual(['2016-06-07', '2016-06-08', '2026-03-04', '2026-03-04']);
	expect(stored()).not.toMatch(/T(?!00:00:00Z)\d\d:\d\d/);
	expect((await call('asked.rates', { roundId })).days).toEqual([
		{ day: '2016-06-07', answered: 1 },
		{ day: '2016-06-08', answered: 2 },
		{ day: '2026-03-04', answered: 4 },
	]);
	expect(await given(await filled('Konfidentiell', 'confidential'))).toEqual([
		'2016-06-07T09:03',
		'2016-06-08T11:30',
		now,
		now,
	]);
	expect(stored()).toMatch(/T05:06:07Z/);
});

test('a round that becomes anonymous keeps no time from before', async () => {
	const roundId = await filled('Konfidentiell', 'confidential');
	await call('round.update', { id: roundId, promise: 'anonymous' });
	expect(await given(roundId)).toEqual(['2016-06-07', '2016-06-08', '2026-03-04', '2026-03-04']);
	expect(stored()).not.toMatch(/T(?!00:00:00Z)\d\d:\d\d/);
	await call('history.undo', {});
	expect((await given(roundId))[0]).toBe('2016-06-07T09:03');
});

describe('an id or a code that tells who', () => {
	const rows = ['Respondent;Kod;1', 'ann@x.example;19800101-1234;Stämmer helt', 'bo@x.example;BO12;Stämmer helt'];
	const bytes = new TextEncoder().encode(rows.join('\r\n'));
	const round = async (promise: 'anonymous' | 'confidential') =>
		(await call('round.add', { name: promise, instrumentId: 1, promise })).id;
	const take = (roundId: number) => call('response.import', { roundId, name: 'svar.csv', bytes });
	const codes = async (roundId: number) => (await call('response.list', { roundId })).rows.map(({ code }) => code);

	test('is stored only where answers are confidential, and no answer is taken twice for that', async () => {
		const taken = async (promise: 'anonymous' | 'confidential') => {
			const roundId = await round(promise);
			expect(await take(roundId)).toMatchObject({ stored: 2 });
			expect(await take(roundId)).toMatchObject({ stored: 0, skipped: 2 });
			return codes(roundId);
		};
		expect(await taken('anonymous')).toEqual([null, 'BO12']);
		expect(stored()).not.toMatch(/x\.example|1234/);
		expect(await taken('confidential')).toEqual(['19800101-1234', 'BO12']);
		expect(stored()).toMatch(/id:ann@x\.example/);
	});

	test('is not stored where the promise is given while the file is read', async () => {
		const roundId = await round('confidential');
		meanwhile = async () => void (await call('round.update', { id: roundId, promise: 'anonymous' }));
		expect(await take(roundId)).toMatchObject({ stored: 2 });
		expect(await codes(roundId)).toEqual([null, 'BO12']);
		expect(stored()).not.toMatch(/x\.example|1234/);
	});

	test('keeps a round from being called anonymous afterwards; a code that tells nobody does not', async () => {
		const roundId = await round('confidential');
		await take(roundId);
		const anonymous = () => call('round.update', { id: roundId, promise: 'anonymous' });
		await expect(anonymous()).rejects.toMatchObject({ code: 'ANSWERS_LINKED' });
		for (const { id, code } of (await call('response.list', { roundId })).rows)
			if (code !== 'BO12') await call('response.remove', { id });
		// Its id is an e-mail address.
		await expect(anonymous()).rejects.toMatchObject({ code: 'ANSWERS_LINKED' });
		const other = await call('round.add', { name: 'Koder', instrumentId: 1, promise: 'confidential' });
		const coded = new TextEncoder().encode('Kod;1\r\nBO12;Stämmer helt');
		await call('response.import', { roundId: other.id, name: 'svar.csv', bytes: coded });
		await call('round.update', { id: other.id, promise: 'anonymous' });
		expect(await codes(other.id)).toEqual(['BO12']);
	});
});

test('times from before anonymous rounds were are forgotten when the file is brought up to them', () => {
	const db = new Database(':memory:');
	const [before, after] = [migrations.slice(0, 7), migrations.slice(7, 8)];
	for (const { sql } of before) db.exec(sql);
	db.exec(`INSERT INTO instrument (id, uid, key, version, definition, hash, created_at) VALUES (1, 'i', 'a', 1, '{}', '', '');
		INSERT INTO round (id, uid, instrument_id, name, created_at) VALUES (1, 'r', 1, 'Före', '');
		INSERT INTO response (uid, round_id, status, origin, submitted_at, created_at, answered, open_answers, answers)
			VALUES ('s', 1, 'complete', 'entry', '2026-01-02T03:04', '2026-01-02T03:04:05Z', 0, 0, '{}');
		INSERT INTO import (round_id, name, at, rows_read, stored, skipped, problems) VALUES (1, 'a.csv', '2026-01-02T03:04:05Z', 1, 1, 0, '[]')`);
	for (const { sql } of after) db.exec(sql);
	const [responses, imports] = ['response', 'import'].map((table) => db.prepare(`SELECT * FROM ${table}`).all());
	db.close();
	expect(responses).toMatchObject([{ submitted_at: '2026-01-02', created_at: '2026-01-02T00:00:00Z' }]);
	expect(imports).toMatchObject([{ at: '2026-01-02T00:00:00Z' }]);
});
