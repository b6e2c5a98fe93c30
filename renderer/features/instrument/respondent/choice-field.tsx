import { inLanguage } from '#shared/domain/instrument/text.ts';
import { digitOf, type FieldProps } from './field-props.ts';
import styles from './respondent.module.css';

/** Options of which one (scale, single) or several (multiple) are chosen. Native radio buttons and checkboxes: every reader knows them. */
export function ChoiceField({ question, fieldId, value, onChange, language, digits }: FieldProps) {
	const several = question.type === 'multiple';
	const chosen = Array.isArray(value) ? value : value === undefined ? [] : [String(value)];
	const choose = (option: string, on: boolean) => {
		if (!several) return onChange(option);
		const next = question.options.map((one) => one.value).filter((one) => (one === option ? on : chosen.includes(one)));
		onChange(next.length > 0 ? next : undefined);
	};
	return (
		<div className={styles.options} data-scale={question.type === 'scale' || undefined}>
			{question.options.map((option, index) => (
				<label key={option.value} className={styles.option} data-apart={option.missing || undefined}>
					<input
						type={several ? 'checkbox' : 'radio'}
						name={fieldId}
						value={option.value}
						checked={chosen.includes(option.value)}
						onChange={(event) => choose(option.value, event.currentTarget.checked)}
						data-option={index}
					/>
					<span className={styles.optionLabel}>{inLanguage(option.label, language)}</span>
					{digits && digitOf(index) && (
						<kbd className={styles.digit} aria-hidden>
							{digitOf(index)}
						</kbd>
					)}
				</label>
			))}
		</div>
	);
}
