import { Textarea, type TextareaProps, TextInput, type TextInputProps } from '@mantine/core';
import type { Ref } from 'react';
import { useSavedText } from './use-saved-text.ts';

interface Saved {
	/** As it is stored. */
	value: string;
	/** Stores it. What is falsy: refused, and told. */
	save: (text: string) => Promise<unknown>;
}

type Given<P> = Omit<P, 'value' | 'defaultValue' | 'onChange' | 'onFocus' | 'onBlur' | 'onKeyDown' | 'error'>;

interface SavedInputProps extends Saved, Given<TextInputProps> {
	/** What is wrong with what is typed; it is then not stored. */
	wrong?: (text: string) => string | undefined;
	/** What is wrong with what is stored, together with something else. */
	fault?: string | undefined;
	ref?: Ref<HTMLInputElement>;
}

/**
 * A name or number that is stored as a whole, on Enter and on leaving it in whatever way (a key that leads to another view too). Escape, and
 * leaving it wrong or refused, show what is stored again.
 */
export function SavedInput({ value, save, wrong, fault, ...rest }: SavedInputProps) {
	const field = useSavedText(
		value,
		async (typed) => {
			const text = typed.trim();
			if (text === value) return true;
			if (wrong?.(text) || !(await save(text))) field.revert();
			return true;
		},
		null,
	);
	return (
		<TextInput
			{...rest}
			value={field.value}
			error={(field.value === value ? undefined : wrong?.(field.value.trim())) ?? fault}
			onChange={(event) => field.onChange(event.currentTarget.value)}
			onFocus={field.onFocus}
			onBlur={field.onBlur}
			onKeyDown={(event) => {
				if (event.nativeEvent.isComposing) return;
				if (event.key === 'Enter') void field.flush();
				if (event.key === 'Escape') field.revert();
			}}
		/>
	);
}

/** Running text that is stored while it is written: after a pause, on leaving it, and when the view or the window goes. */
export function SavedTextarea({
	value,
	save,
	...rest
}: Saved & Given<TextareaProps> & { onEnter?: () => void; onLeave?: (text: string) => void }) {
	const { onEnter, onLeave, ...given } = rest;
	const field = useSavedText(value, async (text) => text === value || Boolean(await save(text)));
	return (
		<Textarea
			autosize
			{...given}
			value={field.value}
			onChange={(event) => field.onChange(event.currentTarget.value)}
			onFocus={() => {
				field.onFocus();
				onEnter?.();
			}}
			onBlur={() => {
				field.onBlur();
				onLeave?.(field.value);
			}}
		/>
	);
}
