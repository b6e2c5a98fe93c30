import type { Instrument, Item, LocalText, Option } from '../../model.ts';
import { replacePipes } from '../../pipe.ts';
import { questionsOf } from '../../questions.ts';
import { type Dialect, never, writeCondition } from '../condition.ts';
import { unique } from '../draft.ts';
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
	/** The names of lists that are taken. */
	listNames: Set<string>;
	/** Our ids as XLSForm allows them. */
	name: (id: string) => string;
	/** What each value of some options is called. */
	values: (options: readonly Option[]) => (value: string) => string;
	dialect: Dialect;
}

/** Names that the format allows, and how a condition is written. */
export function namesOf(instrument: Instrument, lose: Lose): Pick<Writer, 'name' | 'values' | 'dialect'> {
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
	const taken = new Set(names.values());
	for (const { id, otherOf } of questions.values()) {
		if (otherOf !== null)
			names.set(
				id,
				unique(`${names.get(otherOf)}_other`, (one) => taken.has(one)),
			);
		taken.add(names.get(id) ?? id);
	}
	const name = (id: string) => names.get(id) ?? id;
	const known = new WeakMap<readonly Option[], Map<string, string>>();
	const values = (options: readonly Option[]) => {
		const own = known.get(options) ?? valuesOf(options);
		known.set(options, own);
		return (one: string) => own.get(one) ?? one;
	};
	const quoted = (one: string) => (one.includes("'") ? `"${one}"` : `'${one}'`);
	const dialect: Dialect = {
		answered: (id) => `\${${name(id)}} != ''`,
		is: (id, all) => {
			if (all.some((one) => one.includes("'") && one.includes('"'))) return null;
			const words = all.map(values(questions.get(id)?.options ?? []));
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
	return { name, values, dialect };
}

/** Choices of several are kept with a space between: no value may hold one. Two that become the same are told apart by a number. */
function valuesOf(options: readonly Option[]): Map<string, string> {
	return namesFor(
		options.map((one) => one.value),
		(one) => one.replace(/\s+/g, '_'),
		64,
		() => undefined,
	);
}

/** A text in columns by language. */
export function local(field: string, text: LocalText | undefined, { languages, name }: Writer): Record<string, string> {
	if (!text) return {};
	const piped = (words: string) => replacePipes(words, (id) => `\${${name(id)}}`);
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
	const { lists, listNames, choices, lose } = writer;
	const value = writer.values(options);
	for (const one of options)
		if (value(one.value) !== one.value) lose('renamed', at, `${one.value} → ${value(one.value)}`);
	const key = JSON.stringify(options);
	const known = lists.get(key);
	if (known) return known;
	const name = unique(wish.replace(/[^A-Za-z0-9_]/g, '_'), (one) => listNames.has(one));
	listNames.add(name);
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
