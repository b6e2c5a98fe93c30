import { renameReferences, uidOf } from './edit/references.ts';
import type { Instrument, Item, LocalText, Option } from './model.ts';
import { type Question, questionsOf } from './questions.ts';

/** What is another between two versions of an item. `wording` is a text that says something else, not one that has been translated. */
export const changeKinds = [
	'added',
	'removed',
	'type',
	'scale',
	'options',
	'wording',
	'bounds',
	'condition',
	'reverse',
	'number',
	'place',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** How far results from before and after can be set beside each other: as they are, with care, or not. `none`: there is nothing to set beside. */
export type Comparable = 'yes' | 'care' | 'no' | 'none';

/** One question (or heading, or information) in two versions of a questionnaire, by its identity. */
export interface ItemChange {
	uid: string;
	before: { id: string; text: LocalText } | null;
	after: { id: string; text: LocalText } | null;
	/** The weightiest first; empty where it is the same. */
	kinds: ChangeKind[];
	comparable: Comparable;
}

interface Part {
	uid: string;
	id: string;
	text: LocalText;
	question: Question | null;
	item: Item;
}

/** What is compared: every question, and headings and information, in the questionnaire's order. */
function partsOf(instrument: Instrument): Part[] {
	// The words to an "other: …" are as comparable as the question they belong to.
	const questions = questionsOf(instrument).filter((one) => one.otherOf === null);
	const uids = new Map([...questions, ...instrument.items].map((one) => [one.id, uidOf(one)]));
	return instrument.items.flatMap((item): Part[] => {
		if (item.type === 'section' || item.type === 'info')
			return [{ uid: uidOf(item), id: item.id, text: item.text, question: null, item: renameReferences(item, uids) }];
		const own = questions.filter((one) => one.item === item);
		return own.map(({ item: _item, ...question }) => ({
			uid: question.uid,
			id: question.id,
			text: question.text,
			// What they refer to is compared by identity: a number that has changed is no other condition.
			question: { ...renameReferences(question, uids), item: renameReferences(item, uids) },
			item: renameReferences(item, uids),
		}));
	});
}

/**
 * Two versions of a questionnaire, question by question in the order of the later one; what is gone stands where it stood. For each: what is
 * another, and whether results are still comparable. They are with care where the wording, the bounds, who is asked or the alternatives beside have changed; not where
 * type, scale or the alternatives' own words have.
 */
export function compareVersions(before: Instrument, after: Instrument): ItemChange[] {
	const [was, is] = [partsOf(before), partsOf(after)];
	const known = new Map(was.map((part) => [part.uid, part]));
	const kept = new Set(is.map((part) => part.uid));
	const stays = was.filter((part) => kept.has(part.uid)).map((part) => part.uid);
	const came = is.filter((part) => known.has(part.uid)).map((part) => part.uid);
	const moved = movedIn(stays, came);
	const changes = is.map((part) => {
		const earlier = known.get(part.uid);
		return earlier ? change(earlier, part, moved.has(part.uid)) : only(part, 'added');
	});
	for (const [place, part] of was.entries()) {
		if (kept.has(part.uid)) continue;
		const above = was.slice(0, place).findLast((one) => changes.some((each) => each.uid === one.uid));
		const at = above ? changes.findIndex((one) => one.uid === above.uid) + 1 : 0;
		changes.splice(at, 0, only(part, 'removed'));
	}
	return changes;
}

/** Its text, with what it repeats named by identity. */
const textIn = (part: Part) => part.question?.text ?? part.item.text;
const named = ({ id, text }: Part) => ({ id, text });

function only(part: Part, kind: 'added' | 'removed'): ItemChange {
	const side = named(part);
	const comparable = 'none';
	return kind === 'added'
		? { uid: part.uid, before: null, after: side, kinds: [kind], comparable }
		: { uid: part.uid, before: side, after: null, kinds: [kind], comparable };
}

function change(was: Part, is: Part, isMoved: boolean): ItemChange {
	const kinds: ChangeKind[] = [];
	let comparable: Comparable = is.question ? 'yes' : 'none';
	const note = (kind: ChangeKind, weight: 'care' | 'no' | null) => {
		kinds.push(kind);
		if (comparable === 'none' || weight === null) return;
		if (weight === 'no' || comparable === 'yes') comparable = weight;
	};
	if (was.question?.type !== is.question?.type || was.item.type !== is.item.type) {
		const asked = was.question?.type === is.question?.type && is.question;
		note('type', asked ? 'care' : 'no');
	} else if (was.question && is.question) {
		const scaled = is.question.type === 'scale';
		const options = compareOptions(was.question.options, is.question.options, scaled);
		if (options) note(scaled ? 'scale' : 'options', options);
		if (bounds(was.item) !== bounds(is.item)) note('bounds', is.question.type === 'rating' ? 'no' : 'care');
	}
	if (reworded(textIn(was), textIn(is)) || reworded(was.item.help, is.item.help)) note('wording', 'care');
	if (was.question && is.question) {
		if (was.question.reverse !== is.question.reverse) note('reverse', 'care');
		if (JSON.stringify(was.question.conditions) !== JSON.stringify(is.question.conditions)) note('condition', 'care');
	}
	if (was.id !== is.id) note('number', null);
	if (isMoved) note('place', null);
	return { uid: is.uid, before: named(was), after: named(is), kinds, comparable };
}

/** Whether a text says something else in a language that both have. */
function reworded(was: LocalText | undefined, is: LocalText | undefined): boolean {
	if (!was || !is) return Boolean(was?.sv.trim() || is?.sv.trim());
	const other = (a: string | undefined, b: string | undefined) => Boolean(a && b && a.trim() !== b.trim());
	return other(was.sv, is.sv) || other(was.en, is.en);
}

function compareOptions(was: readonly Option[], is: readonly Option[], scaled: boolean): 'care' | 'no' | null {
	const points = (options: readonly Option[]) => options.filter((one) => !one.missing);
	const [before, after] = [points(was), points(is)];
	const sameWords = (a: Option, b: Option | undefined) => b !== undefined && !reworded(a.label, b.label);
	if (scaled) {
		const same = before.length === after.length && before.every((one, at) => one.value === after[at]?.value);
		if (!same) return 'no';
		if (!before.every((one, at) => sameWords(one, after[at]))) return 'care';
		const outside = new Map(is.filter((one) => one.missing).map((one) => [one.value, one]));
		const beside = was.filter((one) => one.missing);
		return beside.length === outside.size && beside.every((one) => sameWords(one, outside.get(one.value)))
			? null
			: 'care';
	}
	const byValue = new Map(is.map((one) => [one.value, one]));
	if (was.some((one) => byValue.has(one.value) && !sameWords(one, byValue.get(one.value)))) return 'no';
	const same =
		was.length === is.length &&
		was.every((one) => Boolean(one.other) === Boolean(byValue.get(one.value)?.other) && byValue.has(one.value));
	return same ? null : 'care';
}

function bounds(item: Item): string {
	const of = (...all: (number | string | undefined)[]) => JSON.stringify(all.map((one) => one ?? null));
	switch (item.type) {
		case 'rating':
		case 'number':
		case 'multiple':
			return of(item.min, item.max);
		case 'ranking':
			return of(item.max);
		case 'date':
			return of(item.from, item.to);
		default:
			return '';
	}
}

/** Those that do not keep their order among the ones that both have: the fewest that had to be moved. */
function movedIn(was: readonly string[], is: readonly string[]): Set<string> {
	const place = new Map(was.map((uid, at) => [uid, at]));
	const order = is.map((uid) => place.get(uid) ?? 0);
	const best: number[] = [];
	const from: number[] = [];
	for (const [at, value] of order.entries()) {
		let length = 1;
		let previous = -1;
		for (let earlier = 0; earlier < at; earlier++)
			if ((order[earlier] ?? 0) < value && (best[earlier] ?? 0) + 1 > length) {
				length = (best[earlier] ?? 0) + 1;
				previous = earlier;
			}
		best.push(length);
		from.push(previous);
	}
	const stay = new Set<string>();
	for (let at = best.indexOf(Math.max(0, ...best)); at >= 0; at = from[at] ?? -1) stay.add(is[at] ?? '');
	return new Set(is.filter((uid) => !stay.has(uid)));
}
