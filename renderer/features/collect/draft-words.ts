import { useSearch } from 'wouter';
import { formatClock } from '#shared/i18n/format.ts';
import { useLanguage, useText } from '../../app/text.tsx';
import type { Draft } from './use-draft.ts';

/** The response that the address asks to go on with (`?response=`). */
export function useWantedResponse(): number | null {
	const wanted = new URLSearchParams(useSearch()).get('response');
	return wanted && /^[1-9]\d{0,14}$/.test(wanted) ? Number(wanted) : null;
}

/** Whether what is written is saved, in words. */
export function useDraftWords({ state, savedAt }: Draft): string {
	const { state: text } = useText().response.enter;
	const language = useLanguage();
	if (state !== 'saved') return text[state];
	return text.saved(savedAt ? formatClock(savedAt, language) : '');
}
