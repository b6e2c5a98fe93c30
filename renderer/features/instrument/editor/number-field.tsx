import { readNumber } from '#shared/domain/responses/number.ts';
import { numberText } from '#shared/i18n/respondent.ts';
import { useLanguage, useText } from '../../../app/text.tsx';
import { SavedInput } from '../../../ui/saved-field.tsx';
import styles from './editor.module.css';

interface NumberFieldProps {
	label: string;
	/** Heard and not seen, where what stands beside says it. */
	hiddenLabel?: boolean;
	value: number | undefined;
	/** Whole numbers alone. */
	whole?: boolean;
	least?: number;
	/** Whether it may be empty; then null is saved. */
	optional?: boolean;
	placeholder?: string;
	/** What is wrong with it as it is stored. */
	fault?: string | undefined;
	save: (value: number | null) => Promise<unknown>;
}

/** A number with a decimal comma or point, saved on leaving it. What is no such number is told and not saved. */
export function NumberField({
	label,
	hiddenLabel = false,
	value,
	whole = false,
	least,
	optional = true,
	placeholder,
	fault,
	save,
}: NumberFieldProps) {
	const { editor: text } = useText();
	const language = useLanguage();
	const stored = value === undefined ? '' : numberText(value, language);
	const wrong = (typed: string) => {
		if (typed === '') return optional ? undefined : text.fields.wholeNumber;
		const number = readNumber(typed);
		if (number === null || (least !== undefined && number < least))
			return whole ? text.fields.wholeNumber : text.fields.anyNumber;
		return whole && !Number.isInteger(number) ? text.fields.wholeNumber : undefined;
	};
	return (
		<SavedInput
			className={styles.short}
			{...(hiddenLabel ? { 'aria-label': label } : { label })}
			inputMode="decimal"
			autoComplete="off"
			placeholder={placeholder}
			value={stored}
			wrong={wrong}
			fault={fault}
			save={(typed) => save(typed === '' ? null : readNumber(typed))}
		/>
	);
}
