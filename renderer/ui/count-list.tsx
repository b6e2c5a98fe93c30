import styles from './count-list.module.css';

interface Count {
	label: string;
	/** As it is shown. */
	number: string;
	look?: 'ok' | 'warn';
}

/** What something comes to: a few large numbers, each with its word. `busy` while they are counted again. */
export function CountList({ counts, busy = false }: { counts: readonly Count[]; busy?: boolean | undefined }) {
	return (
		<dl className={styles.counts} aria-busy={busy}>
			{counts.map(({ label, number, look }) => (
				<div key={label} data-look={look}>
					<dt>{label}</dt>
					<dd>{number}</dd>
				</div>
			))}
		</dl>
	);
}
