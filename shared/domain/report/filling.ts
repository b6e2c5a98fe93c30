import type { Language } from '#shared/contract/basics.ts';
import type { Code } from '#shared/contract/code.ts';
import { formatNumber } from '#shared/i18n/format.ts';
import { messages } from '#shared/i18n/messages.ts';
import type { Analysis, ItemResult } from '../results/model.ts';
import type { LookupRound, ReportLookup } from './lookup.ts';
import type { ReportProblem } from './model.ts';
import { findByName, nearest } from './nearest.ts';
import type { SourceBlock } from './source.ts';
import type { KeySpec } from './specs.ts';
import type { ValueUse } from './values.ts';

/** A place in the source that something is said about. */
export interface Place {
	name: string;
	line: number;
	column: number;
	length: number;
}

/** A block's or value's keys as they were written, checked to be keys that it has. */
export interface Args {
	place: Place;
	get(key: string): { value: string; place: Place } | undefined;
}

/** What the filling of a report works with. */
export interface Filling {
	lookup: ReportLookup;
	language: Language;
	words: (typeof messages)['sv']['report']['out'];
	problems: ReportProblem[];
	/** What each live value came to, by how it is written. */
	values: Map<string, string>;
	/** Whole numbers as the language writes them. */
	number(value: number): string;
}

/** A filling that has not found anything yet. */
export function startFilling(lookup: ReportLookup, language: Language): Filling {
	return {
		lookup,
		language,
		words: messages[language].report.out,
		problems: [],
		values: new Map(),
		number: (value) => formatNumber(value, language, 2),
	};
}

/** More help nobody. */
const mostProblems = 200;

/** Notes a problem, with the candidates that are most like the word at fault. At most 200 problems are kept. */
export function report(
	filling: Filling,
	{ name, line, column, length }: Place,
	reason: ReportProblem['reason'],
	detail: string,
	candidates: readonly string[] = [],
): null {
	if (filling.problems.length < mostProblems) {
		const suggestions = candidates.length > 0 ? nearest(detail, candidates) : [];
		filling.problems.push({ line, column, length, name, reason, detail: detail.slice(0, 200), suggestions });
	}
	return null;
}

/** The keys of a live block. Null, with the reasons noted, where one is unknown or a required one is missing. */
export function argsOfBlock(
	filling: Filling,
	block: Omit<SourceBlock, 'kind'>,
	keys: Record<string, KeySpec>,
): Args | null {
	const place = { name: block.name, line: block.line, column: 0, length: 0 };
	const found = new Map<string, { value: string; place: Place }>();
	let sound = true;
	if (!block.closed) {
		report(filling, place, 'unclosed', block.name);
		sound = false;
	}
	for (const entry of block.entries) {
		const at = { ...place, line: entry.line };
		if (entry.bad || !Object.hasOwn(keys, entry.key)) {
			report(filling, at, 'unknown-key', entry.key, Object.keys(keys));
			sound = false;
		} else if (entry.value !== '') found.set(entry.key, { value: entry.value, place: at });
	}
	return check(filling, keys, place, (key) => found.get(key)) && sound ? { place, get: (key) => found.get(key) } : null;
}

/** The keys of a live value; a word without a key stands for the first key. */
export function argsOfValue(filling: Filling, use: ValueUse, keys: Record<string, KeySpec>): Args | null {
	const place = { name: use.name, line: use.line, column: use.column, length: use.raw.length };
	const names = Object.keys(keys);
	const found = new Map<string, { value: string; place: Place }>();
	let sound = true;
	for (const [key, value] of Object.entries(use.args)) {
		const name = /^\d+$/.test(key) ? names[Number(key)] : key;
		if (name !== undefined && Object.hasOwn(keys, name)) found.set(name, { value, place });
		else {
			report(filling, place, 'unknown-key', name ?? value, names);
			sound = false;
		}
	}
	return check(filling, keys, place, (key) => found.get(key)) && sound ? { place, get: (key) => found.get(key) } : null;
}

function check(filling: Filling, keys: Record<string, KeySpec>, place: Place, get: Args['get']): boolean {
	let sound = true;
	for (const [key, spec] of Object.entries(keys)) {
		const given = get(key);
		if (!given && spec.required) {
			report(filling, place, 'missing-key', key, candidatesFor(filling, spec));
			sound = false;
		}
		if (!given || !spec.choices) continue;
		const words = spec.several ? splitList(given.value, ',') : [given.value];
		for (const word of words.filter((one) => !spec.choices?.includes(one))) {
			report(filling, given.place, 'bad-value', word, spec.choices);
			sound = false;
		}
	}
	return sound;
}

function candidatesFor({ lookup }: Filling, spec: KeySpec): string[] {
	if (spec.kind === 'round')
		return lookup
			.rounds()
			.slice(0, 5)
			.map((one) => one.name);
	if (spec.kind === 'code')
		return lookup
			.codes()
			.slice(0, 5)
			.map((one) => one.name);
	if (spec.kind === 'instrument')
		return lookup
			.instruments()
			.slice(0, 5)
			.map((one) => one.key);
	return [...(spec.choices ?? [])].slice(0, 5);
}

/** The parts of a list, without those that are empty. */
export function splitList(text: string, separator: ',' | '|'): string[] {
	return text
		.split(separator)
		.map((one) => one.trim())
		.filter((one) => one !== '');
}

/** Whether a yes-or-no key says yes, in either language. */
export const isYes = (args: Args, key: string): boolean => /^(yes|ja|true|sant|1)$/i.test(args.get(key)?.value ?? '');

/** The round that a key names. Null, with the reason noted, where there is none. */
export function findRound(filling: Filling, args: Args, key = 'round'): LookupRound | null {
	const given = args.get(key);
	if (!given) return null;
	const rounds = filling.lookup.rounds();
	const round = findByName(given.value, rounds, (one) => one.name);
	if (round) return round;
	const names = rounds.map((one) => one.name);
	return report(filling, given.place, 'no-round', given.value, names);
}

/** The code that a key names: by name, or by path with `>` between where several codes bear the name. */
export function findCode(filling: Filling, args: Args): Code | null {
	const given = args.get('code');
	if (!given) return null;
	const codes = filling.lookup.codes();
	const code =
		findByName(given.value, codes, (one) => one.name) ?? findByName(given.value, codes, (one) => codePath(one, codes));
	return code ?? report(filling, given.place, 'no-code', given.value, [...new Set(codes.map((one) => one.name))]);
}

/** A code's name with those above it: "Samverkan > Hinder". */
export function codePath(code: Code, codes: readonly Code[]): string {
	const byId = new Map(codes.map((one) => [one.id, one]));
	const names: string[] = [];
	for (
		let at: Code | undefined = code;
		at && names.length < 50;
		at = at.parentId === null ? undefined : byId.get(at.parentId)
	) {
		names.unshift(at.name);
	}
	return names.join(' > ');
}

/** The items that a written list of ids stands for; a matrix's id stands for its rows, `3-6` for the items from 3 to 6. */
export function findItems(filling: Filling, analysis: Analysis, text: string, place: Place): ItemResult[] | null {
	const items: ItemResult[] = [];
	let sound = true;
	for (const word of splitList(text, ',')) {
		const found = itemsCalled(analysis, word);
		if (found.length === 0) {
			report(
				filling,
				place,
				'no-item',
				word,
				analysis.items.map((item) => item.id),
			);
			sound = false;
		}
		items.push(...found);
	}
	return sound ? items : null;
}

function itemsCalled({ items }: Analysis, word: string): ItemResult[] {
	const id = word.replace(/\s+/g, '').toLowerCase();
	const one = items.find((item) => item.id.toLowerCase() === id);
	if (one) return [one];
	const rows = items.filter((item) => item.matrix?.toLowerCase() === id);
	if (rows.length > 0) return rows;
	const span = /^(.+)[-–](.+)$/.exec(id);
	const from = items.findIndex((item) => item.id.toLowerCase() === span?.[1]);
	const to = items.findLastIndex(
		(item) => item.id.toLowerCase() === span?.[2] || item.matrix?.toLowerCase() === span?.[2],
	);
	return from >= 0 && to >= from ? items.slice(from, to + 1).filter((item) => item.options.length > 0) : [];
}
