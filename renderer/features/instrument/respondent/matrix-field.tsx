import { type CSSProperties, useId } from 'react';
import type { Language } from '#shared/contract/basics.ts';
import type { Answers, AnswerValue } from '#shared/domain/instrument/model.ts';
import type { Question } from '#shared/domain/instrument/questions.ts';
import { inLanguage } from '#shared/domain/instrument/text.ts';
import { digitOf } from './field-props.ts';
import styles from './respondent.module.css';

interface MatrixProps {
	/** The rows of one matrix, in order. */
	rows: readonly Question[];
	answers: Answers;
	onChange: (id: string, value: AnswerValue | undefined) => void;
	language: Language;
	digits: boolean;
}

/** Rows under one lead-in: a group of radio buttons each, side by side where there is room, else one under another. */
export function MatrixField({ rows, answers, onChange, language, digits }: MatrixProps) {
	const id = useId();
	const item = rows[0]?.item;
	if (item?.type !== 'matrix') return null;
	const options = rows[0]?.options ?? [];
	return (
		<fieldset className={styles.question} aria-labelledby={`${id}-lead`}>
			<legend className={styles.legend}>
				{/^\d/.test(item.id) && <span className={styles.questionNumber}>{item.id}</span>}
				<span id={`${id}-lead`} className={styles.questionText}>
					{inLanguage(item.text, language)}
				</span>
			</legend>
			{item.help && <p className={styles.help}>{inLanguage(item.help, language)}</p>}
			<div className={styles.matrix} style={{ '--options': options.length } as CSSProperties}>
				<div className={styles.matrixHead} aria-hidden>
					<span />
					{options.map((option, index) => (
						<span key={option.value}>
							{inLanguage(option.label, language)}
							{digits && <kbd className={styles.digit}>{digitOf(index)}</kbd>}
						</span>
					))}
				</div>
				{rows.map((row) => (
					<div
						key={row.id}
						role="radiogroup"
						aria-labelledby={`${id}-lead ${id}-${row.id}`}
						className={styles.matrixRow}
						data-question={row.id}
					>
						<span id={`${id}-${row.id}`} className={styles.matrixText}>
							{inLanguage(row.text, language)}
						</span>
						{options.map((option, index) => (
							<label key={option.value} className={styles.matrixCell}>
								<input
									type="radio"
									name={`${id}-${row.id}`}
									value={option.value}
									checked={answers[row.id] === option.value}
									onChange={() => onChange(row.id, option.value)}
									data-option={index}
								/>
								<span>{inLanguage(option.label, language)}</span>
							</label>
						))}
					</div>
				))}
			</div>
		</fieldset>
	);
}
