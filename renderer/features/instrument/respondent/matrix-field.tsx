import { type CSSProperties, useId } from 'react';
import { digitOf } from '#shared/domain/instrument/digit.ts';
import type { Answers, AnswerValue, Scale } from '#shared/domain/instrument/model.ts';
import type { Question } from '#shared/domain/instrument/questions.ts';
import { respondentWords } from '#shared/i18n/respondent.ts';
import type { FieldProps } from './field-props.ts';
import matrixStyles from './matrix.module.css';
import optionsStyles from './options.module.css';
import styles from './respondent.module.css';
import { ScaleField } from './scale-field.tsx';

interface MatrixProps extends Pick<FieldProps, 'language' | 'say' | 'digits'> {
	/** The rows of one matrix, in order. */
	rows: readonly Question[];
	scale: Scale | null;
	answers: Answers;
	onChange: (id: string, value: AnswerValue | undefined) => void;
	/** What is wrong with a row, in words. */
	problemOf: (id: string) => string | null;
	/** Whether a row was seen to have no answer. */
	isSkipped: (id: string) => boolean;
	/** In pixels, of the questionnaire. */
	width: number;
}

/** Rows under one lead-in: side by side as a table where there is room, else a card each. A group of radio buttons a row, either way. */
export function MatrixField(props: MatrixProps) {
	const { rows, scale, language, say, digits, problemOf, width } = props;
	const id = useId();
	const item = rows[0]?.item;
	if (item?.type !== 'matrix') return null;
	const options = rows[0]?.options ?? [];
	const wide = width >= Math.max(600, 220 + 58 * options.length);
	const points = options.filter((one) => !one.missing).length;
	const head = (index: number) => {
		const option = options[index];
		if (!option) return '';
		const inner = scale?.labels === 'ends' && !option.missing && index > 0 && index < points - 1;
		const number = scale?.numbered && !option.missing ? `${index + 1}` : '';
		return inner ? number : [number, say(option.label)].filter(Boolean).join(' ');
	};
	return (
		<fieldset className={styles.question} aria-labelledby={`${id}-lead`}>
			<legend className={styles.legend}>
				{/^\d/.test(item.id) && <span className={styles.questionNumber}>{item.id}</span>}
				<span id={`${id}-lead`} className={styles.questionText}>
					{say(item.text)}
					{item.required && <span className={styles.required}> ({respondentWords[language].required})</span>}
				</span>
			</legend>
			<div className={styles.field}>
				{item.help && <p className={styles.help}>{say(item.help)}</p>}
				<div
					className={matrixStyles.matrix}
					data-table={wide || undefined}
					style={{ '--options': options.length } as CSSProperties}
				>
					{wide && (
						<div className={matrixStyles.matrixHead} aria-hidden>
							<span />
							{options.map((option, index) => (
								<span key={option.value} data-apart={option.missing || undefined}>
									{head(index)}
									{digits && <kbd className={optionsStyles.digit}>{digitOf(index)}</kbd>}
								</span>
							))}
						</div>
					)}
					{rows.map((row) => {
						const problem = problemOf(row.id);
						const rowId = `${id}-${row.id}`;
						return (
							<div
								key={row.id}
								role="radiogroup"
								aria-labelledby={`${id}-lead ${rowId}`}
								aria-describedby={problem ? `${rowId}-problem` : undefined}
								aria-invalid={problem ? true : undefined}
								className={matrixStyles.matrixRow}
								data-question={row.id}
							>
								<span id={rowId} className={matrixStyles.matrixText}>
									{say(row.text)}
									{props.isSkipped(row.id) && (
										<span className={styles.skipped}>{respondentWords[language].noAnswer}</span>
									)}
									{problem && (
										<span id={`${rowId}-problem`} className={styles.problem}>
											{problem}
										</span>
									)}
								</span>
								{wide ? (
									<Cells row={row} name={rowId} {...props} />
								) : (
									<ScaleField
										question={row}
										scale={scale}
										fieldId={rowId}
										value={props.answers[row.id]}
										onChange={(value) => props.onChange(row.id, value)}
										say={say}
										digits={digits}
									/>
								)}
							</div>
						);
					})}
				</div>
			</div>
		</fieldset>
	);
}

function Cells({ row, name, answers, onChange, say }: MatrixProps & { row: Question; name: string }) {
	return row.options.map((option, index) => (
		<label key={option.value} className={matrixStyles.matrixCell} data-apart={option.missing || undefined}>
			<input
				type="radio"
				name={name}
				value={option.value}
				checked={answers[row.id] === option.value}
				onChange={() => onChange(row.id, option.value)}
				data-digit={digitOf(index) || undefined}
			/>
			<span className={matrixStyles.cellText}>{say(option.label)}</span>
		</label>
	));
}
