import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runHere } from '../../../electron/workers/run-here.ts';
import { costOf } from '../cost.ts';
import { makeTestProject } from '../test-core.ts';

let project: Awaited<ReturnType<typeof makeTestProject>>;
let target: { kind: 'document'; documentId: number };
const text = 'Intervjuare: Hur då? 😀\n\nSK1: Det är svårt.\n\nSK2: Jo.';
beforeEach(async () => {
	project = await makeTestProject({ runJob: runHere });
	const bytes = new TextEncoder().encode(text);
	const { id } = await project.core.call('document.import', { name: 'Grupp.txt', bytes, date: '2016-06-07' });
	target = { kind: 'document', documentId: id };
});
afterEach(() => project.end());

const place = (words: string) => ({ target, start: text.indexOf(words), end: text.indexOf(words) + words.length });
const code = async (name: string, parentId: number | null = null) =>
	(await project.core.call('code.add', { name, parentId })).id;

test('a coding has the words of the text, and a repeat gives the one there is', async () => {
	const { core } = project;
	const codeId = await code('Mandat');
	const { id } = await core.call('coding.add', { ...place('svårt'), codeId, memo: 'viktigt' });
	expect(await core.call('coding.add', { ...place('svårt'), codeId })).toEqual({ id });
	const other = await core.call('coding.addWithNewCode', { ...place('Det är svårt'), name: 'Känsla' });
	expect(await core.call('coding.list', { documentId: target.documentId })).toMatchObject([
		{ id: other.id, codeId: other.codeId, quote: 'Det är svårt' },
		{ id, codeId, quote: 'svårt', memo: 'viktigt' },
	]);
	expect(await core.call('code.list', {})).toMatchObject([
		{ name: 'Mandat', codings: 1, sources: 1 },
		{ name: 'Känsla', codings: 1, sources: 1 },
	]);
});

test('a code and its coding made together are one step', async () => {
	const { core } = project;
	await core.call('coding.addWithNewCode', { ...place('Jo'), name: 'Ja' });
	await core.call('history.undo', {});
	expect(await core.call('code.list', {})).toEqual([]);
	await core.call('history.redo', {});
	expect(await core.call('coding.list', { all: true })).toMatchObject([{ quote: 'Jo' }]);
});

test('a range outside the text, empty, or through a character is refused', async () => {
	const codeId = await code('Mandat');
	const smile = text.indexOf('😀');
	for (const [start, end] of [
		[0, text.length + 1],
		[5, 5],
		[7, 3],
		[smile, smile + 1],
		[smile + 1, smile + 3],
	] as const) {
		await expect(project.core.call('coding.add', { target, codeId, start, end })).rejects.toMatchObject({
			code: 'RANGE_INVALID',
		});
	}
	await expect(
		project.core.call('coding.add', { target: { kind: 'document', documentId: 99 }, codeId, start: 0, end: 1 }),
	).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('excerpts tell source and speaker, with descendants where asked', async () => {
	const { core } = project;
	const parent = await code('Rollen');
	const child = await code('Mandat', parent);
	await core.call('coding.add', { ...place('Jo'), codeId: parent });
	await core.call('coding.add', { ...place('svårt'), codeId: child });
	await core.call('coding.add', { ...place('Hur'), codeId: child });
	expect(await core.call('coding.excerpts', { codeId: parent })).toMatchObject([
		{ quote: 'Jo', speaker: 'SK2', source: 'Grupp', date: '2016-06-07', itemId: null, roundId: null },
	]);
	const all = await core.call('coding.excerpts', { codeId: parent, descendants: true });
	expect(all.map((one) => one.speaker)).toEqual(['Intervjuare', 'SK1', 'SK2']);
});

test('recoding a passage that already has the code makes the two one and keeps both memos', async () => {
	const { core } = project;
	const [a, b] = [await code('A'), await code('B')];
	const kept = await core.call('coding.add', { ...place('svårt'), codeId: a, memo: 'ett' });
	const moved = await core.call('coding.add', { ...place('svårt'), codeId: b, memo: 'två' });
	await core.call('coding.update', { id: moved.id, codeId: a });
	expect(await core.call('coding.list', { all: true })).toMatchObject([{ id: kept.id, memo: 'ett\ntvå' }]);
	await core.call('history.undo', {});
	expect(await core.call('coding.list', { all: true })).toHaveLength(2);
});

test('material goes with its codings, and comes back with them', async () => {
	const { core } = project;
	const codeId = await code('Mandat');
	await core.call('coding.add', { ...place('svårt'), codeId });
	const before = await core.call('document.get', { id: target.documentId });
	await core.call('document.remove', { id: target.documentId });
	expect(await core.call('coding.list', { all: true })).toEqual([]);
	await core.call('history.undo', {});
	expect(await core.call('document.get', { id: target.documentId })).toEqual(before);
	expect(await core.call('coding.list', { all: true })).toHaveLength(1);
});

test('details and speakers change without the text', async () => {
	const { core } = project;
	const { speakers } = await core.call('document.get', { id: target.documentId });
	await core.call('document.updateSpeaker', { id: speakers[1]?.id ?? 0, label: 'Koordinator 1', role: 'interviewer' });
	await core.call('document.update', {
		id: target.documentId,
		title: 'Fokusgrupp',
		memo: 'Tyst rum',
		kind: 'workshop',
		date: null,
	});
	expect(await core.call('document.get', { id: target.documentId })).toMatchObject({
		title: 'Fokusgrupp',
		memo: 'Tyst rum',
		kind: 'workshop',
		date: null,
		informants: 1,
		text,
	});
	await expect(core.call('document.updateSpeaker', { id: 999, label: 'x' })).rejects.toMatchObject({
		code: 'NOT_FOUND',
	});
});

test('5,000 codings of 50 codes on 1,000,000 characters are listed in a moment', async () => {
	const { core } = project;
	const long = Array.from(
		{ length: 10_000 },
		(_, n) => `SK${n % 5}: ${`Mening nummer ${n} om samverkan. `.repeat(3)}`,
	).join('\n');
	const { id } = await core.call('document.import', { name: 'lång.txt', bytes: new TextEncoder().encode(long) });
	const codes: number[] = [];
	for (let n = 0; n < 50; n++) codes.push(await code(`Kod ${n}`));
	// Straight into the file: five thousand steps one by one are another matter than reading them.
	await core.call('project.close', {});
	const file = new Database(project.path);
	const insert = file.prepare(`INSERT INTO coding (uid, code_id, document_id, start, end, created_at)
		VALUES ('coding-' || @n, @codeId, @id, @start, @start + 100, '2026-01-01T00:00:00Z')`);
	file.transaction(() => {
		for (let n = 0; n < 5000; n++) insert.run({ n, codeId: codes[n % 50], id, start: n * 190 });
	})();
	file.close();
	await core.call('project.open', { path: project.path });
	const cost = await costOf(async () => {
		expect(await core.call('coding.list', { documentId: id })).toHaveLength(5000);
		expect(await core.call('coding.excerpts', { codeId: codes[7] ?? 0 })).toHaveLength(100);
		await core.call('code.list', {});
	});
	expect(cost).toBeLessThan(15);
});
