import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkInstrument, readInstrument } from '#shared/domain/instrument/check.ts';
import { scaleLibrary } from '#shared/domain/instrument/library.ts';
import type { LocalText } from '#shared/domain/instrument/model.ts';
import { questionsOf } from '#shared/domain/instrument/questions.ts';
import { instrumentSchema } from '#shared/domain/instrument/schema.ts';
import { bundledBanks } from '../../../electron/features/instrument/library.ts';

const folder = new URL('../../../resources/instruments/', import.meta.url);
const json = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
const files = readdirSync(folder).filter((name) => name !== 'schema.json');
const load = (key: string) => {
	const { instrument } = readInstrument(json(`${key}.json`));
	if (!instrument) throw new Error(`${key} is not sound`);
	return instrument;
};

test('the published schema is the model of today', () => {
	expect(json('schema.json')).toEqual(instrumentSchema());
});

test.each(files)(
	'%s is sound, refers to the schema, is named by its key, and every text is there in both languages',
	(file) => {
		const raw = json(file);
		expect(readInstrument(raw).problems).toEqual([]);
		expect(raw.$schema).toBe('./schema.json');
		expect(file).toBe(`${raw.key}.json`);
		checkTexts(raw);
		const questions = questionsOf(load(raw.key));
		for (const { id } of raw.scales) expect(questions.some((one) => one.scale === id)).toBe(true);
		for (const { id } of raw.indexes ?? []) expect(questions.some((one) => one.index === id)).toBe(true);
	},
);

/** Every text there is, in both languages, without space around it. */
function checkTexts(raw: unknown) {
	const texts: LocalText[] = [];
	JSON.stringify(raw, (_key, value) => {
		if (value && typeof value === 'object' && 'sv' in value) texts.push(value);
		return value;
	});
	expect(texts.length).toBeGreaterThan(5);
	for (const { sv, en } of texts) {
		expect(sv.trim()).toBe(sv);
		expect(en?.trim() ?? '').not.toBe('');
		// The product's name is used for nothing else on the screen.
		expect(sv.toLowerCase()).not.toContain('underlag');
	}
}

test('guides, workshop and observation sheet say what they are, and the questionnaires are the rest', () => {
	const kinds = Object.groupBy(
		files.map((file) => json(file)),
		({ kind = 'questionnaire' }) => kind,
	);
	expect(kinds.guide?.map(({ key }) => key)).toEqual(['five-questions', 'six-areas']);
	expect(kinds.workshop?.map(({ key }) => key)).toEqual(['workshop']);
	expect(kinds.observation?.map(({ key }) => key)).toEqual(['observation']);
	expect(kinds.questionnaire).toHaveLength(files.length - 4);
	expect(load('six-areas').items.filter((one) => one.type === 'section')).toHaveLength(6);
	expect(questionsOf(load('five-questions'))).toHaveLength(5);
	expect(load('workshop').items.filter((one) => one.type === 'section')).toHaveLength(6);
});

test('the ready scales are each fit for use, go from negative to positive, and are there in both languages', () => {
	const raw = JSON.parse(readFileSync(new URL('../scales.json', folder), 'utf8'));
	const { scales, ratings, outside } = scaleLibrary.parse(raw);
	checkTexts(raw);
	expect(new Set([...scales, ...ratings].map((one) => one.id)).size).toBe(scales.length + ratings.length);
	const items = [
		...scales.map(({ id }, at) => ({ type: 'scale' as const, id: `s${at}`, text: { sv: 'Fråga' }, scale: id })),
		...ratings.map(({ id, title, ...rating }) => ({ type: 'rating' as const, id, text: title, ...rating })),
	];
	const withOutside = scales.map((one) => ({
		...one,
		options: [...one.options, ...outside.filter(({ value }) => !one.options.some((known) => known.value === value))],
	}));
	const title = { sv: 'Alla' };
	const format = 'underlag-instrument/1' as const;
	expect(checkInstrument({ format, key: 'all', version: 1, title, scales: withOutside, items })).toEqual([]);
	for (const { options } of scales) {
		const points = options.filter((one) => !one.missing);
		// The values are the places from the negative end, so that another program reads them as one would expect.
		expect(points.map((one) => one.value)).toEqual(points.map((_, at) => String(at + 1)));
		// What stands outside stands last.
		expect(options.slice(points.length).every((one) => one.missing)).toBe(true);
	}
	// Those that the bundled questionnaires share have the same options under the same id.
	const board = load('board').scales;
	for (const { id, options } of board) expect(scales.find((one) => one.id === id)?.options).toEqual(options);
});

test('every bank of items is sound by itself, and every index in it is used', () => {
	const banks = bundledBanks(new URL('../', folder).pathname);
	expect(banks.map((one) => one.key)).toEqual(
		expect.arrayContaining(['board', 'lokus', 'self-rating', 'satisfaction', 'course', 'member', 'background']),
	);
	for (const { key, title, scales, indexes, items, description } of banks) {
		checkTexts({ title, description, scales, indexes, items });
		const all = { format: 'underlag-instrument/1' as const, key, version: 1, title, scales, indexes, items };
		expect(checkInstrument(all)).toEqual([]);
		for (const { id } of scales) expect(items.some((one) => 'scale' in one && one.scale === id)).toBe(true);
		for (const { id } of indexes ?? []) expect(questionsOf(all).some((one) => one.index === id)).toBe(true);
	}
});

test("the board's questionnaire has its fourteen items, four of them rows, with the types and scales of the evaluation", () => {
	const questions = questionsOf(load('board'));
	expect(questions.map((one) => one.id).join(' ')).toBe('1 2 3 4 5 6 7 8 9 10 11 12 13a 13b 13c 13d 14');
	const of = (id: string) => questions.find((one) => one.id === id);
	for (const id of ['1', '2', '3', '4']) expect(of(id)?.scale).toBe('agree5');
	for (const id of ['5', '6', '7', '8', '11', '12', '13a', '13d', '14']) expect(of(id)?.scale).toBe('yes4');
	expect(of('13b')?.matrix).toBe('13');
	expect(of('9')).toMatchObject({ type: 'single', scale: null });
	expect(of('9')?.options).toHaveLength(3);
	expect(of('10')?.type).toBe('text');
	expect(of('1')?.options.map((one) => one.label.sv)).toEqual([
		'Stämmer inte alls',
		'Stämmer inte så bra',
		'Varken ja eller nej',
		'Stämmer delvis',
		'Stämmer helt',
	]);
	expect(of('5')?.options.map((one) => one.label.sv)).toEqual([
		'Inte alls',
		'Inte särskilt',
		'Ja, ganska',
		'Ja, absolut',
	]);
});

test('the Lokus questionnaire has 31 items, and asks about differences only those in several groups', () => {
	const questions = questionsOf(load('lokus'));
	expect(questions.map((one) => one.id)).toEqual(Array.from({ length: 31 }, (_, index) => String(index + 1)));
	const several = questions.filter((one) => one.conditions.length > 0);
	expect(several.map((one) => one.id).join(' ')).toBe('4 6 8 10 12 14 16 18 20 22 24 26');
	for (const one of several) expect(one).toMatchObject({ type: 'text', conditions: [{ item: '1', chosenAtLeast: 2 }] });
	expect(questions[0]?.options).toHaveLength(8);
	expect(questions[1]?.options).toHaveLength(4);
	expect(questions.filter((one) => one.scale === 'agree5').map((one) => one.id)).toEqual(['3', '5', '9']);
	expect(questions.filter((one) => one.scale === 'yes4')).toHaveLength(9);
	expect(questions.filter((one) => one.type === 'text' && one.conditions.length === 0).map((one) => one.id)).toEqual([
		'7',
		'28',
		'29',
		'30',
		'31',
	]);
});
