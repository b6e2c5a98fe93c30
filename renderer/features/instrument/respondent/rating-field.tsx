import { inLanguage } from '#shared/domain/instrument/text.ts';
import { digitOf, type FieldProps } from './field-props.ts';
import styles from './respondent.module.css';

/** Whole numbers in a row, with words at both ends. */
export function RatingField({ question, fieldId, value, onChange, language, digits }: FieldProps) {
	const { item } = question;
	if (item.type !== 'rating') return null;
	const numbers = Array.from({ length: item.max - item.min + 1 }, (_, index) => item.min + index);
	const ends = [item.minLabel, item.maxLabel].map((label) => (label ? inLanguage(label, language) : ''));
	return (
		<div className={styles.rating}>
			<div className={styles.ends} aria-hidden>
				<span>{ends[0]}</span>
				<span>{ends[1]}</span>
			</div>
			<div className={styles.numbers}>
				{numbers.map((number, index) => {
					const end = number === item.min ? ends[0] : number === item.max ? ends[1] : '';
					return (
						<label key={number} className={styles.number} title={digits ? digitOf(index) : undefined}>
							<input
								type="radio"
								name={fieldId}
								value={number}
								checked={value === number}
								onChange={() => onChange(number)}
								data-option={index}
								aria-label={end ? `${number}, ${end}` : String(number)}
							/>
							<span aria-hidden>{number}</span>
						</label>
					);
				})}
			</div>
		</div>
	);
}
