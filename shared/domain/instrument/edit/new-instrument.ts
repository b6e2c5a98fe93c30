import type { Language } from '#shared/contract/basics.ts';
import type { Instrument } from '../model.ts';
import { freeName } from './items.ts';

/** A title as a key: small letters a-z, digits and hyphens, with a number where it is taken. */
export function keyOf(title: string, taken: readonly string[]): string {
	const plain = title
		.toLowerCase()
		.replaceAll('æ', 'ae')
		.replaceAll('ø', 'o')
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+/, '')
		.slice(0, 50)
		.replace(/-+$/, '');
	return freeName(plain || 'formular', taken);
}

/** A first version with a key of its own: empty, or like another in all but title and key. */
export function newInstrument(given: {
	title: string;
	language: Language;
	/** Keys that others have. */
	taken: readonly string[];
	from?: Instrument;
}): Instrument {
	const { title, language, taken, from } = given;
	const key = keyOf(title, taken);
	const named = language === 'en' ? { sv: title, en: title } : { sv: title };
	if (from) return { ...from, key, version: 1, title: from.title.en ? { sv: title, en: title } : named };
	return {
		format: 'underlag-instrument/1',
		key,
		version: 1,
		languages: [language],
		title: named,
		scales: [],
		items: [],
	};
}
