import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { asAnswer } from '#shared/domain/instrument/answer.ts';
import { inLanguage } from '#shared/domain/instrument/text.ts';
import { readNumber } from '#shared/domain/responses/number.ts';
import { messages } from '#shared/i18n/messages.ts';
import { DateInput } from '../../../ui/date-input.tsx';
import type { FieldProps } from './field-props.ts';
import styles from './respondent.module.css';

interface TypedProps extends FieldProps {
	/** The element whose text names the field. */
	labelledBy: string;
}

/** An open answer. Grows with what is written. */
export function TextField({ question, fieldId, value, onChange, labelledBy }: TypedProps) {
	const long = question.item.type !== 'text' || question.item.long !== false;
	return (
		<Textarea
			id={fieldId}
			aria-labelledby={labelledBy}
			className={styles.text}
			autosize
			minRows={long ? 3 : 1}
			maxRows={16}
			value={typeof value === 'string' ? value : ''}
			onChange={(event) => onChange(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
		/>
	);
}

/** A number with a decimal comma or point. What is no answer stays in the field, is told, and is not stored. */
export function NumberField({ question, fieldId, value, onChange, language, labelledBy }: TypedProps) {
	const words = messages[language].instrument.respondent;
	const shown = typeof value === 'number' ? String(value).replace('.', language === 'sv' ? ',' : '.') : '';
	const [typed, setTyped] = useState(shown);
	// What came from elsewhere (another response, undo) replaces what is typed, unless both mean the same.
	const means = typed.trim() === '' ? undefined : (readNumber(typed) ?? undefined);
	const valid = typed.trim() === '' || (means !== undefined && asAnswer(question, means) !== null);
	const text = valid && means !== value ? shown : typed;
	const [min, max] = [question.min, question.max].map((bound) => (bound === null ? null : String(bound)));
	const hint = min && max ? words.between(min, max) : min ? words.atLeast(min) : max ? words.atMost(max) : undefined;
	const unit = question.item.type === 'number' && question.item.unit ? inLanguage(question.item.unit, language) : null;
	return (
		<TextInput
			id={fieldId}
			aria-labelledby={labelledBy}
			className={styles.short}
			inputMode="decimal"
			autoComplete="off"
			description={hint}
			error={valid ? undefined : words.notValid}
			rightSection={unit}
			value={text}
			onChange={(event) => {
				const next = event.currentTarget.value;
				setTyped(next);
				const number = readNumber(next);
				const answer = number === null ? undefined : asAnswer(question, number);
				onChange(answer ?? undefined);
			}}
		/>
	);
}

/** A day. */
export function DateField({ fieldId, value, onChange, labelledBy }: TypedProps) {
	return (
		<DateInput
			id={fieldId}
			aria-labelledby={labelledBy}
			className={styles.short}
			value={typeof value === 'string' ? value : ''}
			onChange={(day) => onChange(day || undefined)}
		/>
	);
}
