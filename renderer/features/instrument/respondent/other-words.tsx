import type { LocalText } from '#shared/domain/instrument/model.ts';
import { respondentWords } from '#shared/i18n/respondent.ts';
import type { FieldProps, OtherProps } from './field-props.ts';
import styles from './respondent.module.css';

interface OtherWordsProps extends OtherProps, Pick<FieldProps, 'language' | 'say'> {
	label: LocalText;
}

/** The field for the words to "other: …", beside its option. A question of its own for the keyboard. */
export function OtherWords({ question, value, onChange, label, language, say }: OtherWordsProps) {
	return (
		<div className={styles.other} data-question={question.id}>
			<input
				type="text"
				className={styles.input}
				aria-label={respondentWords[language].otherWords(say(label))}
				autoComplete="off"
				value={typeof value === 'string' ? value : ''}
				onChange={(event) => onChange(event.currentTarget.value || undefined)}
			/>
		</div>
	);
}
