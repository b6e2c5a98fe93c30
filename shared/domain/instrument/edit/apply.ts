import { AppError } from '#shared/contract/errors.ts';
import { type Instrument, instrument as model } from '../model.ts';
import { addRows, moveRow, setDetails, setFields } from './fields.ts';
import { isNumbered, renumber } from './ids.ts';
import {
	addItem,
	duplicateItems,
	type Edited,
	freeName,
	insertItems,
	moveItems,
	type NewUid,
	removeItems,
} from './items.ts';
import { joinItem, splitItem, turnScale } from './mend.ts';
import { addOptions, addScale, moveOption, removeOption, setOption, setScale } from './options.ts';
import { patchText, withUids } from './references.ts';
import { retype } from './retype.ts';
import type { InstrumentEdit } from './schema.ts';

/** The edits after which questions that had the numbers of their order get them again. */
const reorders = new Set<InstrumentEdit['do']>([
	'add',
	'insert',
	'duplicate',
	'remove',
	'move',
	'retype',
	'join',
	'split',
	'addRows',
	'moveRow',
]);

/**
 * One edit of a questionnaire. It may be unsound before and after (`checkInstrument` tells), but has the right shape always. Where the questions have the
 * numbers 1, 2, 3 … of their order they keep that; identities stay.
 * @param newUid gives a new identity each time
 * @throws AppError NOT_FOUND for what is not there; NAME_TAKEN for an id or value that another has; INSTRUMENT_INVALID for what can be no questionnaire
 */
export function applyEdit(given: Instrument, edit: InstrumentEdit, newUid: NewUid): Edited {
	const instrument = withUids(given);
	const { instrument: changed, made } = applied(instrument, edit, newUid);
	const next = reorders.has(edit.do) && isNumbered(instrument) ? renumber(changed) : changed;
	const parsed = model.safeParse(next);
	if (!parsed.success) {
		const problems = parsed.error.issues.map((one) => ({
			kind: 'shape' as const,
			at: one.path.join('.'),
			value: one.message,
		}));
		const detail = problems.map((one) => `${one.at} ${one.value}`).join('; ');
		throw new AppError('INSTRUMENT_INVALID', {
			name: given.title.sv || given.key,
			detail,
			problems: problems.slice(0, 5),
		});
	}
	return { instrument: parsed.data, made };
}

function applied(instrument: Instrument, edit: InstrumentEdit, newUid: NewUid): Edited {
	switch (edit.do) {
		case 'details':
			return setDetails(instrument, edit);
		case 'add':
			return addItem(instrument, edit, newUid);
		case 'insert':
			return insertItems(instrument, edit, newUid);
		case 'duplicate':
			return duplicateItems(instrument, edit.items, newUid);
		case 'remove':
			return removeItems(instrument, edit.items, edit.whole ?? false);
		case 'move':
			return moveItems(instrument, edit.items, edit.before);
		case 'set':
			return setFields(instrument, edit.item, edit.set);
		case 'retype':
			return retype(instrument, edit.item, edit.type, newUid);
		case 'join':
			return joinItem(instrument, edit.item, edit.as, newUid);
		case 'split':
			return splitItem(instrument, edit.item, edit.into, newUid);
		case 'turnScale':
			return turnScale(instrument, edit.item);
		case 'addRows':
			return addRows(instrument, edit, newUid);
		case 'moveRow':
			return moveRow(instrument, edit.item, edit.at);
		case 'addOptions':
			return addOptions(instrument, edit);
		case 'setOption':
			return setOption(instrument, edit.of, edit.value, edit.set);
		case 'removeOption':
			return removeOption(instrument, edit.of, edit.value);
		case 'moveOption':
			return moveOption(instrument, edit.of, edit.value, edit.at);
		case 'addScale':
			return addScale(instrument, edit);
		case 'setScale':
			return setScale(instrument, edit);
		case 'removeScale':
			return {
				instrument: { ...instrument, scales: instrument.scales.filter((one) => one.id !== edit.scale) },
				made: [],
			};
		case 'addIndex':
			return addIndex(instrument, edit);
		case 'setIndex':
			return setIndex(instrument, edit);
		case 'removeIndex':
			return withIndexes(
				instrument,
				(instrument.indexes ?? []).filter((one) => one.id !== edit.index),
			);
		case 'renumber':
			return { instrument: renumber(instrument), made: [] };
	}
}

function withIndexes(instrument: Instrument, indexes: NonNullable<Instrument['indexes']>, made: string[] = []): Edited {
	const { indexes: _before, ...rest } = instrument;
	return { instrument: indexes.length > 0 ? { ...rest, indexes } : rest, made };
}

function addIndex(instrument: Instrument, { title, item }: Extract<InstrumentEdit, { do: 'addIndex' }>): Edited {
	const known = instrument.indexes ?? [];
	const id = freeName(
		'index1',
		known.map((one) => one.id),
	);
	const named = patchText(undefined, title, instrument.languages) ?? { sv: '' };
	const next = withIndexes(instrument, [...known, { id, title: named }], [id]);
	if (item === undefined) return next;
	return { instrument: setFields(next.instrument, item, { index: id }).instrument, made: [id] };
}

function setIndex(instrument: Instrument, { index, set }: Extract<InstrumentEdit, { do: 'setIndex' }>): Edited {
	const indexes = (instrument.indexes ?? []).map((one) => {
		if (one.id !== index) return one;
		const title = set.title ? (patchText(one.title, set.title, instrument.languages) ?? { sv: '' }) : one.title;
		const method = set.method ?? one.method;
		return { id: one.id, title, ...(method === 'sum' ? { method } : {}) };
	});
	return withIndexes(instrument, indexes);
}
