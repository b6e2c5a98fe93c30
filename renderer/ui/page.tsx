import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { takeNavigation } from '../app/navigation.ts';
import { useText } from '../app/text.tsx';
import styles from './page.module.css';

interface PageProps {
	title: string;
	/** Who, when, how many: one line under the title. */
	subtitle?: ReactNode;
	/** Above the title: where one is, in a word. */
	kicker?: string;
	/** Buttons at the right of the title. */
	actions?: ReactNode;
	/** The right column: what belongs to the chosen thing. */
	details?: ReactNode;
	/** The name of that column for those who do not see it. */
	detailsLabel?: string;
	/** `reading` about 62 characters a line, `normal` some 1180 px, `full` all there is. */
	width?: 'reading' | 'normal' | 'full';
	/** The content scrolls by itself (editors, readers): the page then fills the height and does not scroll. */
	fill?: boolean;
	/** `opening`: the larger title of a first page. */
	look?: 'opening';
	/** False: the screen puts the focus somewhere better than on its heading. */
	focusHeading?: boolean;
	children: ReactNode;
}

/**
 * A view: its title (also the window's), its actions, its content, and the details at the right. Coming from another view moves the focus
 * to the heading, so that a screen reader says where one is.
 */
export function Page({
	title,
	subtitle,
	kicker,
	actions,
	details,
	detailsLabel,
	width = 'normal',
	fill = false,
	look,
	focusHeading = true,
	children,
}: PageProps) {
	const text = useText();
	const heading = useRef<HTMLHeadingElement>(null);
	const [path] = useLocation();
	useEffect(() => {
		document.title = `${title} – Underlag`;
	}, [title]);
	useEffect(() => {
		if (takeNavigation(path) && focusHeading) heading.current?.focus({ preventScroll: true });
	}, [path, focusHeading]);
	return (
		<div className={styles.page} data-details={details ? '' : undefined}>
			<main id="main" tabIndex={-1} className={styles.main} data-fill={fill || undefined}>
				<div className={styles.inner} data-width={width}>
					<header className={styles.header} data-look={look}>
						<div className={styles.titles}>
							{kicker && <p className={styles.kicker}>{kicker}</p>}
							<h1 ref={heading} tabIndex={-1} className={styles.title}>
								{title}
							</h1>
							{subtitle && <div className={styles.subtitle}>{subtitle}</div>}
						</div>
						{actions && <div className={styles.actions}>{actions}</div>}
					</header>
					<div className={styles.content}>{children}</div>
				</div>
			</main>
			{details && (
				<aside className={styles.details} aria-label={detailsLabel ?? text.frame.details}>
					{details}
				</aside>
			)}
		</div>
	);
}
