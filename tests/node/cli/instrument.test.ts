import { closeSync, ftruncateSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readInstrument } from '#shared/domain/instrument/check.ts';
import { terminalIn } from './underlag.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const form = (name: string) => join(root, 'tests/fixtures/forms', name);
let folder: string;
const at = (name: string) => join(folder, name);
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'underlag-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const underlag = (...args: string[]) => terminalIn(folder).here({}, ...args);

test('a survey of LimeSurvey becomes a file of ours, and what was lost is told', async () => {
	const done = await underlag('instrument', 'import', form('lssdoc_audit_demo.lss'), '--out', at('a.json'));
	expect(done).toMatchObject({ status: 0, err: '' });
	expect(done.out).toContain('LimeSurvey');
	expect(done.out).toContain('income.NAOK == 1');
	expect(JSON.parse(readFileSync(at('a.json'), 'utf8'))).toMatchObject({
		format: 'underlag-instrument/1',
		title: { en: 'Audit demo survey (intentionally flawed)' },
	});
});

test('a questionnaire as a text becomes a sound one, goes out as an XLSForm and comes back', async () => {
	writeFileSync(at('enkat.txt'), 'Enkät\n\n1. Trivs du?\n☐ Ja\n☐ Nej\n\n2. Vad kan bli bättre?\n________\n');
	expect((await underlag('instrument', 'import', at('enkat.txt'), '--out', at('enkat.json'))).status).toBe(0);
	const made = JSON.parse(readFileSync(at('enkat.json'), 'utf8'));
	expect(readInstrument(made).problems).toEqual([]);
	const out = await underlag('instrument', 'export', at('enkat.json'), '--as', 'xlsform', '--out', at('enkat.xlsx'));
	expect(out).toMatchObject({ status: 0, err: '' });
	expect((await underlag('instrument', 'import', at('enkat.xlsx'), '--out', at('igen.json'))).status).toBe(0);
	const again = JSON.parse(readFileSync(at('igen.json'), 'utf8'));
	const texts = (one: { items: { text: { sv: string } }[] }) => one.items.map(({ text }) => text.sv);
	expect(texts(again)).toEqual(texts(made));
});

test('what is none, what is not there and what is far too large are refused by name, and leave no file', async () => {
	writeFileSync(at('hej.txt'), 'Hej på dig.');
	const file = openSync(at('stor.csv'), 'w');
	ftruncateSync(file, 2 ** 30);
	closeSync(file);
	expect((await underlag('new', at('p.underlag'), '--title', 'Prov')).status).toBe(0);
	expect((await underlag('round', 'add', at('p.underlag'), '--instrument', 'board', '--name', 'R')).status).toBe(0);
	// A questionnaire of responses: what became no question is named, and what breaks a rule when they are read in.
	const rows =
		'Response ID;IP address;Vilka läser du?;Betyg\n1;10.0.0.1;Brevet, Webben;4\n2;10.0.0.2;Webben, Brevet;-99\n';
	writeFileSync(at('svar.csv'), rows);
	const made = await underlag('instrument', 'make', at('p.underlag'), at('svar.csv'), '--out', at('gjord.json'));
	expect(made).toMatchObject({ status: 0, err: '' });
	expect(made.out).toContain('1 kolumn blev ingen fråga: IP address');
	expect(made.out).toContain('2: läses som inget svar: -99');
	const ours = JSON.parse(readFileSync(at('gjord.json'), 'utf8'));
	expect(ours.items[0]).toMatchObject({ type: 'multiple' });
	ours.items[0].max = 1;
	writeFileSync(at('gjord.json'), JSON.stringify(ours));
	expect(
		(await underlag('round', 'add', at('p.underlag'), '--instrument', at('gjord.json'), '--name', 'Läsning')).status,
	).toBe(0);
	const taken = await underlag('responses', 'import', at('p.underlag'), '--round', 'Läsning', at('svar.csv'));
	expect(taken.out).toContain('fler än 1 valda. 2 svar, rad 1, 2');
	expect(taken.out).toContain('Betyg: läses som inget svar: -99');
	const refusals = [
		[
			['instrument', 'import', at('svar.csv'), '--out', at('nej.json')],
			'INSTRUMENT_OF_ANSWERS',
			'underlag instrument make',
		],
		[['instrument', 'import', at('hej.txt'), '--out', at('nej.json')], 'INSTRUMENT_NONE', 'hej.txt'],
		[['instrument', 'export', 'finnsinte', '--as', 'lss', '--out', at('nej.json')], 'NOT_FOUND', 'finnsinte'],
		[['instrument', 'export', at('stor.csv'), '--as', 'lss', '--out', at('nej.json')], 'FILE_TOO_LARGE', 'stor.csv'],
		[['responses', 'import', at('p.underlag'), '--round', 'R', at('stor.csv')], 'FILE_TOO_LARGE', 'stor.csv'],
	] as const;
	for (const [args, code, named] of refusals) {
		const done = await underlag(...args, '--json');
		expect(done.status, code).toBe(1);
		expect(JSON.parse(done.out).error.code).toBe(code);
		expect(done.err).toContain(named);
	}
	expect(() => readFileSync(at('nej.json'))).toThrow('ENOENT');
	expect((await underlag('instrument', 'export', 'board', '--as', 'dans', '--out', at('nej.json'))).status).toBe(2);
});

test('a bundled questionnaire is put on paper', async () => {
	const done = await underlag('instrument', 'paper', 'board', '--out', at('board.pdf'));
	expect(done).toMatchObject({ err: '' });
	expect(readFileSync(at('board.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
});
