import { useLayoutEffect, useRef, useState } from 'react';
import { asAnswer } from '#shared/domain/instrument/answer.ts';
import { readDate } from '#shared/domain/responses/date.ts';
import { readNumber } from '#shared/domain/responses/number.ts';
import { numberText, respondentWords } from '#shared/i18n/respondent.ts';
import { describing, type FieldProps } from './field-props.ts';
import styles from './respondent.module.css';

interface TypedProps extends FieldProps {
	/** The element whose text names the field. */
	labelledBy: string;
}

/** An open answer: one line, or an area that grows with what is written. How much fits is counted where there is a limit. */
export function TextField(props: TypedProps) {
	const { question, fieldId, value, onChange, labelledBy, language } = props;
	const item = question.item.type === 'text' ? question.item : null;
	const text = typeof value === 'string' ? value : '';
	const limit = item?.maxLength;
	const area = useRef<HTMLTextAreaElement>(null);
	// biome-ignore lint/correctness/useExhaustiveDependencies: measured anew for each text
	useLayoutEffect(() => {
		const element = area.current;
		if (!element) return;
		element.style.height = 'auto';
		element.style.height = `${element.scrollHeight + 2}px`;
	}, [text]);
	const counterId = `${fieldId}-length`;
	const describedBy = [props.describedBy, limit === undefined ? '' : counterId].filter(Boolean).join(' ');
	const common = {
		id: fieldId,
		'aria-labelledby': labelledBy,
		value: text,
		...describing({ describedBy, invalid: props.invalid || (limit !== undefined && text.length > limit) }),
	};
	return (
		<>
			{item?.long === false ? (
				<input
					type="text"
					{...common}
					className={styles.input}
					onChange={(event) => onChange(event.currentTarget.value || undefined)}
				/>
			) : (
				<textarea
					{...common}
					ref={area}
					className={styles.area}
					rows={3}
					onChange={(event) => onChange(event.currentTarget.value || undefined)}
				/>
			)}
			{limit !== undefined && (
				<p id={counterId} className={styles.counter} data-over={text.length > limit || undefined}>
					{respondentWords[language].length(text.length, limit)}
				</p>
			)}
		</>
	);
}

/** A number with a decimal comma or point, and its unit. What is no number stays in the field, is told, and is no answer. */
export function NumberField(props: TypedProps) {
	const { question, fieldId, value, onChange, language, labelledBy, say, onReadable, digits } = props;
	const words = respondentWords[language];
	const shown = typeof value === 'number' ? numberText(value, language) : '';
	const [typed, setTyped] = useState(shown);
	// What came from elsewhere (another response, undo) replaces what is typed, unless both mean the same.
	const means = typed.trim() === '' ? undefined : (readNumber(typed) ?? undefined);
	const readable = typed.trim() === '' || means !== undefined;
	const fits = means === undefined || asAnswer(question, means) !== null;
	// Entered from paper only what can be stored becomes an answer; a respondent's own number is told what is wrong with it.
	const counts = readable && (fits || !digits);
	const text = counts && means !== value ? shown : typed;
	const [min, max] = [question.min, question.max].map((bound) => (bound === null ? null : numberText(bound, language)));
	const hint =
		min && max ? words.hint.between(min, max) : min ? words.hint.atLeast(min) : max ? words.hint.atMost(max) : '';
	const unit = question.item.type === 'number' && question.item.unit ? say(question.item.unit) : '';
	const wrong = !readable || !fits;
	const ids = { hint: `${fieldId}-bounds`, unit: `${fieldId}-unit`, wrong: `${fieldId}-wrong` };
	const describedBy = [props.describedBy, hint && ids.hint, unit && ids.unit, wrong && ids.wrong]
		.filter(Boolean)
		.join(' ');
	return (
		<>
			{hint && (
				<p id={ids.hint} className={styles.hint}>
					{hint}
				</p>
			)}
			<span className={styles.withUnit}>
				<input
					type="text"
					id={fieldId}
					aria-labelledby={labelledBy}
					{...describing({ describedBy, invalid: props.invalid || wrong })}
					className={styles.short}
					inputMode="decimal"
					autoComplete="off"
					value={text}
					onChange={(event) => {
						const next = event.currentTarget.value;
						setTyped(next);
						const number = readNumber(next);
						onReadable(next.trim() === '' || number !== null);
						const answer = number === null ? undefined : digits ? asAnswer(question, number) : number;
						onChange(answer ?? undefined);
					}}
				/>
				{unit && (
					<span id={ids.unit} className={styles.unit}>
						{unit}
					</span>
				)}
			</span>
			{wrong && !props.invalid && (
				<p id={ids.wrong} className={styles.told}>
					{words.problem.unreadable}
				</p>
			)}
		</>
	);
}

/** A day: by the browser's own field for respondents, the telephone's calendar with it; written as one likes where papers are entered. */
export function DateField(props: TypedProps) {
	return props.digits ? <WrittenDate {...props} /> : <PickedDate {...props} />;
}

function PickedDate(props: TypedProps) {
	const { question, fieldId, value, onChange, labelledBy, onReadable } = props;
	const { item } = question;
	return (
		<input
			type="date"
			id={fieldId}
			aria-labelledby={labelledBy}
			{...describing(props)}
			className={styles.short}
			min={item.type === 'date' ? item.from : undefined}
			max={item.type === 'date' ? item.to : undefined}
			value={typeof value === 'string' ? value : ''}
			onChange={(event) => onChange(event.currentTarget.value || undefined)}
			onBlur={(event) => onReadable(!event.currentTarget.validity.badInput)}
		/>
	);
}

function WrittenDate(props: TypedProps) {
	const { fieldId, value, onChange, labelledBy, language, onReadable } = props;
	const words = respondentWords[language];
	const [typed, setTyped] = useState<string | null>(null);
	const stored = typeof value === 'string' ? value : '';
	const day = typed === null ? stored : (readDate(typed) ?? '');
	const text = typed !== null && day === stored ? typed : stored;
	const wrong = text.trim().length >= 8 && day === '';
	const wrongId = `${fieldId}-wrong`;
	const describedBy = [props.describedBy, wrong && wrongId].filter(Boolean).join(' ');
	return (
		<>
			<input
				type="text"
				id={fieldId}
				aria-labelledby={labelledBy}
				{...describing({ describedBy, invalid: props.invalid || wrong })}
				className={styles.short}
				placeholder={words.hint.date}
				autoComplete="off"
				value={text}
				onChange={(event) => {
					const next = event.currentTarget.value;
					setTyped(next);
					const read = readDate(next);
					onReadable(next.trim() === '' || read !== null);
					onChange(read ?? undefined);
				}}
				onBlur={() => day !== '' && setTyped(null)}
			/>
			{wrong && (
				<p id={wrongId} className={styles.told}>
					{words.problem.unreadable}
				</p>
			)}
		</>
	);
}
