import styles from './share-bar.module.css';

/** A share as a bar, 0 to 100 percent. For the eye alone: the number stands beside it. */
export function ShareBar({ percent }: { percent: number }) {
	return (
		<div className={styles.bar} aria-hidden>
			<span style={{ width: `${Math.min(100, percent)}%` }} />
		</div>
	);
}
