import type { Language } from '#shared/contract/basics.ts';
import { uidOf } from './edit/references.ts';
import type { Instrument, Item, LocalText } from './model.ts';
import { hasOptions } from './questions.ts';

/** The languages a questionnaire is asked in, Swedish first: those it says, else those of its texts. At least one. */
export function languagesOf(instrument: Instrument): Language[] {
	const { languages } = instrument;
	if (languages) return languages.includes('sv') ? ['sv', ...languages.filter((one) => one !== 'sv')] : languages;
	const english = [instrument.title, ...instrument.items.map((one) => one.text)].some((one) => one.en);
	return english ? ['sv', 'en'] : ['sv'];
}

/** A text that lacks one of the languages that are asked. */
export interface MissingText {
	/** The identity of the item it is in; null for what is said of the whole, and scales. */
	uid: string | null;
	language: Language;
}

/** Every text that is there in one of the languages asked and not in another, in the questionnaire's order. */
export function missingTexts(instrument: Instrument): MissingText[] {
	const languages = languagesOf(instrument);
	const found: MissingText[] = [];
	const look = (uid: string | null, texts: readonly (LocalText | undefined)[]) => {
		for (const text of texts)
			for (const language of languages)
				if (text && (text.sv.trim() || text.en?.trim()) && !text[language]?.trim()) found.push({ uid, language });
	};
	look(null, [instrument.title, instrument.description, instrument.intro, instrument.thanks]);
	for (const one of instrument.items) look(uidOf(one), textsOf(one));
	for (const one of instrument.scales) look(null, [one.title, ...one.options.map((option) => option.label)]);
	for (const one of instrument.indexes ?? []) look(null, [one.title]);
	return found;
}

/** How many texts lack a language, whether it is asked in that or not. */
export function lackingIn(instrument: Instrument, language: Language): number {
	return missingTexts({ ...instrument, languages: ['sv', 'en'] }).filter((one) => one.language === language).length;
}

/** Every text of an item that someone reads. */
export function textsOf(item: Item): (LocalText | undefined)[] {
	return [
		item.text,
		item.short,
		item.help,
		...(hasOptions(item) ? item.options.map((one) => one.label) : []),
		...(item.type === 'matrix' ? item.rows.flatMap((row) => [row.text, row.short]) : []),
		...(item.type === 'rating' ? [item.minLabel, item.maxLabel] : []),
		...(item.type === 'number' ? [item.unit] : []),
		...('validation' in item ? [item.validation?.message] : []),
	];
}
