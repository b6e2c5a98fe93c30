import type { Instrument, Item, Option } from '#shared/domain/instrument/model.ts';
import { otherId } from '#shared/domain/instrument/questions.ts';
import { isYesOrNo } from './choice.ts';
import type { ColumnTarget } from './columns.ts';
import { fold, foldedWordings, likeness, pairsOf, wordings } from './fold.ts';
import { bareCode, placeOf, splitHeading } from './headings.ts';
import type { Service } from './layout.ts';

interface Part {
	/** A row's id or an option's value. */
	key: string;
	/** Folded. */
	texts: ReadonlySet<string>;
	other: boolean;
}

/** A question that services may spread over columns: a matrix over its rows, several choices and rankings over their alternatives. */
export interface Parent {
	id: string;
	kind: 'matrix' | 'single' | 'multiple' | 'ranking';
	/** Folded texts of the question, and their pairs of letters. */
	texts: ReadonlySet<string>;
	pairs: Map<string, number>[];
	parts: Part[];
	targetOf: (part: Part) => ColumnTarget;
	/** The part that a code under the question's own names. */
	byCode: (code: string, service: Service, cells: readonly string[]) => ColumnTarget | null;
}

/** What stands for the words to an "other", beside the option's own label. */
const otherWords = new Set(
	[
		'other',
		'annat',
		'övrigt',
		'annan',
		'annan nämligen',
		'annat nämligen',
		'annat ange',
		'other text',
		'text',
		'comment',
	]
		.concat(['other please specify', 'other specify', 'annat ange vad', 'annat specificera', 'kommentar', 'annat text'])
		.concat(['ange vad', 'please specify']),
);

/** The questions of an instrument that may stand in several columns. */
export function parentsOf(instrument: Instrument): Parent[] {
	return instrument.items.flatMap((item): Parent[] => {
		if (item.type === 'matrix') return [matrixParent(item)];
		if (item.type === 'multiple' || item.type === 'ranking' || item.type === 'single') return [choiceParent(item)];
		return [];
	});
}

function matrixParent(item: Extract<Item, { type: 'matrix' }>): Parent {
	const texts = new Set([...wordings(item.text), ...wordings(item.short)].map(fold));
	const parts = item.rows.map((row) => ({
		key: row.id,
		texts: new Set([...wordings(row.text), ...wordings(row.short)].map(fold)),
		other: false,
	}));
	const targetOf = (part: Part): ColumnTarget => ({ kind: 'item', itemId: part.key });
	return {
		id: item.id,
		kind: 'matrix',
		texts,
		pairs: [...texts].map(pairsOf),
		parts,
		targetOf,
		byCode: (code) => {
			const bare = bareCode(code);
			const named = parts.find(({ key }) => bareCode(key) === bare || fold(key) === fold(`${item.id}${code}`));
			const part = named ?? parts[(placeOf(code) ?? 0) - 1];
			return part ? targetOf(part) : null;
		},
	};
}

function choiceParent(item: Extract<Item, { type: 'multiple' | 'ranking' | 'single' }>): Parent {
	const texts = new Set([...wordings(item.text), ...wordings(item.short)].map(fold));
	const parts = item.options.map((option: Option) => ({
		key: option.value,
		texts: foldedWordings(option.label),
		other: option.other ?? false,
	}));
	const words: ColumnTarget = { kind: 'item', itemId: otherId(item.id) };
	const targetOf = (part: Part): ColumnTarget =>
		item.type === 'multiple'
			? { kind: 'choice', itemId: item.id, value: part.key }
			: item.type === 'ranking'
				? { kind: 'rank', itemId: item.id, value: part.key }
				: words;
	const other = parts.find((part) => part.other);
	return {
		id: item.id,
		kind: item.type,
		texts,
		pairs: [...texts].map(pairsOf),
		parts: item.type === 'single' ? parts.filter((part) => part.other) : parts,
		targetOf,
		byCode: (code, service, cells) => {
			const named = parts.find(({ key }) => key === code) ?? parts.find(({ key }) => fold(key) === fold(code));
			const saysWords = /^(?:other|text|comment|annat|t|c)$/i.test(code);
			// The value of an option comes before what services call the words, unless there are words in the column.
			const isOwn = named !== undefined && (named.other || item.type !== 'single');
			const mayHoldWords = named?.other || (saysWords && item.type !== 'ranking');
			const isWords = isOwn ? mayHoldWords && holdsWords(named, cells) : saysWords;
			if (isWords) return other ? words : null;
			if (item.type === 'single') return null;
			const place = placeOf(code);
			if (item.type === 'ranking' && place !== null && place <= parts.length) {
				// LimeSurvey ranks with a column for each place; elsewhere the cells tell.
				const isPlace =
					service.startsWith('limesurvey') || cells.some((cell) => fold(cell) !== '' && !/^\s*\d+\s*$/.test(cell));
				if (isPlace) return { kind: 'place', itemId: item.id, place };
			}
			const part = named ?? (place === null ? undefined : parts[place - 1]);
			return part ? targetOf(part) : null;
		},
	};
}

interface Tools {
	alike: number;
	numberOf: (text: string, ids: ReadonlySet<string>) => string;
	/** Keys of targets that have a column. */
	taken: ReadonlySet<string>;
	cells: () => readonly string[];
}

/** The part of a question that a heading in words is, with how sure that is. */
export function partOf(
	heading: string,
	parents: readonly Parent[],
	{ alike, numberOf, taken, cells }: Tools,
): { target: ColumnTarget; sure: number } | null {
	let best: { target: ColumnTarget; sure: number } | null = null;
	for (const { lead, part } of splitHeading(heading)) {
		const foldedPart = fold(part);
		if (foldedPart === '') continue;
		const foldedLead = fold(lead);
		let leadPairs: Map<string, number> | null = null;
		for (const parent of parents) {
			const found = parent.parts.find(({ texts }) => texts.has(foldedPart));
			const place = parent.kind === 'ranking' ? rankPlace(foldedPart, parent.parts.length) : null;
			const isOther = !found && otherWords.has(foldedPart) && parent.parts.some(({ other }) => other);
			if (!found && place === null && !isOther) continue;
			let sure = parent.texts.has(foldedLead) ? 1 : 0;
			if (sure < 1 && numberOf(lead, new Set([parent.id.toLowerCase()])) !== '') sure = 1;
			if (sure < 1) {
				leadPairs ??= pairsOf(foldedLead);
				const pairs = leadPairs;
				sure = Math.max(0, ...parent.pairs.map((one) => likeness(one, pairs)));
			}
			if (sure < alike || (best && sure <= best.sure)) continue;
			const target = targetFor(parent, found, place, cells, taken);
			if (target) best = { target, sure };
		}
	}
	return best;
}

function targetFor(
	parent: Parent,
	part: Part | undefined,
	place: number | null,
	cells: () => readonly string[],
	taken: ReadonlySet<string>,
): ColumnTarget | null {
	const words: ColumnTarget = { kind: 'item', itemId: otherId(parent.id) };
	if (!part) return place !== null ? { kind: 'place', itemId: parent.id, place } : words;
	// The column of an "other" either says that it was chosen or holds its words.
	if (part.other && parent.kind === 'multiple') {
		if (holdsWords(part, cells()) || taken.has(`choice ${parent.id} ${part.key}`)) return words;
	}
	return parent.targetOf(part);
}

/** Whether some cell is no yes or no: of 1 and 2 alone, 2 is no. */
function holdsWords(part: Part, cells: readonly string[]): boolean {
	return cells.some((cell) => cell.trim() !== '2' && !isYesOrNo(cell, part.texts));
}

/** The place that a part of a ranking's heading tells: "1", "Rank 2", "Plats 3", "2:a". */
function rankPlace(folded: string, places: number): number | null {
	const match =
		/^(?:rank(?:ing)?|plats|place|prioritet|val|nr)? ?(\d{1,3})(?: ?[ae]| ?:a| plats| st| nd| rd| th)?$/.exec(folded);
	const place = Number(match?.[1] ?? 0);
	return place >= 1 && place <= places ? place : null;
}
