import type { Instrument } from '../model.ts';
import type { Loss } from './model.ts';
import { asRecord, word } from './record.ts';
import { type Lose, startLosses } from './write-shared.ts';

/** The most that is listed. */
const most = 500;

/** What an own file has that a questionnaire has no place for: fields of items, scales, options and the whole that the model doesn't know. */
export function unknownFields(source: unknown, read: Instrument): Loss[] {
	const { losses, lose } = startLosses();
	compare(source, read, '', lose);
	// Tells editors which schema the file follows, and asks nothing.
	const told = losses.filter((one) => !(one.at === '' && one.detail === '$schema'));
	if (told.length <= most) return told;
	return [...told.slice(0, most), { kind: 'more', at: '', detail: String(told.length - most) }];
}

function compare(source: unknown, read: unknown, at: string, lose: Lose): void {
	if (Array.isArray(source) && Array.isArray(read)) {
		for (const [place, one] of source.entries()) compare(one, read[place], at, lose);
		return;
	}
	const [from, to] = [asRecord(source), asRecord(read)];
	if (!from || !to) return;
	const id = word(to, 'id') ?? at;
	for (const [name, value] of Object.entries(from)) {
		if (Object.hasOwn(to, name)) compare(value, to[name], id, lose);
		else if (value !== undefined && value !== null) lose('setting', id, name.slice(0, 100));
	}
}
