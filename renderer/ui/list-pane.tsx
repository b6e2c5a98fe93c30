import type { Icon } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { Link, useLocation } from 'wouter';
import styles from './list-pane.module.css';

/** The list of the things in a room: a navigation with groups of links. */
export function ListPane({ label, actions, children }: { label: string; actions?: ReactNode; children: ReactNode }) {
	return (
		<nav className={styles.pane} aria-label={label}>
			<div className={styles.label} aria-hidden>
				{label}
			</div>
			{children}
			{actions && <div className={styles.actions}>{actions}</div>}
		</nav>
	);
}

/** A heading and the links under it. `empty` says what to do where there are none. */
export function ListGroup({ title, empty, children }: { title: string; empty?: ReactNode; children?: ReactNode }) {
	const id = useId();
	const none = Array.isArray(children) ? children.flat().length === 0 : !children;
	return (
		<section className={styles.group} aria-labelledby={id}>
			<h2 id={id} className={styles.title}>
				{title}
			</h2>
			{none ? empty && <p className={styles.none}>{empty}</p> : <ul className={styles.list}>{children}</ul>}
		</section>
	);
}

interface ListLinkProps {
	to: string;
	/** Two lines before it is cut; the whole name is there on hover and for screen readers. */
	label: string;
	icon?: Icon;
	/** At the right: a number of things. */
	count?: string;
	/** What the number counts, for those who hear it. */
	countLabel?: string;
	/** Under the name, small. */
	detail?: string;
	/** 0 at the edge. */
	indent?: number;
	/** Overrides what the address says. */
	current?: boolean;
}

/** One thing in the list. The one that the address shows is marked. */
export function ListLink({ to, label, icon: Glyph, count, countLabel, detail, indent = 0, current }: ListLinkProps) {
	const [path] = useLocation();
	const here = current ?? path === to.split('?')[0];
	return (
		<li>
			<Link
				to={to}
				className={styles.link}
				aria-current={here ? 'page' : undefined}
				title={countLabel ? `${label}, ${countLabel}` : label}
				style={{ paddingInlineStart: `${10 + indent * 16}px` }}
			>
				{Glyph && <Glyph size={17} stroke={1.6} aria-hidden className={styles.icon} />}
				<span className={styles.words}>
					<span className={styles.name}>{label}</span>
					{detail && <span className={styles.detail}>{detail}</span>}
				</span>
				{count !== undefined && (
					<span className={styles.count}>
						<span aria-hidden={countLabel ? true : undefined}>{count}</span>
						{countLabel && <span className="visually-hidden">{countLabel}</span>}
					</span>
				)}
			</Link>
		</li>
	);
}
