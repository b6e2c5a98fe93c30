import type { Language } from '#shared/contract/basics.ts';
import type { LocalText } from '#shared/domain/instrument/model.ts';
import { inLanguage } from '#shared/domain/instrument/text.ts';

/** A question that may hold a code, with its number; the words to an "other" have their question's. */
export function codeItemName({ id, text }: { id: string; text: LocalText }, language: Language): string {
	const [number = id] = id.split(':');
	return `${number}. ${inLanguage(text, language)}`;
}
