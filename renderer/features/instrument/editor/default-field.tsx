import { Checkbox, NativeSelect, Stack } from '@mantine/core';
import { asAnswer } from '#shared/domain/instrument/answer.ts';
import { uidOf } from '#shared/domain/instrument/edit/references.ts';
import type { AnswerValue, Item } from '#shared/domain/instrument/model.ts';
import { optionName } from '#shared/domain/instrument/option-name.ts';
import type { Question } from '#shared/domain/instrument/questions.ts';
import { countProblem, switchChoice } from '#shared/domain/instrument/validate.ts';
import { problemText } from '#shared/i18n/respondent.ts';
import { useLanguage, useText } from '../../../app/text.tsx';
import { DateInput } from '../../../ui/date-input.tsx';
import { SavedInput } from '../../../ui/saved-field.tsx';
import { useEditor } from './editor-context.tsx';
import { NumberField } from './number-field.tsx';

/** The answer that is there from the start: one that is a possible answer. Of a matrix and of rankings there is none. */
export function DefaultField({ item }: { item: Exclude<Item, { type: 'section' | 'info' }> }) {
	const { editor: text } = useText();
	const language = useLanguage();
	const { questions, edit } = useEditor();
	const { fields } = text;
	const question = questions.find((one) => one.id === item.id);
	const now = item.default;
	const set = async (value: AnswerValue | null) => {
		if (value !== null && question && asAnswer(question, value) === null) return null;
		return edit({ do: 'set', item: uidOf(item), set: { default: value } });
	};
	if (!question || item.type === 'matrix' || item.type === 'ranking') return null;
	if (item.type === 'multiple') return <DefaultChoices question={question} now={now} save={set} />;
	if (question.options.length > 0)
		return (
			<NativeSelect
				label={fields.default}
				value={String(now ?? '')}
				onChange={(event) => {
					const { value } = event.currentTarget;
					void set(value === '' ? null : value);
				}}
				data={[
					{ value: '', label: fields.noDefault },
					...question.options.map((one) => ({
						value: one.value,
						label: optionName(question.options, one.value, language),
					})),
				]}
			/>
		);
	if (item.type === 'date')
		return (
			<DateInput
				label={fields.default}
				value={typeof now === 'string' ? now : ''}
				onChange={(day) => void set(day || null)}
			/>
		);
	if (item.type === 'text')
		return (
			<SavedInput
				label={fields.default}
				value={typeof now === 'string' ? now : ''}
				save={(typed) => set(typed || null)}
			/>
		);
	return (
		<NumberField
			label={fields.default}
			whole={item.type === 'rating'}
			value={typeof now === 'number' ? now : undefined}
			save={set}
		/>
	);
}

/** Several may be there from the start, but for one that goes with no other. */
function DefaultChoices({
	question,
	now,
	save,
}: {
	question: Question;
	now: AnswerValue | undefined;
	save: (value: AnswerValue | null) => Promise<unknown>;
}) {
	const { editor: text } = useText();
	const language = useLanguage();
	const chosen = Array.isArray(now) ? now : now === undefined ? [] : [String(now)];
	const problem = countProblem(question, chosen);
	return (
		<Checkbox.Group
			label={text.fields.default}
			value={chosen}
			error={problem ? problemText(problem, language) : undefined}
		>
			<Stack gap="xs" mt="xs">
				{question.options.map((option) => (
					<Checkbox
						key={option.value}
						value={option.value}
						label={optionName(question.options, option.value, language)}
						onChange={(event) => {
							const next = switchChoice(question, chosen, option.value, event.currentTarget.checked);
							void save(next.length > 0 ? next : null);
						}}
					/>
				))}
			</Stack>
		</Checkbox.Group>
	);
}
