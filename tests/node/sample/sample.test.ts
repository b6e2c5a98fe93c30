import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Output } from '#shared/contract/calls.ts';
import { buildSample } from '../../../electron/features/project/sample.ts';
import { readSample } from '../../../electron/features/project/sample-files.ts';
import { makeTestCore, makeTestProject } from '../test-core.ts';

const made = makeTestCore();
const { core, folder } = made;
const path = join(folder, 'exempel.underlag');
let rounds: Output<'round.list'>;
let documents: Output<'document.list'>;
beforeAll(async () => {
	await core.call('project.openSample', { path });
	rounds = await core.call('round.list', {});
	documents = await core.call('document.list', {});
}, 60_000);
afterAll(() => made.end());

test('it is a whole project: title, period, promise, two rounds, four interviews and an observation', async () => {
	expect(await core.call('project.get', {})).toMatchObject({
		title: 'Långsiktig samverkan',
		periodStart: '2016-06-01',
		periodEnd: '2017-10-31',
		language: 'sv',
		smallestGroup: 3,
		path,
	});
	expect(rounds.map(({ answered, invited }) => [answered, invited])).toEqual([
		[14, 22],
		[20, 28],
	]);
	expect(documents.map((one) => one.kind).toSorted()).toEqual([
		'focus-group',
		'focus-group',
		'interview',
		'observation',
		'pair',
	]);
	expect(documents.filter((one) => one.codings === 0)).toEqual([]);
});

test('the transcripts are of the length of an interview, and everyone who speaks is known', async () => {
	const informants: Record<string, string[]> = {};
	for (const { id, kind, words, title } of documents) {
		if (kind === 'observation') {
			expect(words).toBeGreaterThan(500);
			continue;
		}
		expect(words, title).toBeGreaterThanOrEqual(1500);
		expect(words, title).toBeLessThanOrEqual(3000);
		const { speakers, turns } = await core.call('document.get', { id });
		informants[title] = speakers.filter((one) => one.role === 'informant').map((one) => one.label);
		expect(speakers.length - (informants[title]?.length ?? 0), title).toBe(1);
		expect(
			turns.filter((turn) => turn.speakerId !== null && turn.time === null),
			title,
		).toEqual([]);
	}
	expect(Object.values(informants).map((people) => people.length)).toEqual([5, 2, 4, 1]);
	expect(informants['Fokusgrupp SK, juni 2017']).not.toContain('Koordinator 4');
});

test('every code has a definition and is used, and the codings cover all material', async () => {
	const codes = await core.call('code.list', {});
	const parents = codes.filter((one) => one.parentId === null);
	const used = codes.filter((one) => one.parentId !== null);
	expect(parents.map((one) => one.name)).toEqual([
		'Rollen',
		'Arbetet',
		'Relationer',
		'Villkor',
		'Behov',
		'Hinder',
		'Förändring',
	]);
	expect(used.length).toBeGreaterThanOrEqual(25);
	expect(codes.filter((one) => one.definition.length < 40)).toEqual([]);
	expect(used.filter((one) => one.codings < 3)).toEqual([]);
	const codings = await core.call('coding.list', { all: true });
	expect(codings.length).toBeGreaterThanOrEqual(150);
	expect(codings.filter((one) => one.target.kind === 'answer').length).toBeGreaterThanOrEqual(20);
	expect(codings.some((one) => one.memo)).toBe(true);
	// Each code on its own words: overlapping passages are told apart.
	expect(new Set(codings.map((one) => JSON.stringify([one.target, one.codeId, one.start, one.end]))).size).toBe(
		codings.length,
	);
});

test('its rows give the published table of the board', async () => {
	const { items } = await core.call('results.analyse', { roundId: rounds[0]?.id ?? 0 });
	const order = ['1', '2', '3', '4', '5', '7', '6', '8', '11', '12', '13a', '13b', '13c', '13d', '14'];
	expect(order.map((id) => items.find((item) => item.id === id)?.topTwo?.count)).toEqual([
		12, 7, 7, 8, 11, 11, 10, 8, 13, 13, 13, 11, 10, 10, 5,
	]);
});

test('its making cannot be undone, and the file is sound', async () => {
	expect(await core.call('history.get', {})).toEqual({ undo: null, redo: null, done: 0, undone: 0 });
	expect(await core.call('project.verify', {})).toMatchObject({ ok: true, problems: [] });
});

test('only the sample is among the recent projects, and nothing lies beside it', async () => {
	const { recent, project } = await core.call('app.status', {});
	expect(recent.map((one) => one.path)).toEqual([path]);
	expect(project?.path).toBe(path);
	expect(readdirSync(folder).filter((name) => name.startsWith('.underlag-'))).toEqual([]);
});

test('a path that is taken is refused and left as it was; what was open stays open', async () => {
	const taken = join(folder, 'upptagen.underlag');
	writeFileSync(taken, 'mitt');
	await expect(core.call('project.openSample', { path: taken })).rejects.toMatchObject({ code: 'FILE_EXISTS' });
	await expect(core.call('project.openSample', { path: join(folder, 'saknas', 'x.underlag') })).rejects.toMatchObject({
		code: 'FILE_NOT_WRITABLE',
	});
	expect((await core.call('project.get', {})).path).toBe(path);
});

test('cancelled half way it leaves nothing, and what was open stays open', async () => {
	const control = new AbortController();
	const stopped = join(folder, 'avbruten.underlag');
	const steps: number[] = [];
	const call = core.call(
		'project.openSample',
		{ path: stopped },
		{
			signal: control.signal,
			onProgress: ({ done, total }) => {
				steps.push(done / total);
				if (done > 20) control.abort();
			},
		},
	);
	await expect(call).rejects.toMatchObject({ code: 'CANCELLED' });
	expect(steps.length).toBeGreaterThan(10);
	expect(steps).toEqual(steps.toSorted((a, b) => a - b));
	expect(existsSync(stopped)).toBe(false);
	expect(readdirSync(folder).filter((name) => name.startsWith('.underlag-'))).toEqual([]);
	expect((await core.call('project.get', {})).path).toBe(path);
});

test('a quotation that is not in its text, or a code that is not in the book, stops the work by its place', async () => {
	const other = await makeTestProject();
	try {
		const files = readSample(fileURLToPath(new URL('../../../resources/sample', import.meta.url)));
		const first = files.codings.documents[0];
		if (!first) throw new Error('no codings');
		const [document] = files.documents.filter((one) => one.file === first.document);
		const small = { ...files, rounds: [], documents: document ? [document] : [] };
		const withCoding = (change: Partial<typeof first>) =>
			buildSample(other.core.call, { ...small, codings: { documents: [{ ...first, ...change }], answers: [] } });
		const refusal = { code: 'NOT_FOUND', params: { what: 'sample', ref: 'codings.json documents 0' } };
		await expect(withCoding({ quote: 'det här sade ingen' })).rejects.toMatchObject(refusal);
		await other.core.call('project.create', { path: join(other.folder, 'b.underlag'), title: 'B' });
		await expect(withCoding({ codes: ['Finns inte'] })).rejects.toMatchObject(refusal);
	} finally {
		await other.end();
	}
});
