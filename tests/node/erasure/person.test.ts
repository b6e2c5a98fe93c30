import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openKeyFile } from '../../../electron/store/key-file.ts';
import { contentTables, quoted } from '../../../electron/store/tables.ts';
import { runHere } from '../../../electron/workers/run-here.ts';
import { sealFor } from '../form/seal-for.ts';
import { returnFor } from '../handover/return-for.ts';
import { makeTestProject } from '../test-core.ts';
import { filesWith } from './files-with.ts';

const passphrase = 'tre små ord till';
/** What is known of the one who goes: her name and addresses, her own words, what the list says of her, and what was written on her paper. */
const traces = {
	name: 'Ragnfrid Silverhjelm',
	email: 'ragnfrid@hemlig.example',
	address: 'Tallstigen 99',
	ownId: 'M-471199',
	attribute: 'Kassör i Vattholma',
	answer: 'Jag satt i styrelsen ända till branden i lokalen',
	second: 'Jag satt i styrelsen ända till branden i lokalet',
	later: 'Nu har jag flyttat till Ödeshög och är inte med längre',
};
const inKeys: readonly (keyof typeof traces)[] = ['name', 'email', 'address', 'ownId'];
const kept = { name: 'Börje Sköldunge', answer: 'Tydligare dagordning, och att handlingarna kommer i tid' };

let end: () => Promise<void> = async () => undefined;
afterEach(() => end());

/** The pages of a key file as they are without its encryption, free ones too, and the rows of its tables. */
function plainKeys(path: string): { pages: Buffer; rows: string } {
	const { db, close } = openKeyFile(path, passphrase);
	try {
		const tables = contentTables(db).map((table) => db.prepare(`SELECT * FROM ${quoted(table)}`).all());
		return { pages: db.serialize(), rows: JSON.stringify(tables) };
	} finally {
		close();
	}
}

/** One person in two confidential rounds, with everything that can be known of her, and another who stays. */
async function projectWithPeople() {
	const made = await makeTestProject({ runJob: runHere });
	end = made.end;
	const { core, path, folder } = made;
	const keysPath = path.replace('.underlag', '.nyckel');
	await core.call('keys.create', { path: keysPath, passphrase });
	const { id: instrumentId } = await core.call('instrument.add', { key: 'board' });
	const list = (own: string) =>
		new TextEncoder().encode(
			[
				'Namn;E-post;Adress;Medlemsnr;Uppdrag;Grupp',
				`${traces.name};${traces.email};${traces.address};${traces.ownId};${own};Heby`,
				`${kept.name};borje@hemlig.example;;M-2;Ledamot;Heby, Tierp`,
			].join('\n'),
		);
	const rounds: { id: number; her: number; him: number; hers: number }[] = [];
	for (const name of ['Före', 'Efter']) {
		const { id } = await core.call('round.add', { name, instrumentId, promise: 'confidential' });
		await core.call('asked.importList', { roundId: id, name: 'lista.csv', bytes: list(traces.attribute) });
		await core.call('asked.saveLetters', { roundId: id, link: 'Rum 4', lastDay: '2026-04-01', senderName: 'Vi' });
		await core.call('asked.invite', { roundId: id, kind: 'invitation', form: 'csv' });
		const [her, him] = (await core.call('asked.list', { roundId: id })).rows.map((row) => row.id);
		const text = name === 'Före' ? traces.answer : traces.later;
		const save = (own: string) =>
			core.call('response.save', { roundId: id, answers: { 1: '4', 10: own }, status: 'complete' });
		const { id: hers } = await save(text);
		const { id: his } = await save(kept.answer);
		await core.call('asked.link', { responseId: hers, askedId: her ?? 0 });
		await core.call('asked.link', { responseId: his, askedId: him ?? 0 });
		rounds.push({ id, her: her ?? 0, him: him ?? 0, hers });
	}
	const [first, second] = rounds;
	if (!first || !second) throw new Error('two rounds were made');
	await core.call('entry.setNumber', { responseId: first.hers, number: '12' });
	await core.call('entry.second', { roundId: first.id, number: '12', answers: { 1: '5', 10: traces.second } });
	await core.call('link.settle', { a: first.hers, b: second.hers, same: true });
	// Changed and taken back, so that the history and free pages have her as she was.
	await core.call('asked.update', { id: first.her, attributes: { Uppdrag: `${traces.attribute} och mer` } });
	await core.call('history.undo', {});
	await core.call('history.redo', {});
	return { core, folder, path, keysPath, first, second };
}

test('a person who is erased is in no byte of the project, its copies or the key file; others are as they were', async () => {
	const { core, folder, path, keysPath, first, second } = await projectWithPeople();
	await core.call('project.close', {});
	copyFileSync(path, join(folder, 'test.before-v6.underlag'));
	copyFileSync(keysPath, join(folder, 'test.before-v2.nyckel'));
	const before = plainKeys(keysPath);
	for (const key of inKeys) expect(before.pages.includes(traces[key]), key).toBe(true);
	for (const key of ['attribute', 'answer', 'second', 'later'] as const)
		expect(filesWith(folder, traces[key]), key).toEqual(['test.before-v6.underlag', 'test.underlag']);
	await core.call('project.open', { path });
	await core.call('keys.open', { passphrase });

	const wanted = { askedIds: [first.her], everywhere: true };
	expect(await core.call('erasure.preview', { askedIds: [first.her] })).toMatchObject({
		...{ responses: 1, people: 1, names: 1, secondEntries: 1, links: 1, keysNeeded: false, unknownAnswers: false },
		elsewhere: [{ round: 'Efter', responses: 1, people: 1 }],
	});
	expect(await core.call('erasure.preview', wanted)).toMatchObject({ responses: 2, people: 2, names: 2, links: 2 });
	expect(await core.call('erasure.erase', wanted)).toMatchObject({
		...{ responses: 2, openAnswers: 2, people: 2, names: 2, secondEntries: 1 },
		copies: ['test.before-v6.underlag', 'test.before-v2.nyckel'],
	});

	// Searched while all of it is open, and again when it is closed.
	for (const closed of [false, true]) {
		if (closed) await core.call('project.close', {});
		for (const [key, words] of Object.entries(traces)) expect(filesWith(folder, words), key).toEqual([]);
		expect(filesWith(folder, kept.answer)).toContain('test.underlag');
	}
	const after = plainKeys(keysPath);
	for (const [key, words] of Object.entries(traces)) {
		expect(after.pages.includes(words), `${key} in a page of the key file`).toBe(false);
		expect(after.rows.includes(words), `${key} in a row of the key file`).toBe(false);
	}
	expect(after.rows).toContain(kept.name);

	await core.call('project.open', { path });
	await core.call('keys.open', { passphrase });
	for (const { id, him } of [first, second])
		expect((await core.call('asked.list', { roundId: id })).rows).toMatchObject([
			{ id: him, status: 'answered', groups: [{ name: 'Heby' }, { name: 'Tierp' }], person: { name: kept.name } },
		]);
	expect(await core.call('round.get', { id: first.id })).toMatchObject({ invited: 1, answered: 1 });
	expect(await core.call('history.get', {})).toMatchObject({ undo: null, redo: null });
	expect(await core.call('project.verify', {})).toMatchObject({ ok: true });
});

test('erasing an answer takes its person along, in that round alone where nothing else is asked', async () => {
	const { core, first, second } = await projectWithPeople();
	expect(await core.call('erasure.erase', { responseIds: [first.hers] })).toMatchObject({ responses: 1, people: 1 });
	expect((await core.call('asked.list', { roundId: first.id })).total).toBe(1);
	expect((await core.call('asked.list', { roundId: second.id })).rows[0]?.person?.name).toBe(traces.name);
	expect(await core.call('response.get', { id: second.hers })).toMatchObject({ answers: { 10: traces.later } });
});

test('where the key file is closed nothing is left in silence: it is asked for, and all stays as it was', async () => {
	const { core, keysPath, first } = await projectWithPeople();
	await core.call('keys.close', {});
	expect(await core.call('erasure.preview', { askedIds: [first.her] })).toMatchObject({ keysNeeded: true, people: 1 });
	const steps = (await core.call('history.get', {})).done;
	for (const wanted of [{ askedIds: [first.her] }, { responseIds: [first.hers] }])
		await expect(core.call('erasure.erase', wanted)).rejects.toMatchObject({
			code: 'KEYS_NEEDED',
			params: { made: true },
		});
	expect((await core.call('asked.list', { roundId: first.id })).total).toBe(2);
	expect((await core.call('history.get', {})).done).toBe(steps);
	// Answers of nobody in a list need no key file, as long as nobody was taken out of one.
	const { id } = await core.call('response.save', { roundId: first.id, answers: { 10: 'Ett' }, status: 'complete' });
	expect(await core.call('erasure.erase', { responseIds: [id] })).toMatchObject({ responses: 1, people: 0, names: 0 });
	await core.call('project.close', {});
	expect(plainKeys(keysPath).rows).toContain(traces.name);
});

test('those who were taken out of a list before go from the key file too, since nothing can bring their rows back', async () => {
	const { core, keysPath, first, second } = await projectWithPeople();
	await core.call('asked.remove', { ids: [first.her, second.her] });
	const { id } = await core.call('response.save', { roundId: first.id, answers: { 10: 'Ett' }, status: 'complete' });
	expect(await core.call('erasure.preview', { responseIds: [id] })).toMatchObject({ people: 0, names: 2 });
	expect(await core.call('erasure.erase', { responseIds: [id] })).toMatchObject({ people: 0, names: 2 });
	await core.call('project.close', {});
	const { pages } = plainKeys(keysPath);
	for (const key of inKeys) expect(pages.includes(traces[key]), key).toBe(false);
	expect(pages.includes(kept.name)).toBe(true);
});

test('in an anonymous round the row and the name go, and it is told that no answer is known to be theirs', async () => {
	const { core, keysPath } = await projectWithPeople();
	const { id: roundId } = await core.call('round.add', { name: 'Anonym', instrumentId: 1 });
	const bytes = new TextEncoder().encode('Namn;E-post\nYngve Tornqvist;yngve@hemlig.example');
	await core.call('asked.importList', { roundId, name: 'lista.csv', bytes });
	await core.call('response.save', { roundId, answers: { 10: 'Ett svar' }, status: 'complete' });
	const [row] = (await core.call('asked.list', { roundId })).rows;
	await core.call('report.add', { title: 'Slutrapport', markdown: 'Vi talade med Yngve Tornqvist.' });
	expect(await core.call('erasure.preview', { askedIds: [row?.id ?? 0] })).toMatchObject({
		...{ responses: 0, people: 1, names: 1, unknownAnswers: true },
		quotedIn: [{ kind: 'report', title: 'Slutrapport' }],
	});
	await core.call('erasure.erase', { askedIds: [row?.id ?? 0] });
	expect((await core.call('response.list', { roundId })).total).toBe(1);
	await core.call('project.close', {});
	expect(plainKeys(keysPath).pages.includes('Tornqvist')).toBe(false);
});

test('an erased answer does not come again with its file or with the next return, and nothing of it is kept for that', async () => {
	const project = await makeTestProject({ runJob: runHere });
	end = project.end;
	const { core, path } = project;
	await core.call('keys.create', { path: path.replace('.underlag', '.nyckel'), passphrase });
	await core.call('instrument.add', { key: 'board' });
	const { id: roundId } = await core.call('round.add', { name: 'Styrelsen', instrumentId: 1 });
	await core.call('form.makeKey', { roundId });
	const answers = { 10: traces.answer };
	const files = [{ name: 'a', bytes: new TextEncoder().encode(sealFor(path, roundId, { answers })) }];
	const returned = { roundId, name: 'r', bytes: returnFor(path, roundId, [answers]) };
	expect(await core.call('form.import', { roundId, files })).toMatchObject({ stored: 1 });
	expect(await core.call('handover.receive', returned)).toMatchObject({ stored: 1 });
	const { rows } = await core.call('response.list', { roundId });
	await core.call('erasure.erase', { responseIds: rows.map(({ id }) => id) });
	expect(await core.call('form.import', { roundId, files })).toMatchObject({
		stored: 0,
		refused: [{ reason: 'erased' }],
	});
	expect(await core.call('handover.receive', returned)).toMatchObject({ stored: 0, known: 0, erased: 1, gone: [] });
	expect((await core.call('response.list', { roundId })).total).toBe(0);
	expect(filesWith(project.folder, traces.answer)).toEqual([]);
});
