import fc from 'fast-check';
import { expect } from 'vitest';
import { checkInstrument } from '#shared/domain/instrument/check.ts';
import { groupLosses } from '#shared/domain/instrument/exchange/group-losses.ts';
import type { Loss } from '#shared/domain/instrument/exchange/model.ts';
import type { Answers, AnswerValue, Instrument, Item, Option } from '#shared/domain/instrument/model.ts';
import { holds, shownIds } from '#shared/domain/instrument/shown.ts';
import { someAnswers, soundInstrument } from '../instrument/make.ts';

/** Sound instruments with more than the plain ones: helps, two languages, bounds, other answers, scales with ends outside, rules. */
export const richInstrument: fc.Arbitrary<Instrument> = fc
	.tuple(
		soundInstrument,
		fc.array(fc.nat(11), { minLength: 16, maxLength: 16 }),
		fc.array(fc.nat(16), { minLength: 15, maxLength: 15 }),
		fc.boolean(),
	)
	.map(([instrument, picks, extras, english]) => {
		const items = instrument.items.map((item, at) =>
			addMore(enrich(item, picks[at % picks.length] ?? 0, english), extras[at % extras.length] ?? 0),
		);
		const options = ['1', '2', '3', '4'].map((value, at) => ({
			value,
			label: { sv: `Steg ${value}`, ...(english ? { en: `Step ${value}` } : {}) },
			...(at === 3 && picks[0] === 5 ? { missing: true } : {}),
		}));
		const scales = items.some((item) => 'scale' in item) ? [{ id: 's', options }] : [];
		return {
			...instrument,
			title: { sv: 'Gjord', ...(english ? { en: 'Made' } : {}) },
			scales,
			indexes: [{ id: 'i', title: { sv: 'Index' } }],
			items,
			...(picks[1] === 3 ? { intro: { sv: 'Välkommen.\nLäs först.' } } : {}),
			...(picks[2] === 3 ? { description: { sv: 'Till den som ska använda den.' } } : {}),
			...(picks[2] === 4 ? { kind: 'guide' as const } : {}),
			...(picks[1] === 4 ? { thanks: { sv: 'Tack & hej <då>!' } } : {}),
		};
	});

function enrich(item: Item, pick: number, english: boolean): Item {
	const made = structuredClone(item);
	if (english) made.text.en = `In English ${made.id}`;
	if (english && 'options' in made) for (const one of made.options) one.label.en = `Choice ${one.value}`;
	if (english && made.type === 'matrix') for (const row of made.rows) row.text.en = `Row ${row.id}`;
	if (pick === 0 && made.type !== 'info') made.help = { sv: 'Hjälp: "<5" & mer' };
	if (made.type === 'section' || made.type === 'info') return made;
	if (pick === 1) made.required = true;
	if (pick === 2 && made.type === 'rating')
		Object.assign(made, { minLabel: { sv: 'Inte alls' }, maxLabel: { sv: 'Helt' } });
	if (pick === 3 && made.type === 'number') Object.assign(made, { min: 0, max: 200, decimals: 0 });
	if (pick === 4 && made.type === 'date') Object.assign(made, { from: '2016-01-01', to: '2030-12-31' });
	if (made.type === 'text') made.long = pick % 2 === 0;
	if (pick === 5 && made.type === 'text') made.maxLength = 200;
	if (pick === 6 && made.type === 'multiple') Object.assign(made, { min: 1, max: 3 });
	if (pick === 7 && 'options' in made) made.shuffleOptions = true;
	if (pick === 8 && made.type === 'matrix') made.shuffleRows = true;
	return made;
}

/** What few questionnaires have: rules, patterns, answers from the start, what only we keep. */
function addMore(item: Item, pick: number): Item {
	const made = structuredClone(item);
	if (pick === 0) made.short = { sv: 'Kort' };
	if (pick === 1) made.comment = 'Till mig själv';
	if (pick === 2 && made.id !== 'first') made.text = { sv: 'Du svarade {{first}} först. Och nu?' };
	if (pick === 3) made.uid = `u-${made.id}`;
	if (made.type === 'section' && pick > 12) made.shuffle = true;
	if (made.type === 'section' || made.type === 'info') return made;
	const message = { sv: 'Se på svaret igen.' };
	if (pick === 4 && made.type !== 'matrix') made.default = startOf(made);
	if (pick === 5 && made.type === 'text') made.validation = { pattern: '[a-zåäö]{2,} och .*', message };
	if (pick === 6 && made.type !== 'matrix' && made.id !== 'first')
		made.validation = {
			rule: {
				any: [
					{ item: 'first', is: ['1', '2'] },
					{ item: made.id, answered: true },
				],
			},
			message,
		};
	if (pick === 7 && made.type === 'number')
		made.validation = { rule: { not: { item: made.id, atLeast: 77 } }, message };
	if (pick === 8 && made.type === 'multiple') made.options[0] = { ...(made.options[0] as Option), exclusive: true };
	if (pick === 9 && 'options' in made) made.options[1] = { ...(made.options[1] as Option), missing: true };
	if (pick === 10 && 'options' in made && made.type !== 'ranking')
		made.options.splice(1, 0, { value: 'vet ej', label: { sv: 'Vet ej' }, missing: true });
	if (pick === 11 && (made.type === 'scale' || made.type === 'rating'))
		Object.assign(made, { index: 'i', reverse: true });
	if (pick === 11 && made.type === 'matrix')
		made.rows = made.rows.map((row) => ({ ...row, index: 'i', reverse: true }));
	if (pick === 12) made.identifying = true;
	if (pick === 13 && made.type === 'rating') made.look = 'faces';
	if (pick === 14 && made.type === 'rating') made.look = 'stars';
	if (pick === 15 && made.type === 'number') Object.assign(made, { unit: { sv: 'kronor' }, decimals: 2 });
	if (pick === 16 && made.type === 'ranking') made.max = 2;
	return made;
}

function startOf(item: Exclude<Item, { type: 'section' | 'info' | 'matrix' }>): AnswerValue {
	if (item.type === 'multiple') return ['1', '3'];
	if (item.type === 'ranking') return ['4', '2', '1', '3'];
	if (item.type === 'rating' || item.type === 'number') return 3;
	return item.type === 'date' ? '2016-06-07' : item.type === 'text' ? 'Redan skrivet' : '2';
}

/**
 * What is listed as lost is all that differs, and differs: conditions are compared by what they show, the rest as it stands. Nothing of it is
 * lost where the list is put together for who reads it.
 */
export function expectSame(
	original: Instrument,
	after: Instrument,
	listed: readonly Loss[],
	given: readonly Answers[],
): void {
	// What is lost is told by our own ids, by the file's where it is read.
	const ids = pairs(listed, '');
	const losses = listed.map((one) => ({ ...one, at: ids.get(one.at) ?? one.at }));
	const before = renamed(original, losses);
	const answers = given.map((one) => renamedAnswers(one, losses));
	const lost = (kind: Loss['kind'], at: string, detail = '') =>
		losses.some((one) => one.kind === kind && one.at === at && one.detail.startsWith(detail));
	expect(checkInstrument(after).filter((one) => one.kind !== 'nothing-asked')).toEqual([]);
	expect(after.items.map((item) => item.id)).toEqual(
		before.items.map((item) => item.id).filter((id) => !lost('item', id)),
	);
	expect(after.title).toEqual(before.title);
	for (const field of ['intro', 'thanks', 'description', 'kind'] as const)
		if (!lost('setting', '', field)) expect(after[field]).toEqual(before[field]);
	const shown = new Map(after.items.map((item) => [item.id, item]));
	for (const item of before.items) {
		const other = shown.get(item.id);
		if (!other || lost('type', item.id)) continue;
		expect(bare(other, after, losses, answers)).toEqual(bare(item, before, losses, answers));
	}
	const told = groupLosses(listed);
	for (const one of listed) {
		expect(isSo(one, original, after, ids), JSON.stringify(one)).toBe(true);
		const isTold = told.some(({ kind, at, detail }) =>
			kind === 'renamed'
				? detail.includes(one.detail)
				: kind === one.kind && detail === one.detail && (one.at === '' || at.includes(one.at)),
		);
		expect(isTold, JSON.stringify(one)).toBe(true);
	}
	if (losses.some((one) => one.kind === 'condition')) return;
	const kept = (ids: Set<string>) =>
		[...ids].filter((id) => !(id.endsWith(':other') && lost('setting', id.slice(0, -6), 'other')));
	for (const one of answers) expect(kept(shownIds(after, one))).toEqual(kept(shownIds(before, one)));
}

/** Whether what is listed as lost is so: it was there, and is not as it was. */
function isSo(
	{ kind, at, detail }: Loss,
	before: Instrument,
	after: Instrument,
	ids: ReadonlyMap<string, string>,
): boolean {
	const old = [...ids].find(([, name]) => name === at)?.[0] ?? at;
	const find = ({ items }: Instrument, wanted: readonly string[]) =>
		items.find(
			(one) => wanted.includes(one.id) || (one.type === 'matrix' && one.rows.some((row) => wanted.includes(row.id))),
		);
	const [was, is] = [find(before, [old, at]), find(after, [ids.get(at) ?? at, at])];
	const differs = (name: string) => {
		const of = (item: Item | undefined, instrument: Instrument): unknown => {
			// An index of the whole by its id.
			if (name === 'index' && at === '') return instrument.indexes?.find(({ id }) => detail === `index ${id}`);
			if (at === '') return (instrument as Record<string, unknown>)[name];
			const row =
				item?.type === 'matrix' ? item.rows.find((one) => [old, at, ids.get(at)].includes(one.id)) : undefined;
			return ((row ?? item) as Record<string, unknown> | undefined)?.[name];
		};
		return of(was, before) !== undefined && JSON.stringify(of(was, before)) !== JSON.stringify(of(is, after));
	};
	const options = (item: Item | undefined, { scales }: Instrument) =>
		item && 'options' in item
			? item.options
			: item && 'scale' in item
				? (scales.find(({ id }) => id === item.scale)?.options ?? [])
				: [];
	const marks = (name: string, item: Item | undefined, instrument: Instrument) =>
		options(item, instrument).filter((one) => (one as Record<string, unknown>)[name]).length;
	switch (kind) {
		case 'item':
			return was !== undefined && is === undefined;
		case 'type':
			return was?.type !== is?.type;
		case 'condition':
			return differs('shownIf');
		case 'rule':
			return differs('validation');
		case 'default':
			return differs('default');
		case 'renamed': {
			const [from = '', to = ''] = detail.split(' → ');
			if (at !== '') return options(is, after).some((one) => one.value === to) || is === undefined;
			return from !== to && !find(after, [from]);
		}
		case 'setting': {
			const names = detail.split(/[ :,]+/);
			const [name = ''] = names;
			if (['missing', 'exclusive', 'other'].includes(name)) return marks(name, was, before) > marks(name, is, after);
			return names.some(differs);
		}
		default:
			return true;
	}
}

/** An item without its condition and what is listed as lost of it; its scale by its options, its rule by what it says of answers. */
function bare(item: Item, { scales }: Instrument, losses: readonly Loss[], answers: readonly Answers[]): unknown {
	const { shownIf: _condition, ...rest } = item as Record<string, unknown> & Item;
	const made: Record<string, unknown> = { ...rest };
	if ('validation' in item && item.validation?.rule) {
		const { rule } = item.validation;
		made.validation = { ...item.validation, rule: [{}, ...answers].map((one) => holds(rule, one)) };
	}
	if ('scale' in item) made.scale = scales.find((one) => one.id === item.scale)?.options.map((one) => ({ ...one }));
	if (item.type === 'matrix')
		made.rows = item.rows.map((row) =>
			Object.fromEntries(
				Object.entries(row).filter(([key]) => !losses.some((one) => one.at === row.id && one.detail === key)),
			),
		);
	for (const { kind, at, detail } of losses) {
		if (at !== item.id) continue;
		if (kind === 'default') delete made.default;
		if (kind === 'rule') delete made.validation;
		if (kind !== 'setting') continue;
		for (const name of detail.split(/[ :,]+/)) delete made[name];
		if (/^(?:missing|exclusive|other)/.test(detail))
			for (const one of (made.options ?? made.scale) as Record<string, unknown>[])
				delete one[detail.split(':')[0] ?? ''];
	}
	return made;
}

/** Instruments with answers to some of their questions. */
export const answered = richInstrument.chain((instrument) =>
	fc.tuple(fc.constant(instrument), fc.array(someAnswers(instrument), { minLength: 3, maxLength: 3 })),
);

const pairs = (losses: readonly Loss[], at: string) =>
	new Map(
		losses
			.filter((one) => one.kind === 'renamed' && one.at === at)
			.map((one) => one.detail.split(' → ') as [string, string]),
	);

/** The instrument with the ids and values that the losses say. */
function renamed(instrument: Instrument, losses: readonly Loss[]): Instrument {
	const ids = pairs(losses, '');
	const id = (one: string) => {
		const [item = '', ...rest] = one.split(':');
		return [ids.get(item) ?? item, ...rest].join(':');
	};
	const walk = (value: unknown, of: string): unknown => {
		if (Array.isArray(value)) return value.map((one) => walk(one, of));
		if (value === null || typeof value !== 'object') return value;
		const record = value as Record<string, unknown>;
		const own = typeof record.id === 'string' ? record.id : typeof record.item === 'string' ? record.item : of;
		return Object.fromEntries(
			Object.entries(record).map(([key, one]) => {
				const values = pairs(losses, id(own)).size > 0 ? pairs(losses, id(own)) : pairs(losses, own);
				if ((key === 'id' || key === 'item') && typeof one === 'string') return [key, id(one)];
				if (key === 'value' && typeof one === 'string') return [key, values.get(one) ?? one];
				if (key === 'is') return [key, (one as string[]).map((word) => values.get(word) ?? word)];
				return [key, walk(one, own)];
			}),
		);
	};
	return walk(instrument, '') as Instrument;
}

function renamedAnswers(answers: Answers, losses: readonly Loss[]): Answers {
	const ids = pairs(losses, '');
	return Object.fromEntries(
		Object.entries(answers).map(([key, value]) => {
			const [item = '', ...rest] = key.split(':');
			const values =
				pairs(losses, ids.get(item) ?? item).size > 0 ? pairs(losses, ids.get(item) ?? item) : pairs(losses, item);
			const one = (word: string) => values.get(word) ?? word;
			const said =
				rest.length > 0
					? value
					: Array.isArray(value)
						? value.map(one)
						: typeof value === 'string'
							? one(value)
							: value;
			return [[ids.get(item) ?? item, ...rest].join(':'), said];
		}),
	);
}
