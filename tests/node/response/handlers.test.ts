import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Progress } from '#shared/contract/events.ts';
import { largestFile } from '#shared/contract/files.ts';
import { runHere } from '../../../electron/workers/run-here.ts';
import { makeTestProject } from '../test-core.ts';

let project: Awaited<ReturnType<typeof makeTestProject>>;
let roundId: number;
const call: (typeof project)['core']['call'] = (name, input) => project.core.call(name, input);
const seed = (name: string) => new Uint8Array(readFileSync(new URL(`../../fixtures/seed/${name}`, import.meta.url)));
const text = (name: string) => new TextDecoder().decode(seed(name));
const bytes = (content: string) => new TextEncoder().encode(content);

async function addRound(key: string): Promise<number> {
	const { id } = await call('instrument.add', { key });
	return (await call('round.add', { name: `Omgång ${key}`, instrumentId: id, invited: 22 })).id;
}
beforeEach(async () => {
	project = await makeTestProject({ runJob: runHere });
	roundId = await addRound('board');
});
/** The same again, with each file read in a process of its own as in the program. */
async function inProcesses() {
	await project.end();
	project = await makeTestProject();
	roundId = await addRound('board');
}
afterEach(() => project.end());
const importBoard = (content: Uint8Array | string) =>
	call('response.import', {
		roundId,
		name: 'board.csv',
		bytes: typeof content === 'string' ? bytes(content) : content,
	});
const answersOf = async (index: number) => {
	const row = (await call('response.list', { roundId })).rows[index];
	return call('response.get', { id: row?.id ?? 0 });
};

test('the two seeds are stored whole, and a second time nothing is', async () => {
	await inProcesses();
	expect(await importBoard(seed('board-2016.csv'))).toEqual({
		read: 14,
		stored: 14,
		skipped: 0,
		problems: [],
		breaches: [],
		missing: [],
	});
	expect(await importBoard(seed('board-2016.csv'))).toEqual({
		read: 14,
		stored: 0,
		skipped: 14,
		problems: [],
		breaches: [],
		missing: [],
	});
	const lokus = await addRound('lokus');
	const file = { roundId: lokus, name: 'lokus.csv', bytes: seed('lokus-2017.csv') };
	expect(await call('response.import', file)).toEqual({
		read: 20,
		stored: 20,
		skipped: 0,
		problems: [],
		breaches: [],
		missing: [],
	});
	expect(await call('response.import', file)).toMatchObject({ stored: 0, skipped: 20 });
	const listed = await call('response.list', { roundId: lokus, offset: 15, limit: 1 });
	expect(listed.total).toBe(20);
	const ninth = await call('response.get', { id: listed.rows[0]?.id ?? 0 });
	expect(ninth.answers['1']).toEqual(['enkoping', 'heby', 'habo', 'knivsta', 'tierp', 'uppsala', 'alvkarleby']);
	expect(ninth.answers['6']).toBe('Alla följer samma manual; antalet inrapporterade skiljer.');
	expect(await answersOf(0)).toMatchObject({
		status: 'complete',
		// The round is anonymous: the file's time of day is not kept.
		submittedAt: '2016-06-07',
		answers: { '1': '2', '5': '3', '8': '2', '13d': '2' },
	});
	expect(await call('response.imports', { roundId })).toMatchObject([
		{ stored: 0, skipped: 14 },
		{ read: 14, stored: 14, name: 'board.csv' },
	]);
	expect(await call('round.get', { id: roundId })).toMatchObject({ answered: 14, partial: 0 });
});

test('the other seeds go into the small instruments', async () => {
	for (const [key, name, rows] of [
		['self-rating', 'self-rating-fore.csv', 30],
		['outcome', 'outcomes-2015.csv', 54],
	] as const) {
		const id = await addRound(key);
		expect(await call('response.import', { roundId: id, name, bytes: seed(name) })).toMatchObject({
			read: rows,
			stored: rows,
			problems: [],
		});
	}
});

test('the same rows in other encodings and with other delimiters are the same rows', async () => {
	const content = text('board-2016.csv');
	const latin = Uint8Array.from(Buffer.from(content, 'latin1'));
	const wide = Uint8Array.from(Buffer.from(`\ufeff${content}`, 'utf16le'));
	expect(await importBoard(latin)).toMatchObject({ stored: 14, problems: [] });
	expect(await importBoard(wide)).toMatchObject({ stored: 0, skipped: 14 });
	const cells = content
		.trimEnd()
		.split('\r\n')
		.map((line) => line.split(';'));
	for (const sign of [',', '\t']) {
		const other = cells.map((row) => row.map((cell) => `"${cell}"`).join(sign)).join('\n');
		expect(await importBoard(other)).toMatchObject({ read: 14, stored: 0, skipped: 14, problems: [], breaches: [] });
	}
});

test('without ids the same file again brings nothing, and a longer one only what is new', async () => {
	const rows = text('board-2016.csv')
		.trimEnd()
		.split('\r\n')
		.map((line) => line.split(';').slice(2).join(';'));
	const [heading = '', first = '', ...rest] = rows;
	const doubled = [heading, first, first, ...rest].join('\n');
	expect(await importBoard(doubled)).toMatchObject({ read: 15, stored: 15 });
	expect(await importBoard(doubled)).toMatchObject({ stored: 0, skipped: 15 });
	expect(await importBoard([heading, first, first, first, ...rest].join('\n'))).toMatchObject({
		stored: 1,
		skipped: 15,
	});
});

test('a row with cells that cannot be read is not stored, and each such cell is told; mended, it is', async () => {
	const lines = text('board-2016.csv').trimEnd().split('\r\n');
	const bad = [...lines];
	bad[3] = (lines[3] ?? '').replace('Stämmer delvis', 'Stämmer nästan').replace('Ja, ganska', 'Kanske');
	bad[5] = `${lines[5]};en till`;
	bad[7] = (lines[7] ?? '').replace('S07', 'S01');
	expect(await importBoard(bad.join('\r\n'))).toEqual({
		read: 14,
		stored: 11,
		skipped: 0,
		breaches: [],
		missing: [],
		problems: [
			{
				row: 3,
				column: '1. Strukturer för relationer mellan aktörerna',
				value: 'Stämmer nästan',
				reason: 'unknown-option',
			},
			{ row: 3, column: '11. Insyn i verksamheten', value: 'Kanske', reason: 'unknown-option' },
			{ row: 5, column: '', value: '20', reason: 'wrong-cell-count' },
			{ row: 7, column: 'Svars-ID', value: 'S01', reason: 'duplicate-id' },
		],
	});
	expect((await call('response.imports', { roundId }))[0]?.problems).toHaveLength(4);
	expect(await importBoard(lines.join('\r\n'))).toMatchObject({ stored: 3, skipped: 11, problems: [] });
});

test('files that are not answers to the questionnaire are refused by what is wrong, and store nothing', async () => {
	const refused = async (content: Uint8Array, code: string) =>
		expect(importBoard(content)).rejects.toMatchObject({ code, params: { name: 'board.csv' } });
	await refused(seed('outcomes-2015.csv'), 'IMPORT_NO_MATCH');
	await refused(new Uint8Array(0), 'IMPORT_EMPTY');
	await refused(bytes('1;2;3\n'), 'IMPORT_EMPTY');
	await expect(importBoard(bytes('1;2;3\n'))).rejects.toMatchObject({ params: { headed: true } });
	await expect(
		call('response.import', { roundId, name: 'slump.xlsx', bytes: Uint8Array.from([0, 1, 0, 2, 0xff, 0, 0, 3]) }),
	).rejects.toMatchObject({ code: 'IMPORT_UNREADABLE', params: { format: 'xlsx' } });
	await refused(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), 'IMPORT_UNREADABLE');
	await expect(call('response.import', { roundId: 99, name: 'x', bytes: bytes('1;2\na;b') })).rejects.toMatchObject({
		code: 'NOT_FOUND',
	});
	expect((await call('response.list', { roundId })).total).toBe(0);
	expect(await call('response.imports', { roundId })).toEqual([]);
});

test('a preview tells what an import would do, and a mended match is what is imported by', async () => {
	const content = text('board-2016.csv').replace('5. Är styrelsens mål tydliga?', 'Målen');
	const file = { roundId, name: 'board.csv', bytes: bytes(content) };
	const preview = await call('response.previewImport', file);
	expect(preview).toMatchObject({ delimiter: ';', encoding: 'utf-8', rows: 14, new: 14, known: 0, problems: [] });
	expect(preview.unmatchedItems).toEqual(['5']);
	expect(preview.sample[0]?.cells[0]).toBe('S01');
	expect(preview.sample[0]?.readings[2]).toMatchObject({ answer: '2' });
	expect((await call('response.list', { roundId })).total).toBe(0);
	const columns = preview.columns.map((column) =>
		column.header === 'Målen'
			? { ...column, target: { kind: 'item' as const, itemId: '5' }, how: 'chosen' as const }
			: column,
	);
	expect((await call('response.previewImport', { ...file, columns })).unmatchedItems).toEqual([]);
	expect(await call('response.import', { ...file, columns })).toMatchObject({ stored: 14 });
	expect((await answersOf(0)).answers['5']).toBe('3');
	expect(await call('response.previewImport', { ...file, columns })).toMatchObject({ new: 0, known: 14 });
	expect(
		(await call('response.previewImport', { ...file, bytes: seed('outcomes-2015.csv') })).unmatchedItems,
	).toHaveLength(17);
});

test('an import is one step that is undone and done again', async () => {
	await importBoard(seed('board-2016.csv'));
	const before = await answersOf(3);
	await call('history.undo', {});
	expect((await call('response.list', { roundId })).total).toBe(0);
	await call('history.redo', {});
	expect(await answersOf(3)).toEqual(before);
	await call('history.undo', {});
	expect(await importBoard(seed('board-2016.csv'))).toMatchObject({ stored: 14 });
});

test('a response is saved bit by bit, resumed, finished and taken back', async () => {
	const { id } = await call('response.save', { roundId, answers: { '1': '4' }, status: 'partial' });
	expect(await call('response.get', { id })).toMatchObject({
		status: 'partial',
		submittedAt: null,
		answers: { '1': '4' },
	});
	const all = { '1': '5', '9': 'economy', '10': ' Med budgeten.\r\n ' };
	expect(await call('response.save', { roundId, id, answers: all, status: 'complete' })).toEqual({ id });
	const done = await call('response.get', { id });
	expect(done.answers).toEqual({ '1': '5', '9': 'economy', '10': 'Med budgeten.' });
	expect(done.submittedAt).toMatch(/^\d{4}-\d{2}-\d{2}$/);
	expect((await call('response.list', { roundId })).rows).toMatchObject([
		{ id, status: 'complete', origin: 'entry', answered: 3 },
	]);
	await call('response.save', { roundId, id, answers: {}, status: 'complete' });
	expect((await call('response.get', { id })).answers).toEqual({});
	await call('history.undo', {});
	expect(await call('response.get', { id })).toEqual(done);
	await call('response.remove', { id });
	await expect(call('response.get', { id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
	await call('history.undo', {});
	expect(await call('response.get', { id })).toEqual(done);
});

test('what cannot be an answer is refused, and what is hidden is not stored', async () => {
	for (const answers of [{ '1': '9' }, { '99': 'x' }, { '13': '1' }, { '9': ['economy'] }, { '10': 7 }] as never[]) {
		await expect(call('response.save', { roundId, answers, status: 'partial' })).rejects.toMatchObject({
			code: 'ANSWER_INVALID',
		});
	}
	const lokus = await addRound('lokus');
	const one = { '1': ['uppsala'], '4': 'Ingen ser detta.' };
	const { id } = await call('response.save', { roundId: lokus, answers: one, status: 'partial' });
	expect((await call('response.get', { id })).answers).toEqual({ '1': ['uppsala'] });
	const two = { '1': ['uppsala', 'heby'], '4': 'Nu syns det.' };
	await call('response.save', { roundId: lokus, id, answers: two, status: 'partial' });
	expect((await call('response.get', { id })).answers).toEqual({ '1': ['heby', 'uppsala'], '4': 'Nu syns det.' });
	await expect(call('response.save', { roundId, id, answers: {}, status: 'partial' })).rejects.toMatchObject({
		code: 'NOT_FOUND',
	});
	expect((await call('response.list', { roundId })).total).toBe(0);
});

test('the newest responses of a status come with the place they have among all', async () => {
	const save = (status: 'partial' | 'complete') => call('response.save', { roundId, answers: { 1: '4' }, status });
	const ids: number[] = [];
	for (const status of ['complete', 'partial', 'complete', 'partial', 'complete'] as const)
		ids.push((await save(status)).id);
	const shown = async (input: Omit<Parameters<typeof call<'response.list'>>[1], 'roundId'>) => {
		const { total, rows } = await call('response.list', { roundId, ...input });
		return [total, rows.map((row) => row.number)];
	};
	expect(await shown({})).toEqual([5, [1, 2, 3, 4, 5]]);
	expect(await shown({ offset: 3 })).toEqual([5, [4, 5]]);
	expect(await shown({ newest: true, limit: 2 })).toEqual([5, [5, 4]]);
	expect(await shown({ status: 'partial', newest: true, limit: 1 })).toEqual([2, [4]]);
	expect(await shown({ status: 'complete' })).toEqual([3, [1, 3, 5]]);
	expect((await call('response.get', { id: ids[3] ?? 0 })).number).toBe(4);
	await call('response.remove', { id: ids[0] ?? 0 });
	expect((await call('response.get', { id: ids[3] ?? 0 })).number).toBe(3);
});

test('a file beyond any bound is refused by its size, and nothing of it is read', async () => {
	const huge = new Uint8Array(largestFile + 1);
	for (const name of ['response.import', 'response.previewImport'] as const)
		await expect(call(name, { roundId, name: 'stor.csv', bytes: huge })).rejects.toMatchObject({
			code: 'FILE_TOO_LARGE',
			params: { name: 'stor.csv', most: largestFile },
		});
	await expect(call('document.import', { name: 'stor.txt', bytes: huge })).rejects.toMatchObject({
		code: 'FILE_TOO_LARGE',
	});
	expect((await call('response.list', { roundId })).total).toBe(0);
});

test('a reading is told as it goes, in bytes, and cancelled at once; nothing is stored then', async () => {
	await inProcesses();
	const [heading = '', ...rows] = text('board-2016.csv').trimEnd().split('\r\n');
	const many = Array.from({ length: 9000 }, (_, at) => (rows[at % rows.length] ?? '').replace(/^S\d+/, `T${at}`));
	const file = { roundId, name: 'stor.csv', bytes: bytes([heading, ...many].join('\r\n')) };
	const control = new AbortController();
	const told: Progress[] = [];
	const running = project.core.call('response.import', file, {
		signal: control.signal,
		onProgress: (progress) => {
			told.push(progress);
			if (told.length === 3) control.abort();
		},
	});
	await expect(running).rejects.toMatchObject({ code: 'CANCELLED' });
	expect(told[2]).toMatchObject({ step: 'reading', unit: 'bytes', total: file.bytes.length });
	expect(told.map(({ done }) => done)).toEqual(told.map(({ done }) => done).sort((a, b) => a - b));
	expect(await call('round.get', { id: roundId })).toMatchObject({ answered: 0 });
	expect(await call('response.import', file)).toMatchObject({ read: 9000, stored: 9000, problems: [] });
	expect(await call('response.import', file)).toMatchObject({ read: 9000, stored: 0, skipped: 9000 });
});

test('cells that a spreadsheet would compute are text like any other, and come back as they were', async () => {
	const cells = ['=1+1', '=HYPERLINK("http://x.test";"y")', '+46 18 12', '-', '@SUM(A1)', '=cmd|x'];
	const rows = cells.map((cell, at) => `${at};"${cell.replaceAll('"', '""')}"`);
	expect(await importBoard(['Svars-ID;10. Egna ord', ...rows].join('\n'))).toMatchObject({ read: 6, stored: 6 });
	const [item] = await call('results.openAnswers', { roundId });
	expect(item?.answers.map(({ text: stored }) => stored)).toEqual(cells);
});

test('a closed round takes no more, by hand or from a file; what it has can be put right', async () => {
	const { id } = await call('response.save', { roundId, answers: { '1': '4' }, status: 'complete' });
	await call('round.update', { id: roundId, closedAt: '2026-11-20' });
	const refused = { code: 'ROUND_CLOSED', params: { name: 'Omgång board' } };
	await expect(call('response.save', { roundId, answers: { '1': '5' }, status: 'complete' })).rejects.toMatchObject(
		refused,
	);
	await expect(importBoard(seed('board-2016.csv'))).rejects.toMatchObject(refused);
	await call('response.save', { roundId, id, answers: { '1': '3' }, status: 'complete' });
	expect((await call('response.list', { roundId })).total).toBe(1);
	expect((await call('response.get', { id })).answers).toEqual({ '1': '3' });
});
