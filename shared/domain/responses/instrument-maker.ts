import { rowId } from '#shared/domain/instrument/edit/ids.ts';
import { isOutside, wholeScale } from '#shared/domain/instrument/exchange/known-scales.ts';
import { type Item, itemId, type LocalText, type Option, type Scale } from '#shared/domain/instrument/model.ts';
import { otherId } from '#shared/domain/instrument/questions.ts';
import {
	type Group,
	holds,
	isChoiceCell,
	isLabel,
	isOtherPart,
	isRanked,
	listOptions,
	mostOptions,
	ratingBounds,
	type Source,
} from './column-guess.ts';
import type { ColumnTarget } from './columns.ts';
import { readDate } from './date.ts';
import { fold, foldSpace } from './fold.ts';
import type { GuessReason, ItemGuess } from './guess.ts';
import { isMissingWord } from './missing-codes.ts';
import { readNumber } from './number.ts';

/** Puts the items of a questionnaire together from columns, group by group in their order; `targets` says what each column is of it. */
export class Maker {
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
		const options = (labels: readonly string[]) => labels.map((label, at) => this.option(String(at + 1), label));
		const filled = cells.filter((cell) => cell.trim() !== '').length;
		if (different.length === 0) return { item: { type: 'text', id, text }, why: 'words' };
		const scale = this.scaleOf([source], false);
		if (scale) return { item: { type: 'scale', id, text, scale }, why: 'scale' };
		if (coded && coded.values.length > 1 && coded.values.length <= 200) {
			const own = coded.values.map(({ code, label }) => this.option(code, label, coded.missing));
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
		const ready = this.known.find((one) => holds(one, labels)) ?? this.withOutside(labels);
		if (ready) {
			this.scales.push(ready);
			return ready.id;
		}
		const common = this.common(labels);
		if (common) return this.newScale(common);
		const coded = sources.find((one) => (one.coded?.values.length ?? 0) > 1)?.coded;
		if (isMatrix && coded && coded.values.length <= 11) {
			return this.newScale(coded.values.map(({ code, label }) => this.option(code, label, coded.missing)));
		}
		if (!isMatrix) return null;
		const texts = [...labels.values()];
		const numbers = texts.map((one) => readNumber(one) ?? Number(/^\s*(\d{1,2})\b/.exec(one)?.[1] ?? Number.NaN));
		if (labels.size < 2 || !texts.every(isLabel)) return null;
		if (numbers.every((one) => Number.isInteger(one) && one >= 0 && one <= 11)) {
			// Points that nobody chose are there all the same.
			const least = Math.min(...numbers) === 0 ? 0 : 1;
			const points = Array.from({ length: Math.max(...numbers) - least + 1 }, (_none, at) => least + at);
			return this.newScale(points.map((one) => this.option(String(one), texts[numbers.indexOf(one)] ?? String(one))));
		}
		return this.newScale(texts.map((label, at) => this.option(String(at + 1), label)));
	}

	/** A known scale with answers outside it ("don't know") that it has not; null where the others are of none. */
	private withOutside(labels: ReadonlyMap<string, string>): Scale | null {
		const outside = [...labels.values()].filter(isOutside);
		const inside = new Map([...labels].filter(([, label]) => !isOutside(label)));
		const scale = outside.length === 0 ? undefined : this.known.find((one) => holds(one, inside));
		if (!scale) return null;
		const own = scale.options.filter((one) => !one.missing);
		const options = [...own, ...outside.map((label, at) => this.option(`x${at + 1}`, label))];
		return { ...scale, id: `${scale.id.slice(0, 58)}-${this.scales.length + 1}`, options };
	}

	/** A scale in common use that three labels or more are of, whole: a step that nobody chose belongs to it all the same. */
	private common(labels: ReadonlyMap<string, string>): Option[] | null {
		const all = [...labels.values()];
		const steps = wholeScale(
			all.filter((one) => !isOutside(one)),
			this.isEnglish ? 'en' : 'sv',
		);
		if (!steps) return null;
		const inside = steps.map((label, at) => this.option(String(at + 1), label));
		return [...inside, ...all.filter(isOutside).map((label, at) => this.option(`x${at + 1}`, label))];
	}

	private newScale(options: Option[]): string {
		const id = `s${this.scales.length + 1}`;
		this.scales.push({ id, options: options.slice(0, mostOptions) });
		return id;
	}

	/** What its words or the value list say is no answer stands outside: it is no point of a scale, and in no percentage. */
	private option(value: string, label: string, missing: readonly string[] = []): Option {
		const isMissing = missing.includes(value) || isOutside(label) || isMissingWord(label);
		return { value: value.slice(0, 64), label: this.local(label), ...(isMissing ? { missing: true } : {}) };
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
		const missing = [...new Set(sources.flatMap((one) => one.missing))];
		this.guesses.push({ itemId: id, type, why, columns: sources.map(({ index }) => index), missing });
	}
}
