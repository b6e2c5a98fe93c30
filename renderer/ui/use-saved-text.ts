import { useCallback, useEffect, useRef, useState } from 'react';

/**
 * A text that is saved as it is typed: after a pause, on leaving the field, and when the field or the window goes. What is typed is shown
 * until the stored text is known to be the same; a change from elsewhere (undo) shows at once. `save` resolves to whether it was stored;
 * what was not stays in the field. `wait` is how long the pause is, in milliseconds; null stores on leaving alone.
 */
export function useSavedText(saved: string, save: (text: string) => Promise<boolean>, wait: number | null = 700) {
	const [draft, setDraft] = useState<string | null>(null);
	const unsaved = useRef<string | null>(null);
	const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
	const focused = useRef(false);
	const latest = useRef({ save, saved });
	useEffect(() => {
		latest.current = { save, saved };
	});

	const flush = useCallback(async () => {
		clearTimeout(timer.current);
		const text = unsaved.current;
		if (text === null) return;
		unsaved.current = null;
		const stored = await latest.current.save(text);
		if (!stored && unsaved.current === null) unsaved.current = text;
	}, []);

	// The stored text is another than before: shown, unless one is just writing the very same (its spaces at the end, say) or more.
	useEffect(() => {
		if (unsaved.current !== null) return;
		setDraft((now) => (focused.current && now?.trim() === saved.trim() ? now : null));
	}, [saved]);

	useEffect(() => {
		const leave = () => void flush();
		window.addEventListener('pagehide', leave);
		return () => {
			window.removeEventListener('pagehide', leave);
			leave();
		};
	}, [flush]);

	const revert = useCallback(() => {
		clearTimeout(timer.current);
		unsaved.current = null;
		setDraft(null);
	}, []);

	return {
		value: draft ?? saved,
		/** Stores at once what is not stored yet. */
		flush,
		/** Shows what is stored again. */
		revert,
		onChange: (text: string) => {
			setDraft(text);
			unsaved.current = text;
			clearTimeout(timer.current);
			if (wait !== null) timer.current = setTimeout(() => void flush(), wait);
		},
		onFocus: () => {
			focused.current = true;
		},
		onBlur: () => {
			focused.current = false;
			void flush().then(() => {
				if (unsaved.current === null) setDraft((now) => (now?.trim() === latest.current.saved.trim() ? null : now));
			});
		},
	};
}
