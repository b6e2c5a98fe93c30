import { allOf } from '../draft.ts';
import { relevant, repeated } from './conditions.ts';
import { type Form, type Group, plainConditions, type Row } from './form.ts';
import { said } from './rows.ts';
import { metadata } from './types.ts';

/**
 * The beginning of a group: a section, a matrix, or only a condition for what is in it. What is repeated is left out.
 * `isLast`: what comes after it are groups.
 */
export function beginGroup(
	kind: 'group' | 'repeat',
	{ row, name, isLast }: { row: Row; name: string; isLast: boolean },
	form: Form,
): void {
	const { draft, main, open } = form;
	if (kind === 'repeat' || form.skipped > 0) {
		if (kind === 'repeat') draft.lose('item', name, 'repeat');
		open.push({ kind: 'repeat', condition: undefined });
		form.skipped++;
		return;
	}
	const own = relevant(row, name, form);
	const label = said(row, 'label', main);
	const hint = said(row, 'hint', main);
	const appearance = row.get('appearance') ?? '';
	if (/table-list/.test(appearance)) {
		const id = draft.idFor(name || 'table');
		const holds = allOf([...plainConditions(open), own]);
		const help = draft.text(hint, id);
		const matrix: Group['matrix'] = {
			type: 'matrix',
			id,
			text: repeated(draft.text(label, id), form),
			...(help.sv ? { help } : {}),
			...(holds ? { shownIf: holds } : {}),
			scale: '',
			rows: [],
			...(/\brandomize/.test(appearance) ? { shuffleRows: true } : {}),
		};
		open.push({ kind: 'table', condition: own, matrix });
		return;
	}
	// A section goes on to the next: only what is followed by nothing but groups can be one.
	if (!isLast || open.length > 0 || label.size === 0) {
		const holds = allOf([...plainConditions(open), own]);
		if (label.size > 0) {
			const id = draft.idFor(name || 'group');
			draft.add({
				type: 'info',
				id,
				text: repeated(draft.text(label, id), form),
				...(holds ? { shownIf: holds } : {}),
			});
		}
		open.push({ kind: 'plain', condition: own });
		return;
	}
	const id = draft.idFor(name || 'group');
	const help = draft.text(hint, id);
	draft.add({
		type: 'section',
		id,
		text: repeated(draft.text(label, id), form),
		...(help.sv ? { help } : {}),
		...(own ? { shownIf: own } : {}),
	});
	open.push({ kind: 'section', condition: own });
}

/**
 * The place of the last row that stands under no group and is no named group itself: one that is answered, or a group without a label. The
 * groups that begin after it can be sections. -1 where there is none.
 */
export function lastLoose(rows: readonly Row[]): number {
	let depth = 0;
	let last = -1;
	for (const [at, row] of rows.entries()) {
		const type = (row.get('type') ?? '').toLowerCase().trim();
		const begins = /^begin/.test(type);
		const ends = !begins && /^end[ _]/.test(type);
		const isLoose = begins ? said(row, 'label', '').size === 0 : !ends && type !== '' && !metadata.has(type);
		if (depth === 0 && isLoose) last = at;
		if (begins) depth++;
		else if (ends && depth > 0) depth--;
	}
	return last;
}
