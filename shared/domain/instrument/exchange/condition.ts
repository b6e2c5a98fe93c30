import type { Condition } from '../model.ts';
import { type Expression, parseExpression, type Sign } from './expression.ts';

/** What a name in a foreign expression refers to. */
export interface Referred {
	/** The id of our question. */
	id: string;
	/** Answered by several choices. */
	many?: boolean;
	/** Of a name that stands for one option among several: that option. */
	option?: string | undefined;
	/** Of a name that stands for the words to an "other: …": their own id. A condition is about the option, a repeated answer about the words. */
	words?: string;
	/** What the foreign value is called with us. */
	value?: (foreign: string) => string;
}

/** Finds what a name refers to; null where there is nothing. */
export type Resolve = (name: string) => Referred | null;

/** A foreign expression as a condition; null where it can't be expressed, or refers to what is not there. */
export function readCondition(source: string, resolve: Resolve): Condition | null {
	const expression = parseExpression(source);
	const read = expression && asCondition(expression, resolve);
	return read && tidy(read);
}

/** The same condition in fewer words: what a format has to spell out ("answered and at least 18", "not unanswered") is not kept so. */
function tidy(condition: Condition): Condition {
	if ('any' in condition) return { any: condition.any.map(tidy) };
	if ('not' in condition) {
		const inner = tidy(condition.not);
		if ('not' in inner) return inner.not;
		return 'answered' in inner ? { ...inner, answered: !inner.answered } : { not: inner };
	}
	if (!('all' in condition)) return condition;
	const parts = condition.all.map(tidy);
	// To have such an answer is to have one.
	const said = new Set(parts.flatMap((one) => ('item' in one && !('answered' in one) ? [one.item] : [])));
	const all = parts.filter((one) => !('answered' in one && one.answered && said.has(one.item)));
	return all.length === 1 && all[0] ? all[0] : { all };
}

function asCondition(expression: Expression, resolve: Resolve): Condition | null {
	switch (expression.kind) {
		case 'all':
		case 'any': {
			const parts = expression.parts.map((one) => asCondition(one, resolve));
			if (parts.some((one) => one === null)) return null;
			return expression.kind === 'all' ? { all: parts as Condition[] } : { any: parts as Condition[] };
		}
		case 'not': {
			const part = asCondition(expression.part, resolve);
			return part && { not: part };
		}
		case 'compare':
			return compared(expression, resolve);
		case 'call':
			return called(expression.name, expression.args, resolve);
		default:
			return null;
	}
}

const turned: Partial<Record<Sign, Sign>> = { '=': '=', '<>': '<>', '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

function compared(expression: Extract<Expression, { kind: 'compare' }>, resolve: Resolve): Condition | null {
	let { sign, left, right } = expression;
	if (left.kind === 'value' && right.kind !== 'value') {
		const other = turned[sign];
		if (!other) return null;
		[sign, left, right] = [other, right, left];
	}
	const counted = countedBy(left, resolve);
	if (counted) return right.kind === 'value' ? byCount(counted, sign, Number(right.value)) : null;
	if (left.kind !== 'name') return null;
	const referred = resolve(left.name);
	if (!referred) return null;
	const { id: item, option, value = (text: string) => text } = referred;
	if (option !== undefined) return ofOption(item, option, sign, right);
	if (sign === 'empty' || sign === 'notempty') return { item, answered: sign === 'notempty' };
	if (right.kind === 'list') {
		const texts = right.values.map((one) => (one.kind === 'value' ? value(one.value) : null));
		if (texts.length === 0 || texts.some((one) => one === null)) return null;
		const is = texts as string[];
		if (sign === 'anyof' || (sign === '=' && is.length === 1)) return { item, is };
		if (sign === 'allof' || sign === 'contains') return { all: is.map((one) => ({ item, is: [one] })) };
		if (sign === 'notcontains') return { not: { item, is } };
		return null;
	}
	if (right.kind !== 'value') return null;
	const text = right.value;
	if (text === '' && (sign === '=' || sign === '<>')) return { item, answered: sign === '<>' };
	if (sign === '=' || sign === 'contains' || sign === 'anyof' || sign === 'allof') {
		// Of a text, "contains" is about a part of it.
		return sign !== 'contains' || referred.many ? { item, is: [value(text)] } : null;
	}
	if (sign === '<>' || sign === 'notcontains') return { not: { item, is: [value(text)] } };
	const number = Number(text);
	if (text.trim() === '' || !Number.isFinite(number) || referred.many) return null;
	if (sign === '>=') return { item, atLeast: number };
	if (sign === '<=') return { item, atMost: number };
	const answered: Condition = { item, answered: true };
	if (sign === '>') return { all: [answered, { not: { item, atMost: number } }] };
	return sign === '<' ? { all: [answered, { not: { item, atLeast: number } }] } : null;
}

/** LimeSurvey names each option of several: "Y" where it is chosen, empty where not. */
function ofOption(item: string, option: string, sign: Sign, right: Expression): Condition | null {
	const chosen: Condition = { item, is: [option] };
	if (sign === 'empty') return { not: chosen };
	if (sign === 'notempty') return chosen;
	if (right.kind !== 'value' || (sign !== '=' && sign !== '<>')) return null;
	const yes = right.value === 'Y' || right.value === '1';
	if (!yes && right.value !== '' && right.value !== 'N') return null;
	return yes === (sign === '=') ? chosen : { not: chosen };
}

/** The question whose choices an expression counts: `count-selected(q)`, `count(that.q)`, `q.length`. */
function countedBy(expression: Expression, resolve: Resolve): string | null {
	if (expression.kind === 'name' && expression.name.endsWith('.length')) {
		return resolve(expression.name)?.id ?? resolve(expression.name.slice(0, -'.length'.length))?.id ?? null;
	}
	if (expression.kind !== 'call' || !/^count(?:-selected)?$/.test(expression.name)) return null;
	const ids = expression.args.map((one) =>
		one.kind === 'name' ? (resolve(one.name.replace(/^that\./, ''))?.id ?? null) : null,
	);
	return ids[0] != null && ids.every((one) => one === ids[0]) ? ids[0] : null;
}

function byCount(item: string, sign: Sign, count: number): Condition | null {
	if (!Number.isInteger(count) || count < 0) return null;
	const atLeast = (least: number): Condition => ({ item, chosenAtLeast: least });
	if (sign === '>') return atLeast(count + 1);
	if (sign === '<=') return { not: atLeast(count + 1) };
	if (sign === '=' || sign === '<>') {
		const same: Condition = count === 0 ? { not: atLeast(1) } : { all: [atLeast(count), { not: atLeast(count + 1) }] };
		return sign === '=' ? same : { not: same };
	}
	if (count === 0) return null;
	if (sign === '>=') return atLeast(count);
	return sign === '<' ? { not: atLeast(count) } : null;
}

function called(name: string, args: readonly Expression[], resolve: Resolve): Condition | null {
	const [first, second] = args;
	if (!first) return null;
	if (name === 'not') {
		const part = asCondition(first, resolve);
		return part && { not: part };
	}
	if (name === 'boolean' || name === 'iif') return null;
	const referred = first.kind === 'name' ? resolve(first.name) : null;
	if (!referred) return null;
	const item = referred.id;
	if (name === 'is_empty' || name === 'isempty' || name === 'empty')
		return compared({ kind: 'compare', sign: 'empty', left: first, right: first }, resolve);
	if (name === 'selected' && second?.kind === 'value')
		return { item, is: [referred.value?.(second.value) ?? second.value] };
	return null;
}

/** How a format writes each kind of condition; null for what it can't. */
export interface Dialect {
	answered: (item: string) => string | null;
	is: (item: string, values: readonly string[]) => string | null;
	chosenAtLeast: (item: string, count: number) => string | null;
	compare: (item: string, sign: '>=' | '<=', number: number) => string | null;
	not: (inner: string) => string;
}

/** A condition as a format writes it; null where it can't. */
export function writeCondition(condition: Condition, dialect: Dialect): string | null {
	if ('all' in condition || 'any' in condition) {
		const parts = 'all' in condition ? condition.all : condition.any;
		const written = parts.map((one) => writeCondition(one, dialect));
		if (written.some((one) => one === null)) return null;
		return written.length === 1 ? (written[0] ?? null) : `(${written.join('all' in condition ? ' and ' : ' or ')})`;
	}
	if ('not' in condition) {
		const inner = writeCondition(condition.not, dialect);
		return inner && dialect.not(inner);
	}
	const { item } = condition;
	if ('answered' in condition) {
		const answered = dialect.answered(item);
		return answered && (condition.answered ? answered : dialect.not(answered));
	}
	if ('is' in condition) return dialect.is(item, condition.is);
	if ('chosenAtLeast' in condition) return dialect.chosenAtLeast(item, condition.chosenAtLeast);
	return 'atLeast' in condition
		? dialect.compare(item, '>=', condition.atLeast)
		: dialect.compare(item, '<=', condition.atMost);
}

/** A condition that never holds, of the kind that all dialects have. */
export function never(item: string, dialect: Dialect): string | null {
	const answered = dialect.answered(item);
	return answered && `(${answered} and ${dialect.not(answered)})`;
}
