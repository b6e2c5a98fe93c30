import { createContext, type ReactNode, useContext, useLayoutEffect } from 'react';
import type { Language } from '#shared/contract/basics.ts';
import { type Messages, messages } from '#shared/i18n/messages.ts';

const Current = createContext<Language>('sv');

/** Gives all below it the words of a language; changes them without a restart. */
export function TextProvider({ language, children }: { language: Language; children: ReactNode }) {
	// Before anything else can see the new words: a screen reader reads them by the language that stands here.
	useLayoutEffect(() => {
		document.documentElement.lang = language;
	}, [language]);
	return <Current value={language}>{children}</Current>;
}

/** The words of the interface's language. */
export function useText(): Messages {
	return messages[useContext(Current)];
}

/** The interface's language. A project's own language is `project.get`'s, and another matter. */
export function useLanguage(): Language {
	return useContext(Current);
}
