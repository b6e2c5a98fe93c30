import { checkInstrument } from '../check.ts';
import { leavesOf } from '../edit/references.ts';
import {
	type Condition,
	type Instrument,
	type Item,
	type LocalText,
	mostRatingSteps,
	type Option,
	type Scale,
} from '../model.ts';
import { hasOptions } from '../questions.ts';
import { recogniseScale } from './known-scales.ts';
import type { Guess, GuessKind, Loss, LossKind, Reading } from './model.ts';
import { plainText } from './plain-text.ts';

/** A text by language, as the file has it: codes of two letters. */
export type Said = ReadonlyMap<string, string>;

/** The most items that are read, and the most losses that are listed. */
const most = { items: 3000, listed: 500 };

/** What a reader knows of a question before it knows of which type it is. */
export interface Asked {
	id: string;
	text: LocalText;
	help?: LocalText;
	shownIf?: Condition;
	required?: boolean;
}

/** The questionnaire that a reader puts together. */
export interface Draft {
	readonly items: Item[];
	readonly scales: readonly Scale[];
	lose: (kind: LossKind, at: string, detail: string) => void;
	guess: (kind: GuessKind, at: string, detail: string) => void;
	/** An id that no other item has, as like the file's own name as may be. */
	idFor: (name: string) => string;
	/** Names that items to come have: no row takes one of them. */
	reserve: (names: Iterable<string>) => void;
	/** An id for a row of a matrix: the file's own name where no item has it, else with the matrix's before it. */
	rowIdFor: (matrix: string, name: string) => string;
	/** A text as plain words in our languages. */
	text: (said: Said, at: string) => LocalText;
	/** Options with a value of its own for each, and what each foreign value is called. */
	options: (options: readonly Option[]) => Option[];
	/** The id of the scale with these options: one for all that are alike. */
	scaleFor: (scale: Omit<Scale, 'id'>) => string;
	add: (item: Item) => void;
	finish: (head: { key: string; title: Said; description?: Said; intro?: Said; thanks?: Said }) => Reading;
}

const code = (language: string) => language.slice(0, 2).toLowerCase();

/** The language codes that stand in a file, told to Swedish, English and others: `main` first. */
export function startDraft(main: string, languages: Iterable<string>): Draft {
	const losses: Loss[] = [];
	const guesses: Guess[] = [];
	const items: Item[] = [];
	const scales: Scale[] = [];
	const scaleIds = new Map<string, string>();
	const scaleNames = new Set<string>();
	const taken = new Set<string>();
	const reserved = new Set<string>();
	let beyond = 0;
	const first = code(main) || 'sv';
	const spoken = new Set([first, ...[...languages].map(code)]);
	const kept = (['sv', 'en'] as const).filter((one) => spoken.has(one));
	const lose: Draft['lose'] = (kind, at, detail) => {
		const known = losses.some((one) => one.kind === kind && one.at === at && one.detail === clip(detail));
		if (known) return;
		if (losses.length < most.listed) losses.push({ kind, at, detail: clip(detail) });
		else beyond++;
	};
	for (const one of spoken)
		if (one !== 'sv' && one !== 'en' && !(kept.length === 0 && one === first)) lose('language', '', one);

	const text: Draft['text'] = (said, at) => {
		const byCode = new Map([...said].map(([language, value]) => [code(language), value]));
		const words = (language: string) => {
			const source = byCode.get(language);
			if (source === undefined) return undefined;
			const { text, tags } = plainText(source.slice(0, 20_000));
			if (tags.length > 0) lose('markup', at, tags.join(', '));
			return text || undefined;
		};
		const main = words(first) ?? [...byCode.keys()].map(words).find((one) => one !== undefined) ?? '';
		const en = kept.includes('en') ? words('en') : undefined;
		if (kept.length === 1 && kept[0] === 'en') return { sv: en ?? main, en: en ?? main };
		return { sv: (kept.includes('sv') ? words('sv') : undefined) ?? main, ...(en === undefined ? {} : { en }) };
	};

	const idFor: Draft['idFor'] = (name) => {
		const id = unique(asId(name), (one) => taken.has(one));
		taken.add(id);
		if (id !== name) lose('renamed', '', `${name} → ${id}`);
		return id;
	};

	return {
		items,
		scales,
		lose,
		guess: (kind, at, detail) =>
			void (guesses.length < most.listed && guesses.push({ kind, at, detail: clip(detail) })),
		idFor,
		rowIdFor: (matrix, name) => {
			const wish = asId(name);
			const free = !/^\d+$/.test(wish) && !taken.has(wish) && !reserved.has(wish);
			const id = unique(free ? wish : asId(`${matrix}_${name}`), (one) => taken.has(one) || reserved.has(one));
			taken.add(id);
			if (id !== name) lose('renamed', '', `${matrix}.${name} → ${id}`);
			return id;
		},
		reserve: (names) => {
			for (const name of names) reserved.add(asId(name));
		},
		text,
		options: (options) => {
			const used = new Set<string>();
			return options.slice(0, 1000).map((one) => {
				const value = unique(one.value.trim().slice(0, 60) || 'v', (other) => used.has(other));
				used.add(value);
				return { ...one, value };
			});
		},
		scaleFor: (made) => {
			const content = JSON.stringify(made);
			const same = scaleIds.get(content);
			if (same) return same;
			const known = recogniseScale(made.options)?.id;
			const id = unique(known ?? `scale${scales.length + 1}`, (one) => scaleNames.has(one));
			scaleNames.add(id);
			scaleIds.set(content, id);
			scales.push({ id, ...made });
			return id;
		},
		add: (item) => {
			if (items.length < most.items) items.push(item);
			else lose('item', item.id, item.type);
		},
		finish: ({ key, title, description, intro, thanks }) => {
			const named = (name: 'description' | 'intro' | 'thanks', said: Said | undefined) => {
				const words = said && text(said, '');
				return words?.sv ? { [name]: words } : {};
			};
			const definition: Instrument = {
				format: 'underlag-instrument/1',
				key: asKey(key),
				version: 1,
				...(kept.length === 1 && kept[0] === 'en' ? { languages: ['en' as const] } : {}),
				title: text(title, ''),
				...named('description', description),
				...named('intro', intro),
				...named('thanks', thanks),
				scales,
				items,
			};
			if (definition.title.sv === '') definition.title = { sv: key };
			mend(definition, lose);
			if (beyond > 0) losses.push({ kind: 'more', at: '', detail: String(beyond) });
			return { definition, losses, guesses };
		},
	};
}

const clip = (text: string) => (text.length > 300 ? `${text.slice(0, 299)}…` : text);

/** A name as an id may be written: letters without marks, digits, dots and lines. */
function asId(name: string): string {
	const plain = name
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[^A-Za-z0-9._-]+/g, '_')
		.replace(/^[^A-Za-z0-9]+/, '')
		.slice(0, 28);
	return plain === '' ? 'q' : plain;
}

/** The same, as the key of an instrument. */
function asKey(name: string): string {
	const plain = asId(name)
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '');
	return plain === '' ? 'form' : plain;
}

/** A word that is not taken: itself, or with the first free number after it. */
export function unique(wish: string, isTaken: (one: string) => boolean): string {
	if (!isTaken(wish)) return wish;
	for (let number = 2; ; number++) if (!isTaken(`${wish}_${number}`)) return `${wish}_${number}`;
}

/** Takes away the rules and answers from the start that would make the questionnaire unsound, and lists them. */
function mend(definition: Instrument, lose: Draft['lose']): void {
	const at = new Map(definition.items.map((item) => [item.id, item]));
	for (const { kind, at: id, value } of checkInstrument(definition)) {
		const item = at.get(id);
		if (!item) continue;
		const isRule = kind.endsWith('-reference') || kind === 'unknown-option';
		if (isRule && item.shownIf && refersTo(item.shownIf, value)) {
			lose('condition', id, value);
			delete item.shownIf;
		}
		if (item.type === 'section' || item.type === 'info') continue;
		if (isRule && item.validation?.rule && refersTo(item.validation.rule, value)) dropValidation(item, 'rule', lose);
		if (kind === 'bad-pattern') dropValidation(item, 'pattern', lose);
		if (kind === 'bad-default' || kind === 'unfit-default') {
			lose('default', id, String(item.default));
			delete item.default;
		}
		if (kind === 'bad-bounds' && 'min' in item) {
			lose('setting', id, 'min, max');
			if (item.type === 'rating') [item.min, item.max] = [1, 5];
			else if (item.type === 'number' || item.type === 'multiple') {
				delete item.min;
				delete item.max;
			}
		}
		if (kind === 'several-others' && hasOptions(item)) {
			const first = item.options.find((one) => one.other);
			for (const one of item.options) if (one !== first) delete one.other;
			lose('setting', id, 'other');
		}
	}
}

function dropValidation(item: Item, part: 'rule' | 'pattern', lose: Draft['lose']): void {
	if (item.type === 'section' || item.type === 'info' || !item.validation) return;
	lose('rule', item.id, part === 'pattern' ? (item.validation.pattern ?? '') : part);
	delete item.validation[part];
	if (!item.validation.rule && !item.validation.pattern) delete item.validation;
}

const refersTo = (condition: Condition, word: string): boolean =>
	leavesOf(condition).some((leaf) => leaf.item === word || ('is' in leaf && leaf.is.includes(word)));

/** What an alternative "other" is called where the file does not say. */
export const otherWords = (main: string): Said =>
	new Map([
		['sv', 'Annat'],
		['en', 'Other'],
		[main, main === 'sv' ? 'Annat' : 'Other'],
	]);

/** Whether whole numbers from one to another are few enough to be drawn in a row. */
export const isRating = (min: number, max: number): boolean =>
	[min, max].every((one) => Number.isInteger(one) && Math.abs(one) <= 1000) &&
	max > min &&
	max - min <= mostRatingSteps;

/** Several conditions as one; undefined where there is none. */
export function allOf(conditions: readonly (Condition | null | undefined)[]): Condition | undefined {
	const real = conditions.filter((one): one is Condition => one !== null && one !== undefined);
	return real.length > 1 ? { all: real } : real[0];
}

/** The optional fields that are there. */
export function given<T extends object>(
	fields: { [K in keyof T]?: T[K] | undefined },
): { [K in keyof T]?: Exclude<T[K], undefined> } {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
