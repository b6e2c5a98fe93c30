import type { Condition, Item, LocalText } from '../../model.ts';
import { type Referred, type Resolve, readCondition } from '../condition.ts';
import type { Asked, Draft, Said } from '../draft.ts';
import { eachLanguage } from '../local-text.ts';
import { asRecord, type Foreign, field, word } from '../record.ts';

/** What each name of the file refers to, and how its values are called. */
export interface Names {
	ids: Map<string, Referred>;
	resolve: Resolve;
}

/** What the parts of a survey are read by. */
export interface Reader {
	draft: Draft;
	names: Names;
	main: string;
}

/** A text of the file by language: one text, or one for each locale. */
export function said(value: unknown, main: string): Said | undefined {
	if (typeof value === 'string' || typeof value === 'number') return new Map([[main, String(value)]]);
	const record = asRecord(value);
	if (!record) return undefined;
	const texts = Object.entries(record).filter((one): one is [string, string] => typeof one[1] === 'string');
	return new Map(texts.map(([locale, text]) => [locale === 'default' ? main : locale, text]));
}

/** When an element is shown; what cannot be expressed is listed as lost. */
export function shownIf(element: Foreign, at: string, { draft, names }: Reader): Condition | null {
	const source = word(element, 'visibleIf');
	if (field(element, 'visible') === false) draft.lose('setting', at, 'visible: false');
	if (!source?.trim()) return null;
	const read = readCondition(source, names.resolve);
	if (!read) draft.lose('condition', at, source);
	return read;
}

/** `{name}` in a text repeats an answer. */
export function repeated(text: LocalText, { resolve }: Names): LocalText {
	const one = (words: string) =>
		words.replace(/\{([^{}]+)\}/g, (whole, name: string) => {
			const found = resolve(name.trim());
			return found ? `{{${found.words ?? found.id}}}` : whole;
		});
	return eachLanguage(text, one);
}

/** How a type is read. */
export type Read = (element: Foreign, asked: Asked, reader: Reader) => Item[];

/** The answer that is there from the start. */
export function fromStart(element: Foreign): { default?: string | number | string[] } {
	const value = field(element, 'defaultValue');
	if (typeof value === 'string' || typeof value === 'number') return { default: value };
	if (typeof value === 'boolean') return { default: String(value) };
	return Array.isArray(value) ? { default: value.map(String) } : {};
}

/** A whole number above 0, else nothing. */
export const positive = (value: number | undefined) =>
	value !== undefined && Number.isInteger(value) && value > 0 ? value : undefined;
