import type { z } from 'zod';
import { asAnswer } from './answer.ts';
import { idsOf, leavesOf, pipedIn } from './edit/references.ts';
import { boundsHold } from './limits.ts';
import {
	type Condition,
	type Instrument,
	type Item,
	type LocalText,
	instrument as model,
	type Option,
} from './model.ts';
import type { InstrumentProblem } from './problem.ts';
import { hasOptions, otherId, questionsOf } from './questions.ts';
import { startProblem } from './validate.ts';

type Read = { instrument: Instrument; problems: [] } | { instrument: null; problems: InstrumentProblem[] };

/** Reads a definition from outside. Every problem is given, the first of the file first. */
export function readInstrument(definition: unknown): Read {
	const read = checkShape(definition);
	const problems = read.instrument ? checkInstrument(read.instrument) : [];
	return problems.length > 0 ? { instrument: null, problems } : read;
}

/** Reads one that is being made: its shape alone must be right. */
export function checkShape(definition: unknown): Read {
	const parsed = model.safeParse(definition);
	return parsed.success
		? { instrument: parsed.data, problems: [] }
		: { instrument: null, problems: parsed.error.issues.map(asShapeProblem) };
}

/** Whether a file says that it is a questionnaire of ours, sound or not. */
export const isOwnFormat = (value: unknown): boolean =>
	typeof value === 'object' && value !== null && (value as { format?: unknown }).format === model.shape.format.value;

function asShapeProblem({ path, message }: z.core.$ZodIssue): InstrumentProblem {
	// What the schema says of it is in English and of no help to who reads it.
	const value = /received undefined/.test(message) ? 'missing' : '';
	return { kind: 'shape', at: path.map(String).join('.') || '.', value };
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
		const points = options.filter((one) => !one.missing).length;
		if (points < 2) note('too-few-options', id);
		if (points > mostPoints) note('too-many-points', id, String(points));
	}
	const indexes = (instrument.indexes ?? []).map((one) => one.id);
	for (const id of repeated(indexes)) note('duplicate-index', id, id);
	const knownIndexes = new Set(indexes);
	for (const { id, index } of questionsOf(instrument))
		if (index !== null && !knownIndexes.has(index)) note('unknown-index', id, index);

	const all = new Set(instrument.items.flatMap(idsOf));
	/** What may be referred to at this place: id → the values it can have, null where they are free, undefined where it is not answered. */
	const earlier = new Map<string, readonly string[] | null | undefined>();
	for (const item of instrument.items) {
		const checkLeaves = (condition: Condition | undefined) => {
			for (const leaf of condition ? leavesOf(condition) : []) {
				if (!all.has(leaf.item)) note('unknown-reference', item.id, leaf.item);
				else if (!earlier.has(leaf.item)) note('later-reference', item.id, leaf.item);
				else {
					const values = earlier.get(leaf.item);
					if (values === undefined) note('unanswerable-reference', item.id, leaf.item);
					if (values && 'is' in leaf)
						for (const one of leaf.is) if (!values.includes(one)) note('unknown-option', item.id, one);
				}
			}
		};
		checkLeaves(item.shownIf);
		// A heading or the whole of a matrix has no answer to repeat.
		for (const id of pipedIn(item)) if (earlier.get(id) === undefined) note('unknown-pipe', item.id, id);
		if ((item.type === 'scale' || item.type === 'matrix') && !scales.has(item.scale))
			note('unknown-scale', item.id, item.scale);
		if (hasOptions(item)) {
			for (const value of repeated(item.options.map((one) => one.value))) note('duplicate-option', item.id, value);
			if (item.options.length < 2) note('too-few-options', item.id);
			if (item.options.filter((one) => one.other).length > 1) note('several-others', item.id);
		}
		if (item.type === 'matrix' && item.rows.length === 0) note('too-few-options', item.id);
		if (!boundsHold(item)) note('bad-bounds', item.id);
		for (const value of wordless(item)) note('no-text', item.id, value);
		for (const place of wordlessOptions(item)) note('no-option-text', item.id, String(place));
		for (const id of idsOf(item)) {
			if (earlier.has(id)) note('duplicate-item', item.id, id);
			earlier.set(id, valuesOf(item, id, scales));
		}
		if (hasOptions(item) && item.options.some((one) => one.other)) earlier.set(otherId(item.id), null);
		if (item.type === 'section' || item.type === 'info') continue;
		// A rule is over the answer itself and earlier ones.
		checkLeaves(item.validation?.rule);
		if (item.validation?.pattern !== undefined && !isPattern(item.validation.pattern))
			note('bad-pattern', item.id, item.validation.pattern);
	}
	for (const question of questionsOf(instrument)) {
		const { item } = question;
		if (!('default' in item) || item.default === undefined || item.type === 'matrix' || question.otherOf) continue;
		if (asAnswer(question, item.default) === null) note('bad-default', item.id, String(item.default));
		else if (startProblem(question)) note('unfit-default', item.id);
	}
	if (!instrument.items.some((item) => item.type !== 'section' && item.type !== 'info'))
		note('nothing-asked', instrument.key);
	return problems;
}

/** The most points a scale may have beside those that stand outside it. */
const mostPoints = 11;

const isEmpty = ({ sv, en = '' }: LocalText) => sv.trim() === '' && en.trim() === '';

/** The places, from 1, of the options that have no words in any language: their values are seen by nobody. */
function wordlessOptions(item: Item): number[] {
	return hasOptions(item) ? item.options.flatMap((one, at) => (isEmpty(one.label) ? [at + 1] : [])) : [];
}

/** What of an item has no words in any language: itself (empty), the ids of rows. A matrix may do without a lead-in. */
function wordless(item: Item): string[] {
	const rows = item.type === 'matrix' ? item.rows.filter((row) => isEmpty(row.text)).map((row) => row.id) : [];
	const own = item.type !== 'matrix' && item.type !== 'section' && isEmpty(item.text) ? [''] : [];
	return [...own, ...rows];
}

function isPattern(source: string): boolean {
	try {
		return new RegExp(source, 'u') instanceof RegExp;
	} catch {
		return false;
	}
}

function valuesOf(item: Item, id: string, scales: Map<string, readonly Option[]>): string[] | null | undefined {
	if (item.type === 'section' || item.type === 'info' || (item.type === 'matrix' && id === item.id)) return undefined;
	if ('options' in item) return item.options.map((one) => one.value);
	if ('scale' in item) return scales.get(item.scale)?.map((one) => one.value) ?? null;
	return null;
}

/** Those that are there more than once, each told once. */
function repeated(values: readonly string[]): Set<string> {
	const seen = new Set<string>();
	const again = new Set<string>();
	for (const value of values) (seen.has(value) ? again : seen).add(value);
	return again;
}
