import type { Language } from '#shared/contract/basics.ts';
import type { Instrument } from '#shared/domain/instrument/model.ts';
import { hasOptions, questionsOf } from '#shared/domain/instrument/questions.ts';
import { inLanguage, shortName } from '#shared/domain/instrument/text.ts';
import { type ColumnMatch, type ColumnTarget, targetKey } from '#shared/domain/responses/columns.ts';
import type { Messages } from '#shared/i18n/messages.ts';

/** What a column may be, by group, for a list to choose from. */
export interface TargetChoices {
	groups: { group: string; items: { value: string; label: string }[] }[];
	byValue: ReadonlyMap<string, ColumnTarget>;
}

/** Everything that a column of a file may be in this questionnaire. */
export function targetChoices(
	instrument: Instrument,
	text: Messages['response']['import'],
	language: Language,
): TargetChoices {
	const byValue = new Map<string, ColumnTarget>();
	const entry = (target: ColumnTarget, label: string) => {
		byValue.set(targetKey(target), target);
		return { value: targetKey(target), label };
	};
	const choices: TargetChoices['groups'][number]['items'] = [];
	const ranks: TargetChoices['groups'][number]['items'] = [];
	for (const item of instrument.items) {
		if (!hasOptions(item) || item.type === 'single') continue;
		const name = `${item.id}. ${shortName(item, language)}`;
		for (const [at, { value, label }] of item.options.entries()) {
			const option = inLanguage(label, language);
			if (item.type === 'multiple')
				choices.push(entry({ kind: 'choice', itemId: item.id, value }, text.choice(name, option)));
			else {
				ranks.push(entry({ kind: 'rank', itemId: item.id, value }, text.rank(name, option)));
				ranks.push(entry({ kind: 'place', itemId: item.id, place: at + 1 }, text.place(name, String(at + 1))));
			}
		}
	}
	const groups = [
		{
			group: text.items,
			items: questionsOf(instrument).map((one) =>
				entry({ kind: 'item', itemId: one.id }, `${one.otherOf ?? one.id}. ${shortName(one, language)}`),
			),
		},
		{ group: text.choices, items: choices },
		{ group: text.ranks, items: ranks },
		{
			group: text.other,
			items: [
				entry({ kind: 'response-id' }, text.responseId),
				entry({ kind: 'submitted' }, text.submitted),
				entry({ kind: 'code' }, text.code),
				entry({ kind: 'status' }, text.status),
				entry({ kind: 'language' }, text.language),
			],
		},
	];
	return { groups: groups.filter(({ items }) => items.length > 0), byValue };
}

/** The columns that change when a person says what one of them is: what another column had is taken from it. */
export function mendedTarget(
	columns: readonly ColumnMatch[],
	column: ColumnMatch,
	target: ColumnTarget,
): readonly ColumnMatch[] {
	const key = targetKey(target);
	const before =
		target.kind === 'ignore'
			? undefined
			: columns.find((one) => one.index !== column.index && targetKey(one.target) === key);
	const chosen = (one: ColumnMatch, to: ColumnTarget): ColumnMatch => ({
		index: one.index,
		header: one.header,
		target: to,
		how: 'chosen',
	});
	return [chosen(column, target), ...(before ? [chosen(before, { kind: 'ignore' })] : [])];
}
