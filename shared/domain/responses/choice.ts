import { fold } from './fold.ts';

const yes = new Set(
	[
		'1',
		'ja',
		'yes',
		'y',
		'j',
		'true',
		'sant',
		'x',
		'checked',
		'selected',
		'vald',
		'valt',
		'ikryssad',
		'markerad',
		'on',
	].concat(['✓', '✔', '☑', '☒', '1 ja', '1 yes']),
);
const no = new Set(
	[
		'0',
		'nej',
		'no',
		'n',
		'false',
		'falskt',
		'unchecked',
		'not selected',
		'ej vald',
		'inte vald',
		'ej valt',
		'off',
	].concat(['☐', '2 nej', '0 nej', '0 no', 'omarkerad', 'quoted not']),
);

/** Folded, but a sign that is all there is stays. */
function key(cell: string): string {
	return fold(cell) || cell.trim();
}

/**
 * What the cell of one choice in a column of its own says: chosen, not chosen, nothing (blank), or null where it says none of it. Services
 * write 1 and 0, Y and N, Checked and Unchecked, TRUE and FALSE, x, or the choice's own label and nothing.
 * @param labels the choice's own labels and value, folded
 */
export function readChoice(cell: string, labels: ReadonlySet<string>): boolean | undefined | null {
	const text = key(cell);
	if (text === '' || /^[-–—.]$/.test(text)) return undefined;
	if (labels.has(text)) return true;
	if (yes.has(text)) return true;
	return no.has(text) ? false : null;
}

/** Whether the cell can be read as one choice at all. */
export function isYesOrNo(cell: string, labels: ReadonlySet<string>): boolean {
	return readChoice(cell, labels) !== null;
}
