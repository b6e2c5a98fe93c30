import type { Language } from '#shared/contract/basics.ts';
import type { LocalText, Option } from './model.ts';

/** A text in the language asked for, else in Swedish, which always is there. */
export function inLanguage(text: LocalText, language: Language): string {
	return (language === 'en' ? text.en : undefined) ?? text.sv;
}

/** The name of an item for tables and figures: its short text, else its text. */
export function shortName(item: { text: LocalText; short?: LocalText | undefined }, language: Language): string {
	return inLanguage(item.short ?? item.text, language);
}

/** The label of an option by its value; the value itself where there is no such option. */
export function optionLabel(options: readonly Option[], value: string, language: Language): string {
	const option = options.find((one) => one.value === value);
	return option ? inLanguage(option.label, language) : value;
}
