import { ActionIcon, Tooltip } from '@mantine/core';
import { type Icon, IconFilePlus, IconFolderOpen, IconSchool, IconX } from '@tabler/icons-react';
import { formatDate } from '#shared/i18n/format.ts';
import { useCall } from '../../api/use-call.ts';
import { useRun } from '../../api/use-run.ts';
import { useCommandRegistry } from '../../app/commands.tsx';
import { useLanguage, useText } from '../../app/text.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Page } from '../../ui/page.tsx';
import { useProjectDoor } from './project-door.tsx';
import styles from './start.module.css';

/** What one sees without a project: new, open, the sample, and the recent ones. */
export function StartPage() {
	const { project } = useText();
	const registry = useCommandRegistry();
	const door = useProjectDoor();
	const words = project.start;
	return (
		<Page title={words.title} subtitle={words.lead} look="opening">
			<div className={styles.start}>
				<div className={styles.ways}>
					<Way icon={IconFilePlus} title={words.new} text={words.newText} run={() => registry.run('project.new')} />
					<Way
						icon={IconFolderOpen}
						title={words.open}
						text={words.openText}
						run={() => registry.run('project.open')}
					/>
					<Way
						icon={IconSchool}
						title={words.sample}
						text={words.sampleText}
						run={() => registry.run('project.openSample')}
					/>
				</div>
				<div>
					{door.refusal && (
						<div className={styles.refusal}>
							<ErrorNote error={door.refusal} />
						</div>
					)}
					<Recent />
				</div>
			</div>
			<p className={styles.promise}>
				<strong>{words.promiseTitle}.</strong> {words.promise}
			</p>
		</Page>
	);
}

function Way({ icon: Glyph, title, text, run }: { icon: Icon; title: string; text: string; run: () => void }) {
	return (
		<button type="button" className={styles.way} onClick={run}>
			<Glyph size={24} stroke={1.6} aria-hidden />
			<span>
				<span className={styles.wayTitle}>{title}</span>
				<span className={styles.wayText}>{text}</span>
			</span>
		</button>
	);
}

function Recent() {
	const { project } = useText();
	const language = useLanguage();
	const words = project.start;
	const door = useProjectDoor();
	const recent = useCall('app.status', {}).data?.recent ?? [];
	const forget = useRun('app.forgetRecent');
	return (
		<section aria-labelledby="recent-projects" className={styles.recent}>
			<h2 id="recent-projects">{words.recent}</h2>
			{recent.length === 0 && <p className={styles.fieldHelp}>{words.noRecent}</p>}
			<ul>
				{recent.map((one) => (
					<li key={one.path}>
						<button
							type="button"
							className={styles.project}
							title={one.path}
							aria-disabled={!one.exists}
							onClick={() => one.exists && door.openPath(one.path)}
						>
							<span className={styles.projectTitle}>{one.title}</span>
							<span className={styles.projectPath}>{one.path}</span>
							<span className={one.exists ? styles.projectWhen : styles.projectMissing}>
								{one.exists ? words.opened(formatDate(one.openedAt, language)) : words.missing}
							</span>
						</button>
						<Tooltip label={words.forget(one.title)}>
							<ActionIcon aria-label={words.forget(one.title)} onClick={() => void forget.run({ path: one.path })}>
								<IconX size={17} stroke={1.6} aria-hidden />
							</ActionIcon>
						</Tooltip>
					</li>
				))}
			</ul>
		</section>
	);
}
