import type { Instrument, Item } from '../model.ts';
import { referredIds, renameReferences, takenIds } from './references.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** The id of a matrix row at a place from 0: "13a", and past z "13-27". */
export const rowId = (matrix: string, place: number): string => `${matrix}${letters[place] ?? `-${place + 1}`}`;

/** Ids that no item has and nothing refers to, so that a reference to something removed never comes to mean something else. */
export class FreshIds {
	private readonly used: Set<string>;

	constructor(instrument: Instrument) {
		this.used = new Set([...takenIds(instrument.items), ...referredIds(instrument)]);
	}

	take(id: string): string {
		this.used.add(id);
		return id;
	}
	isFree(id: string): boolean {
		return !this.used.has(id);
	}
	/** A question's: the number after the highest. */
	question(): string {
		const highest = Math.max(0, ...[...this.used].map((id) => Number(/^\d{1,6}/.exec(id)?.[0] ?? 0)));
		return this.take(String(highest + 1));
	}
	/** A section's or information's: the letter with a number. */
	word(letter: string): string {
		for (let number = 1; ; number++) if (this.isFree(`${letter}${number}`)) return this.take(`${letter}${number}`);
	}
	row(matrix: string, place: number): string {
		for (let at = place; ; at++) if (this.isFree(rowId(matrix, at))) return this.take(rowId(matrix, at));
	}
	/** An item's of this type. */
	of(type: Item['type']): string {
		if (type === 'section') return this.word('s');
		return type === 'info' ? this.word('i') : this.question();
	}
}

/** The ids that renumbering gives, item by item in order, and those of each one's rows. */
function numbers(items: readonly Item[]): { id: string; rows: string[] }[] {
	const kept = new Set(items.filter((one) => isWord(one)).map((one) => one.id));
	const seen = new Set<string>();
	let number = 0;
	let other = 0;
	return items.map((one) => {
		if (one.type === 'section' || one.type === 'info') {
			if (isWord(one) && !seen.has(one.id)) {
				seen.add(one.id);
				return { id: one.id, rows: [] };
			}
			const letter = one.type === 'section' ? 's' : 'i';
			do other++;
			while (kept.has(`${letter}${other}`) || seen.has(`${letter}${other}`));
			seen.add(`${letter}${other}`);
			return { id: `${letter}${other}`, rows: [] };
		}
		number++;
		const id = String(number);
		return { id, rows: one.type === 'matrix' ? one.rows.map((_row, place) => rowId(id, place)) : [] };
	});
}

/** Whether it is a heading or information whose id does not look like a question's number. */
const isWord = (one: Item) => (one.type === 'section' || one.type === 'info') && !/^\d/.test(one.id);

/** Whether the questions have the numbers that renumbering would give them. */
export function isNumbered(instrument: Instrument): boolean {
	const given = numbers(instrument.items).flatMap(({ id, rows }) => [id, ...rows]);
	return takenIds(instrument.items).every((id, place) => id === given[place]);
}

/** Gives the questions the numbers 1, 2, 3 … in their order. What refers to them follows; what refers to nothing goes on doing so. */
export function renumber(instrument: Instrument): Instrument {
	const given = numbers(instrument.items);
	const names = new Map<string, string>();
	const note = (id: string, to: string) => names.has(id) || names.set(id, to);
	for (const [place, one] of instrument.items.entries()) {
		note(one.id, given[place]?.id ?? one.id);
		if (one.type === 'matrix')
			for (const [at, row] of one.rows.entries()) note(row.id, given[place]?.rows[at] ?? row.id);
	}
	const taken = new Set(given.flatMap(({ id, rows }) => [id, ...rows]));
	for (const id of referredIds(instrument)) {
		if (names.has(id)) continue;
		let free = id;
		for (let number = 1; taken.has(free) || (free !== id && names.has(free)); number++)
			free = `${id.slice(0, 24)}-x${number}`;
		names.set(id, free);
		taken.add(free);
	}
	const renamed = renameReferences(instrument, names);
	return {
		...renamed,
		items: renamed.items.map((one, place) => {
			const { id, rows } = given[place] ?? { id: one.id, rows: [] };
			if (one.type !== 'matrix') return { ...one, id };
			return { ...one, id, rows: one.rows.map((row, at) => ({ ...row, id: rows[at] ?? row.id })) };
		}),
	};
}
