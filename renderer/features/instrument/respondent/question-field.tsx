import { useId } from 'react';
import { inLanguage } from '#shared/domain/instrument/text.ts';
import { messages } from '#shared/i18n/messages.ts';
import { ChoiceField } from './choice-field.tsx';
import type { FieldProps } from './field-props.ts';
import { RatingField } from './rating-field.tsx';
import styles from './respondent.module.css';
import { DateField, NumberField, TextField } from './typed-field.tsx';

/** One question with its number, its text, its help and its field. `data-question` is how the keyboard finds its way. */
export function QuestionField(props: Omit<FieldProps, 'fieldId'>) {
	const { question, language } = props;
	const fieldId = useId();
	const words = messages[language].instrument.respondent;
	const choices = question.type === 'scale' || question.type === 'single' || question.type === 'multiple';
	const grouped = choices || question.type === 'rating';
	const helpId = `${fieldId}-help`;
	const textId = `${fieldId}-text`;
	const help = question.item.help ? inLanguage(question.item.help, language) : null;
	const heading = (
		<>
			{/^\d/.test(question.id) && <span className={styles.questionNumber}>{question.id}</span>}
			<span id={textId} className={styles.questionText}>
				{inLanguage(question.text, language)}
				{question.required && <span className={styles.required}> ({words.required})</span>}
			</span>
		</>
	);
	const field = { ...props, fieldId };
	const described = help ? { 'aria-describedby': helpId } : {};
	if (grouped) {
		return (
			<fieldset className={styles.question} data-question={question.id} aria-labelledby={textId} {...described}>
				<legend className={styles.legend}>{heading}</legend>
				{help && (
					<p id={helpId} className={styles.help}>
						{help}
					</p>
				)}
				{choices ? <ChoiceField {...field} /> : <RatingField {...field} />}
			</fieldset>
		);
	}
	return (
		<div className={styles.question} data-question={question.id}>
			<label className={styles.legend} htmlFor={fieldId}>
				{heading}
			</label>
			{help && (
				<p id={helpId} className={styles.help}>
					{help}
				</p>
			)}
			{question.type === 'text' && <TextField {...field} labelledBy={textId} />}
			{question.type === 'number' && <NumberField {...field} labelledBy={textId} />}
			{question.type === 'date' && <DateField {...field} labelledBy={textId} />}
		</div>
	);
}
