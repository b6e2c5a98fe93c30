import type { ReactNode } from 'react';
import styles from './states.module.css';

/** Where there is nothing yet: what will stand here, and what to do to get it. `actions` are the buttons that do it. */
export function EmptyState({ title, children, actions }: { title: string; children?: ReactNode; actions?: ReactNode }) {
	return (
		<div className={styles.empty}>
			<h2 className={styles.emptyTitle}>{title}</h2>
			{children && <div className={styles.emptyText}>{children}</div>}
			{actions && <div className={styles.actions}>{actions}</div>}
		</div>
	);
}
