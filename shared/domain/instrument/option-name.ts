import type { Language } from '#shared/contract/basics.ts';
import { messages } from '#shared/i18n/messages.ts';
import type { Option } from './model.ts';
import { inLanguage } from './text.ts';

/** What an option is called to who makes the questionnaire: its label, where it has none its place; the value where there is no such option. */
export function optionName(options: readonly Option[], value: string, language: Language): string {
	const place = options.findIndex((one) => one.value === value);
	const option = options[place];
	if (!option) return value;
	return inLanguage(option.label, language).trim() || messages[language].editor.fields.option(place + 1);
}
