import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Input } from '#shared/contract/calls.ts';
import type { Instrument } from '#shared/domain/instrument/model.ts';
import { questionsOf } from '#shared/domain/instrument/questions.ts';
import { createPrint } from '../../../electron/browser/print.ts';
import { writePaper } from '../../../electron/formats/paper/html.ts';
import { forkNode } from '../../../electron/workers/fork.ts';
import { makeTestProject } from '../test-core.ts';

const resourcesFolder = new URL('../../../resources/', import.meta.url).pathname;
const bundled = (key: string): Instrument =>
	JSON.parse(readFileSync(`${resourcesFolder}instruments/${key}.json`, 'utf8'));

/** The words of each page, in the order they stand there, one space between. */
async function pagesOf(pdf: Uint8Array): Promise<string[]> {
	const file = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
	const pages: string[] = [];
	for (let at = 1; at <= file.numPages; at++) {
		const { items } = await (await file.getPage(at)).getTextContent();
		pages.push(
			items
				.map((one) => ('str' in one ? one.str : ''))
				.join(' ')
				.replace(/\s+/g, ' '),
		);
	}
	await file.loadingTask.destroy();
	return pages;
}
const squeezed = (text: string) => text.replace(/\s+/g, '');

let project: Awaited<ReturnType<typeof makeTestProject>>;
beforeAll(async () => {
	project = await makeTestProject({ print: createPrint(forkNode) });
});
afterAll(() => project.end());
const print = (input: Input<'instrument.paper'>) => project.core.call('instrument.paper', input);

describe('printed', () => {
	test('the members’ survey has every question and option, and page x of y with the form’s mark on each page', async () => {
		const made = await print({ of: { key: 'member' }, language: 'sv' });
		expect(made).toMatchObject({ name: 'Medlemsenkät.pdf', formId: 'member-1' });
		const pages = await pagesOf(made.bytes);
		expect(pages).toHaveLength(made.pages);
		expect(made.pages).toBeGreaterThan(1);
		for (const [at, page] of pages.entries()) {
			expect(page).toContain(`Sida ${at + 1} av ${made.pages}`);
			expect(page).toContain('member-1');
			expect(page).toContain('Formulär nr');
		}
		const all = squeezed(pages.join(' '));
		for (const question of questionsOf(bundled('member'))) {
			if (question.otherOf !== null) continue;
			expect(all).toContain(squeezed(`${question.id} ${question.text.sv}`));
			for (const { label } of question.options) expect(all).toContain(squeezed(label.sv));
		}
		expect(pages.join(' ')).toContain('Besvaras bara om ”Ideella uppdrag” är valt i fråga 2.');
		expect(pages.join(' ')).toContain('timmar i månaden');
	}, 60_000);

	test('a round’s form carries the round’s mark, in English and in a large print of more pages', async () => {
		const { id: instrumentId } = await project.core.call('instrument.add', { key: 'board' });
		const { id: roundId } = await project.core.call('round.add', { name: 'Board', instrumentId });
		const { uid } = await project.core.call('round.get', { id: roundId });
		const made = await print({ of: { roundId }, language: 'en', size: 'large', intro: false });
		expect(made.formId).toBe(`board-1-${uid.slice(0, 4).toUpperCase()}`);
		const pages = await pagesOf(made.bytes);
		expect(pages.length).toBeGreaterThan(3);
		for (const [at, page] of pages.entries()) {
			expect(page).toContain(`Page ${at + 1} of ${pages.length}`);
			expect(page).toContain(made.formId);
		}
		const all = squeezed(pages.join(' '));
		for (const { text } of questionsOf(bundled('board'))) expect(all).toContain(squeezed(text.en ?? ''));
		expect(all).not.toContain(squeezed('Some words are used like this'));
		// In the large print each question has its options under it: eleven on yes4 (four of them rows) and four on agree5.
		expect(all.split('Completelytrue')).toHaveLength(5);
	}, 60_000);

	test('a table that is longer than a page has its head on both, and no row is cut', async () => {
		const rows = Array.from({ length: 40 }, (_, at) => ({ id: `1.${at}`, text: { sv: `Påstående ${at} slut` } }));
		const definition = {
			...bundled('board'),
			items: [{ type: 'matrix', id: '1', scale: 'agree5', text: { sv: 'Lång' }, rows }],
		};
		const made = await print({ of: { definition, name: 'long.json' }, language: 'sv' });
		const pages = await pagesOf(made.bytes);
		const withRows = pages.filter((page) => page.includes('slut'));
		expect(withRows.length).toBeGreaterThan(1);
		for (const page of withRows) expect(page).toMatch(/Stämmer helt.*Påstående/);
		expect(pages.join(' ').match(/Påstående \d+ slut/g)).toHaveLength(40);
	}, 60_000);
});

describe('the page that is printed', () => {
	const written = (items: unknown[], change: Partial<Parameters<typeof writePaper>[1]> = {}) =>
		writePaper({ ...bundled('board'), items } as Instrument, {
			language: 'sv',
			size: 'normal',
			intro: true,
			codes: true,
			formId: 'board-1',
			resourcesFolder,
			...change,
		});
	const count = (html: string, part: string) => html.split(part).length - 1;

	test('each type has its own field', () => {
		const options = ['Ja', 'Nej', 'Annat:'].map((sv, at) => ({
			value: String(at),
			label: { sv },
			...(at === 2 ? { other: true } : {}),
		}));
		const text = { sv: 'Fråga' };
		const one = (item: object) => written([{ id: '1', text, ...item }]).split('</style>')[1] ?? '';
		expect(count(one({ type: 'single', options }), 'class="mark one"')).toBe(4);
		expect(count(one({ type: 'multiple', options }), 'class="mark several"')).toBe(4);
		expect(count(one({ type: 'multiple', options }), 'class="line"')).toBe(1);
		expect(count(one({ type: 'ranking', options }), 'class="mark rank"')).toBe(3);
		expect(one({ type: 'ranking', options, max: 2 })).toContain('och så vidare till 2');
		expect(one({ type: 'multiple', options, max: 2 })).toContain('Kryssa i högst 2 alternativ.');
		expect(count(one({ type: 'text' }), 'class="write"')).toBe(6);
		expect(count(one({ type: 'text', long: false }), 'class="write"')).toBe(1);
		expect(count(one({ type: 'text', maxLength: 20 }), 'class="write"')).toBe(1);
		expect(one({ type: 'multiple', options, min: 3, max: 1 })).not.toContain('Kryssa i');
		expect(count(one({ type: 'number', min: 0, max: 300, decimals: 0 }), '<i></i>')).toBe(3);
		expect(count(one({ type: 'number', min: 0.5 }), 'class="wide"')).toBe(1);
		expect(count(one({ type: 'date' }), '<i></i>')).toBe(8);
		expect(count(one({ type: 'rating', min: 1, max: 5, look: 'faces' }), '<svg')).toBe(5);
		expect(count(one({ type: 'scale', scale: 'agree5' }), 'class="mark one"')).toBe(6);
	});

	test('the digits that enter an answer are those of the keyboard, and are left out when they are not wanted', () => {
		const options = Array.from({ length: 11 }, (_, at) => ({ value: `v${at}`, label: { sv: `Val ${at}` } }));
		const items = [{ type: 'single', id: '1', text: { sv: 'Fråga' }, options }];
		const codes = [...written(items).matchAll(/class="code">(.?)</g)].map((match) => match[1]);
		expect(codes.join('')).toBe('1234567890');
		expect(written(items, { codes: false })).not.toContain('class="code"');
	});

	test('a point with a number has its digit once', () => {
		const numbered = bundled('board').scales.map((one) => ({ ...one, numbered: true }));
		const scale = numbered.find((one) => one.id === 'agree5');
		const inside = scale?.options.filter((one) => !one.missing).length ?? 0;
		const html = writePaper(
			{
				...bundled('board'),
				scales: numbered,
				items: [{ type: 'scale', id: '1', text: { sv: 'F' }, scale: 'agree5' }],
			},
			{ language: 'sv', size: 'normal', intro: true, codes: true, formId: 'board-1', resourcesFolder },
		);
		const codes = [...html.matchAll(/class="code">(.?)</g)].map((match) => match[1]);
		// What stands outside the scale has no number, and keeps its digit.
		expect(codes).toEqual([
			...Array(inside).fill(''),
			...(scale?.options.slice(inside) ?? []).map((_, at) => String(inside + at + 1)),
		]);
		expect(html).toContain('<th scope="col">1<br>');
	});

	test('what an author writes is words and never markup, and a repeated answer is named', () => {
		const html = written([
			{ type: 'text', id: '1', text: { sv: '<script>alert(1)</script> & </style>"' } },
			{ type: 'text', id: '2', text: { sv: 'Du svarade {{1}}. Varför?' }, help: { sv: '<img src=x onerror=y>' } },
		]);
		expect(html).not.toContain('<script>');
		expect(html).not.toContain('<img');
		expect(html.match(/<\/style>/g)).toHaveLength(1);
		expect(html).toContain('Du svarade [ditt svar på fråga 1]. Varför?');
		expect(written([], { formId: '"; } body { display: none' })).not.toContain('{ display: none\n');
	});

	test('statements in a row share one table; what is asked of some only stands for itself with the condition in words', () => {
		const text = { sv: 'Stämmer det?' };
		const scale = (id: string, more = {}) => ({ type: 'scale', id, text, scale: 'agree5', ...more });
		const html = written([scale('1'), scale('2'), scale('3', { shownIf: { item: '1', is: ['5'] } }), scale('4')]);
		expect(count(html, '<table>')).toBe(3);
		expect(html).toContain('Besvaras bara om fråga 1 är');
	});
});

test('what cannot be printed is refused: a questionnaire that is none, one that is not there, a project’s without a project', async () => {
	await expect(print({ of: { definition: { a: 1 }, name: 'x.json' }, language: 'sv' })).rejects.toMatchObject({
		code: 'INSTRUMENT_INVALID',
	});
	await expect(print({ of: { key: 'nothing' }, language: 'sv' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
	await expect(print({ of: { id: 99 }, language: 'sv' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
	await project.core.call('project.close', {});
	await expect(print({ of: { id: 1 }, language: 'sv' })).rejects.toMatchObject({ code: 'NO_PROJECT' });
});
