import type { LocalText } from '#shared/domain/instrument/model.ts';
import type { Question } from '#shared/domain/instrument/questions.ts';
import type { AnswerColumns } from './columns.ts';

/** The groups that an item's options make, and who is in them. */
export interface Groups {
	list: { value: string; label: LocalText; size: number; inSeveral: number }[];
	/** People in more than one group, whether they are counted here or not. */
	inSeveral: number;
	/** The groups of the response at place p are `members[starts[p]]` up to, not with, `members[starts[p + 1]]`: indexes into `list`. */
	starts: Uint32Array;
	members: Uint16Array;
}

/** The groups of a question's options (those outside the scale make none), in its order. With `singleGroupOnly` only people in one group. */
export function groupsOf(
	question: Question,
	columns: AnswerColumns,
	asked: Uint8Array | null,
	singleGroupOnly: boolean,
): Groups {
	const options = question.options.filter((option) => !option.missing);
	const index = new Map(options.map((option, at) => [option.value, at]));
	const pairs: { place: number; group: number }[] = [];
	const each = new Uint16Array(columns.size);
	for (const { value, responses } of columns.items.get(question.id) ?? []) {
		const group = index.get(value);
		if (group === undefined) continue;
		for (let i = 0; i < responses.length; i++) {
			const place = responses[i] ?? 0;
			if (asked && !asked[place]) continue;
			pairs.push({ place, group });
			each[place] = (each[place] ?? 0) + 1;
		}
	}
	const counted = singleGroupOnly ? pairs.filter(({ place }) => each[place] === 1) : pairs;
	const list = options.map(({ value, label }) => ({ value, label, size: 0, inSeveral: 0 }));
	const starts = new Uint32Array(columns.size + 1);
	for (const { place } of counted) starts[place + 1] = (starts[place + 1] ?? 0) + 1;
	for (let place = 0; place < columns.size; place++)
		starts[place + 1] = (starts[place + 1] ?? 0) + (starts[place] ?? 0);
	const next = starts.slice();
	const members = new Uint16Array(counted.length);
	for (const { place, group } of counted) {
		const at = next[place] ?? 0;
		members[at] = group;
		next[place] = at + 1;
		const own = list[group];
		if (!own) continue;
		own.size++;
		if ((each[place] ?? 0) > 1) own.inSeveral++;
	}
	return { list, inSeveral: each.reduce((sum, one) => sum + (one > 1 ? 1 : 0), 0), starts, members };
}
