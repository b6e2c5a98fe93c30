import { notifications } from '@mantine/notifications';
import { useMemo } from 'react';
import type { AppError } from '#shared/contract/errors.ts';
import { errorText } from '#shared/i18n/error-text.ts';
import { useText } from './text.tsx';

/** The refusals that are shown, and since when. */
const refusals = new Map<string, number>();
/** Milliseconds: a refusal that itself leads to another page is read there. */
const justShown = 1000;

/** Takes away what was refused on another page: it is answered by going on, and would lie over what is there. */
export function hideOldRefusals(): void {
	for (const [id, shown] of refusals) {
		if (performance.now() - shown < justShown) continue;
		notifications.hide(id);
		refusals.delete(id);
	}
}

/** Notes in the window's corner: what was done, or why something was not. They are read out, and go by themselves unless they are refusals. */
export function useNotes(): {
	showRefusal: (error: AppError) => void;
	/** `kind`: a note that replaces the one of its kind, where they come one after another. */
	showDone: (title: string, detail?: string, kind?: string) => void;
} {
	const text = useText();
	return useMemo(
		() => ({
			showRefusal(error) {
				const { happened, safe, next } = errorText(error, text);
				// The same refusal again replaces the one that is shown.
				const id = `${error.code}${JSON.stringify(error.params)}`;
				refusals.set(id, performance.now());
				notifications.show({
					id,
					color: 'red',
					title: happened,
					message: `${safe} ${next}`,
					autoClose: 15_000,
					closeButtonProps: { 'aria-label': text.frame.close },
					role: 'alert',
				});
			},
			showDone(title, detail, kind) {
				if (kind) notifications.hide(kind);
				notifications.show({
					...(kind ? { id: kind } : {}),
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
