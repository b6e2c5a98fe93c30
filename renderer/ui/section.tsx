import { type ReactNode, useId } from 'react';
import styles from './section.module.css';

interface SectionProps {
	title?: string;
	/** Says what the section is about, in a line. */
	lead?: ReactNode;
	actions?: ReactNode;
	/** `card` on a surface of its own, `plain` on the page. */
	look?: 'card' | 'plain';
	level?: 2 | 3;
	children: ReactNode;
}

/** A part of a page with a heading of its own, on a surface with a line around it. */
export function Section({ title, lead, actions, look = 'card', level = 2, children }: SectionProps) {
	const id = useId();
	const Heading = level === 2 ? 'h2' : 'h3';
	return (
		<section className={styles.section} data-look={look} {...(title ? { 'aria-labelledby': id } : {})}>
			{(title || actions) && (
				<div className={styles.head}>
					{title && (
						<Heading id={id} className={styles.title}>
							{title}
						</Heading>
					)}
					{actions && <div className={styles.actions}>{actions}</div>}
				</div>
			)}
			{lead && <div className={styles.lead}>{lead}</div>}
			{children}
		</section>
	);
}
