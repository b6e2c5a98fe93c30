import type { Instrument } from '#shared/domain/instrument/model.ts';
import { type Question, questionsOf } from '#shared/domain/instrument/questions.ts';
import { type ColumnMatch, type ColumnTarget, itemOf, targetKey } from './columns.ts';
import { fold, likeness, pairsOf, wordings } from './fold.ts';
import { bareCode, splitCode } from './headings.ts';
import type { Service } from './layout.ts';
import { type Parent, parentsOf, partOf } from './parts.ts';
import { rolesOf } from './roles.ts';

/** From here two texts are taken to be the same heading. */
const alike = 0.72;
/** Columns that are compared by text; more do not stand in a questionnaire's export. */
const comparedColumns = 2000;

/** What is known of a file beside its headings. */
export interface MatchContext {
	/** The columns' codes, where they are beside headings in words. */
	names?: readonly string[];
	service?: Service;
	/** The question in words of a column's name, from a value list. */
	label?: (name: string) => string | null;
	/** Some cells of a column. */
	cells?: (index: number) => readonly string[];
}

/**
 * What each column of a file is taken to be: one part of a question spread over columns by its lead-in and part, in words or codes; else
 * the item by its number at the start of the heading, else by how alike the heading is to the item's text or short text in either
 * language. A target has one column and a column one target; where several could have it, the one that is most alike does. What belongs
 * to nothing is ignored, and never guessed.
 */
export function matchColumns(
	header: readonly string[],
	instrument: Instrument,
	{ names = header, service = 'table', label = () => null, cells = () => [] }: MatchContext = {},
): ColumnMatch[] {
	const questions = questionsOf(instrument).map((question) => describe(question));
	const parents = parentsOf(instrument);
	const matches: ColumnMatch[] = header.map((text, index) => ({
		index,
		header: text,
		target: { kind: 'ignore' },
		how: 'none',
	}));
	const taken = new Set<string>();
	const give = (index: number, target: ColumnTarget, how: ColumnMatch['how'], sure: number) => {
		const match = matches[index];
		if (match?.how !== 'none' || taken.has(targetKey(target))) return;
		taken.add(targetKey(target));
		matches[index] = { ...match, target, how, sure: Math.round(sure * 100) / 100 };
	};
	const numbers = new Set(questions.map((question) => question.number));
	const columns = header.map((text, index) => {
		const said = label(names[index] ?? '') ?? (names[index] === text ? null : (names[index] ?? null));
		const words = [text, ...(said === null ? [] : [said])];
		const number = words.map((one) => numberOf(one, numbers)).find((one) => one !== '') ?? '';
		return { number, words, folded: words.map(fold), pairs: null as Map<string, number>[] | null };
	});
	const score = (index: number, question: Described) => {
		const column = columns[index];
		if (!column || column.folded.every((one) => one === '')) return 0;
		if (column.folded.some((one) => question.texts.has(one))) return 1;
		column.pairs ??= column.folded.map(pairsOf);
		const pairs = column.pairs;
		return Math.max(0, ...question.pairs.map((own) => Math.max(...pairs.map((one) => likeness(own, one)))));
	};

	// Words that are a whole question's come before any part of another.
	const exact = new Map<string, Described | null>();
	for (const question of questions)
		for (const text of question.isWords ? [] : question.texts) exact.set(text, exact.has(text) ? null : question);
	const isExact = (index: number) => columns[index]?.folded.some((one) => exact.get(one)) ?? false;

	const byNumber = new Map<string, { index: number; question: Described }[]>();
	for (const [index, column] of columns.entries()) {
		const question = questions.find((one) => one.number === column.number);
		if (question) byNumber.set(question.id, [...(byNumber.get(question.id) ?? []), { index, question }]);
	}
	// The number of a row or of a question that has one column is that one's, whatever parts the heading could have.
	const spread = new Set(parents.filter(({ kind }) => kind !== 'matrix').map(({ id }) => id.toLowerCase()));
	const isWhole = (index: number) => {
		const number = columns[index]?.number ?? '';
		return (
			isExact(index) || (number !== '' && !spread.has(number)) || numbers.has((names[index] ?? '').trim().toLowerCase())
		);
	};

	const looked = columns.slice(0, comparedColumns);
	for (const [index, column] of looked.entries()) {
		if (isWhole(index)) continue;
		for (const words of column.words) {
			const part = partOf(words, parents, {
				alike,
				numberOf: (text, ids) => numberOf(text, ids),
				taken,
				cells: () => cells(index),
			});
			if (part) give(index, part.target, 'text', part.sure);
		}
	}
	for (const [index] of looked.entries()) {
		if (isWhole(index) || matches[index]?.how !== 'none') continue;
		const part = codePart(names[index] ?? '', parents, service, cells(index));
		if (part) give(index, part, 'code', 1);
	}

	for (const candidates of byNumber.values()) {
		const free = candidates.filter(({ index }) => matches[index]?.how === 'none');
		if (free.length === 0) continue;
		const best = free.reduce((a, b) => (score(b.index, b.question) > score(a.index, a.question) ? b : a));
		give(best.index, { kind: 'item', itemId: best.question.id }, 'number', 1);
	}

	const free = (index: number) => matches[index]?.how === 'none';
	for (const { index, target } of rolesOf(header, names, service, free)) give(index, target, 'text', 1);

	const pairs: { index: number; id: string; score: number }[] = [];
	const open = questions.filter(({ id }) => !taken.has(`item ${id}`));
	for (const index of looked.keys()) {
		// A number of another item is a heading of its own: it is not that item by its words.
		if (!free(index) || byNumber.has(columns[index]?.number ?? '')) continue;
		for (const question of open) {
			const value = score(index, question);
			if (value >= alike) pairs.push({ index, id: question.id, score: value });
		}
	}
	pairs.sort((a, b) => b.score - a.score || a.index - b.index);
	for (const pair of pairs) {
		const key = `item ${pair.id}`;
		if (taken.has(key) || !free(pair.index)) continue;
		const rival = pairs.some(
			(other) =>
				other.score === pair.score &&
				other.index === pair.index &&
				other.id !== pair.id &&
				!taken.has(`item ${other.id}`),
		);
		if (!rival) give(pair.index, { kind: 'item', itemId: pair.id }, 'text', pair.score);
	}
	giveBareParts(columns, parents, free, give);
	return matches;
}

/** Columns side by side whose headings are the very alternatives of a question, all of them, without the question itself. */
function giveBareParts(
	columns: readonly { folded: readonly string[] }[],
	parents: readonly Parent[],
	free: (index: number) => boolean,
	give: (index: number, target: ColumnTarget, how: ColumnMatch['how'], sure: number) => void,
): void {
	for (const parent of parents) {
		if (parent.kind === 'matrix' || parent.parts.length < 2) continue;
		const size = parent.parts.length;
		for (let from = 0; from + size <= Math.min(columns.length, comparedColumns); from++) {
			const fits = parent.parts.every(({ texts }, at) => {
				const column = columns[from + at];
				return free(from + at) && (column?.folded.some((one) => texts.has(one)) ?? false);
			});
			if (!fits) continue;
			for (const [at, part] of parent.parts.entries()) give(from + at, parent.targetOf(part), 'text', 0.8);
			break;
		}
	}
}

/** What a column's code names: a part of a question by both their codes. */
function codePart(
	name: string,
	parents: readonly Parent[],
	service: Service,
	cells: readonly string[],
): ColumnTarget | null {
	for (const { base, part } of splitCode(name)) {
		const parent = parents.find((one) => bareCode(one.id) === bareCode(base));
		const target = parent?.byCode(part, service, cells) ?? null;
		if (target) return target;
	}
	return null;
}

/**
 * The match with what a person chose for some columns, or had saved. A choice counts for the column of that place and heading, else for the
 * only one of that heading; a target has one column, and a choice takes it from a column that was matched by itself.
 */
export function applyChoices(
	proposed: readonly ColumnMatch[],
	choices: readonly ColumnMatch[],
	instrument: Instrument,
): ColumnMatch[] {
	const known = new Set(questionsOf(instrument).map((one) => one.id));
	const counts = new Map<string, number>();
	for (const { header } of proposed) counts.set(header, (counts.get(header) ?? 0) + 1);
	const placed = new Map(choices.map((one) => [`${one.index} ${one.header}`, one]));
	const headed = new Map(choices.map((one) => [one.header, one]));
	const result = proposed.map((match) => {
		const alone = counts.get(match.header) === 1 ? headed.get(match.header) : undefined;
		const choice = placed.get(`${match.index} ${match.header}`) ?? (alone?.how === 'saved' ? alone : undefined);
		const itemId = choice ? itemOf(choice.target) : null;
		if (!choice || (itemId !== null && !known.has(itemId))) return match;
		return { ...choice, index: match.index };
	});
	const firm = (match: ColumnMatch) => (match.how === 'chosen' ? 2 : match.how === 'saved' ? 1 : 0);
	const holder = new Map<string, number>();
	for (const [index, match] of result.entries()) {
		if (match.target.kind === 'ignore') continue;
		const key = targetKey(match.target);
		const other = holder.get(key);
		const before = other === undefined ? undefined : result[other];
		if (other === undefined || before === undefined) {
			holder.set(key, index);
			continue;
		}
		const loser = firm(match) > firm(before) ? other : index;
		if (loser === other) holder.set(key, index);
		const lost = result[loser];
		if (lost) result[loser] = { index: lost.index, header: lost.header, target: { kind: 'ignore' }, how: 'none' };
	}
	return result;
}

/** The items that no column answers, in the questionnaire's order. The words to an "other" may lack theirs. */
export function unmatchedItems(columns: readonly ColumnMatch[], instrument: Instrument): string[] {
	const matched = new Set(columns.map(({ target }) => itemOf(target) ?? ''));
	return questionsOf(instrument)
		.filter(({ otherOf }) => otherOf === null)
		.map((question) => question.id)
		.filter((id) => !matched.has(id));
}

interface Described {
	id: string;
	number: string;
	texts: Set<string>;
	pairs: Map<string, number>[];
	/** The words to an "other": what they are called is too like a choice of their question. */
	isWords: boolean;
}

/** The headings an item may have: its texts, for a matrix row also after its lead-in, as services write "Lead-in [row]". */
function describe({ id, text, short, item, otherOf }: Question): Described {
	const own = [...wordings(text), ...wordings(short)];
	const leads = item.type === 'matrix' ? [...wordings(item.text), ...wordings(item.short)] : [];
	const texts = new Set([...own, ...leads.flatMap((lead) => own.map((one) => `${lead} ${one}`))].map(fold));
	const isWords = otherOf !== null;
	return { id, number: id.toLowerCase(), texts, pairs: isWords ? [] : [...texts].map(pairsOf), isWords };
}

/**
 * The item's number that a heading is or begins with: "13a. …", "Fråga 5: …", "Q7", "13 [a]", "13_a". Empty where it names none of `numbers`.
 */
function numberOf(header: string, numbers: ReadonlySet<string>): string {
	const whole = header.trim().toLowerCase();
	if (numbers.has(whole)) return whole;
	const match =
		/^(?:(?:fråga|question|nr|no|q|f)\.?\s*)?0*(\d{1,4}(?:\.\d{1,3})*)(?:\s*[[(_]\s*([a-zåäö])\s*[\])]?|\s?([a-zåäö]))?(?=$|[\s.:)\]–—-])/u.exec(
			whole,
		);
	const number = match ? `${match[1]}${match[2] ?? match[3] ?? ''}` : '';
	return numbers.has(number) ? number : '';
}
