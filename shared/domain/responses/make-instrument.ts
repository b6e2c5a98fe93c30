import { rowId } from '#shared/domain/instrument/edit/ids.ts';
import { type Instrument, type Item, itemId, type LocalText, type Scale } from '#shared/domain/instrument/model.ts';
import { otherId } from '#shared/domain/instrument/questions.ts';
import type { Codebook } from './codebook.ts';
import {
	type Group,
	groupsOf,
	holds,
	isChoiceCell,
	isLabel,
	isOtherPart,
	isRanked,
	listOptions,
	looksEnglish,
	mostOptions,
	ratingBounds,
	type Source,
} from './column-guess.ts';
import type { ColumnMatch, ColumnTarget } from './columns.ts';
import { readDate } from './date.ts';
import { fold, foldSpace } from './fold.ts';
import { differentCells, proposeHabits } from './habits.ts';
import { readNumber } from './number.ts';
import { cellsOf, codedBy, type FileBeginning } from './propose.ts';
import { rolesOf } from './roles.ts';

/** Why a column was taken for its type, to be shown beside it. */
export const guessReasons = [
	'scale',
	'codes',
	'few',
	'list',
	'spread',
	'matrix',
	'places',
	'number',
	'date',
	'words',
] as const;
export type GuessReason = (typeof guessReasons)[number];

/** What was guessed of one item. */
export interface ItemGuess {
	itemId: string;
	type: Item['type'];
	why: GuessReason;
	/** The columns it came from. */
	columns: number[];
}

export interface ProposedInstrument {
	instrument: Instrument;
	columns: ColumnMatch[];
	guesses: ItemGuess[];
}

/** What services write that is no answer: who and when, the address, the time it took. Folded. */
const unasked =
	/^(?:start(?:tid| time|date| date|ad)?|starttid|påbörjad|e post(?:adress)?|email(?: address)?|name|namn|first name|last name|förnamn|efternamn|ip(?: adress| address|addr|address)?|ipaddr|refurl|refererande url|collector id|custom data \d+|seed|lastpage|last page|sista sidan|datestamp|interviewtime|total tid|.*time \d+|grouptime ?\d*|duration(?: in seconds)?|varaktighet.*|progress|recipient.*|externalreference|external data reference|location ?(?:latitude|longitude)|distributionchannel|distribution channel|last modified time|senast ändrad|tid för senaste ändring|poäng|total points|quiz feedback|redcap .*|.* timestamp)$/;

/** Columns that a questionnaire is made of. */
const mostColumns = 1000;

/**
 * A questionnaire made of a file of responses: each column's type is guessed from its heading and cells, columns of one lead-in are put
 * together, scales that are among `scales` are known by their labels. It is a draft, to be looked through: what was never chosen is not
 * in a file. The match is of that same file.
 */
export function makeInstrument(
	file: FileBeginning,
	{
		title,
		key,
		scales,
		codebook = null,
	}: { title: string; key: string; scales: readonly Scale[]; codebook?: Codebook | null },
): ProposedInstrument {
	const { layout } = file;
	const cells = cellsOf(file);
	const coded = codedBy(layout, codebook);
	const columns: ColumnMatch[] = layout.header.map((header, index) => ({
		index,
		header,
		target: { kind: 'ignore' },
		how: 'none',
	}));
	const isAsked = (index: number) =>
		!unasked.test(fold(layout.names[index] ?? '')) && !unasked.test(fold(layout.header[index] ?? ''));
	for (const { index, target } of rolesOf(layout.header, layout.names, layout.service, () => true))
		columns[index] = { index, header: layout.header[index] ?? '', target, how: 'text', sure: 1 };
	const sources = columns
		.slice(0, mostColumns)
		.filter(({ index, target, header }) => target.kind === 'ignore' && header !== '' && isAsked(index))
		.map(({ index }): Source => {
			const own = cells(index);
			const variable = coded(index);
			const text = variable?.label ?? layout.header[index] ?? '';
			return {
				index,
				text,
				name: layout.names[index] ?? '',
				cells: own,
				different: differentCells(own.filter((cell) => !variable?.missing.includes(cell.trim()))),
				coded: variable,
			};
		});
	const isEnglish = looksEnglish(sources.map(({ text }) => text));
	const maker = new Maker(scales, isEnglish);
	for (const group of groupsOf(sources)) maker.add(group);
	for (const [index, target] of maker.targets)
		columns[index] = { index, header: layout.header[index] ?? '', target, how: 'text', sure: 1 };
	const local = isEnglish ? { sv: title, en: title } : { sv: title };
	const instrument: Instrument = {
		format: 'underlag-instrument/1',
		key,
		version: 1,
		...(isEnglish ? { languages: ['en' as const] } : {}),
		title: local,
		scales: maker.scales,
		items: maker.items,
	};
	const habits = proposeHabits(columns, instrument, { service: layout.service, cells, coded });
	return { instrument, columns: habits.columns, guesses: maker.guesses };
}

/** Puts the items together one after another. */
class Maker {
	readonly items: Item[] = [];
	readonly scales: Scale[] = [];
	readonly guesses: ItemGuess[] = [];
	readonly targets = new Map<number, ColumnTarget>();
	private readonly used = new Set<string>();
	private number = 0;

	private readonly known: readonly Scale[];
	private readonly isEnglish: boolean;

	constructor(known: readonly Scale[], isEnglish: boolean) {
		this.known = known;
		this.isEnglish = isEnglish;
	}

	add({ lead, parts, sources }: Group): void {
		const [first] = sources;
		if (!first) return;
		if (sources.length > 1 && this.together(lead, parts, sources)) return;
		for (const source of sources) this.alone(source);
	}

	/** A question over several columns, where their cells fit one. */
	private together(lead: string, parts: readonly string[], sources: readonly Source[]): boolean {
		if (this.multiple(lead, parts, sources)) return true;
		if (isRanked(sources)) {
			const { id, text } = this.take(lead);
			const options = parts.map((part, at) => ({ value: String(at + 1), label: this.local(part) }));
			this.items.push({ type: 'ranking', id, text, options });
			for (const [at, { index }] of sources.entries())
				this.targets.set(index, { kind: 'rank', itemId: id, value: String(at + 1) });
			this.guess(id, 'ranking', 'places', sources);
			return true;
		}
		const scale = this.scaleOf(sources, true);
		if (!scale) return false;
		const { id, text } = this.take(lead);
		const rows = sources.map((source, at) => {
			const row = this.free(rowId(id, at));
			this.targets.set(source.index, { kind: 'item', itemId: row });
			return { id: row, text: this.local(parts[at] ?? '') };
		});
		this.items.push({ type: 'matrix', id, text, scale, rows });
		this.guess(id, 'matrix', 'matrix', sources);
		return true;
	}

	/** Several choices with a column each; the last may hold the words to an "other", which may have a column of its own beside it. */
	private multiple(lead: string, parts: readonly string[], sources: readonly Source[]): boolean {
		const isChoice = ({ different, coded }: Source, part: string) =>
			different.every((cell) => isChoiceCell(cell, new Set([fold(part)]), coded));
		const columns = sources.map((source, at) => ({ source, part: parts[at] ?? '' }));
		const words = columns.findIndex((one) => isOtherPart(one.part) && !isChoice(one.source, one.part));
		const choices = columns.filter((_one, at) => at !== words);
		const isSpread = choices.every(({ source, part }) => isChoice(source, part));
		if (!isSpread || choices.length < 2 || columns.every(({ source }) => source.different.length === 0)) return false;
		const { id, text } = this.take(lead);
		const wordsColumn = columns[words];
		const own = choices.map(({ part }) => part);
		const named = wordsColumn ? own.findIndex((part) => fold(part) === fold(wordsColumn.part)) : -1;
		if (wordsColumn && named < 0) own.push(wordsColumn.part);
		const other = wordsColumn ? (named < 0 ? own.length - 1 : named) : -1;
		const options = own.map((part, at) => ({
			value: String(at + 1),
			label: this.local(part),
			...(at === other ? { other: true as const } : {}),
		}));
		this.items.push({ type: 'multiple', id, text, options });
		for (const [at, { source }] of choices.entries())
			this.targets.set(source.index, { kind: 'choice', itemId: id, value: String(at + 1) });
		if (wordsColumn) this.targets.set(wordsColumn.source.index, { kind: 'item', itemId: otherId(id) });
		this.guess(id, 'multiple', 'spread', sources);
		return true;
	}

	private alone(source: Source): void {
		const { id, text } = this.take(source.text, source);
		const { item, why } = this.itemOf(id, text, source);
		this.items.push(item);
		this.targets.set(source.index, { kind: 'item', itemId: id });
		this.guess(id, item.type, why, [source]);
	}

	/** What a column alone is, by its cells: the narrowest type that all of them fit. */
	private itemOf(id: string, text: LocalText, source: Source): { item: Item; why: GuessReason } {
		const { different, cells, coded } = source;
		const options = (labels: readonly string[]) =>
			labels.map((label, at) => ({ value: String(at + 1), label: this.local(label) }));
		const filled = cells.filter((cell) => cell.trim() !== '').length;
		if (different.length === 0) return { item: { type: 'text', id, text }, why: 'words' };
		const scale = this.scaleOf([source], false);
		if (scale) return { item: { type: 'scale', id, text, scale }, why: 'scale' };
		if (coded && coded.values.length > 1 && coded.values.length <= 200) {
			const own = coded.values.map(({ code, label }) => ({ value: code.slice(0, 64), label: this.local(label) }));
			return { item: { type: 'single', id, text, options: own }, why: 'codes' };
		}
		const numbers = different.flatMap((cell) => readNumber(cell) ?? []);
		if (numbers.length === different.length) {
			const bounds = filled >= 5 ? ratingBounds(numbers) : null;
			if (bounds) return { item: { type: 'rating', id, text, ...bounds }, why: 'number' };
			return { item: { type: 'number', id, text }, why: 'number' };
		}
		if (different.every((cell) => readDate(cell) !== null)) return { item: { type: 'date', id, text }, why: 'date' };
		const list = listOptions(cells);
		if (list) return { item: { type: 'multiple', id, text, options: options(list) }, why: 'list' };
		const isFew = different.length <= mostOptions && filled >= 2 * different.length && different.every(isLabel);
		if (isFew && different.length > 1)
			return { item: { type: 'single', id, text, options: options(different) }, why: 'few' };
		const isLong = different.some((cell) => cell.length > 60 || cell.includes('\n'));
		return { item: { type: 'text', id, text, ...(isLong ? {} : { long: false }) }, why: 'words' };
	}

	/** The id of a scale that all these columns are answered on: one that is known by its labels, or that they make. */
	private scaleOf(sources: readonly Source[], isMatrix: boolean): string | null {
		const labels = new Map<string, string>();
		for (const { different, coded } of sources)
			for (const cell of different) {
				const label = coded?.values.find(({ code }) => foldSpace(code) === foldSpace(cell))?.label ?? cell;
				if (!labels.has(fold(label))) labels.set(fold(label), label);
			}
		if (labels.size === 0 || labels.size > mostOptions) return null;
		const own = this.scales.find((one) => holds(one, labels));
		if (own) return own.id;
		const ready = this.known.find((one) => holds(one, labels));
		if (ready) {
			this.scales.push(ready);
			return ready.id;
		}
		const coded = sources.find((one) => (one.coded?.values.length ?? 0) > 1)?.coded;
		if (isMatrix && coded && coded.values.length <= 11) {
			return this.newScale(coded.values.map(({ code, label }) => ({ value: code, label })));
		}
		if (!isMatrix) return null;
		const texts = [...labels.values()];
		const numbers = texts.map((one) => readNumber(one) ?? Number(/^\s*(\d{1,2})\b/.exec(one)?.[1] ?? Number.NaN));
		if (labels.size < 2 || !texts.every(isLabel)) return null;
		if (numbers.every((one) => Number.isInteger(one) && one >= 0 && one <= 11)) {
			// Points that nobody chose are there all the same.
			const least = Math.min(...numbers) === 0 ? 0 : 1;
			const points = Array.from({ length: Math.max(...numbers) - least + 1 }, (_none, at) => least + at);
			return this.newScale(
				points.map((one) => ({ value: String(one), label: texts[numbers.indexOf(one)] ?? String(one) })),
			);
		}
		return this.newScale(texts.map((label, at) => ({ value: String(at + 1), label })));
	}

	private newScale(options: { value: string; label: string }[]): string {
		const id = `s${this.scales.length + 1}`;
		this.scales.push({
			id,
			options: options
				.slice(0, mostOptions)
				.map(({ value, label }) => ({ value: value.slice(0, 64), label: this.local(label) })),
		});
		return id;
	}

	/** An id and the text without the number in front, which becomes the id where it is free. */
	private take(heading: string, source?: Source): { id: string; text: LocalText } {
		const match = /^\s*(?:(?:fråga|question|q)\s*)?(\d{1,3}[a-zåäö]?)\s*[.):]\s+(\S.*)$/isu.exec(heading);
		const code = source && source.name !== source.text ? source.name : '';
		const wanted = match?.[1]?.toLowerCase() ?? code;
		this.number++;
		const id =
			itemId.safeParse(wanted).success && !this.used.has(wanted) ? this.free(wanted) : this.free(String(this.number));
		return { id, text: this.local(match?.[2] ?? heading) };
	}

	private free(wanted: string): string {
		let id = wanted;
		for (let number = 1; this.used.has(id); number++) id = `${wanted}-${number}`;
		this.used.add(id);
		return id;
	}

	private local(text: string): LocalText {
		const tidy = text.replace(/\s+/g, ' ').trim() || '–';
		return this.isEnglish ? { sv: tidy, en: tidy } : { sv: tidy };
	}

	private guess(id: string, type: Item['type'], why: GuessReason, sources: readonly Source[]): void {
		this.guesses.push({ itemId: id, type, why, columns: sources.map(({ index }) => index) });
	}
}
