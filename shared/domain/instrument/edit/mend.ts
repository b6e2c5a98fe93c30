import type { Condition, Instrument, Item, LocalText, Option } from '../model.ts';
import { hasOptions } from '../questions.ts';
import { FreshIds } from './ids.ts';
import { type Edited, freeName, type NewUid, placeOfItem } from './items.ts';
import { type JoinWay, joinWays, type SplitWay, splitWays } from './mend-ways.ts';
import { freeValue, sameScale } from './options.ts';
import { idsOf, leavesOf, mapDeep, renameReferences, uidOf } from './references.ts';
import { retype } from './retype.ts';

const isHead = (one: Item) => one.type === 'section' || one.type === 'info';
/** Has nothing but words: it may be part of another. */
const isBare = (one: Item) => isHead(one) || one.type === 'text';
const asJson = (value: unknown) => JSON.stringify(value) ?? '';
const sameRule = (item: Item, above: Item) => asJson(item.shownIf) === asJson(above.shownIf);
/** Statements stand together where they are answered on the same scale by the same people: a matrix has one rule for all its rows. */
const fits = (item: { scale: string } & Item, above: { scale: string } & Item) =>
	item.scale === above.scale && sameRule(item, above);

/** When what two have become is shown: where both were. A rule on the very question that an item becomes part of says nothing any more. */
function joinedRule(above: Item, item: Item): { shownIf?: Condition } {
	const isAboutIt =
		item.shownIf !== undefined && leavesOf(item.shownIf).some((leaf) => idsOf(above).includes(leaf.item));
	const own = isAboutIt ? undefined : item.shownIf;
	const shownIf =
		above.shownIf && own && !sameRule(item, above) ? { all: [above.shownIf, own] } : (above.shownIf ?? own);
	return shownIf ? { shownIf } : {};
}

/** The ways in which an item can be joined to the one above it. */
export function joinsOf({ items }: Pick<Instrument, 'items'>, uid: string): JoinWay[] {
	const place = items.findIndex((one) => uidOf(one) === uid);
	const [above, item] = [items[place - 1], items[place]];
	if (!above || !item) return [];
	const ways: Record<JoinWay, boolean> = {
		text: isBare(item) || isBare(above),
		help: isBare(item) && above.type !== 'info',
		options: isBare(item) && (hasOptions(above) || above.type === 'text'),
		rows:
			(above.type === 'matrix' &&
				(isBare(item) ? !item.shownIf || sameRule(item, above) : item.type === 'scale' && fits(item, above))) ||
			(item.type === 'scale' && isHead(above)) ||
			(item.type === 'scale' && above.type === 'scale' && fits(item, above)),
	};
	return joinWays.filter((way) => ways[way]);
}

/** The ways in which an item can be divided. */
export function splitsOf(item: Item): SplitWay[] {
	const cut = cutText(item.text);
	const ways: Record<SplitWay, boolean> = {
		statements: item.type === 'matrix' && item.rows.length > 0,
		questions: (hasOptions(item) && item.options.length > 0) || (item.type === 'text' && cut.byLine),
		options: (hasOptions(item) || isBare(item)) && cut.rest.length > 0,
	};
	return splitWays.filter((way) => ways[way]);
}

/** Two texts as one, in each language. */
function glue(first: LocalText | undefined, second: LocalText | undefined, between: string): LocalText {
	const join = (language: 'sv' | 'en') =>
		[first?.[language], second?.[language]].filter((one) => one?.trim()).join(between);
	const en = join('en');
	return { sv: join('sv'), ...(en ? { en } : {}) };
}

/** A question's words and what stands after them: on lines of their own, else in a row after the question mark or colon. */
function cutWords(text: string): { lead: string; rest: string[]; byLine: boolean } {
	const lines = text
		.split(/\r\n?|\n/)
		.map((one) => one.trim())
		.filter(Boolean);
	if (lines.length > 1) return { lead: lines[0] ?? '', rest: lines.slice(1), byLine: true };
	const asked = /^(.*?[?:])\s+(\S.*)$/s.exec(text.trim());
	const rest = (asked?.[2] ?? '')
		.split(/\s*[/;|☐□◯○]\s*|\t+|\s+[–-]\s+/u)
		.map((one) => one.trim())
		.filter(Boolean);
	return rest.length > 1 ? { lead: asked?.[1] ?? '', rest, byLine: false } : { lead: text, rest: [], byLine: false };
}

function cutText(text: LocalText): { lead: LocalText; rest: LocalText[]; byLine: boolean } {
	const sv = cutWords(text.sv);
	const en = text.en === undefined ? null : cutWords(text.en);
	// The languages go together only where they are cut in as many parts.
	const paired = en && en.rest.length === sv.rest.length ? en : null;
	const of = (swedish: string, english: string | undefined): LocalText => ({
		sv: swedish,
		...(english === undefined ? {} : { en: english }),
	});
	return {
		lead: of(sv.lead, paired ? paired.lead : text.en),
		rest: sv.rest.map((one, at) => of(one, paired?.rest[at])),
		byLine: sv.byLine,
	};
}

function newOptions(known: readonly Option[], labels: readonly LocalText[]): Option[] {
	const all = [...known];
	for (const label of labels) all.push({ value: freeValue(all, false), label });
	return all;
}

/** An item with these alternatives after those it has; an open question becomes one of a single choice. */
function withOptions(
	instrument: Instrument,
	uid: string,
	change: { text?: LocalText; labels: readonly LocalText[] },
	newUid: NewUid,
): Instrument {
	const before = instrument.items[placeOfItem(instrument.items, uid)];
	const has = before !== undefined && hasOptions(before);
	const typed = has ? instrument : retype(instrument, uid, 'single', newUid).instrument;
	const items = typed.items.map((one) =>
		uidOf(one) === uid && hasOptions(one)
			? { ...one, text: change.text ?? one.text, options: newOptions(has ? one.options : [], change.labels) }
			: one,
	);
	return { ...typed, items };
}

/** The item in place of it and the one above; what referred to either refers to it. */
function inPlaceOfBoth(instrument: Instrument, place: number, joined: Item): Edited {
	const gone = [instrument.items[place - 1], instrument.items[place]].flatMap((one) => (one ? [one.id] : []));
	const kept = joined.type === 'matrix' ? [joined.id, ...joined.rows.map((row) => row.id)] : [joined.id];
	const names = new Map(gone.filter((id) => !kept.includes(id)).map((id) => [id, joined.id]));
	const next = { ...instrument, items: instrument.items.toSpliced(place - 1, 2, joined) };
	return { instrument: renameReferences(next, names), made: [uidOf(joined)] };
}

const rowOf = (one: Item) => ({
	id: one.id,
	uid: uidOf(one),
	text: one.text,
	...(one.short ? { short: one.short } : {}),
	...('index' in one && one.index ? { index: one.index } : {}),
	...('reverse' in one && one.reverse ? { reverse: true } : {}),
});

/**
 * An item joined to the one above it, shown where both were. Nothing is changed where it can't be (`joinsOf` tells).
 * @throws AppError NOT_FOUND
 */
export function joinItem(instrument: Instrument, uid: string, way: JoinWay, newUid: NewUid): Edited {
	const place = placeOfItem(instrument.items, uid);
	const [above, item] = [instrument.items[place - 1], instrument.items[place]];
	if (!above || !item || !joinsOf(instrument, uid).includes(way)) return { instrument, made: [] };
	const rule = joinedRule(above, item);
	if (way === 'options') {
		const next = withOptions(instrument, uidOf(above), { labels: [item.text] }, newUid);
		const joined = next.items[place - 1] ?? above;
		return inPlaceOfBoth(next, place, { ...joined, ...rule });
	}
	if (way === 'help') {
		const words = glue(item.text, item.help, '\n');
		return inPlaceOfBoth(instrument, place, { ...above, help: glue(above.help, words, '\n'), ...rule });
	}
	if (way === 'text') {
		const takesOver = isHead(above) ? !isHead(item) : isBare(above) && !isBare(item);
		const kept = takesOver ? item : above;
		const help = glue(above.help, item.help, '\n');
		const joined: Item = {
			...kept,
			text: glue(above.text, item.text, ' '),
			...(help.sv || help.en ? { help } : {}),
		};
		delete joined.shownIf;
		return inPlaceOfBoth(instrument, place, { ...joined, ...rule });
	}
	if (above.type === 'matrix')
		return inPlaceOfBoth(instrument, place, { ...above, rows: [...above.rows, rowOf(item)] });
	const scale = item.type === 'scale' ? item.scale : '';
	const required = [above, item].some((one) => 'required' in one && one.required);
	const leads = isHead(above);
	const matrix: Item = {
		type: 'matrix',
		id: new FreshIds(instrument).question(),
		uid: newUid(),
		text: leads ? above.text : { sv: '' },
		...(leads && above.help ? { help: above.help } : {}),
		...rule,
		...(required ? { required } : {}),
		scale,
		rows: leads ? [rowOf(item)] : [rowOf(above), rowOf(item)],
	};
	return inPlaceOfBoth(instrument, place, matrix);
}

/**
 * An item divided. Nothing is changed where it can't be (`splitsOf` tells). `made`: the identities of what it became.
 * @throws AppError NOT_FOUND
 */
export function splitItem(instrument: Instrument, uid: string, way: SplitWay, newUid: NewUid): Edited {
	const place = placeOfItem(instrument.items, uid);
	const item = instrument.items[place];
	if (!item || !splitsOf(item).includes(way)) return { instrument, made: [] };
	const { lead, rest } = cutText(item.text);
	if (way === 'options')
		return { instrument: withOptions(instrument, uid, { text: lead, labels: rest }, newUid), made: [uid] };
	const shownIf = item.shownIf ? { shownIf: item.shownIf } : {};
	const fresh = new FreshIds(instrument);
	const heading = (): Item[] => {
		if (!item.text.sv.trim() && !item.text.en?.trim()) return [];
		const help = item.help ? { help: item.help } : {};
		return [{ type: 'info', id: fresh.word('i'), uid: newUid(), text: item.text, ...help, ...shownIf }];
	};
	const parts: Item[] = [];
	if (item.type === 'matrix') {
		const required = item.required ? { required: true } : {};
		const rows = item.rows.map((row): Item => ({ type: 'scale', ...row, scale: item.scale, ...required, ...shownIf }));
		parts.push(...heading(), ...rows);
	} else {
		const open = (text: LocalText): Item => ({ type: 'text', id: fresh.question(), uid: newUid(), text, ...shownIf });
		if (hasOptions(item)) parts.push(...heading(), ...item.options.map((one) => open(one.label)));
		else parts.push({ ...item, text: lead }, ...rest.map(open));
	}
	return {
		instrument: { ...instrument, items: instrument.items.toSpliced(place, 1, ...parts) },
		made: parts.map(uidOf),
	};
}

/**
 * A statement's scale from its other end: what stood last of its points stands first, what is outside it stays last. Other questions keep
 * theirs, and conditions on the answer go on meaning the same words.
 * @throws AppError NOT_FOUND
 */
export function turnScale(instrument: Instrument, uid: string): Edited {
	const item = instrument.items[placeOfItem(instrument.items, uid)];
	const scale = item && 'scale' in item ? instrument.scales.find((one) => one.id === item.scale) : undefined;
	if (!item || !scale) return { instrument, made: [] };
	const points = scale.options.filter((one) => !one.missing);
	const turned = points.toReversed().map((one, at) => ({ ...one, value: points[at]?.value ?? one.value }));
	const options = [...turned, ...scale.options.filter((one) => one.missing)];
	const same = sameScale(instrument.scales, { ...scale, options });
	const id =
		same?.id ??
		freeName(
			scale.id,
			instrument.scales.map((one) => one.id),
		);
	const { title: _title, ...rest } = scale;
	const isUsed = instrument.items.some((one) => one !== item && 'scale' in one && one.scale === scale.id);
	const scales = [
		...instrument.scales.filter((one) => one !== scale || isUsed),
		...(same ? [] : [{ ...rest, id, options }]),
	];
	const values = new Map(points.map((one, at) => [one.value, points[points.length - 1 - at]?.value ?? one.value]));
	const renamed = (value: string) => values.get(value) ?? value;
	const asked = item.type === 'matrix' ? item.rows.map((row) => row.id) : [item.id];
	const followed = mapDeep(instrument, {
		leaf: (leaf) => (asked.includes(leaf.item) && 'is' in leaf ? { ...leaf, is: leaf.is.map(renamed) } : leaf),
	});
	const items = followed.items.map((one): Item => {
		if (uidOf(one) !== uid || !('scale' in one)) return one;
		return { ...one, scale: id, ...(typeof one.default === 'string' ? { default: renamed(one.default) } : {}) };
	});
	return { instrument: { ...followed, scales, items }, made: [uid] };
}
