import { isIsoDate } from '../../answer.ts';
import type { Item } from '../../model.ts';
import { unbound } from '../local-text.ts';
import { condition, resolveIn } from './conditions.ts';
import type { Form, Row } from './form.ts';
import { said } from './rows.ts';

/** A constraint: bounds become the item's own, the rest a rule. */
export function readConstraint(
	row: Row,
	item: Exclude<Item, { type: 'section' | 'info' }>,
	{ draft, main, refers }: Form,
): void {
	const source = row.get('constraint');
	if (!source) return;
	const message = draft.text(said(row, 'constraint_message', main), item.id);
	const rest: string[] = [];
	const parts = partsOf(source);
	// Words of the author's go with a rule: with that which stands in parentheses of its own beside bounds, else with the bounds themselves.
	const isApart = parts.some((part) => part.trim().startsWith('('));
	const isRule = (part: string) => message.sv !== '' && (part.trim().startsWith('(') || (!isApart && onlyBounds));
	const onlyBounds = item.type === 'number' && parts.every((part) => /^\s*\.\s*[<>]=\s*-?[\d.]+\s*$/.test(part));
	for (const part of parts) {
		const bound = /^\(?\s*\.\s*(>=|<=)\s*(?:date\(\s*)?['"]?(-?[\d.]+|\d{4}-\d{2}-\d{2})['"]?\s*\)?\s*\)?$/.exec(
			part.trim(),
		);
		const count = /^count-selected\(\s*\.\s*\)\s*(>=|<=|<|>)\s*(\d+)$/.exec(part.trim());
		const length = /^string-length\(\s*\.\s*\)\s*(<=|<)\s*(\d+)$/.exec(part.trim());
		const regex = /^regex\(\s*\.\s*,\s*(?:'([^']*)'|"([^"]*)")\s*\)$/.exec(part.trim());
		const exclusive =
			/^not\(\s*selected\(\s*\.\s*,\s*['"]([^'"]*)['"]\s*\) and count-selected\(\s*\.\s*\) > 1\s*\)$/.exec(part.trim());
		if (isRule(part)) rest.push(part);
		else if (bound && item.type === 'number' && Number.isFinite(Number(bound[2])))
			Object.assign(item, { [bound[1] === '>=' ? 'min' : 'max']: Number(bound[2]) });
		else if (bound && item.type === 'date' && isIsoDate(bound[2] ?? ''))
			Object.assign(item, { [bound[1] === '>=' ? 'from' : 'to']: bound[2] });
		else if (count && item.type === 'multiple') {
			const number = Number(count[2]) + (count[1] === '>' ? 1 : count[1] === '<' ? -1 : 0);
			if (number >= 1) Object.assign(item, { [count[1]?.startsWith('>') ? 'min' : 'max']: number });
		} else if (count && item.type === 'ranking' && count[1] === '<=') item.max = Number(count[2]);
		else if (length && item.type === 'text')
			item.maxLength = Math.max(1, Number(length[2]) - (length[1] === '<' ? 1 : 0));
		else if (exclusive && item.type === 'multiple') {
			for (const one of item.options) if (one.value === exclusive[1]) one.exclusive = true;
		} else if (regex && item.type === 'text' && (regex[1] ?? regex[2] ?? '').length <= 500) {
			const whole = regex[1] ?? regex[2] ?? '';
			item.validation = {
				...item.validation,
				pattern: unbound(whole) ?? whole,
				message,
			};
		} else rest.push(part);
	}
	// Of what becomes the item's own bounds the program tells in words of its own.
	if (message.sv !== '' && rest.length === 0 && !item.validation) draft.lose('setting', item.id, 'message');
	if (rest.length === 0) return;
	const rule = condition(
		rest.join(' and '),
		resolveIn(refers, { id: item.id, many: item.type === 'multiple' || item.type === 'ranking' }),
	);
	if (rule) item.validation = { ...item.validation, rule, message };
	else draft.lose('rule', item.id, rest.join(' and '));
}

/** The answer that is there from the start; one that is worked out is listed as lost. */
export function readDefault(row: Row, item: Exclude<Item, { type: 'section' | 'info' }>, { draft }: Form): void {
	const text = row.get('default');
	if (text === undefined || item.type === 'matrix') return;
	if (item.type === 'multiple' || item.type === 'ranking') item.default = text.split(/\s+/);
	else if (item.type === 'number' || item.type === 'rating') {
		if (Number.isFinite(Number(text))) item.default = Number(text);
		else draft.lose('default', item.id, text);
	} else if (/[(${]/.test(text)) draft.lose('default', item.id, text);
	else item.default = text;
}

/** The parts of an expression between its outermost "and": those within parentheses and quotes part nothing. */
function partsOf(source: string): string[] {
	const parts: string[] = [];
	let start = 0;
	let depth = 0;
	for (const { 0: sign, index } of source.matchAll(/'[^']*'|"[^"]*"|[()]|\sand\s/gi)) {
		if (sign === '(') depth++;
		else if (sign === ')') depth--;
		else if (depth === 0 && /^\sand\s$/i.test(sign)) {
			parts.push(source.slice(start, index));
			start = index + sign.length;
		}
	}
	return [...parts, source.slice(start)];
}
