import type { Database } from 'better-sqlite3';
import type { Question } from '#shared/domain/instrument/questions.ts';
import { type AnswerColumns, columnMaker, type ValueColumn } from '#shared/domain/results/columns.ts';

/** Responses that count: those handed in, and half-done ones that answer anything. */
const counted = "round_id = ? AND (status = 'complete' OR answered > 0)";

/**
 * A round's answers by item and value. The texts of open answers stay in the file: of them it is enough who gave any.
 */
export function readColumns(
	db: Database,
	roundId: number,
	questions: readonly Question[],
): { columns: AnswerColumns; partial: number } {
	const maker = columnMaker(questions.flatMap(({ id, type }) => (type === 'text' ? [] : [id])));
	const rows = db
		.prepare(`SELECT id, status = 'partial', answers FROM response WHERE ${counted} ORDER BY id`)
		.raw()
		.iterate(roundId) as Iterable<[id: number, partial: number, answers: string]>;
	const places = new Map<number, number>();
	let partial = 0;
	for (const [id, isPartial, answers] of rows) {
		const place = places.size;
		places.set(id, place);
		partial += isPartial;
		maker.add(place, JSON.parse(answers));
	}
	const open = new Map(questions.flatMap(({ id, type }) => (type === 'text' ? [[id, [] as number[]] as const] : [])));
	const texts = db
		.prepare(`SELECT answer.item, answer.response_id FROM response CROSS JOIN answer ON answer.response_id = response.id
			WHERE ${counted} AND open_answers > 0 ORDER BY response.id`)
		.raw()
		.iterate(roundId) as Iterable<[item: string, responseId: number]>;
	for (const [item, id] of texts) open.get(item)?.push(places.get(id) ?? 0);
	const items = new Map<string, readonly ValueColumn[]>(maker.items());
	for (const [id, responses] of open) items.set(id, [{ value: 'x', responses }]);
	return { columns: { size: places.size, items }, partial };
}
