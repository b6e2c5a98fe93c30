import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { AppError } from '#shared/contract/errors.ts';
import { errorText } from '#shared/i18n/error-text.ts';
import { useText } from '../app/text.tsx';
import styles from './states.module.css';

/** A refusal where it happened: what happened, what is safe, what to do. `retry` offers to try again. */
export function ErrorNote({ error, retry, actions }: { error: AppError; retry?: () => void; actions?: ReactNode }) {
	const text = useText();
	const { happened, safe, next } = errorText(error, text);
	// What is gone does not come back by asking again; an undo shows it by itself.
	const again = error.code === 'NOT_FOUND' ? undefined : retry;
	return (
		<div className={styles.error} role="alert">
			<IconAlertTriangle size={20} stroke={1.6} aria-hidden className={styles.errorIcon} />
			<div>
				<p className={styles.errorTitle}>{happened}</p>
				<p>
					{safe} {next}
				</p>
				{(again || actions) && (
					<div className={styles.actions}>
						{again && <Button onClick={() => again()}>{text.frame.tryAgain}</Button>}
						{actions}
					</div>
				)}
			</div>
		</div>
	);
}
