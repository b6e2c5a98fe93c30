import { IconCircleCheck, IconLock, IconUsers, IconWifiOff } from '@tabler/icons-react';
import type { Output } from '#shared/contract/calls.ts';
import { useCall } from '../api/use-call.ts';
import { useRun } from '../api/use-run.ts';
import styles from './foot.module.css';
import { useHistory } from './history.ts';
import { useLanguage, useText } from './text.tsx';

/** The promises: saved, what small groups are spared, works without a network. At the right the language. */
export function Foot({ status }: { status: Output<'app.status'> }) {
	const { frame } = useText();
	const language = useLanguage();
	const open = status.project !== null;
	const { savedAt } = useHistory(open);
	const project = useCall('project.get', {}, { enabled: open }).data;
	const configure = useRun('app.configure');
	const other = language === 'sv' ? 'en' : 'sv';
	return (
		<footer className={styles.foot}>
			{open && (
				<span className={styles.item}>
					<IconCircleCheck size={15} stroke={1.6} aria-hidden />
					{savedAt ? frame.foot.savedAt(clock(savedAt, language)) : frame.foot.saved}
				</span>
			)}
			{open && project && (
				<span className={styles.item}>
					<IconUsers size={15} stroke={1.6} aria-hidden />
					{project.smallestGroup > 1 ? frame.foot.promise(project.smallestGroup) : frame.foot.noPromise}
				</span>
			)}
			{status.project?.encrypted && (
				<span className={styles.item}>
					<IconLock size={15} stroke={1.6} aria-hidden />
					{frame.foot.encrypted}
				</span>
			)}
			<span className={styles.item}>
				<IconWifiOff size={15} stroke={1.6} aria-hidden />
				{frame.foot.offline}
			</span>
			<button
				type="button"
				className={styles.language}
				aria-label={`${frame.foot.language}: ${frame.languages[language]}. ${frame.switchTo[other]}`}
				title={frame.switchTo[other]}
				onClick={() => void configure.run({ language: other })}
			>
				{frame.languages[language]}
			</button>
		</footer>
	);
}

/** The time of day, with the date before it when it was another day. */
function clock(iso: string, language: 'sv' | 'en'): string {
	const at = new Date(iso);
	const today = at.toDateString() === new Date().toDateString();
	return new Intl.DateTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB', {
		...(today ? {} : { day: 'numeric', month: 'short' }),
		hour: '2-digit',
		minute: '2-digit',
	}).format(at);
}
