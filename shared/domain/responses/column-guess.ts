import type { Scale } from '#shared/domain/instrument/model.ts';
import { readChoice } from './choice.ts';
import type { CodedVariable } from './codebook.ts';
import { fold, foldSpace } from './fold.ts';
import { splitCode, splitHeading } from './headings.ts';

/** A column that is to become an item, or a part of one. */
export interface Source {
	index: number;
	text: string;
	name: string;
	cells: readonly string[];
	different: string[];
	coded: CodedVariable | undefined;
	/** What was taken for no answer, and is not among the cells. */
	missing: string[];
}

/** Alternatives of a question that few different answers make; longer ones are words. */
export const mostOptions = 12;
const longestOption = 120;

/** Whether a text can be an alternative's label. */
export const isLabel = (text: string) => text.length <= longestOption;

/** Whether a part of a question is called “other”. */
export const isOtherPart = (part: string) => /^(?:other|annat|övrigt|annan)\b/i.test(part);

/** Columns that are one question. */
export interface Group {
	lead: string;
	/** What each column is of it; the whole where the group is one column. */
	parts: string[];
	sources: Source[];
}

/** Columns side by side that share their lead-in, in words or by their codes. */
export function groupsOf(sources: readonly Source[]): Group[] {
	const groups: Group[] = [];
	for (let at = 0; at < sources.length; ) {
		const first = sources[at];
		if (!first) break;
		let best: Group = { lead: first.text, parts: [first.text], sources: [first] };
		const ways: ((source: Source) => { lead: string; part: string }[])[] = [
			({ text }) => splitHeading(text),
			({ name, text }) => splitCode(name).map(({ base, part }) => ({ lead: base, part: text === name ? part : text })),
		];
		for (const way of ways) {
			for (const { lead, part } of way(first)) {
				const parts = [part];
				const together = [first];
				for (const next of sources.slice(at + 1)) {
					const last = together[together.length - 1];
					const split = way(next).find((one) => fold(one.lead) === fold(lead));
					// Something else in between ends a question.
					if (!split || !last || next.index - last.index > 2) break;
					parts.push(split.part);
					together.push(next);
				}
				if (together.length > best.sources.length) best = { lead, parts, sources: together };
			}
			if (best.sources.length > 1) break;
		}
		groups.push(best);
		at += best.sources.length;
	}
	return groups;
}

/** The bounds of a rating that whole numbers may come from, or null: 0 or 1 to 5, 7 or 10. */
export function ratingBounds(numbers: readonly number[]): { min: number; max: number } | null {
	const [least, greatest] = [Math.min(...numbers), Math.max(...numbers)];
	if (!numbers.every((one) => Number.isInteger(one)) || least < 0 || greatest > 10 || greatest < 3) return null;
	return { min: least === 0 ? 0 : 1, max: greatest <= 5 ? 5 : greatest <= 7 ? 7 : 10 };
}

/** Whether a cell can be the answer to one choice, as a value list says it. */
export function isChoiceCell(cell: string, label: ReadonlySet<string>, coded: CodedVariable | undefined): boolean {
	const said = coded?.values.find(({ code }) => foldSpace(code) === foldSpace(cell))?.label ?? cell;
	return readChoice(said, label) !== null || coded?.missing.includes(cell.trim()) === true;
}

/** Places from 1, each once in most rows. */
export function isRanked(sources: readonly Source[]): boolean {
	if (sources.length < 3) return false;
	if (
		!sources.every(({ different }) =>
			different.every((cell) => /^\d{1,2}$/.test(cell) && Number(cell) <= sources.length),
		)
	)
		return false;
	const rows = Math.max(...sources.map(({ cells }) => cells.length));
	let [answered, ranked] = [0, 0];
	for (let row = 0; row < rows; row++) {
		const places = sources.map(({ cells }) => (cells[row] ?? '').trim()).filter((one) => one !== '');
		if (places.length < 2) continue;
		answered++;
		if (new Set(places).size === places.length) ranked++;
	}
	return answered >= 2 && ranked >= 0.9 * answered;
}

/** Whether a scale has all these labels, one each. */
export function holds(scale: Scale, labels: ReadonlyMap<string, string>): boolean {
	const own = new Set(scale.options.flatMap(({ label }) => [fold(label.sv), ...(label.en ? [fold(label.en)] : [])]));
	return labels.size > 1 && [...labels.keys()].every((one) => own.has(one) && !/^\d*$/.test(one));
}

/** The different parts of cells that hold several, where they come again and again; null where the cells are no lists. */
export function listOptions(cells: readonly string[]): string[] | null {
	for (const sign of [';', ', ', '|', '\n']) {
		const lists = cells
			.filter((cell) => cell.trim() !== '')
			.map((cell) =>
				cell
					.split(sign)
					.map((one) => one.trim())
					.filter((one) => one !== ''),
			);
		const several = lists.filter((list) => list.length > 1).length;
		if (several === 0) continue;
		const counts = new Map<string, number>();
		for (const part of lists.flat()) counts.set(part, (counts.get(part) ?? 0) + 1);
		const parts = [...counts.keys()];
		const isFew = parts.length <= 40 && parts.every(isLabel);
		if (isFew && lists.flat().length >= 2 * parts.length) return parts;
	}
	return null;
}
