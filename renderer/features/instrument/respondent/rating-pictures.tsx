import optionsStyles from './options.module.css';

/** A star, filled up to the rating. A picture alone: the number is read out beside it. */
export function Star({ filled }: { filled: boolean }) {
	return (
		<svg viewBox="0 0 24 24" className={optionsStyles.picture} data-filled={filled || undefined} aria-hidden="true">
			<path d="M12 2.8l2.8 5.9 6.4.8-4.7 4.4 1.2 6.4L12 17.2l-5.7 3.1 1.2-6.4L2.8 9.5l6.4-.8z" />
		</svg>
	);
}

/** A face from sad (0) through neither (0.5) to glad (1). A picture alone. */
export function Face({ mood }: { mood: number }) {
	const bend = (mood - 0.5) * 8;
	const ends = 15.6 - bend / 4;
	return (
		<svg viewBox="0 0 24 24" className={optionsStyles.picture} aria-hidden="true">
			<circle cx="12" cy="12" r="9.4" />
			<circle cx="8.8" cy="9.8" r="0.9" className={optionsStyles.eye} />
			<circle cx="15.2" cy="9.8" r="0.9" className={optionsStyles.eye} />
			<path d={`M8 ${ends} Q12 ${ends + bend} 16 ${ends}`} />
		</svg>
	);
}
