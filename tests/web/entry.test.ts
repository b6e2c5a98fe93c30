import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Item } from '#shared/domain/instrument/model.ts';
import { expectAccessible } from './harness/axe.ts';
import { expectLooks } from './harness/looks.ts';
import { type Program, startProgram } from './harness/start.ts';

const option = (value: string, sv: string, marks: object = {}) => ({ value, label: { sv }, ...marks });
/** A short form as associations have them: fifteen answers on one page. */
const items: Item[] = [
	...['1', '2', '3', '4', '5'].map(
		(id): Item => ({ type: 'scale', id, text: { sv: `Påstående ${id}` }, scale: 's', required: id === '1' }),
	),
	{
		type: 'matrix',
		id: '6',
		text: { sv: 'Hur nöjd är du med' },
		scale: 's',
		rows: ['a', 'b', 'c', 'd'].map((row) => ({ id: `6${row}`, text: { sv: `Sak ${row}` } })),
	},
	{ type: 'rating', id: '7', text: { sv: 'Rekommenderar du oss?' }, min: 0, max: 10 },
	{
		type: 'multiple',
		id: '8',
		text: { sv: 'Vad deltar du i?' },
		options: [option('a', 'Träning'), option('b', 'Möten'), option('c', 'Annat', { other: true })],
	},
	{ type: 'single', id: '9', text: { sv: 'Grupp' }, options: [option('x', 'Barn'), option('y', 'Vuxna')] },
	{
		type: 'ranking',
		id: '10',
		text: { sv: 'Viktigast' },
		options: [option('p', 'Pris'), option('k', 'Kvalitet'), option('t', 'Tid')],
	},
	{ type: 'number', id: '11', text: { sv: 'Ålder' }, min: 5, max: 110 },
	{ type: 'date', id: '12', text: { sv: 'Ifyllt' } },
];

let program: Program;
let roundId: number;
beforeAll(async () => {
	program = await startProgram({ project: 'Föreningen' });
	const definition = {
		format: 'underlag-instrument/1',
		key: 'kort',
		version: 1,
		title: { sv: 'Kort formulär' },
		scales: [{ id: 's', options: ['Nej', 'Knappt', 'Delvis', 'Ja'].map((sv, at) => option(String(at + 1), sv)) }],
		items,
	};
	const { id: instrumentId } = await program.call('instrument.add', { definition, name: 'kort.json' });
	roundId = (await program.call('round.add', { name: 'Papper 2026', instrumentId })).id;
});
afterAll(() => program.close());

const digits = (form: number) => Array.from({ length: 9 }, (_, at) => String(((form * 7 + at * 3) % 4) + 1));
/**
 * Types one form from its first question, with what its papers say; `change` is another hand's slip. The keys come faster than from any hand: one is
 * pressed before the last is let go.
 */
async function typeForm(form: number, change: Record<number, string> = {}): Promise<void> {
	const { keyboard } = program.page;
	const keys = [
		...digits(form).flatMap((digit, at) => [change[at] ?? digit, 'Enter']),
		// Ten by two digits; no answer by minus; two choices, one of them with words; an order.
		...['1', '0', 'Enter'],
		...(form % 3 === 0 ? ['-'] : ['1', '3', 'Enter', ...`Annat${form}`, 'Enter']),
		...['2', 'Enter', '3', '1', '2', 'Enter', ...String(20 + form), 'Enter', ...'2026-06-07'],
	];
	await Promise.all(keys.map((key) => keyboard.press(key)));
	await keyboard.press('Control+Enter');
}

const answersOf = (form: number) => {
	const ids = ['1', '2', '3', '4', '5', '6a', '6b', '6c', '6d'];
	return {
		...Object.fromEntries(ids.map((id, at) => [id, digits(form)[at]])),
		...(form % 3 === 0 ? {} : { 8: ['a', 'c'], '8:other': `Annat${form}` }),
		...{ 7: 10, 9: 'y', 10: ['t', 'p', 'k'], 11: 20 + form, 12: '2026-06-07' },
	};
};

test('six forms of fifteen answers are entered by keyboard alone, each as it stands on its paper', async () => {
	const { page } = program;
	await program.goTo(`/collect/round/${roundId}/answer`);
	await page.getByRole('radio', { name: 'Nej' }).first().and(page.locator(':focus')).waitFor();
	const number = page.getByRole('textbox', { name: 'Formulärnummer' });
	await number.focus();
	for (let form = 1; form <= 6; form++) {
		await number.and(page.locator(':focus')).waitFor();
		await page.keyboard.type(`P${form}`);
		await page.keyboard.press('Enter');
		await typeForm(form);
		await page.getByRole('heading', { level: 1, name: 'Nytt svar' }).waitFor();
		await expect.poll(() => number.inputValue()).toBe('');
	}
	await page.getByText(/formulär i timmen/).waitFor();
	await program.screenshot('entry-pace');
	await expectAccessible(page);
	const { rows } = await program.call('response.list', { roundId });
	expect(rows.map((one) => [one.status, one.origin])).toEqual(Array.from({ length: 6 }, () => ['complete', 'entry']));
	for (const [at, { id }] of rows.entries()) {
		expect((await program.call('response.get', { id })).answers).toEqual(answersOf(at + 1));
		expect(await program.call('entry.number', { responseId: id })).toEqual({ number: `P${at + 1}` });
	}
}, 240_000);

test('the same papers a second time: what differs is listed and settled by key', async () => {
	const { page } = program;
	await page.getByRole('link', { name: 'Registrera en andra gång' }).click();
	const number = page.getByRole('textbox', { name: 'Formulärnummer' });
	await number.and(page.locator(':focus')).waitFor();
	await page.keyboard.type('X1');
	await page.keyboard.press('Control+Enter');
	await page.getByText('Inget svar är registrerat med nummer X1.').waitFor();
	await expectAccessible(page);
	const slips: Record<number, Record<number, string>> = { 1: {}, 2: { 0: '1', 6: '2' }, 3: { 3: '4' } };
	for (const form of [1, 2, 3]) {
		await number.and(page.locator(':focus')).waitFor();
		await number.fill(`P${form}`);
		await page.keyboard.press('Enter');
		await typeForm(form, slips[form]);
		await expect.poll(() => number.inputValue()).toBe('');
	}
	const expected = [2, 3].flatMap((form) =>
		Object.entries(slips[form] ?? {}).filter(([at, digit]) => digits(form)[Number(at)] !== digit),
	).length;
	expect(expected).toBe(3);
	await page.getByRole('button', { name: 'Skillnader' }).click();
	await page.getByText('3 av 6 numrerade papper är registrerade två gånger').waitFor();
	await page.getByText(/av svaren skilde sig \(3 av \d+\)/).waitFor();
	await expectLooks(program, 'entry-check');
	const row = page.locator('tr[data-difference]');
	await row.first().focus();
	await page.keyboard.press('2');
	await expect.poll(() => row.count()).toBe(2);
	await row.first().and(page.locator(':focus')).waitFor();
	await page.keyboard.press('1');
	await expect.poll(() => row.count()).toBe(1);
	await row.first().and(page.locator(':focus')).waitFor();
	await page.keyboard.press('3');
	await row.getByRole('radio', { name: 'Knappt' }).check();
	await expectAccessible(page);
	await row.getByRole('button', { name: 'Avgör' }).click();
	await page.getByText('Alla skillnader är avgjorda.').waitFor();
	const { rows } = await program.call('response.list', { roundId });
	const [, second, third] = await Promise.all(rows.slice(0, 3).map(({ id }) => program.call('response.get', { id })));
	expect(second?.answers).toEqual({ ...answersOf(2), 1: '1' });
	expect(third?.answers).toEqual({ ...answersOf(3), 4: '2' });
	expect(program.faults).toEqual([]);
});
