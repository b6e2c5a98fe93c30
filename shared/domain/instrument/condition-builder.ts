import type { Leaf } from './edit/references.ts';
import type { Condition } from './model.ts';
import type { Question } from './questions.ts';

export type GroupKind = 'all' | 'any' | 'none';
/** Conditions that must all hold, of which one must, or of which none may. */
export interface Group {
	kind: GroupKind;
	parts: readonly Condition[];
}

/** How a question's answer is compared. The last of them with `is` are of the options, the rest of a number or of whether there is an answer. */
export const operators = [
	'is',
	'isNot',
	'contains',
	'containsNot',
	'answered',
	'unanswered',
	'chosenAtLeast',
	'atLeast',
	'atMost',
] as const;
export type Operator = (typeof operators)[number];

/** A condition on one item as it is built by picking. */
export interface LeafParts {
	item: string;
	operator: Operator;
	/** Of `is` and its like: the options' values. */
	values: readonly string[];
	/** Of `chosenAtLeast`, `atLeast` and `atMost`. */
	number: number;
}

/** A condition as a group, or null where it is a leaf. A `not` around something other than options is a group of which none may hold. */
export function asGroup(condition: Condition): Group | null {
	if ('all' in condition) return { kind: 'all', parts: condition.all };
	if ('any' in condition) return { kind: 'any', parts: condition.any };
	if (!('not' in condition) || 'is' in condition.not) return null;
	return { kind: 'none', parts: 'any' in condition.not ? condition.not.any : [condition.not] };
}

/** A group as a condition; null where nothing is left in it. */
export function fromGroup({ kind, parts }: Group): Condition | null {
	if (parts.length === 0) return null;
	if (kind === 'all') return { all: [...parts] };
	return kind === 'any' ? { any: [...parts] } : { not: { any: [...parts] } };
}

/** The comparisons that go with a question. */
export function operatorsFor({ type }: Pick<Question, 'type'>): readonly Operator[] {
	switch (type) {
		case 'scale':
		case 'single':
			return ['is', 'isNot', 'answered', 'unanswered'];
		case 'multiple':
		case 'ranking':
			return ['contains', 'containsNot', 'chosenAtLeast', 'answered', 'unanswered'];
		case 'rating':
		case 'number':
			return ['atLeast', 'atMost', 'answered', 'unanswered'];
		default:
			return ['answered', 'unanswered'];
	}
}

const isSeveral = (question: Question | undefined) => question?.type === 'multiple' || question?.type === 'ranking';

/** What a leaf says, in parts. */
export function leafParts(condition: Condition, questions: readonly Question[]): LeafParts | null {
	const negated = 'not' in condition;
	const leaf = (negated ? condition.not : condition) as Leaf;
	if (!('item' in leaf) || (negated && !('is' in leaf))) return null;
	const { item } = leaf;
	const none = { item, values: [], number: 1 };
	if ('answered' in leaf) return { ...none, operator: leaf.answered ? 'answered' : 'unanswered' };
	if ('chosenAtLeast' in leaf) return { ...none, operator: 'chosenAtLeast', number: leaf.chosenAtLeast };
	if ('atLeast' in leaf) return { ...none, operator: 'atLeast', number: leaf.atLeast };
	if ('atMost' in leaf) return { ...none, operator: 'atMost', number: leaf.atMost };
	const several = isSeveral(questions.find((one) => one.id === item));
	const operator = several ? (negated ? 'containsNot' : 'contains') : negated ? 'isNot' : 'is';
	return { ...none, operator, values: leaf.is };
}

/**
 * The condition that parts make, always one that can be kept: where the comparison does not go with the question it is the first that
 * does, and where no option is chosen the first one.
 */
export function fromParts(parts: LeafParts, questions: readonly Question[]): Condition {
	const { item, number } = parts;
	const question = questions.find((one) => one.id === item);
	const allowed = question ? operatorsFor(question) : operators;
	const operator = allowed.includes(parts.operator) ? parts.operator : (allowed[0] ?? 'answered');
	switch (operator) {
		case 'answered':
			return { item, answered: true };
		case 'unanswered':
			return { item, answered: false };
		case 'chosenAtLeast':
			return { item, chosenAtLeast: Math.max(1, Math.round(number)) };
		case 'atLeast':
			return { item, atLeast: number };
		case 'atMost':
			return { item, atMost: number };
		default: {
			const known = parts.values.filter((value) => question?.options.some((one) => one.value === value) ?? true);
			const values = known.length > 0 ? known : [question?.options[0]?.value ?? '1'];
			const leaf = { item, is: [...values] };
			return operator === 'isNot' || operator === 'containsNot' ? { not: leaf } : leaf;
		}
	}
}

/** The condition that one begins with: that the last of these questions has its first answer. */
export function firstLeaf(questions: readonly Question[]): Condition | null {
	const last = questions.at(-1);
	if (!last) return null;
	const operator = operatorsFor(last)[0] ?? 'answered';
	return fromParts({ item: last.id, operator, values: [], number: last.min ?? 1 }, questions);
}
