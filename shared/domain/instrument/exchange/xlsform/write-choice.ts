import type { Item } from '../../model.ts';
import { otherId } from '../../questions.ts';
import { writeCondition } from '../condition.ts';
import { inOne } from '../write-shared.ts';
import { languageTitle, listOf, local, type Writer } from './writer.ts';

/** A question of choices, and the field for the words to an "other". */
export function writeChoice(
	item: Extract<Item, { type: 'single' | 'multiple' | 'ranking' }>,
	row: Record<string, string>,
	more: (constraints: (string | undefined)[]) => Record<string, string>,
	writer: Writer,
): void {
	const { survey, lose, name, dialect } = writer;
	const value = writer.values(item.options);
	const other = item.options.find((one) => one.other);
	const list = listOf(item.options, name(item.id), item.id, writer);
	const type = { single: 'select_one', multiple: 'select_multiple', ranking: 'rank' }[item.type];
	const shuffle: Record<string, string> = item.shuffleOptions ? { parameters: 'randomize=true' } : {};
	const constraints: (string | undefined)[] = [];
	if (item.type === 'multiple') {
		constraints.push(item.min === undefined ? undefined : `count-selected(.) >= ${item.min}`);
		constraints.push(item.max === undefined ? undefined : `count-selected(.) <= ${item.max}`);
		for (const one of item.options)
			if (one.exclusive) constraints.push(`not(selected(., '${value(one.value)}') and count-selected(.) > 1)`);
	}
	if (item.type === 'ranking')
		constraints.push(item.max === undefined ? undefined : `count-selected(.) <= ${item.max}`);
	survey.push({ type: `${type} ${list}`, ...row, ...shuffle, ...more(constraints) });
	if (!other) return;
	// A field of its own after it, as those who write XLSForms do: "or_other" knows no languages.
	const relevant = writeCondition({ item: item.id, is: [other.value] }, dialect);
	if (item.type === 'ranking' || relevant === null) lose('setting', item.id, `other: ${other.value}`);
	else survey.push({ type: 'text', name: name(otherId(item.id)), ...local('label', other.label, writer), relevant });
}

/** Bounds, pattern and rule as one constraint, with their message. */
export function constraint(
	item: Exclude<Item, { type: 'section' | 'info' }>,
	own: (string | undefined)[],
	{ dialect, name, lose, languages }: Writer,
): Record<string, string> {
	const parts = own.filter((one) => one !== undefined);
	const { validation } = item;
	if (validation?.pattern !== undefined) {
		if (validation.pattern.includes("'")) lose('rule', item.id, validation.pattern);
		else parts.push(`regex(., '^(?:${validation.pattern})$')`);
	}
	if (validation?.rule) {
		const rule = writeCondition(validation.rule, dialect);
		if (rule === null) lose('rule', item.id, 'rule');
		else {
			const own = rule.replaceAll(`\${${name(item.id)}}`, '.');
			// Apart from bounds, which have no words of the author's.
			parts.push(parts.length > 0 ? `(${own})` : own);
		}
	}
	if (parts.length === 0) return {};
	const message =
		validation &&
		Object.fromEntries(
			languages.map((one) => [`constraint_message::${languageTitle[one]}`, inOne(validation.message, one, languages)]),
		);
	return { constraint: parts.join(' and '), ...message };
}
