import type { Instrument, Item, LocalText, Option } from '../../model.ts';
import { questionsOf } from '../../questions.ts';
import { type Dialect, never, writeCondition } from '../condition.ts';
import { inOne, type Lose, namesFor } from '../write-shared.ts';

/** How languages are named in headings. */
export const languageTitle = { sv: 'Svenska (sv)', en: 'English (en)' };

/** What the sheets are gathered in. */
export interface Writer {
	instrument: Instrument;
	languages: ('sv' | 'en')[];
	lose: Lose;
	survey: Record<string, string>[];
	choices: Record<string, string>[];
	lists: Map<string, string>;
	/** Our ids as XLSForm allows them; an option's value by the item's id. */
	name: (id: string) => string;
	value: (value: string) => string;
	dialect: Dialect;
}

/** Names that the format allows, and how a condition is written. */
export function namesOf(instrument: Instrument, lose: Lose): Pick<Writer, 'name' | 'value' | 'dialect'> {
	const ids = instrument.items.flatMap((item) =>
		item.type === 'matrix' ? [item.id, ...item.rows.map((row) => row.id)] : [item.id],
	);
	const names = namesFor(
		ids,
		(id) => (id === 'intro' || id === 'thanks' || !/^[A-Za-z_]/.test(id) ? `q${id}` : id),
		60,
		lose,
	);
	const questions = new Map(questionsOf(instrument).map((one) => [one.id, one]));
	const many = (id: string) => ['multiple', 'ranking'].includes(questions.get(id)?.type ?? '');
	const name = (id: string) => (id.endsWith(':other') ? `${names.get(id.slice(0, -6))}_other` : (names.get(id) ?? id));
	// Choices of several are kept with a space between: no value may hold one.
	const value = (one: string) => one.replace(/\s+/g, '_');
	const quoted = (one: string) => (one.includes("'") ? `"${one}"` : `'${one}'`);
	const dialect: Dialect = {
		answered: (id) => `\${${name(id)}} != ''`,
		is: (id, all) => {
			if (all.some((one) => one.includes("'") && one.includes('"'))) return null;
			const words = questions.get(id)?.options.length ? all.map(value) : all;
			const each = words.map((one) =>
				many(id) ? `selected(\${${name(id)}}, ${quoted(one)})` : `\${${name(id)}} = ${quoted(one)}`,
			);
			return each.length === 1 ? (each[0] ?? null) : `(${each.join(' or ')})`;
		},
		chosenAtLeast: (id, count) => {
			if (many(id)) return `count-selected(\${${name(id)}}) >= ${count}`;
			return count === 1 ? dialect.answered(id) : never(id, dialect);
		},
		compare: (id, sign, number) => (many(id) ? never(id, dialect) : `\${${name(id)}} ${sign} ${number}`),
		not: (inner) => `not(${inner})`,
	};
	return { name, value, dialect };
}

/** A text in columns by language. */
export function local(field: string, text: LocalText | undefined, { languages, name }: Writer): Record<string, string> {
	if (!text) return {};
	const piped = (words: string) =>
		words.replace(/\{\{\s*([^{}\s]+)\s*\}\}/g, (_whole, id: string) => `\${${name(id)}}`);
	return Object.fromEntries(
		languages
			.map((one) => [`${field}::${languageTitle[one]}`, piped(inOne(text, one, languages))] as const)
			.filter(([, words]) => words !== ''),
	);
}

/** What every row has: its texts, when it is shown, whether it must be answered. */
export function shared(item: Item, writer: Writer): Record<string, string> {
	const relevant = item.shownIf ? writeCondition(item.shownIf, writer.dialect) : undefined;
	if (relevant === null) writer.lose('condition', item.id, item.id);
	return {
		...local('label', item.text, writer),
		...local('hint', item.help, writer),
		...(relevant ? { relevant } : {}),
		...('required' in item && item.required ? { required: 'yes' } : {}),
	};
}

/** The name of a list of choices: one for all that are alike. */
export function listOf(options: readonly Option[], wish: string, at: string, writer: Writer): string {
	const { lists, choices, value, lose } = writer;
	for (const one of options)
		if (value(one.value) !== one.value) lose('renamed', at, `${one.value} → ${value(one.value)}`);
	const key = JSON.stringify(options);
	const known = lists.get(key);
	if (known) return known;
	const name = wish.replace(/[^A-Za-z0-9_]/g, '_');
	lists.set(key, name);
	for (const option of options) {
		choices.push({
			list_name: name,
			name: value(option.value),
			...local('label', option.label, writer),
			...(option.missing ? { missing: 'yes' } : {}),
			...(option.exclusive ? { exclusive: 'yes' } : {}),
		});
	}
	return name;
}
