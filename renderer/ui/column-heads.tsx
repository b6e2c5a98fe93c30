import { keyed } from './keyed.ts';

interface HeadsProps {
	/** Heads of columns of words; '' over a column that has none. */
	words: readonly string[];
	/** Heads of the columns of numbers after them, whose cells are marked `data-number`. */
	numbers?: readonly string[];
	/** Heads of columns of words after those. */
	after?: readonly string[];
	/** The one among the heads that is told to a screen reader alone. */
	unseen?: string;
}

/** The row of heads of a table's columns. */
export function ColumnHeads({ words, numbers = [], after = [], unseen }: HeadsProps) {
	return (
		<tr>
			{keyed([...words, ...numbers, ...after], (label) => label).map(({ key, one: label, at }) =>
				label === '' ? (
					<td key={key} />
				) : (
					<th
						key={key}
						scope="col"
						data-number={(at >= words.length && at < words.length + numbers.length) || undefined}
					>
						{label === unseen ? <span className="visually-hidden">{label}</span> : label}
					</th>
				),
			)}
		</tr>
	);
}
