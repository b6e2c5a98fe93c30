import { AppError } from '#shared/contract/errors.ts';
import { type Instrument, type Item, type ItemType, item as itemModel } from '../model.ts';
import { FreshIds } from './ids.ts';
import type { NewUid } from './items.ts';
import { type Edited, placeOfItem } from './items.ts';
import { patchText, renameReferences, uidOf } from './references.ts';
import type { InstrumentEdit, ItemPatch, TextPatch } from './schema.ts';

const fieldsByType = new Map<string, ReadonlySet<string>>(
	itemModel.options.map((one) => [one.shape.type.value, new Set(Object.keys(one.shape))]),
);
const rowFields: ReadonlySet<string> = new Set(['id', 'text', 'short', 'index', 'reverse']);

/** Whether items of a type have a field. */
export const hasField = (type: ItemType, field: string): boolean => fieldsByType.get(type)?.has(field) ?? false;

const isTextPatch = (key: string, value: unknown): value is TextPatch =>
	typeof value === 'object' &&
	value !== null &&
	['text', 'short', 'help', 'unit', 'minLabel', 'maxLabel'].includes(key);

/** An item's or row's fields with a patch laid on them; `fields` are those it may have. */
function patched<T extends object>(
	now: T,
	patch: ItemPatch,
	fields: ReadonlySet<string>,
	languages: readonly string[] | undefined,
): T {
	const next = { ...now } as Record<string, unknown>;
	for (const [key, value] of Object.entries(patch)) {
		if (!fields.has(key) || value === undefined) continue;
		let kept: unknown = value;
		if (key === 'validation')
			kept = patchedValidation(next[key] as Validation, value as ItemPatch['validation'], languages);
		else if (isTextPatch(key, value)) {
			const text = patchText(next[key] as never, value, languages);
			kept = key === 'text' ? (text ?? { sv: '' }) : text;
		} else if (key === 'long') kept = value ? undefined : false;
		else if (value === null || value === false || value === '' || value === 'numbers') kept = undefined;
		if (kept === undefined) delete next[key];
		else next[key] = kept;
	}
	return next as T;
}

type Validation = Extract<Item, { type: 'text' }>['validation'];

function patchedValidation(
	now: Validation,
	patch: ItemPatch['validation'],
	languages: readonly string[] | undefined,
): Validation {
	if (!patch) return undefined;
	const message = patch.message ? patchText(now?.message, patch.message, languages) : now?.message;
	const rule = patch.rule === undefined ? now?.rule : (patch.rule ?? undefined);
	const pattern = patch.pattern === undefined ? now?.pattern : patch.pattern || undefined;
	if (!rule && !pattern && !message) return undefined;
	return { ...(rule ? { rule } : {}), ...(pattern ? { pattern } : {}), message: message ?? { sv: '' } };
}

/**
 * Fields of an item or a matrix row. A new id is followed by what refers to it.
 * @throws AppError NOT_FOUND; NAME_TAKEN for an id that another has
 */
export function setFields(instrument: Instrument, uid: string, set: ItemPatch): Edited {
	const { languages } = instrument;
	const found = findAsked(instrument.items, uid);
	const next = set.id !== undefined && set.id !== found.id ? renamedTo(instrument, found.id, set.id) : instrument;
	const items = next.items.map((one): Item => {
		if (uidOf(one) === uid) return patched(one, set, fieldsByType.get(one.type) ?? new Set(), languages);
		if (one.type !== 'matrix' || !one.rows.some((row) => uidOf(row) === uid)) return one;
		return {
			...one,
			rows: one.rows.map((row) => (uidOf(row) === uid ? patched(row, set, rowFields, languages) : row)),
		};
	});
	return { instrument: { ...next, items }, made: [] };
}

function findAsked(items: readonly Item[], uid: string): { id: string } {
	for (const one of items) {
		if (uidOf(one) === uid) return one;
		const row = one.type === 'matrix' ? one.rows.find((each) => uidOf(each) === uid) : undefined;
		if (row) return row;
	}
	throw new AppError('NOT_FOUND', { what: 'item', ref: uid });
}

function renamedTo(instrument: Instrument, from: string, to: string): Instrument {
	if (!new FreshIds(instrument).isFree(to)) throw new AppError('NAME_TAKEN', { what: 'item', name: to });
	return renameReferences(instrument, new Map([[from, to]]));
}

/** New rows of a matrix with these texts, at a place among its rows. */
export function addRows(
	instrument: Instrument,
	{ item, texts, at, uids }: Extract<InstrumentEdit, { do: 'addRows' }>,
	newUid: NewUid,
): Edited {
	const place = placeOfItem(instrument.items, item);
	const matrix = instrument.items[place];
	if (matrix?.type !== 'matrix') return { instrument, made: [] };
	const fresh = new FreshIds(instrument);
	const taken = new Set(
		instrument.items.flatMap((one) => [uidOf(one), ...(one.type === 'matrix' ? one.rows.map(uidOf) : [])]),
	);
	const own = (index: number) => {
		const wanted = uids?.[index];
		const uid = wanted === undefined || taken.has(wanted) ? newUid() : wanted;
		taken.add(uid);
		return uid;
	};
	const rows = texts.map((text, index) => ({
		id: fresh.row(matrix.id, at + index),
		uid: own(index),
		text: patchText(undefined, text, instrument.languages) ?? { sv: '' },
	}));
	const next = { ...matrix, rows: matrix.rows.toSpliced(at, 0, ...rows) };
	return { instrument: { ...instrument, items: instrument.items.with(place, next) }, made: rows.map(uidOf) };
}

/** A row at another place in its matrix. */
export function moveRow(instrument: Instrument, uid: string, at: number): Edited {
	findAsked(instrument.items, uid);
	const items = instrument.items.map((one): Item => {
		const row = one.type === 'matrix' ? one.rows.find((each) => uidOf(each) === uid) : undefined;
		if (one.type !== 'matrix' || !row) return one;
		return { ...one, rows: one.rows.filter((each) => each !== row).toSpliced(at, 0, row) };
	});
	return { instrument: { ...instrument, items }, made: [uid] };
}

/** What is said of the questionnaire as a whole. */
export function setDetails(instrument: Instrument, edit: Extract<InstrumentEdit, { do: 'details' }>): Edited {
	const languages = edit.languages ?? instrument.languages;
	const next: Instrument = { ...instrument };
	for (const key of ['title', 'description', 'intro', 'thanks'] as const) {
		const patch = edit[key];
		if (!patch) continue;
		const text = patchText(next[key], patch, languages);
		if (key === 'title') next.title = text ?? { sv: '' };
		else if (text) next[key] = text;
		else delete next[key];
	}
	if (edit.languages) next.languages = [...new Set(edit.languages)].sort().reverse();
	if (edit.kind === 'questionnaire') delete next.kind;
	else if (edit.kind) next.kind = edit.kind;
	return { instrument: next, made: [] };
}
