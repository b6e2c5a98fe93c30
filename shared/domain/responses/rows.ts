import type { ImportProblem } from '#shared/contract/response.ts';
import { tellsWho } from '#shared/domain/asked/columns.ts';
import type { Answers, Instrument } from '#shared/domain/instrument/model.ts';
import { type AnswerBreach, askedCheck, type BreachCheck, breachCheck, type HoldText } from './breaches.ts';
import type { ColumnMatch } from './columns.ts';
import { readTime } from './date.ts';
import { type Fault, type Field, fieldsOf } from './fields.ts';
import { decodeCell, type Service } from './layout.ts';
import { type KeptAnswer, type PackedAnswers, packedAnswer } from './packed.ts';
import { isWhole } from './roles.ts';
import type { SourceRow } from './table.ts';

/** A row that can be stored. */
export interface ReadRow extends Omit<PackedAnswers, 'closed'> {
	/** 1 is the first after the heading. */
	row: number;
	/** What it is known by at the next import. */
	key: string;
	submittedAt: string | null;
	status: 'partial' | 'complete';
	/** The respondent's own code. */
	code: string | null;
	/** The answers that are not in words, each packed, in the questionnaire's order. */
	closed: KeptAnswer[];
	/** Answers that break a rule of the questionnaire; stored all the same. */
	broken: readonly AnswerBreach[];
}

/** The longest cell a problem repeats: enough to find it by. */
const shownValue = 200;
/** A code that someone made for themselves is not longer. */
const longestCode = 200;

/** Nearly every row breaks no rule. */
const unbroken: readonly AnswerBreach[] = [];
/** What rules over other answers are given where there are no such rules. */
const noOthers: Answers = {};

/** What a reader tells a problem to. */
type Tell = (problem: ImportProblem) => void;

/**
 * Makes what reads the rows of a file, one by one in their order, under a match of columns: gives a row that can be stored, or null. A row
 * with a cell that cannot be read is left out and each such cell is a problem; so is a row that answers nothing. A row is known by its
 * response's id, else by `hash` of all its cells with its place among the rows of the file that are equal: two equal anonymous answers are
 * two, and the same file again, or one with more rows, brings none of them twice. A cell that can be read and breaks a rule of the
 * questionnaire is an answer, with the breach beside it; texts are held against patterns by `hold`. Where answers are `anonymous`, an id or a code that is an e-mail
 * address or an identity number is passed over: it would be stored beside the answer.
 */
export function rowReader(
	columns: readonly ColumnMatch[],
	instrument: Instrument,
	hash: (text: string) => string,
	tell: Tell,
	{
		service = 'table',
		anonymous = false,
		hold = () => null,
	}: { service?: Service; anonymous?: boolean; hold?: HoldText } = {},
): (row: SourceRow) => ReadRow | null {
	const fields = fieldsOf(columns, instrument, service).map((one) => ({
		...one,
		rules: breachCheck(one.question, hold),
	}));
	const notAsked = askedCheck(instrument, new Set(fields.map(({ id }) => id)));
	const needsOthers = notAsked !== null || fields.some(({ rules }) => rules?.alone === false);
	const roles = rolesReader(columns, service, anonymous);
	const ids = new Set<string>();
	const equal = new Map<string, number>();
	// One for all rows: what it tells of is the row at hand.
	let at = 0;
	let isSound = true;
	const problem = (column: string, value: string, reason: ImportProblem['reason']) =>
		tell({ row: at, column, value: value.slice(0, shownValue), reason });
	const fault = ({ header, value, reason }: Fault) => {
		isSound = false;
		problem(header, value, reason);
	};
	return ({ row, cells, flaw }) => {
		at = row;
		isSound = true;
		if (flaw) {
			problem('', flaw === 'wrong-cell-count' ? String(cells.length) : (cells.at(-1) ?? ''), flaw);
			return null;
		}
		const { id, idHeader, ...role } = roles(cells);
		if (id !== '' && ids.has(id)) {
			problem(idHeader, id, 'duplicate-id');
			return null;
		}
		if (id !== '') ids.add(id);
		const closed: KeptAnswer[] = [];
		let answered = 0;
		const texts: ReadRow['texts'] = [];
		const answers: Answers = needsOthers ? {} : noOthers;
		let broken = unbroken;
		for (const { id: item, isText, read, rules } of fields) {
			const reading = read(cells, fault);
			if (!reading) continue;
			answered++;
			if (isText) texts.push([item, String(reading.answer)]);
			else {
				reading.kept ??= { packed: packedAnswer(item, reading.answer) };
				closed.push(reading.kept);
			}
			if (needsOthers) answers[item] = reading.answer;
			if (!rules) continue;
			const breach = breachOf(rules, reading, answers);
			if (breach) broken = [...broken, breach];
		}
		if (!isSound) return null;
		const unasked = notAsked?.(answers) ?? unbroken;
		if (unasked.length > 0) broken = [...broken, ...unasked];
		if (answered === 0) {
			problem('', id, 'empty-row');
			return null;
		}
		return { row, key: keyOf(cells, id, equal, hash), ...role, closed, texts, answered, broken };
	};
}

/** What one answer breaks; of an answer that is read again and again it is kept. */
function breachOf(
	{ alone, check }: BreachCheck,
	reading: NonNullable<ReturnType<Field['read']>>,
	answers: Answers,
): AnswerBreach | null {
	const { answer, kept } = reading;
	if (!alone || !kept) return check(answer, answers);
	if (kept.broken === undefined) kept.broken = check(answer, answers);
	return kept.broken;
}

/** Reads what a row says of itself: who, when, and whether it is whole. A respondent's code is the id where there is no other. */
function rolesReader(columns: readonly ColumnMatch[], service: Service, anonymous: boolean) {
	const columnOf = (kind: ColumnMatch['target']['kind']) => columns.find(({ target }) => target.kind === kind);
	const [own, code, time, status] = [
		columnOf('response-id'),
		columnOf('code'),
		columnOf('submitted'),
		columnOf('status'),
	];
	const decides = time?.target.kind === 'submitted' && time.target.decides === true;
	const cellOf = (cells: readonly string[], column: ColumnMatch | undefined) =>
		column
			? decodeCell(service, cells[column.index] ?? '')
					.normalize('NFC')
					.trim()
			: '';
	const nameless = (cell: string) => (anonymous && tellsWho(cell) ? '' : cell);
	return (cells: readonly string[]) => {
		const codeCell = nameless(cellOf(cells, code));
		const when = cellOf(cells, time);
		const isBegun = (decides && when === '') || (status !== undefined && !isWhole(cellOf(cells, status), service));
		return {
			id: nameless(cellOf(cells, own)) || codeCell,
			idHeader: (own ?? code)?.header ?? '',
			code: codeCell === '' ? null : codeCell.slice(0, longestCode),
			submittedAt: when === '' ? null : readTime(when, time?.dates),
			status: isBegun ? ('partial' as const) : ('complete' as const),
		};
	};
}

function keyOf(
	cells: readonly string[],
	id: string,
	equal: Map<string, number>,
	hash: (text: string) => string,
): string {
	if (id !== '') return `id:${id}`;
	const digest = hash(tidyJson(cells));
	const place = (equal.get(digest) ?? 0) + 1;
	equal.set(digest, place);
	return `row:${digest}:${place}`;
}

/** The cells as JSON, each in NFC without space around. Nearly all come that way, which the whole shows at once. */
function tidyJson(cells: readonly string[]): string {
	const whole = JSON.stringify(cells);
	const isTidy = !/\\[tnrfbu]|"\s|\s"/.test(whole) && whole.normalize('NFC') === whole;
	return isTidy ? whole : JSON.stringify(cells.map((cell) => cell.normalize('NFC').trim()));
}
