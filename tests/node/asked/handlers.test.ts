import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import type { Input } from '#shared/contract/calls.ts';
import { readCsv } from '../../../electron/formats/csv/read.ts';
import { openStore } from '../../../electron/store/open.ts';
import { runHere } from '../../../electron/workers/run-here.ts';
import { makeTestProject } from '../test-core.ts';

let project: Awaited<ReturnType<typeof makeTestProject>>;
let roundId: number;
beforeEach(async () => {
	project = await makeTestProject({ runJob: runHere });
	roundId = await addRound('Styrelsen', 'confidential');
});
afterEach(() => project.end());

const call: typeof project.core.call = (name, input) => project.core.call(name, input);
const utf8 = (text: string) => new TextEncoder().encode(text);
async function addRound(name: string, promise: 'anonymous' | 'confidential') {
	const { id } = await call('instrument.add', { key: 'board' });
	return (await call('round.add', { name, instrumentId: id, promise, date: '2016-06-07' })).id;
}
/** What the program's own letters use. */
const fillLetters = () =>
	call('asked.saveLetters', { roundId, link: 'Rum 4', lastDay: '2016-06-30', senderName: 'Utvärderarna' });
const openKeys = () =>
	call('keys.create', { path: join(project.folder, 'test.nyckel'), passphrase: 'tre små ord till' });
const list = [
	'Namn;E-post;Adress;Kön;Grupp;Medlemsnr',
	'Ann-Charlotte Bergendahl;ann@hemlig.example;"Stigen 14\n740 10 Almunge";kvinna;Heby;M-4711',
	'Börje Sköldunge;borje@hemlig.example;;man;Heby, Tierp;M-4712',
	'Cilla Drakenberg;;"Vägen 3";kvinna;Tierp (2017-01-01–2017-12-31);M-4713',
	'Drago Eriksvärd;drago@hemlig.example;;man;Tierp;M-4714',
].join('\n');
const importList = (text = list, id = roundId) =>
	call('asked.importList', { roundId: id, name: 'lista.csv', bytes: utf8(text) });
const rows = async (id = roundId) => (await call('asked.list', { roundId: id })).rows;
const refused = (work: Promise<unknown>, code: string) => expect(work).rejects.toMatchObject({ code });
const answer = async (id = roundId, status: 'complete' | 'partial' = 'complete') =>
	(await call('response.save', { roundId: id, answers: { 1: '4' }, status })).id;

test('a list is looked at first, with what its columns are; names wait for the key file', async () => {
	const preview = await call('asked.previewList', { roundId, name: 'lista.csv', bytes: utf8(list) });
	expect(preview).toMatchObject({
		rows: 4,
		people: 4,
		known: 0,
		inSeveral: 1,
		groups: ['Heby', 'Tierp'],
		needsKeys: true,
	});
	expect(preview.columns.map(({ role }) => role)).toEqual(['name', 'email', 'address', 'attribute', 'groups', 'ownId']);
	expect(await rows()).toEqual([]);
	await refused(importList(), 'KEYS_NEEDED');
	expect(await rows()).toEqual([]);
	expect((await call('round.get', { id: roundId })).invited).toBeNull();
	await openKeys();
	expect(await importList()).toMatchObject({ stored: 4, known: 0 });
	expect(await importList()).toMatchObject({ stored: 0, known: 4 });
	expect(await rows()).toMatchObject([
		{ number: 1, status: 'asked', attributes: { Kön: 'kvinna' }, person: { name: 'Ann-Charlotte Bergendahl' } },
		{ number: 2, groups: [{ name: 'Heby' }, { name: 'Tierp' }] },
		{ number: 3, groups: [{ name: 'Tierp', from: '2017-01-01', to: '2017-12-31' }] },
		{ number: 4 },
	]);
	expect(await call('round.get', { id: roundId })).toMatchObject({ invited: 4, listed: 4 });
	await call('keys.close', {});
	expect((await rows()).map(({ person }) => person)).toEqual([null, null, null, null]);
	expect(await call('asked.reach', { roundId, kind: 'invitation' })).toMatchObject({ people: 4, without: null });
});

test('no name, address or number of theirs is in the project, whatever is done with them', async () => {
	await openKeys();
	await importList();
	const [first, second] = await rows();
	await call('asked.update', {
		id: first?.id ?? 0,
		person: { name: 'Ann-Charlotte Bergendahl-Nyman', phone: '018-999 888' },
	});
	await call('asked.setStatus', { ids: [first?.id ?? 0], status: 'refused' });
	await fillLetters();
	await call('asked.invite', { roundId, kind: 'invitation', form: 'eml' });
	await call('asked.remove', { ids: [second?.id ?? 0] });
	await call('history.undo', {});
	await call('project.close', {});
	const secrets = [
		'Bergendahl',
		'Sköldunge',
		'Drakenberg',
		'hemlig.example',
		'Stigen 14',
		'Almunge',
		'M-471',
		'018-999',
	];
	for (const name of readdirSync(project.folder, { recursive: true, withFileTypes: true })) {
		if (!name.isFile()) continue;
		const bytes = readFileSync(join(name.parentPath, name.name));
		for (const secret of secrets) {
			expect(bytes.includes(secret), `${secret} in ${name.name}`).toBe(false);
			expect(bytes.includes(Buffer.from(secret, 'utf16le')), `${secret} in ${name.name}`).toBe(false);
		}
	}
	expect(project.log.join('\n')).not.toMatch(/Bergendahl|hemlig/);
	// The search can fail: the same words in an attribute are found.
	await call('project.open', { path: project.path });
	await call('asked.update', { id: first?.id ?? 0, attributes: { Fritt: 'Bergendahl' } });
	await call('project.close', {});
	expect(readFileSync(project.path).includes('Bergendahl')).toBe(true);
});

test('undo takes a list away and redo brings it back with its names', async () => {
	await openKeys();
	await importList();
	const before = await rows();
	await call('history.undo', {});
	expect(await rows()).toEqual([]);
	expect((await call('round.get', { id: roundId })).invited).toBeNull();
	await call('history.redo', {});
	expect(await rows()).toEqual(before);
});

test('rates by AAPOR, overall and by the groups of the round’s day, with who is in several', async () => {
	await openKeys();
	await importList();
	const [a, b, c, d] = (await rows()).map(({ id }) => id);
	await call('asked.setStatus', { ids: [a ?? 0], status: 'answered', on: '2016-06-08' });
	await call('asked.setStatus', { ids: [b ?? 0], status: 'partial' });
	await call('asked.setStatus', { ids: [c ?? 0], status: 'notEligible' });
	await call('asked.setStatus', { ids: [d ?? 0], status: 'refused' });
	expect((await call('round.get', { id: roundId })).invited).toBe(3);
	const rates = await call('asked.rates', { roundId });
	expect(rates.source).toBe('list');
	expect(rates.overall).toMatchObject({ eligible: 3, counts: { answered: 1, partial: 1, refused: 1, notEligible: 1 } });
	expect(rates.overall.rr1).toBeCloseTo(100 / 3);
	expect(rates.groups).toMatchObject([
		{ name: 'Heby', eligible: 2, rr1: 50, rr2: 100, inSeveral: 1, small: true },
		// The third was not in it on the round's day, and does not count anyway.
		{ name: 'Tierp', eligible: 2, rr1: 0, rr2: 50, inSeveral: 1, counts: { notEligible: 0 } },
	]);
	expect(rates.inSeveral).toBe(1);
	const [groups, sex] = await call('asked.nonResponse', { roundId });
	expect(groups).toMatchObject({
		attribute: '',
		values: [
			{ value: 'Heby', asked: 2, answered: 2 },
			{ value: 'Tierp', asked: 2, answered: 1 },
		],
	});
	expect(sex).toMatchObject({
		attribute: 'Kön',
		values: [
			{ value: 'man', asked: 2, answered: 1 },
			{ value: 'kvinna', asked: 1, answered: 1 },
		],
	});
	expect((await call('asked.list', { roundId, status: 'refused' })).rows.map(({ number }) => number)).toEqual([4]);
	expect((await call('asked.list', { roundId, search: 'SKÖLD' })).rows.map(({ number }) => number)).toEqual([2]);
	await call('keys.close', {});
	expect((await call('asked.list', { roundId, search: 'SKÖLD' })).total).toBe(0);
	expect((await call('asked.list', { roundId, search: '3' })).total).toBe(1);
});

test('an anonymous round has no day on an answer and no answer on a person, whoever tries', async () => {
	const anonymous = await addRound('Anonym', 'anonymous');
	await importList('Kön\nman\nkvinna', anonymous);
	const [one] = await rows(anonymous);
	const response = await answer(anonymous);
	expect((await call('asked.rates', { roundId: anonymous })).source).toBe('responses');
	expect(await call('asked.nonResponse', { roundId: anonymous })).toEqual([]);
	await call('asked.setStatus', { ids: [one?.id ?? 0], status: 'answered', on: '2016-06-09' });
	expect(await rows(anonymous)).toMatchObject([{ status: 'answered', statusOn: null }, { status: 'asked' }]);
	await refused(call('asked.link', { responseId: response, askedId: one?.id ?? 0 }), 'PROMISE_GIVEN');
	await call('project.close', {});
	const { db, close } = openStore(project.path);
	try {
		for (const sql of [
			`UPDATE response SET asked_id = ${one?.id} WHERE id = ${response}`,
			`UPDATE asked SET status_on = '2016-06-09' WHERE id = ${one?.id}`,
			`INSERT INTO asked (uid, round_id, number, status, status_on) VALUES ('v', ${anonymous}, 9, 'partial', '2016-06-09')`,
		])
			expect(() => db.exec(sql), sql).toThrow('anonymous');
	} finally {
		close();
	}
});

test('in a confidential round an answer can be a person’s; the round can then never be called anonymous', async () => {
	await openKeys();
	await importList();
	const [a, b] = (await rows()).map(({ id }) => id);
	const response = await answer();
	await call('asked.link', { responseId: response, askedId: a ?? 0 });
	expect((await rows())[0]).toMatchObject({ status: 'answered' });
	await call('asked.link', { responseId: response, askedId: b ?? 0 });
	expect((await rows()).map(({ status }) => status)).toEqual(['asked', 'answered', 'asked', 'asked']);
	await refused(call('round.update', { id: roundId, promise: 'anonymous' }), 'ANSWERS_LINKED');
	await call('asked.link', { responseId: response, askedId: null });
	await call('round.update', { id: roundId, promise: 'anonymous' });
	await call('history.undo', {});
	await call('history.undo', {});
	expect((await rows())[1]).toMatchObject({ status: 'answered' });
});

test('letters go to those who have not answered; each sending is noted; formulas are inert', async () => {
	await refused(call('asked.invite', { roundId, kind: 'invitation', form: 'csv' }), 'KEYS_NEEDED');
	await openKeys();
	await importList(`${list}\n"=HYPERLINK(""http://x"")";+46@x.example;;man;Heby;M-4715`);
	// A letter with nothing where its link should be is not made; one that does not use it may be.
	const empty = { code: 'LETTER_UNFILLED', params: { marks: ['{{länk}}', '{{sista dag}}', '{{avsändare}}'] } };
	const written = () => call('asked.invite', { roundId, kind: 'invitation', form: 'csv' });
	await expect(written()).rejects.toMatchObject(empty);
	await fillLetters();
	await call('asked.saveLetters', { roundId, link: ' ' });
	await expect(written()).rejects.toMatchObject({ ...empty, params: { marks: ['{{länk}}'] } });
	await fillLetters();
	await refused(call('asked.saveLetters', { roundId, senderEmail: 'inte mejl' }), 'EMAIL_INVALID');
	expect(await call('asked.letters', { roundId })).toMatchObject({ senderEmail: '' });
	const all = await written();
	const table = readCsv({ name: 'a.csv', bytes: all.bytes });
	expect(all).toMatchObject({ name: 'Inbjudan Styrelsen.csv', people: 5, without: 0 });
	expect(table.rows[4]?.slice(1, 4)).toEqual([
		'\'=HYPERLINK("http://x")',
		'\'=HYPERLINK("http://x")',
		"'+46@x.example",
	]);
	const [a] = await rows();
	await call('asked.setStatus', { ids: [a?.id ?? 0], status: 'answered' });
	expect(await call('asked.reach', { roundId, kind: 'reminder' })).toEqual({
		...{ people: 4, without: { csv: 0, eml: 1, docx: 3 }, languages: ['sv'] },
	});
	// On paper only those who have a postal address are written to.
	expect(await call('asked.invite', { roundId, kind: 'reminder', form: 'docx' })).toMatchObject({
		people: 1,
		without: 3,
	});
	await call('history.undo', {});
	const reminder = await call('asked.invite', { roundId, kind: 'reminder', form: 'eml' });
	expect(reminder).toMatchObject({ name: 'Påminnelse Styrelsen.zip', people: 3, without: 1 });
	const text = Buffer.from(reminder.bytes).toString('utf8');
	expect(text).toContain('00002.eml');
	expect(text).not.toContain('00001.eml');
	expect((await rows()).map(({ reminders }) => reminders)).toEqual([0, 1, 0, 1, 1]);
	expect(
		(await call('asked.rates', { roundId })).sendings.map(({ kind, forms, people }) => [kind, forms, people]),
	).toEqual([
		['invitation', ['csv'], 5],
		['reminder', ['eml'], 3],
	]);
	await call('asked.setStatus', { ids: (await rows()).map(({ id }) => id), status: 'refused' });
	await refused(call('asked.invite', { roundId, kind: 'reminder', form: 'docx' }), 'NOBODY_TO_WRITE');
});

test('one sending in several formats reminds nobody twice; whom only one format reaches counts too', async () => {
	await openKeys();
	await importList();
	await fillLetters();
	const remind = (form: 'csv' | 'eml' | 'docx', as?: 'same' | 'new') =>
		call('asked.invite', { roundId, kind: 'reminder', form, as });
	const reminders = async () => (await rows()).map((one) => one.reminders);
	const sendings = async () =>
		(await call('asked.rates', { roundId })).sendings.map(({ kind, forms, people }) => [kind, ...forms, people]);
	// Cilla has no e-mail address, and is only in the table.
	await remind('eml');
	expect(await reminders()).toEqual([1, 1, 0, 1]);
	await remind('csv');
	await remind('eml');
	expect(await reminders()).toEqual([1, 1, 1, 1]);
	expect(await sendings()).toEqual([['reminder', 'eml', 'csv', 4]]);
	// An invitation between is another thing, and does not part them.
	await call('asked.invite', { roundId, kind: 'invitation', form: 'csv' });
	await remind('docx', 'same');
	expect(await reminders()).toEqual([1, 1, 1, 1]);
	await remind('eml', 'new');
	expect(await reminders()).toEqual([2, 2, 1, 2]);
	await remind('csv');
	expect(await reminders()).toEqual([2, 2, 2, 2]);
	expect(await sendings()).toEqual([
		['reminder', 'eml', 'csv', 'docx', 4],
		['invitation', 'csv', 4],
		['reminder', 'eml', 'csv', 4],
	]);
	await call('history.undo', {});
	await call('history.undo', {});
	expect(await reminders()).toEqual([1, 1, 1, 1]);
	// Taken back, it is the former one that more files belong to.
	await remind('csv');
	expect(await reminders()).toEqual([1, 1, 1, 1]);
});

test('who is removed while letters are made is in no sending', async () => {
	await openKeys();
	await importList();
	const [ann] = await rows();
	await fillLetters();
	const making = call('asked.invite', { roundId, kind: 'reminder', form: 'eml' });
	await call('asked.remove', { ids: [ann?.id ?? 0] });
	expect(await making).toMatchObject({ people: 3 });
	expect((await rows()).map((one) => one.reminders)).toEqual([1, 0, 1]);
	expect((await call('asked.rates', { roundId })).sendings).toMatchObject([{ people: 2 }]);
});

test('an e-mail address by hand is held to the same rule as one in a list, and nothing of a refused one is kept', async () => {
	await openKeys();
	const bad = { name: 'Ann', email: 'inte en adress' };
	await refused(call('asked.add', { roundId, person: bad }), 'EMAIL_INVALID');
	expect(await rows()).toEqual([]);
	const { id } = await call('asked.add', { roundId, person: { name: 'Ann', email: ' mailto:ann@x.example ' } });
	await refused(call('asked.update', { id, language: 'en', person: bad }), 'EMAIL_INVALID');
	expect(await rows()).toMatchObject([{ language: null, person: { email: 'ann@x.example' } }]);
	await call('asked.update', { id, person: { email: '' } });
	expect(await rows()).toMatchObject([{ person: { name: 'Ann', email: '' } }]);
});

test('what a round writes is its own, in each person’s language', async () => {
	await openKeys();
	await importList('Namn;E-post;Språk\nAnn;a@x.example;svenska\nBob;b@x.example;English');
	const save = (change: Omit<Input<'asked.saveLetters'>, 'roundId'>) =>
		call('asked.saveLetters', { roundId, ...change });
	const kind = 'invitation' as const;
	// Fields saved at once do not take each other back.
	await Promise.all([
		save({ link: 'https://x.example' }),
		save({ lastDay: '2026-05-03' }),
		save({ letter: { language: 'sv', kind, body: '{{namn}}: {{länk}} till {{sista dag}}' } }),
		save({ letter: { language: 'en', kind, body: '{{name}}: {{link}} until {{last day}}' } }),
	]);
	expect((await call('asked.letters', { roundId })).texts.sv.invitation.subject).not.toBe('');
	const { bytes } = await call('asked.invite', { roundId, kind: 'invitation', form: 'csv' });
	expect(readCsv({ name: 'a.csv', bytes }).rows.map((row) => row.at(-1))).toEqual([
		'Ann: https://x.example till 3 maj 2026',
		'Bob: https://x.example until 3 May 2026',
	]);
});

test('workbooks, other encodings and files that are none', async () => {
	await openKeys();
	const cells = [
		['Namn', 'Grupp'],
		['Åsa Öst', 'Heby; Tierp'],
	];
	const buffer = await writeXlsxFile([{ data: cells, sheet: 'Lista' }]).toBuffer();
	expect(await call('asked.importList', { roundId, name: 'lista.xlsx', bytes: new Uint8Array(buffer) })).toMatchObject({
		stored: 1,
	});
	const latin = Uint8Array.from(Buffer.from('Namn;Grupp\r\nBjörn Ärlig;Älvkarleby\r\n', 'latin1'));
	await call('asked.importList', { roundId, name: 'lista.csv', bytes: latin });
	expect((await rows()).map(({ person, groups }) => [person?.name, groups.length])).toEqual([
		['Åsa Öst', 2],
		['Björn Ärlig', 1],
	]);
	await refused(call('asked.importList', { roundId, name: 'a.xlsx', bytes: utf8('inte en bok') }), 'IMPORT_UNREADABLE');
	await refused(importList('<?xml version="1.0"?><document><LimeSurveyDocType>Survey'), 'IMPORT_UNREADABLE');
	await refused(importList('Namn;Grupp\n;\n; '), 'IMPORT_EMPTY');
	const headless = await call('asked.previewList', {
		roundId,
		name: 'a.csv',
		bytes: utf8('Ann;a@x.example\nBo;b@x.example'),
	});
	expect(headless).toMatchObject({ headed: false, people: 2 });
});

test('a hundred thousand people are stored, listed and counted', async () => {
	const text = [
		'Kön;Grupp',
		...Array.from(
			{ length: 100_000 },
			(_, n) => `${n % 2 ? 'man' : 'kvinna'};${n % 5 ? 'Heby' : 'Heby;Tierp'.replace(';', ',')}`,
		),
	];
	expect(await importList(text.join('\n'))).toMatchObject({ stored: 100_000 });
	expect((await call('asked.list', { roundId, offset: 99_990, limit: 100 })).rows.at(-1)?.number).toBe(100_000);
	expect((await call('asked.rates', { roundId })).inSeveral).toBe(20_000);
});
