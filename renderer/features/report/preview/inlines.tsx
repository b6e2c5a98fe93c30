import type { Inline } from '#shared/domain/report/model.ts';
import { keyed } from '../../../ui/keyed.ts';
import styles from './preview.module.css';

/** Running text with its looks. Links are shown and not followed: the preview is a picture of the page. */
export function Inlines({ content }: { content: readonly Inline[] }) {
	return keyed(content, (one) => one.text.slice(0, 12)).map(({ key, one }) => {
		const names = [
			one.bold && styles.bold,
			one.italic && styles.italic,
			one.code && styles.code,
			one.live && styles.live,
			one.href && styles.link,
		];
		return (
			<span key={key} className={names.filter(Boolean).join(' ') || undefined}>
				{one.text}
				{one.break && <br />}
			</span>
		);
	});
}
