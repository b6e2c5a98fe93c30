import type { Condition, Item, Option } from '../../model.ts';
import { type Asked, otherWords } from '../draft.ts';
import { asScale, isOutside, recogniseScale } from '../known-scales.ts';
import { repeated } from './conditions.ts';
import { type Form, type Group, isYes, type Row } from './form.ts';
import { said } from './rows.ts';

function optionsOf(list: string, id: string, form: Form): Option[] {
	const { lists, draft, main } = form;
	const rows = lists.get(list) ?? lists.get([...lists.keys()].find((one) => one.toLowerCase() === list) ?? '') ?? [];
	return draft.options(
		rows.map((row) => {
			const value = row.get('name') ?? row.get('value') ?? '';
			const texts = said(row, 'label', main);
			const label = repeated(draft.text(texts.size > 0 ? texts : new Map([[main, value]]), id), form);
			return {
				value,
				label,
				...(isYes(row.get('missing')) || isOutside(label.sv) ? { missing: true } : {}),
				...(isYes(row.get('exclusive')) ? { exclusive: true } : {}),
			};
		}),
	);
}

/** A question of choices: one, several or a ranking; a scale where it says so or the words do. */
export function choice(
	kind: 'single' | 'multiple' | 'ranking',
	row: Row,
	type: string,
	list: string,
	asked: Asked,
	form: Form,
): Item {
	const { draft, main } = form;
	const options = optionsOf(list, asked.id, form);
	if (/ or[ _](?:specify[ _])?other$/.test(type)) {
		const label = draft.text(otherWords(main), asked.id);
		options.push({ value: 'other', label, other: true });
	}
	const parameters = row.get('parameters') ?? '';
	const shuffle = /randomize\s*=\s*true/i.test(parameters) ? { shuffleOptions: true } : {};
	if (kind !== 'single') return { ...asked, type: kind, options, ...shuffle };
	const likert = /\blikert\b/.test(row.get('appearance') ?? '');
	const known = options.some((one) => one.other) ? null : recogniseScale(options);
	if (!likert && (!known || 'shuffleOptions' in shuffle)) return { ...asked, type: 'single', options, ...shuffle };
	if (!likert && known) draft.guess('scale', asked.id, known.id);
	if (known?.turned) draft.guess('turned', asked.id, known.id);
	return { ...asked, type: 'scale', scale: draft.scaleFor({ options: asScale(options, known?.turned ?? false) }) };
}

/** A question in a table: a row of its matrix. */
export function readTableRow(
	row: Row,
	name: string,
	list: string,
	own: Condition | undefined,
	matrix: NonNullable<Group['matrix']>,
	form: Form,
): void {
	const { draft, main, refers } = form;
	if (own) draft.lose('condition', name, row.get('relevant') ?? '');
	const options = optionsOf(list, matrix.id, form);
	const known = recogniseScale(options);
	const scale = draft.scaleFor({ options: asScale(options, known?.turned ?? false) });
	if (matrix.scale !== '' && matrix.scale !== scale) draft.lose('setting', name, list);
	if (matrix.scale === '' && known?.turned) draft.guess('turned', matrix.id, known.id);
	matrix.scale ||= scale;
	const id = draft.idFor(name);
	if (isYes(row.get('required'))) matrix.required = true;
	matrix.rows.push({ id, text: repeated(draft.text(said(row, 'label', main), id), form) });
	refers.set(name, { id });
}
