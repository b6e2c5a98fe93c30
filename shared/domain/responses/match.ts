import type { Instrument, LocalText } from '#shared/domain/instrument/model.ts';
import { type Question, questionsOf } from '#shared/domain/instrument/questions.ts';
import type { ColumnMatch } from './columns.ts';
import { fold, likeness, pairsOf } from './fold.ts';

/** Headings of a response's own id, as services and people write them, folded; the surest first. */
const idHeadings = [
	...['svars id', 'svarsid', 'svar id', 'response id', 'responseid', 'submission id', 'instanceid', 'uuid', 'id'],
	...[
		'respondent id',
		'respondentid',
		'respondent',
		'svarande',
		'svarsnummer',
		'löpnummer',
		'record id',
		'kod',
		'code',
	],
	...['deltagare', 'participant', 'participant id', 'case id', 'token'],
];
/** Headings of the time a response was sent in; never those of when it was begun. */
const submittedHeadings = [
	...[
		'inskickat',
		'inskickad',
		'skickat',
		'sluttid',
		'slutförandetid',
		'slutfört',
		'submitted',
		'submitted at',
		'submitdate',
	],
	...[
		'date submitted',
		'submission time',
		'submission date',
		'completion time',
		'completed',
		'end time',
		'endtime',
		'end',
	],
	...['tidstämpel', 'tidsstämpel', 'timestamp', 'svarsdatum', 'svarstid', 'recorded date'],
];

/** From here two texts are taken to be the same heading. */
const alike = 0.72;
/** Columns that are compared by text; more do not stand in a questionnaire's export. */
const comparedColumns = 2000;

type Target = ColumnMatch['target'];

/**
 * What each column of a file is taken to be: by the item's number at the start of the heading, else by how alike the heading is to the
 * item's text or short text in either language. An item has one column and a column one item; where several could have it, the one that
 * is most alike does. What belongs to nothing is ignored, and never guessed.
 */
export function matchColumns(header: readonly string[], instrument: Instrument): ColumnMatch[] {
	const questions = questionsOf(instrument).map((question) => describe(question));
	const matches: ColumnMatch[] = header.map((text, index) => ({
		index,
		header: text,
		target: { kind: 'ignore' },
		how: 'none',
	}));
	const give = (index: number, target: Target, how: ColumnMatch['how']) => {
		const match = matches[index];
		if (match) matches[index] = { ...match, target, how };
	};
	const numbers = new Set(questions.map((question) => question.number));
	const columns = header.map((text) => ({ number: numberOf(text, numbers), folded: fold(text) }));
	const columnPairs = columns.map((column) => pairsOf(column.folded));
	const score = (index: number, question: Described) => {
		const column = columns[index];
		if (!column || column.folded === '') return 0;
		if (question.texts.has(column.folded)) return 1;
		return Math.max(0, ...question.pairs.map((pairs) => likeness(pairs, columnPairs[index] ?? new Map())));
	};

	const taken = new Set<string>();
	const byNumber = new Map<string, { index: number; question: Described }[]>();
	for (const [index, column] of columns.entries()) {
		const question = questions.find((one) => one.number === column.number);
		if (question) byNumber.set(question.id, [...(byNumber.get(question.id) ?? []), { index, question }]);
	}
	for (const [id, candidates] of byNumber) {
		const best = candidates.reduce((a, b) => (score(b.index, b.question) > score(a.index, a.question) ? b : a));
		give(best.index, { kind: 'item', itemId: id }, 'number');
		taken.add(id);
	}

	for (const [kind, headings] of [
		['response-id', idHeadings],
		['submitted', submittedHeadings],
	] as const) {
		const free = (index: number) => matches[index]?.how === 'none';
		const found = headings.map((text) => columns.findIndex((column, index) => free(index) && column.folded === text));
		const index = found.find((one) => one >= 0);
		if (index !== undefined) give(index, { kind }, 'text');
	}

	const pairs: { index: number; id: string; score: number }[] = [];
	for (const match of matches.slice(0, comparedColumns)) {
		// A number of another item is a heading of its own: it is not that item by its words.
		if (match.how !== 'none' || byNumber.has(columns[match.index]?.number ?? '')) continue;
		for (const question of questions) {
			const value = taken.has(question.id) ? 0 : score(match.index, question);
			if (value >= alike) pairs.push({ index: match.index, id: question.id, score: value });
		}
	}
	pairs.sort((a, b) => b.score - a.score || a.index - b.index);
	for (const pair of pairs) {
		if (taken.has(pair.id) || matches[pair.index]?.how !== 'none') continue;
		const rival = pairs.some(
			(other) =>
				other.score === pair.score && other.index === pair.index && other.id !== pair.id && !taken.has(other.id),
		);
		if (rival) continue;
		give(pair.index, { kind: 'item', itemId: pair.id }, 'text');
		taken.add(pair.id);
	}
	return matches;
}

/**
 * The match with what a person chose for some columns. A choice counts for the column of that place and heading; an item, the id and the
 * time have one column each, and a choice takes them from a column that was matched by itself.
 */
export function applyChoices(
	proposed: readonly ColumnMatch[],
	choices: readonly ColumnMatch[],
	instrument: Instrument,
): ColumnMatch[] {
	const known = new Set(questionsOf(instrument).map((one) => one.id));
	const result = proposed.map((match) => {
		const choice = choices.find((one) => one.index === match.index && one.header === match.header);
		if (!choice || (choice.target.kind === 'item' && !known.has(choice.target.itemId))) return match;
		return { ...choice };
	});
	const holder = new Map<string, number>();
	for (const [index, match] of result.entries()) {
		if (match.target.kind === 'ignore') continue;
		const key = match.target.kind === 'item' ? `item ${match.target.itemId}` : match.target.kind;
		const other = holder.get(key);
		const before = other === undefined ? undefined : result[other];
		if (other === undefined || before === undefined) {
			holder.set(key, index);
			continue;
		}
		const loser = match.how === 'chosen' && before.how !== 'chosen' ? other : index;
		if (loser === other) holder.set(key, index);
		const lost = result[loser];
		if (lost) result[loser] = { ...lost, target: { kind: 'ignore' }, how: 'none' };
	}
	return result;
}

/** The items that no column answers, in the questionnaire's order. */
export function unmatchedItems(columns: readonly ColumnMatch[], instrument: Instrument): string[] {
	const matched = new Set(columns.map(({ target }) => (target.kind === 'item' ? target.itemId : '')));
	return questionsOf(instrument)
		.map((question) => question.id)
		.filter((id) => !matched.has(id));
}

interface Described {
	id: string;
	number: string;
	texts: Set<string>;
	pairs: Map<string, number>[];
}

/** The headings an item may have: its texts, for a matrix row also after its lead-in, as services write "Lead-in [row]". */
function describe({ id, text, short, item }: Question): Described {
	const own = [...both(text), ...both(short)];
	const leads = item.type === 'matrix' ? [...both(item.text), ...both(item.short)] : [];
	const texts = new Set([...own, ...leads.flatMap((lead) => own.map((one) => `${lead} ${one}`))].map(fold));
	return { id, number: id.toLowerCase(), texts, pairs: [...texts].map(pairsOf) };
}

function both(text: LocalText | undefined): string[] {
	return text ? [text.sv, ...(text.en === undefined ? [] : [text.en])] : [];
}

/**
 * The item's number that a heading is or begins with: "13a. …", "Fråga 5: …", "Q7", "13 [a]", "13_a". Empty where it names none of `numbers`.
 */
function numberOf(header: string, numbers: ReadonlySet<string>): string {
	const whole = header.trim().toLowerCase();
	if (numbers.has(whole)) return whole;
	const match =
		/^(?:(?:fråga|question|nr|no|q|f)\.?\s*)?(\d{1,4}(?:\.\d{1,3})*)(?:\s*[[(_]\s*([a-zåäö])\s*[\])]?|\s?([a-zåäö]))?(?=$|[\s.:)\]–—-])/u.exec(
			whole,
		);
	const number = match ? `${match[1]}${match[2] ?? match[3] ?? ''}` : '';
	return numbers.has(number) ? number : '';
}
