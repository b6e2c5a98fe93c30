import type { z } from 'zod';
import { type Condition, type Instrument, type Item, instrument as model, type Option } from './model.ts';

/** What is wrong with a questionnaire that has the right shape, or where its shape is wrong. Its words are in `shared/i18n/error-text`. */
export interface InstrumentProblem {
	kind:
		| 'shape'
		| 'duplicate-item'
		| 'duplicate-scale'
		| 'duplicate-option'
		| 'unknown-scale'
		| 'unknown-reference'
		| 'later-reference'
		| 'unanswerable-reference'
		| 'unknown-option'
		| 'bad-bounds'
		| 'nothing-asked';
	/** The item or scale it stands in, or the path in the file for `shape`. */
	at: string;
	/** The word at fault: an id, an option's value; empty where there is none. */
	value: string;
}

/** Reads a definition from outside. Every problem is given, the first of the file first. */
export function readInstrument(
	definition: unknown,
): { instrument: Instrument; problems: [] } | { instrument: null; problems: InstrumentProblem[] } {
	const parsed = model.safeParse(definition);
	const problems = parsed.success ? checkInstrument(parsed.data) : parsed.error.issues.map(asShapeProblem);
	return parsed.success && problems.length === 0
		? { instrument: parsed.data, problems: [] }
		: { instrument: null, problems };
}

function asShapeProblem({ path, message }: z.core.$ZodIssue): InstrumentProblem {
	return { kind: 'shape', at: path.map(String).join('.') || '.', value: message };
}

/** What the shape alone cannot show: ids used twice, references to nothing or to what comes later, scales and options that are not there. */
export function checkInstrument(instrument: Instrument): InstrumentProblem[] {
	const problems: InstrumentProblem[] = [];
	const note = (kind: InstrumentProblem['kind'], at: string, value = '') => problems.push({ kind, at, value });

	const scales = new Map<string, readonly Option[]>();
	for (const { id, options } of instrument.scales) {
		if (scales.has(id)) note('duplicate-scale', id, id);
		scales.set(id, options);
		for (const value of repeated(options.map((one) => one.value))) note('duplicate-option', id, value);
	}

	const all = new Set(instrument.items.flatMap(idsOf));
	/** What may be referred to at this place: id → the values it can have, null where they are free, undefined where it is not answered. */
	const earlier = new Map<string, readonly string[] | null | undefined>();
	for (const item of instrument.items) {
		for (const leaf of item.shownIf ? leavesOf(item.shownIf) : []) {
			if (!all.has(leaf.item)) note('unknown-reference', item.id, leaf.item);
			else if (!earlier.has(leaf.item)) note('later-reference', item.id, leaf.item);
			else {
				const values = earlier.get(leaf.item);
				if (values === undefined) note('unanswerable-reference', item.id, leaf.item);
				if (values && 'is' in leaf)
					for (const one of leaf.is) if (!values.includes(one)) note('unknown-option', item.id, one);
			}
		}
		if ((item.type === 'scale' || item.type === 'matrix') && !scales.has(item.scale))
			note('unknown-scale', item.id, item.scale);
		if ('options' in item)
			for (const value of repeated(item.options.map((one) => one.value))) note('duplicate-option', item.id, value);
		if ('min' in item && item.min !== undefined && item.max !== undefined && item.min >= item.max)
			note('bad-bounds', item.id);
		for (const id of idsOf(item)) {
			if (earlier.has(id)) note('duplicate-item', item.id, id);
			earlier.set(id, valuesOf(item, id, scales));
		}
	}
	if (!instrument.items.some((item) => item.type !== 'section' && item.type !== 'info'))
		note('nothing-asked', instrument.key);
	return problems;
}

function idsOf(item: Item): string[] {
	return item.type === 'matrix' ? [item.id, ...item.rows.map((row) => row.id)] : [item.id];
}

function valuesOf(item: Item, id: string, scales: Map<string, readonly Option[]>): string[] | null | undefined {
	if (item.type === 'section' || item.type === 'info' || (item.type === 'matrix' && id === item.id)) return undefined;
	if ('options' in item) return item.options.map((one) => one.value);
	if ('scale' in item) return scales.get(item.scale)?.map((one) => one.value) ?? null;
	return null;
}

type Leaf = Exclude<Condition, { all: Condition[] } | { any: Condition[] } | { not: Condition }>;

function leavesOf(condition: Condition): Leaf[] {
	if ('all' in condition) return condition.all.flatMap(leavesOf);
	if ('any' in condition) return condition.any.flatMap(leavesOf);
	if ('not' in condition) return leavesOf(condition.not);
	return [condition];
}

function repeated(values: string[]): string[] {
	return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
