import type { Item, Option } from '../../model.ts';
import { recogniseScale } from '../known-scales.ts';
import type { Foreign } from '../record.ts';
import { noteOutside, scaleOptions } from '../write-shared.ts';
import { special, type Writer } from './writer.ts';

/** What a type has beside what all have. */
export function ownFields(
	item: Exclude<Item, { type: 'section' | 'info' }>,
	writer: Writer,
): { type: string; [field: string]: unknown } {
	const { instrument, text, lose } = writer;
	const choice = ({ value, label }: Option) => ({ value, text: text(label) });
	switch (item.type) {
		case 'scale': {
			const options = scaleOptions(instrument, item, lose);
			const outside = options.some((one) => one.missing);
			if (!outside)
				return { type: 'rating', displayMode: 'buttons', rateCount: options.length, rateValues: options.map(choice) };
			if (!recogniseScale(options)) lose('type', item.id, 'scale');
			for (const one of options) noteOutside(one, item.id, lose);
			return { type: 'radiogroup', choices: options.map(choice) };
		}
		case 'single':
		case 'multiple':
		case 'ranking': {
			const { options, extra } = choices(item, writer);
			const order = item.shuffleOptions ? { choicesOrder: 'random' } : {};
			const fields = { choices: options, ...extra, ...order };
			if (item.type === 'single') return { type: 'radiogroup', ...fields };
			if (item.type === 'ranking')
				return {
					type: 'ranking',
					...fields,
					...(item.max === undefined ? {} : { selectToRankEnabled: true, maxSelectedChoices: item.max }),
				};
			return {
				type: 'checkbox',
				...fields,
				...(item.min === undefined ? {} : { minSelectedChoices: item.min }),
				...(item.max === undefined ? {} : { maxSelectedChoices: item.max }),
			};
		}
		case 'matrix': {
			const options = scaleOptions(instrument, item, lose);
			for (const one of options) noteOutside(one, item.id, lose);
			return {
				type: 'matrix',
				columns: options.map(choice),
				rows: item.rows.map((row) => ({ value: row.id, text: text(row.text) })),
				...(item.required ? { eachRowRequired: true } : {}),
				...(item.shuffleRows ? { rowOrder: 'random' } : {}),
			};
		}
		case 'rating':
			return {
				type: 'rating',
				rateMin: item.min,
				rateMax: item.max,
				...(item.look === 'stars' ? { rateType: 'stars' } : item.look === 'faces' ? { rateType: 'smileys' } : {}),
				...(item.minLabel ? { minRateDescription: text(item.minLabel) } : {}),
				...(item.maxLabel ? { maxRateDescription: text(item.maxLabel) } : {}),
			};
		case 'number': {
			if (item.unit) lose('setting', item.id, 'unit');
			if (item.decimals) lose('setting', item.id, 'decimals');
			const { min, max } = item;
			return {
				type: 'text',
				inputType: 'number',
				...(min === undefined ? {} : { min }),
				...(max === undefined ? {} : { max }),
				...(item.decimals === 0 ? { step: 1 } : {}),
			};
		}
		case 'date':
			return {
				type: 'text',
				inputType: 'date',
				...(item.from ? { min: item.from } : {}),
				...(item.to ? { max: item.to } : {}),
			};
		case 'text':
			return {
				type: item.long === false ? 'text' : 'comment',
				...(item.maxLength === undefined ? {} : { maxLength: item.maxLength }),
			};
	}
}

function choices(
	{ id, type, options }: Extract<Item, { type: 'single' | 'multiple' | 'ranking' }>,
	{ text, lose }: Writer,
): { options: Foreign[]; extra: Foreign } {
	const extra: Foreign = {};
	const rest: Foreign[] = [];
	for (const [at, option] of options.entries()) {
		const last = options.slice(at).every((one) => one.other || one.exclusive);
		if (option.other && type === 'ranking') lose('setting', id, `other: ${option.value}`);
		else if (option.other) {
			if (option.value !== special.other) lose('renamed', id, `${option.value} → ${special.other}`);
			if (at !== options.length - 1) lose('setting', id, 'order');
			Object.assign(extra, { showOtherItem: true, otherText: text(option.label) });
			continue;
		}
		if (option.exclusive && option.value === special.none && last) {
			Object.assign(extra, { showNoneItem: true, noneText: text(option.label) });
			continue;
		}
		if (option.exclusive) lose('setting', id, `exclusive: ${option.value}`);
		noteOutside(option, id, lose);
		rest.push({ value: option.value, text: text(option.label) });
	}
	return { options: rest, extra };
}
