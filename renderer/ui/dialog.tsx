import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../app/text.tsx';
import styles from './dialog.module.css';
import { useReturnFocus } from './use-return-focus.ts';

interface DialogProps {
	title: string;
	onClose: () => void;
	/** `wide` for lists of files and forms. */
	width?: 'normal' | 'wide';
	children: ReactNode;
}

/** A dialog over the window, open as long as it is mounted: Escape and the cross close it, and the focus goes back to where it was. */
export function Dialog({ title, onClose, width = 'normal', children }: DialogProps) {
	const { frame } = useText();
	useReturnFocus();
	return (
		<Modal
			opened
			onClose={onClose}
			title={title}
			size={width === 'wide' ? 560 : 440}
			classNames={{ inner: styles.inner, content: styles.content }}
			closeButtonProps={{ 'aria-label': frame.close }}
		>
			{children}
		</Modal>
	);
}
