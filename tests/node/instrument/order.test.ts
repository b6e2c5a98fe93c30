import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Instrument, Item } from '#shared/domain/instrument/model.ts';
import { orderedItems } from '#shared/domain/instrument/order.ts';
import { makeInstrument, soundInstrument } from './make.ts';

const ids = (items: readonly Item[]) => items.map((item) => item.id);
const option = (value: string, marks: object = {}) => ({ value, label: { sv: value }, ...marks });
const text = (id: string, more: object = {}): Item => ({ type: 'text', id, text: { sv: id }, ...more });
const seeds = Array.from({ length: 60 }, (_, seed) => seed);

/** An instrument whose every section, option and row may be shuffled. */
const loose = (instrument: Instrument): Instrument => ({
	...instrument,
	items: instrument.items.map((item) => {
		if (item.type === 'section') return { ...item, shuffle: true };
		if (item.type === 'matrix') return { ...item, shuffleRows: true };
		return 'options' in item ? { ...item, shuffleOptions: true } : item;
	}),
});

test('nothing is lost or doubled, headings stay, and the same seed gives the same order', () => {
	fc.assert(
		fc.property(soundInstrument.map(loose), fc.integer(), (instrument, seed) => {
			const ordered = orderedItems(instrument, seed);
			expect(ids(ordered).sort()).toEqual(ids(instrument.items).sort());
			for (const [place, item] of instrument.items.entries())
				if (item.type === 'section') expect(ordered[place]?.id).toBe(item.id);
			expect(orderedItems(instrument, seed)).toEqual(ordered);
			expect(orderedItems(instrument, null)).toBe(instrument.items);
		}),
	);
});

test('what hangs on an answer comes after it, whatever the order', () => {
	fc.assert(
		fc.property(soundInstrument.map(loose), fc.integer(), (instrument, seed) => {
			const ordered = orderedItems(instrument, seed);
			const place = (id: string) =>
				ordered.findIndex(
					(item) => item.id === id || (item.type === 'matrix' && item.rows.some((row) => row.id === id)),
				);
			for (const [at, item] of ordered.entries())
				for (const [, id = ''] of JSON.stringify(item.shownIf ?? {}).matchAll(/"item":"([^"]+)"/g))
					expect(place(id)).toBeLessThan(at);
		}),
	);
});

test('only a section that says so is shuffled; information leads or goes with the question after it', () => {
	const items: Item[] = [
		{ type: 'section', id: 'fixed', text: { sv: '' } },
		text('a'),
		text('b'),
		{ type: 'section', id: 'loose', text: { sv: '' }, shuffle: true },
		{ type: 'info', id: 'lead', text: { sv: '' } },
		text('c'),
		{ type: 'info', id: 'about-d', text: { sv: '' } },
		text('d'),
		text('e'),
		text('f', { text: { sv: 'Mer om {{e}}' } }),
	];
	const orders = seeds.map((seed) => ids(orderedItems(makeInstrument(items), seed)));
	for (const order of orders) {
		expect(order.slice(0, 5)).toEqual(['fixed', 'a', 'b', 'loose', 'lead']);
		expect(order.indexOf('d')).toBe(order.indexOf('about-d') + 1);
		expect(order.indexOf('f')).toBe(order.indexOf('e') + 1);
	}
	// Three bundles: all six orders are met.
	expect(new Set(orders.map(String)).size).toBe(6);
});

test('alternatives outside the scale, "none" and "other" stay last', () => {
	const options = [
		option('1'),
		option('o', { other: true }),
		option('2'),
		option('n', { exclusive: true }),
		option('3'),
	];
	const made = makeInstrument([{ type: 'multiple', id: 'm', text: { sv: '' }, options, shuffleOptions: true }]);
	const orders = seeds.map((seed) => {
		const [item] = orderedItems(made, seed);
		return item?.type === 'multiple' ? item.options.map((one) => one.value) : [];
	});
	for (const order of orders) expect(order.slice(3)).toEqual(['o', 'n']);
	expect(new Set(orders.map(String)).size).toBe(6);
});
