import { Progress as Bar, Button } from '@mantine/core';
import type { Progress } from '#shared/contract/events.ts';
import { formatNumber, formatPercent } from '#shared/i18n/format.ts';
import { useLanguage, useText } from '../app/text.tsx';
import styles from './states.module.css';

/** How far a task has come, in words and as a bar, with a way to stop it. Shown while `busy`. */
export function TaskProgress({
	progress,
	busy,
	cancel,
	label,
}: {
	progress: Progress | null;
	busy: boolean;
	cancel?: () => void;
	/** What is being done, where the step alone does not say it. */
	label?: string;
}) {
	const text = useText();
	const language = useLanguage();
	if (!busy) return null;
	const step = progress ? text.progress[progress.step] : text.progress.starting;
	const known = progress !== null && progress.total > 0;
	const share = known ? (100 * progress.done) / progress.total : 100;
	const count = !known
		? ''
		: progress.unit === 'bytes'
			? formatPercent(share, language)
			: text.progress.of(formatNumber(progress.done, language), formatNumber(progress.total, language));
	return (
		<div className={styles.task}>
			<div className={styles.taskWords} role="status">
				<span>{label ? `${label}: ${step}` : step}</span>
				<span className={styles.taskCount}>{count}</span>
			</div>
			<Bar value={share} animated={!known} aria-label={label ?? step} size="sm" />
			{cancel && (
				<Button size="xs" onClick={cancel}>
					{text.frame.cancel}
				</Button>
			)}
		</div>
	);
}
