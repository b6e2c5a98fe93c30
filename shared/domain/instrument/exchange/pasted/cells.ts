import type { Line } from './lines.ts';
import { plain } from './plain.ts';
import { addInfo, close, open, type Reader } from './reader.ts';

/** Words in columns: the head of a table, options in a row, or a statement with places to tick. */
export function cells(all: string[], at: number, reader: Reader): void {
	const filled = all.filter((one) => one !== '');
	const { current, memory, lines } = reader;
	if (filled.length === 0) return;
	const [first = ''] = all;
	if (filled.length === 1 && all.length === 2) return void plain(filled[0] ?? '', reader.gap, at, reader);
	const options =
		all[0] === '' ? filled : all.slice(1).every((one) => one === '' || /^\d{1,2}$/.test(one)) ? null : filled;
	// A statement with columns to tick.
	if (options === null) {
		const numbered = /^(\d{1,3}[a-z]?)[.)]\s+(.*)$/i.exec(first);
		const scored = all.slice(1).filter((one) => one !== '');
		if (numbered && (!current || memory.table)) open((numbered[1] ?? '').toLowerCase(), numbered[2] ?? '', reader);
		else if (current) {
			current.points.push({ letter: '', text: first.replace(/^(?:[-–•]|[a-z][.)])\s+/, '') });
			if (current.options.length === 0 && scored.length > 2) current.options.push(...scored);
		} else if (memory.scale) open('', first, reader);
		else plain(all.filter((one) => one !== '').join(' '), reader.gap, at, reader);
		return;
	}
	const isHead = all[0] === '' || (options.length > 2 && isColumnHead(options.slice(1), at, lines));
	const labels = isHead && all[0] !== '' ? options.slice(1) : options;
	if (labels.length < 2 || labels.some((one) => one.length > 70))
		return void plain(filled.join(' '), reader.gap, at, reader);
	// Words right under a row of numbers are at its ends.
	const { numbers } = current ?? {};
	if (numbers && !numbers.low && !numbers.high && !isColumnHead(labels, at, lines) && labels.length < 4) {
		[numbers.low = '', numbers.high = ''] = [labels[0], labels.at(-1)];
		if (labels.length === 3) current?.help.push(labels.join(' – '));
		return;
	}
	const closed = current !== null && (current.options.length > 1 || current.isOpen || current.numbers !== null);
	const next = lines.slice(at + 1).find((one) => one.kind !== 'gap');
	// A scale that stands before the questions it is for, or at the head of a table of numbered ones.
	if (
		current === null ||
		closed ||
		(isHead && next?.kind === 'cells' && /^\d{1,3}[a-z]?[.)]\s/i.test(next.cells[0] ?? ''))
	) {
		if (isHead && current && !closed && current.points.length === 0) leadIn(reader);
		else close(reader);
		memory.scale = labels;
		memory.table = isHead;
		return;
	}
	current.options.push(...labels);
}

/** A question that only leads in to a table of numbered ones is information. */
function leadIn(reader: Reader): void {
	const { current } = reader;
	if (current) addInfo([current.text, ...current.help].join('\n'), reader);
	reader.current = null;
}

/** Whether words in columns are the head of the rows that follow: those have empty columns. */
function isColumnHead(labels: readonly string[], at: number, lines: readonly Line[]): boolean {
	const next = lines[at + 1];
	return (
		next?.kind === 'cells' &&
		next.cells.length >= labels.length &&
		next.cells.slice(1).every((one) => one === '' || /^\d{1,2}$/.test(one))
	);
}
