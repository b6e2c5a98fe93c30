import type { Said } from '../draft.ts';
import type { Row } from './form.ts';

/** A workbook as texts, sheet by sheet. */
export interface Workbook {
	sheets: readonly { name: string; rows: readonly (readonly string[])[] }[];
}

/** The rows of a sheet under its headings; empty ones are left out. */
export function rowsOf(rows: readonly (readonly string[])[]): Row[] {
	const head = (rows[0] ?? []).map((cell) =>
		cell
			.trim()
			.toLowerCase()
			.replace(/\s*:{1,2}\s*/, '::')
			.replace(/^bind::/, '')
			.replace(/^(?:caption|label)(?=$|::)/, 'label'),
	);
	return rows
		.slice(1, 20_001)
		.map(
			(row) =>
				new Map(row.flatMap((cell, at) => (cell.trim() !== '' && head[at] ? [[head[at], cell.trim()] as const] : []))),
		)
		.filter((row) => row.size > 0);
}

const languageNames: Record<string, string> = {
	english: 'en',
	engelska: 'en',
	swedish: 'sv',
	svenska: 'sv',
	french: 'fr',
	german: 'de',
	spanish: 'es',
	arabic: 'ar',
	default: '',
};

/** The code of a language by its name as forms have it: `Svenska (sv)`, `English`, `en`. */
export function languageCode(name: string): string | undefined {
	const short = name.trim().toLowerCase();
	if (short === '') return undefined;
	return (
		/\(([a-z]{2})(?:[-_][a-z]+)?\)\s*$/.exec(short)?.[1] ??
		(Object.hasOwn(languageNames, short)
			? languageNames[short]
			: /^[a-z]{2}(?:[-_][a-z]+)?$/.test(short)
				? short.slice(0, 2)
				: short)
	);
}

const texts = ['label', 'hint', 'constraint_message', 'required_message', 'form_title'];

/** The language of a column, where it is a text. */
export function languageOf(column: string): string | undefined {
	const [field = '', language] = column.split('::');
	return language !== undefined && texts.includes(field) ? languageCode(language) : undefined;
}

/** A field's texts by language; the one without language is of the main one. */
export function said(row: Row, field: string, main: string): Said {
	const all = [...row].filter(([key]) => key === field || key.startsWith(`${field}::`));
	return new Map(all.map(([key, text]) => [languageOf(key) ?? main, text]));
}
