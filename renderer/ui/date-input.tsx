import { TextInput, type TextInputProps } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { readDate } from '#shared/domain/responses/date.ts';
import { useText } from '../app/text.tsx';

interface DateInputProps extends Omit<TextInputProps, 'value' | 'onChange' | 'type'> {
	/** YYYY-MM-DD, or empty. */
	value: string;
	/** Called with a day or with nothing, never with what is no day. */
	onChange: (value: string) => void;
}

/**
 * A day, typed as one likes ("2016-06-07", "7/6 2016", "7 juni 2016") and shown as YYYY-MM-DD. The browser's own field would write it as
 * the browser's language does, which need not be the program's. What is no day stays in the field and is told; a form that holds it is not
 * valid (`checkValidity`), and must not be sent.
 */
export function DateInput({ value, onChange, error, ...rest }: DateInputProps) {
	const { frame } = useText();
	const [typed, setTyped] = useState<string | null>(null);
	const [left, setLeft] = useState(false);
	const text = typed ?? value;
	const wrong = typed !== null && typed.trim() !== '' && readDate(typed) === null;
	const field = useRef<HTMLInputElement>(null);
	useEffect(() => field.current?.setCustomValidity(wrong ? frame.dateWrong : ''), [wrong, frame]);
	return (
		<TextInput
			ref={field}
			placeholder={frame.datePlaceholder}
			autoComplete="off"
			{...rest}
			value={text}
			// While it is being written it is nothing wrong yet.
			error={wrong && (left || typed.trim().length >= 8) ? frame.dateWrong : error}
			onChange={(event) => {
				const next = event.currentTarget.value;
				setTyped(next);
				setLeft(false);
				const day = next.trim() === '' ? '' : readDate(next);
				if (day !== null) onChange(day);
			}}
			onInvalid={() => setLeft(true)}
			onBlur={(event) => {
				if (!wrong) setTyped(null);
				setLeft(true);
				rest.onBlur?.(event);
			}}
		/>
	);
}
