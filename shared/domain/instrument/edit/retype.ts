import { asAnswer } from '../answer.ts';
import { type Instrument, type Item, type ItemType, item as itemModel, type Option, type Scale } from '../model.ts';
import { hasOptions, questionsOf } from '../questions.ts';
import { hasField } from './fields.ts';
import { FreshIds } from './ids.ts';
import { type Edited, freeName, type NewUid, placeOfItem, scaleOrStarter } from './items.ts';
import { hasScale } from './starters.ts';

/**
 * An item as another type, with what that type can hold of it: texts, conditions, options (from and to a scale as well), bounds, end labels. A default
 * that is no possible answer any more goes.
 */
export function retype(instrument: Instrument, uid: string, type: ItemType, newUid: NewUid): Edited {
	const place = placeOfItem(instrument.items, uid);
	const item = instrument.items[place];
	if (!item || item.type === type) return { instrument, made: [uid] };
	const fields = Object.entries(item).filter(([key]) => key !== 'type' && hasField(type, key));
	const kept: Record<string, unknown> = Object.fromEntries(fields);
	let next = instrument;
	if (type === 'scale' || type === 'matrix') {
		const own = scaleFrom(instrument, item);
		if (own) {
			next = hasScale(next, own.id) ? next : { ...next, scales: [...next.scales, own] };
			kept['scale'] = own.id;
		} else if (!('scale' in item)) {
			const given = scaleOrStarter(next, place);
			next = given.instrument;
			kept['scale'] = given.scale;
		}
	}
	if (type === 'matrix') {
		const fresh = new FreshIds(instrument);
		const scored = {
			...('index' in item && item.index ? { index: item.index } : {}),
			...('reverse' in item && item.reverse ? { reverse: true } : {}),
		};
		const row = (at: number) => ({ id: fresh.row(item.id, at), uid: newUid(), text: { sv: '' } });
		kept['rows'] = [{ ...row(0), ...scored }, row(1)];
	}
	if (item.type === 'matrix') {
		const [row] = item.rows;
		for (const key of ['index', 'reverse'] as const)
			if (row?.[key] !== undefined && hasField(type, key)) kept[key] = row[key];
	}
	if (hasField(type, 'options') && !hasOptions(item)) kept['options'] = optionsFrom(instrument, item);
	if (hasField(type, 'options') && type !== 'multiple') kept['options'] = withoutExclusive(kept['options'] as Option[]);
	// How many are chosen is not how large a number is.
	if (hasOptions(item) !== hasField(type, 'options')) {
		delete kept['min'];
		delete kept['max'];
	}
	if (answeredBy(item.type) !== answeredBy(type)) delete kept.default;
	if (type === 'rating') Object.assign(kept, ratingFrom(instrument, item));
	if (type !== 'text' && 'validation' in item && item.validation?.pattern !== undefined) {
		const { pattern: _pattern, ...rest } = item.validation;
		if (rest.rule) kept['validation'] = rest;
		else delete kept['validation'];
	}
	const items = next.items.with(place, itemModel.parse({ ...kept, type }));
	return { instrument: withoutBadDefault({ ...next, items }, place), made: [uid] };
}

/** What kind of value answers a type: a default of another kind means nothing. */
function answeredBy(type: ItemType): string {
	if (type === 'rating' || type === 'number') return 'number';
	return type === 'text' || type === 'date' || type === 'matrix' ? type : 'option';
}

function withoutBadDefault(instrument: Instrument, place: number): Instrument {
	const item = instrument.items[place];
	if (!item || !('default' in item) || item.default === undefined) return instrument;
	const question = questionsOf(instrument).find((one) => one.id === item.id);
	if (question && asAnswer(question, item.default) !== null) return instrument;
	const { default: _default, ...rest } = item;
	return { ...instrument, items: instrument.items.with(place, rest as Item) };
}

const withoutExclusive = (options: readonly Option[]) => options.map(({ exclusive: _exclusive, ...rest }) => rest);

/** A rating's numbers as points, with words at the ends. */
function pointsOf(item: Extract<Item, { type: 'rating' }>): Option[] {
	const count = Math.min(Math.max(2, item.max - item.min + 1), 11);
	return Array.from({ length: count }, (_, at) => {
		const value = String(item.min + at);
		const end = at === 0 ? item.minLabel : at === count - 1 ? item.maxLabel : undefined;
		return { value, label: end ?? { sv: value, en: value } };
	});
}

/** The scale that an item's options or numbers make; one that is there already if it is the same. Null where it has none. */
function scaleFrom(instrument: Instrument, item: Item): Scale | null {
	const fromOptions = hasOptions(item) && item.options.length >= 2;
	if (!fromOptions && item.type !== 'rating') return null;
	const options = hasOptions(item)
		? item.options.map(({ value, label, missing }) => ({ value, label, ...(missing ? { missing } : {}) }))
		: pointsOf(item as Extract<Item, { type: 'rating' }>);
	const same = instrument.scales.find((one) => JSON.stringify(one.options) === JSON.stringify(options));
	if (same) return same;
	const id = freeName(
		`scale${options.length}`,
		instrument.scales.map((one) => one.id),
	);
	return { id, options, ...(fromOptions ? {} : { labels: 'ends' as const, numbered: true }) };
}

function optionsFrom(instrument: Instrument, item: Item): Option[] {
	const scale = 'scale' in item ? instrument.scales.find((one) => one.id === item.scale) : undefined;
	if (scale) return scale.options.map((one) => ({ ...one }));
	if (item.type === 'rating') return pointsOf(item);
	return ['1', '2'].map((value) => ({ value, label: { sv: '' } }));
}

function ratingFrom(
	instrument: Instrument,
	item: Item,
): { min: number; max: number } & Partial<Record<'minLabel' | 'maxLabel', unknown>> {
	const options =
		hasOptions(item) || 'scale' in item ? optionsFrom(instrument, item).filter((one) => !one.missing) : [];
	if (options.length >= 2)
		return { min: 1, max: options.length, minLabel: options[0]?.label, maxLabel: options.at(-1)?.label };
	const bounds = item.type === 'number' ? [item.min, item.max] : [];
	const [min, max] = bounds;
	const whole =
		Number.isInteger(min) && Number.isInteger(max) && Number(max) > Number(min) && Number(max) - Number(min) <= 20;
	return whole ? { min: Number(min), max: Number(max) } : { min: 1, max: 10 };
}
