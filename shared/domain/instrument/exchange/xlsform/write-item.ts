import type { Item, LocalText, Option } from '../../model.ts';
import { hasOptions } from '../../questions.ts';
import { noteOwn, scaleOptions } from '../write-shared.ts';
import { constraint, writeChoice } from './write-choice.ts';
import { listOf, local, shared, type Writer } from './writer.ts';

/** An item as the rows it becomes. */
export function writeItem(item: Exclude<Item, { type: 'section' }>, writer: Writer): void {
	const { survey, name, lose, instrument } = writer;
	noteOwn(item, lose, item.type === 'rating' && item.look === 'stars' ? ['look'] : []);
	const row = { name: name(item.id), ...shared(item, writer) };
	if (item.type === 'info') {
		survey.push({ type: 'note', ...row });
		return;
	}
	const start: Record<string, string> =
		item.default === undefined
			? {}
			: {
					default: [item.default]
						.flat()
						.map(String)
						.map(writer.values(optionsIn(item, writer)))
						.join(' '),
				};
	const more = (constraints: (string | undefined)[]): Record<string, string> => ({
		...constraint(item, constraints, writer),
		...start,
	});
	switch (item.type) {
		case 'matrix': {
			if (item.default !== undefined) lose('default', item.id, '');
			const list = listOf(scaleOptions(instrument, item, lose), item.scale, item.id, writer);
			const { required, ...group } = row as Record<string, string>;
			if (item.shuffleRows) lose('setting', item.id, 'shuffleRows');
			survey.push({ type: 'begin_group', appearance: 'table-list', ...group });
			for (const one of item.rows)
				survey.push({
					type: `select_one ${list}`,
					name: name(one.id),
					...local('label', one.text, writer),
					...(required ? { required } : {}),
				});
			survey.push({ type: 'end_group' });
			return;
		}
		case 'scale':
			survey.push({
				type: `select_one ${listOf(scaleOptions(instrument, item, lose), item.scale, item.id, writer)}`,
				...row,
				appearance: 'likert',
				...more([]),
			});
			return;
		case 'single':
		case 'multiple':
		case 'ranking':
			writeChoice(item, row, more, writer);
			return;
		case 'rating': {
			const ends = endsOf(item);
			const hint = ends ? local('hint', item.help ? joined(item.help, ends) : ends, writer) : {};
			const look: Record<string, string> = item.look === 'stars' ? { appearance: 'rating' } : {};
			survey.push({
				type: 'range',
				...row,
				...hint,
				...look,
				parameters: `start=${item.min} end=${item.max} step=1`,
				...more([]),
			});
			return;
		}
		case 'number':
			if (item.unit) lose('setting', item.id, 'unit');
			if (item.decimals) lose('setting', item.id, 'decimals');
			survey.push({
				type: item.decimals === 0 ? 'integer' : 'decimal',
				...row,
				...more([at('>=', item.min), at('<=', item.max)]),
			});
			return;
		case 'date':
			survey.push({ type: 'date', ...row, ...more([day('>=', item.from), day('<=', item.to)]) });
			return;
		case 'text':
			survey.push({
				type: 'text',
				...row,
				...((item.long === false ? {} : { appearance: 'multiline' }) as Record<string, string>),
				...more([item.maxLength === undefined ? undefined : `string-length(.) <= ${item.maxLength}`]),
			});
	}
}

/** The options that an answer is one of; none where it is not. */
function optionsIn(item: Item, { instrument }: Writer): readonly Option[] {
	if (hasOptions(item)) return item.options;
	return 'scale' in item ? (instrument.scales.find((one) => one.id === item.scale)?.options ?? []) : [];
}

const at = (sign: string, bound: number | undefined) => (bound === undefined ? undefined : `. ${sign} ${bound}`);

const day = (sign: string, bound: string | undefined) =>
	bound === undefined ? undefined : `. ${sign} date('${bound}')`;

/** The ends of a scale of numbers, which XLSForm has no place for, as the last line of the hint. */
function endsOf({ min, max, minLabel, maxLabel }: Extract<Item, { type: 'rating' }>): LocalText | undefined {
	if (!minLabel && !maxLabel) return undefined;
	const line = (low: string | undefined, high: string | undefined) =>
		[low && `${min} = ${low}`, high && `${max} = ${high}`].filter(Boolean).join(' · ');
	const en = minLabel?.en ?? maxLabel?.en;
	return {
		sv: line(minLabel?.sv, maxLabel?.sv),
		...(en === undefined ? {} : { en: line(minLabel?.en, maxLabel?.en) }),
	};
}

const joined = (first: LocalText, then: LocalText): LocalText => ({
	sv: `${first.sv}\n${then.sv}`,
	...(first.en === undefined && then.en === undefined ? {} : { en: `${first.en ?? first.sv}\n${then.en ?? then.sv}` }),
});
