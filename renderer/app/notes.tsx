import { notifications } from '@mantine/notifications';
import { useMemo } from 'react';
import type { AppError } from '#shared/contract/errors.ts';
import { errorText } from '#shared/i18n/error-text.ts';
import { useText } from './text.tsx';

/** Notes in the window's corner: what was done, or why something was not. They are read out, and go by themselves unless they are refusals. */
export function useNotes(): {
	showRefusal: (error: AppError) => void;
	showDone: (title: string, detail?: string) => void;
} {
	const text = useText();
	return useMemo(
		() => ({
			showRefusal(error) {
				const { happened, safe, next } = errorText(error, text);
				notifications.show({
					// The same refusal again replaces the one that is shown.
					id: `${error.code}${JSON.stringify(error.params)}`,
					color: 'red',
					title: happened,
					message: `${safe} ${next}`,
					autoClose: 15_000,
					closeButtonProps: { 'aria-label': text.frame.close },
					role: 'alert',
				});
			},
			showDone(title, detail) {
				notifications.show({
					color: 'green',
					title,
					message: detail ?? '',
					autoClose: 6000,
					closeButtonProps: { 'aria-label': text.frame.close },
					role: 'status',
				});
			},
		}),
		[text],
	);
}
