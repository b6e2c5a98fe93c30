import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Analysis, ItemResult } from '#shared/domain/results/model.ts';
import { terminalIn } from './underlag.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const fixture = (name: string) => join(root, 'tests/fixtures/seed', name);
const expected = JSON.parse(readFileSync(fixture('expected.json'), 'utf8'));

let folder: string;
let file: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'underlag-cli-'));
	file = join(folder, 'a.underlag');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The board's project with its responses as the first test makes it, for those that come after. */
const kept = mkdtempSync(join(tmpdir(), 'underlag-cli-kept-'));
const keptBoard = join(kept, 'board.underlag');
afterAll(() => rmSync(kept, { recursive: true, force: true }));
async function withBoard(): Promise<void> {
	if (!existsSync(keptBoard)) {
		await withRound('board', 'Styrelsen', 22, 'board-2016.csv');
		copyFileSync(file, keptBoard);
	}
	copyFileSync(keptBoard, file);
}

const underlag = (...args: string[]) => terminalIn(folder).here({}, ...args);

async function withRound(instrument: string, name: string, invited: number, csv: string) {
	expect((await underlag('new', file, '--title', 'Prov')).status).toBe(0);
	const round = await underlag(
		'round',
		'add',
		file,
		'--instrument',
		instrument,
		'--name',
		name,
		'--invited',
		String(invited),
	);
	expect(round).toMatchObject({ status: 0, err: '' });
	return underlag('responses', 'import', file, '--round', name, fixture(csv), '--json');
}

describe('the board questionnaire', () => {
	test('gives every published figure', async () => {
		const { board } = expected;
		expect((await withRound('board', 'Styrelsen', board.invited, 'board-2016.csv')).json()).toEqual({
			read: 14,
			stored: 14,
			skipped: 0,
			problems: [],
			breaches: [],
			missing: [],
		});
		copyFileSync(file, keptBoard);
		const result = (await underlag('analyse', file, '--round', 'Styrelsen', '--json')).json() as Analysis;
		expect(result).toMatchObject({ round: 'Styrelsen', invited: 22, answered: 14 });
		expect(Math.round(result.responseRate ?? 0)).toBe(board.responseRatePercent);
		const counts = new Map(result.items.map((item) => [item.id, item.topTwo?.count]));
		expect(Object.fromEntries(board.printedOrder.map((id: string) => [id, counts.get(id)]))).toEqual(
			board.topTwoCounts,
		);
	});

	test('the same file twice stores nothing twice', async () => {
		await withBoard();
		const again = await underlag(
			'responses',
			'import',
			file,
			'--round',
			'Styrelsen',
			fixture('board-2016.csv'),
			'--json',
		);
		expect(again.json()).toMatchObject({ read: 14, stored: 0, skipped: 14 });
	});
});

describe('the Lokus questionnaire', () => {
	test('gives every published figure, and the lowest groups', async () => {
		const { lokus } = expected;
		expect((await withRound('lokus', 'Lokus', lokus.invited, 'lokus-2017.csv')).json()).toMatchObject({
			stored: 20,
			problems: [],
		});
		const result = (await underlag('analyse', file, '--round', 'Lokus', '--by', '1', '--json')).json() as Analysis;
		expect(result).toMatchObject({ invited: 28, answered: 20, by: { id: '1', inSeveral: lokus.inSeveralGroups } });
		expect(Math.round(result.responseRate ?? 0)).toBe(lokus.responseRatePercent);
		const item = (id: string): ItemResult => {
			const found = result.items.find((one) => one.id === id);
			if (!found) throw new Error(`no item ${id}`);
			return found;
		};
		for (const [id, percent] of Object.entries({ ...lokus.percentTopTwo, ...lokus.inTheseRowsOnly.percentTopTwo })) {
			expect(item(id).topTwo?.percent, id).toBeCloseTo(percent as number, 6);
		}
		for (const [id, options] of Object.entries(lokus.percentExactly as Record<string, Record<string, number>>)) {
			for (const [label, percent] of Object.entries(options)) {
				expect(item(id).options.find((one) => one.label === label)?.percent, `${id} ${label}`).toBeCloseTo(percent, 6);
			}
		}
		const sizes = Object.fromEntries((item('3').groups ?? []).map((group) => [group.label, group.size]));
		expect(sizes).toEqual(lokus.groupSizes);
		for (const [id, groups] of Object.entries(lokus.lowestGroups as Record<string, string[]>)) {
			expect(lowest(item(id), groups.length), id).toEqual(groups);
		}
	});
});

/** So many of the groups with the smallest shares of positive answers; of equal ones those lower on the scale as a whole. By name. */
function lowest(item: ItemResult, many: number): string[] {
	const mean = ({ options, n }: { options: { count: number }[]; n: number }) =>
		options.reduce((sum, option, place) => sum + option.count * place, 0) / n;
	return (item.groups ?? [])
		.toSorted((a, b) => (a.topTwo?.percent ?? 100) - (b.topTwo?.percent ?? 100) || mean(a) - mean(b))
		.slice(0, many)
		.map((group) => group.label)
		.sort((a, b) => a.localeCompare(b, 'sv'));
}

describe('refusals', () => {
	test('wrong use is status 2 and says how', async () => {
		expect(await underlag('dance')).toMatchObject({ status: 2, out: '' });
		expect(await underlag('new', file)).toMatchObject({ status: 2, out: '' });
		expect((await underlag('new', file)).err).toContain('--title');
		expect(await underlag('analyse', file, '--round', 'x', '--what')).toMatchObject({ status: 2 });
	});

	test('a refusal is status 1 and says what happened, in the chosen language', async () => {
		writeFileSync(file, 'not a project');
		const swedish = await underlag('info', file);
		expect(swedish).toMatchObject({ status: 1, out: '' });
		expect(swedish.err).toContain('är inte ett Underlag-projekt');
		expect((await underlag('info', file, '--lang', 'en')).err).toContain('is not an Underlag project');
		expect((await underlag('info', join(folder, 'gone.underlag'), '--json')).json().error.code).toBe('FILE_NOT_FOUND');
	});

	test.each([
		['an empty file', '', 'IMPORT_EMPTY'],
		['a file with other columns', 'namn;ålder\nAnna;3\n', 'IMPORT_NO_MATCH'],
		['a binary', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 0, 0, 255]), 'IMPORT_UNREADABLE'],
	])('%s as responses is refused by name and stores nothing', async (_what, content, code) => {
		await withBoard();
		const csv = join(folder, 'svar.csv');
		writeFileSync(csv, content);
		const refused = await underlag('responses', 'import', file, '--round', 'Styrelsen', csv, '--json');
		expect(refused.status).toBe(1);
		expect(refused.json().error).toMatchObject({ code, params: { name: 'svar.csv' } });
		expect((await underlag('analyse', file, '--round', 'Styrelsen', '--json')).json().answered).toBe(14);
	});

	test('a docx that is none is refused, and the good file beside it is stored', async () => {
		await underlag('new', file, '--title', 'Prov');
		const bad = join(folder, 'intervju.docx');
		const good = join(folder, 'intervju.txt');
		copyFileSync(fixture('board-2016.csv'), bad);
		writeFileSync(good, 'Intervjuare: Hur är det?\nIP1: Det är bra.\n');
		const done = await underlag('document', 'import', file, bad, good, '--json');
		expect(done.status).toBe(1);
		expect(done.json().refused).toMatchObject([{ name: 'intervju.docx', code: 'IMPORT_UNREADABLE' }]);
		expect(done.json().documents).toMatchObject([{ name: 'intervju.txt', turns: 2, speakers: 2, known: false }]);
	});
});

test('a round that is refused leaves no questionnaire behind, and a day that is none is wrong use', async () => {
	await withBoard();
	const add = (...more: string[]) => underlag('round', 'add', file, '--instrument', 'lokus', ...more);
	expect((await add('--name', 'Styrelsen')).status).toBe(1);
	expect((await add('--name', 'Grupper', '--date', '2016-02-30')).status).toBe(2);
	expect((await underlag('info', file, '--json')).json()).toMatchObject({
		instruments: 1,
		rounds: [{ name: 'Styrelsen' }],
	});
	expect((await add('--name', 'Grupper', '--date', '2016-02-29', '--lang', 'en')).out).toContain('The Lokus groups');
});

test('a folder that cannot be made is refused in words', async () => {
	writeFileSync(join(folder, 'taken'), '');
	const refused = await underlag('sample', join(folder, 'taken', 'below'), '--json');
	expect(refused).toMatchObject({ status: 1 });
	expect(refused.json().error.code).toBe('FILE_NOT_WRITABLE');
	expect(refused.err.trim().split('\n')).toHaveLength(1);
});

test('a protected project says where the terminal takes its passphrase, and opens with it', async () => {
	const env = { UNDERLAG_PASSPHRASE: 'tre små ord till' };
	const { process } = terminalIn(folder);
	expect(process(env, 'new', file, '--title', 'Skyddat').status).toBe(0);
	const refused = process({}, 'info', file);
	expect(refused.status).toBe(1);
	expect(refused.err).toContain('UNDERLAG_PASSPHRASE');
	expect(process({}, 'help').out).toContain('UNDERLAG_PASSPHRASE');
	expect(process(env, 'info', file).out).toContain('Skyddat');
	expect(process({}, 'dance')).toMatchObject({ status: 2, out: '' });
});
