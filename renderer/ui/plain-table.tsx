import type { ComponentProps, ReactNode } from 'react';
import { ColumnHeads } from './column-heads.tsx';
import styles from './table.module.css';

interface PlainTableProps extends ComponentProps<typeof ColumnHeads> {
	/** What it is called, where a wide one is to be scrolled by keyboard. */
	label?: string;
	/** Its rows. */
	children: ReactNode;
}

/** A table of a few rows under quiet heads, with lines between; one that is too wide scrolls in its place. */
export function PlainTable({ label, children, ...heads }: PlainTableProps) {
	const table = (
		<table className={styles.plain}>
			<thead>
				<ColumnHeads {...heads} />
			</thead>
			<tbody>{children}</tbody>
		</table>
	);
	if (!label) return <div className={styles.scroll}>{table}</div>;
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
		<section className={styles.scroll} aria-label={label} tabIndex={0}>
			{table}
		</section>
	);
}
