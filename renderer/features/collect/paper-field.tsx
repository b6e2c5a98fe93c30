import { TextInput, type TextInputProps } from '@mantine/core';
import { useText } from '../../app/text.tsx';
import styles from './answer.module.css';

interface PaperFieldProps extends Pick<TextInputProps, 'ref' | 'description' | 'error' | 'value' | 'onBlur'> {
	onType: (number: string) => void;
	/** Enter: to the questions. */
	onEnter: () => void;
}

/** The number on the paper that is entered. */
export function PaperField({ onType, onEnter, ...field }: PaperFieldProps) {
	return (
		<TextInput
			{...field}
			className={styles.paper}
			label={useText().response.enter.paper}
			maxLength={40}
			autoComplete="off"
			onChange={(event) => onType(event.currentTarget.value)}
			onKeyDown={(event) => {
				if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
				event.preventDefault();
				onEnter();
			}}
		/>
	);
}
