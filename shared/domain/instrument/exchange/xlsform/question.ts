import type { Item, LocalText } from '../../model.ts';
import { otherId } from '../../questions.ts';
import { type Asked, allOf, given, isRating } from '../draft.ts';
import { choice, readTableRow } from './choices.ts';
import { condition, relevant, repeated, resolveIn } from './conditions.ts';
import { readConstraint, readDefault } from './constraint.ts';
import { type Ends, type Form, isYes, plainConditions, type Row } from './form.ts';
import { said } from './rows.ts';
import { lostTypes, metadata } from './types.ts';

/** A row that asks or tells something. */
export function readQuestion(row: Row, type: string, name: string, form: Form): void {
	const { draft, main, open, refers } = form;
	const table = open.at(-1)?.kind === 'table' ? open.at(-1)?.matrix : undefined;
	const select =
		/^(select[ _]one|select[ _]multiple|select all that apply|rank|select1|select)(?: (?:from )?(\S+))?(?: or[ _](?:specify[ _])?other)?$/.exec(
			type,
		);
	const kind = select
		? /multiple|all|^select$/.test(select[1] ?? '')
			? 'multiple'
			: select[1] === 'rank'
				? 'ranking'
				: 'single'
		: null;
	const base = type.split(' ')[0] ?? '';
	if (metadata.has(type) || lostTypes.has(base)) {
		draft.lose('item', name, base);
		return;
	}
	const own = relevant(row, name, form);
	if (table && kind === 'single') {
		readTableRow(row, name, select?.[2] ?? '', own, table, form);
		return;
	}
	if (isOtherField(row, name, form)) return;
	const id = draft.idFor(name || base);
	const holds = allOf([...plainConditions(open), own]);
	const hint = hintOf(draft.text(said(row, 'hint', main), id), type === 'range' ? row : null);
	const asked = {
		id,
		text: repeated(draft.text(said(row, 'label', main), id), form),
		...(hint.help.sv ? { help: repeated(hint.help, form) } : {}),
		...(holds ? { shownIf: holds } : {}),
		...(isYes(row.get('required')) ? { required: true } : {}),
	};
	if (
		row.get('required') &&
		!isYes(row.get('required')) &&
		!/^(?:no|false|false\(\)|0)$/i.test(row.get('required') ?? '')
	)
		draft.lose('rule', id, `required: ${row.get('required')}`);
	const item = kind
		? choice(kind, row, type, select?.[2] ?? '', asked, form)
		: typed(type, row, asked, hint.ends, form);
	if (!item) {
		draft.lose('item', name, type);
		return;
	}
	if (item.type !== 'section' && item.type !== 'info') {
		readConstraint(row, item, form);
		readDefault(row, item, form);
	}
	draft.add(item);
	refers.set(name, { id, many: item.type === 'multiple' || item.type === 'ranking' });
	if (kind && / or[ _]/.test(type)) refers.set(`${name}_other`, { id, option: 'other', words: otherId(id) });
	for (const lost of [
		'calculation',
		'choice_filter',
		'readonly',
		'read_only',
		'trigger',
		'media::image',
		'image',
		'audio',
		'video',
		'repeat_count',
		'guidance_hint',
		'required_message',
	])
		if (row.get(lost))
			draft.lose(
				lost === 'choice_filter' ? 'condition' : 'setting',
				id,
				lost === 'choice_filter' ? (row.get(lost) ?? '') : lost,
			);
}

/** The last line of a hint may tell the ends of a scale of numbers: "1 = not at all · 10 = very much", or of one end alone. */
function hintOf(hint: LocalText, range: Row | null): { help: LocalText; ends: Ends } {
	if (!range) return { help: hint, ends: {} };
	const [low, high] = [parameter(range, 'start') ?? 0, parameter(range, 'end') ?? 10];
	const read = (text: string | undefined) => {
		const found =
			/^(?:([\s\S]*)\n)?(-?\d+) = (.+) · (-?\d+) = (.+)$/.exec(text ?? '') ??
			/^(?:([\s\S]*)\n)?(-?\d+) = (.+)$/.exec(text ?? '');
		if (!found) return null;
		const [, help = '', first, label = '', second, then = ''] = found;
		const by = new Map([[Number(first), label], ...(second === undefined ? [] : [[Number(second), then] as const])]);
		return [...by.keys()].every((one) => one === low || one === high) ? { help, by } : null;
	};
	const [sv, en] = [read(hint.sv), read(hint.en)];
	if (!sv) return { help: hint, ends: {} };
	const label = (at: number): LocalText | undefined => {
		const [first, then] = [sv.by.get(at), en?.by.get(at)];
		return first || then ? { sv: first ?? then ?? '', ...(then ? { en: then } : {}) } : undefined;
	};
	return {
		help: { sv: sv.help, ...(en?.help ? { en: en.help } : {}) },
		ends: given({ minLabel: label(low), maxLabel: label(high) }),
	};
}

/** A number among the parameters of a row. */
function parameter(row: Row, name: string): number | undefined {
	const text = new RegExp(`\\b${name}\\s*=\\s*(-?\\d+(?:\\.\\d+)?)`).exec(row.get('parameters') ?? '')?.[1];
	return text === undefined ? undefined : Number(text);
}

/** What the field for the words to an "other" is called, with a number where another question had the name. */
const otherName = /_other(?:_\d+)?$/;

/** A field for words right after a question with an option "other", asked of those who chose it, belongs to that. */
function isOtherField(row: Row, name: string, { draft, refers }: Form): boolean {
	const before = draft.items.at(-1);
	if (
		(row.get('type') ?? '').toLowerCase() !== 'text' ||
		!before ||
		(before.type !== 'single' && before.type !== 'multiple')
	)
		return false;
	const holds = condition(row.get('relevant'), resolveIn(refers));
	if (!holds || !('item' in holds) || !('is' in holds) || holds.item !== before.id || holds.is.length !== 1)
		return false;
	const option = before.options.find((one) => one.value === holds.is[0]);
	// Named after the question, it can be nothing else; any other name must have an option that says so.
	const isNamedAfter = refers.get(name.replace(otherName, ''))?.id === before.id;
	const saysSo = /^other|^annat|^_other|^96$/i.test(option?.value ?? '');
	if (!option || !otherName.test(name) || !(isNamedAfter || saysSo)) return false;
	if (before.options.some((one) => one.other)) return false;
	option.other = true;
	refers.set(name, { id: before.id, option: option.value, words: otherId(before.id) });
	return true;
}

function typed(type: string, row: Row, asked: Asked, ends: Ends, { draft }: Form): Item | null {
	const appearance = row.get('appearance') ?? '';
	switch (type) {
		case 'note': {
			const { required: _none, ...base } = asked;
			return { ...base, type: 'info' };
		}
		case 'text':
		case 'string':
			return { ...asked, type: 'text', long: /multiline/.test(appearance) };
		case 'integer':
		case 'int':
		case 'phone number':
			return type === 'phone number'
				? { ...asked, type: 'text', long: false }
				: { ...asked, type: 'number', decimals: 0 };
		case 'decimal':
		case 'percentage':
			return { ...asked, type: 'number' };
		case 'date':
			return { ...asked, type: 'date' };
		case 'time':
		case 'datetime':
			draft.lose('type', asked.id, type);
			return { ...asked, type: 'text', long: false };
		case 'range': {
			const [min, max, step] = [parameter(row, 'start') ?? 0, parameter(row, 'end') ?? 10, parameter(row, 'step') ?? 1];
			if (step !== 1 || !isRating(min, max)) {
				if (step !== 1) draft.lose('setting', asked.id, `step=${step}`);
				return { ...asked, type: 'number', min, max };
			}
			const look = /\brating\b/.test(appearance) ? ('stars' as const) : undefined;
			return { ...asked, type: 'rating', min, max, ...ends, ...given({ look }) };
		}
		default:
			return null;
	}
}
