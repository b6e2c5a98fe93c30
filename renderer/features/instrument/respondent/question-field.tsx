import { useId } from 'react';
import { respondentWords } from '#shared/i18n/respondent.ts';
import { ChoiceField } from './choice-field.tsx';
import type { FieldProps } from './field-props.ts';
import { RankingField } from './ranking-field.tsx';
import { RatingField } from './rating-field.tsx';
import styles from './respondent.module.css';
import { ScaleField } from './scale-field.tsx';
import { DateField, NumberField, TextField } from './typed-field.tsx';

interface QuestionProps extends Omit<FieldProps, 'fieldId' | 'describedBy' | 'invalid'> {
	/** What is wrong with its answer, in words. */
	problem: string | null;
	/** It was seen to have no answer. */
	skipped: boolean;
}

/** One question with its number, its text, its help and its field. `data-question` is how the keyboard and the list of problems find it. */
export function QuestionField({ problem, skipped, ...props }: QuestionProps) {
	const { question, language, say, digits, value } = props;
	const fieldId = useId();
	const words = respondentWords[language];
	const ids = { help: `${fieldId}-help`, text: `${fieldId}-text`, problem: `${fieldId}-problem` };
	const help = question.item.help ? say(question.item.help) : null;
	const field: FieldProps = {
		...props,
		fieldId,
		describedBy: [help && ids.help, problem && ids.problem].filter(Boolean).join(' '),
		invalid: problem !== null,
	};
	const heading = (
		<>
			{/^\d/.test(question.id) && <span className={styles.questionNumber}>{question.id}</span>}
			<span id={ids.text} className={styles.questionText}>
				{say(question.text)}
				{question.required && <span className={styles.required}> ({words.required})</span>}
			</span>
		</>
	);
	const around = (
		<>
			{skipped && <p className={styles.skipped}>{words.noAnswer}</p>}
			{help && (
				<p id={ids.help} className={styles.help}>
					{help}
				</p>
			)}
			{problem && (
				<p id={ids.problem} className={styles.problem}>
					{problem}
				</p>
			)}
		</>
	);
	if (question.type === 'text' || question.type === 'number' || question.type === 'date') {
		const Typed = { text: TextField, number: NumberField, date: DateField }[question.type];
		return (
			<div className={styles.question} data-question={question.id} data-problem={problem ? '' : undefined}>
				<label className={styles.legend} htmlFor={fieldId}>
					{heading}
				</label>
				{around}
				<Typed {...field} labelledBy={ids.text} />
			</div>
		);
	}
	const Field = {
		scale: ScaleField,
		single: ChoiceField,
		multiple: ChoiceField,
		ranking: RankingField,
		rating: RatingField,
	}[question.type];
	// A radio button once chosen cannot be let go of by itself. By keyboard it is Delete.
	const canClear = !digits && value !== undefined && question.type !== 'multiple' && question.type !== 'ranking';
	return (
		<fieldset
			className={styles.question}
			data-question={question.id}
			data-problem={problem ? '' : undefined}
			aria-labelledby={ids.text}
			aria-describedby={field.describedBy || undefined}
		>
			<legend className={styles.legend}>{heading}</legend>
			<div className={styles.field}>
				{around}
				<Field {...field} />
				{canClear && (
					<button type="button" className={styles.clear} onClick={() => props.onChange(undefined)}>
						{words.clear}
					</button>
				)}
			</div>
		</fieldset>
	);
}
