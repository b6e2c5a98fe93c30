import { Radio } from '@mantine/core';
import type { Theme } from '#shared/contract/app.ts';
import type { Language } from '#shared/contract/basics.ts';
import { useCall } from '../../api/use-call.ts';
import { useRun } from '../../api/use-run.ts';
import { ShortcutsTable } from '../../app/shortcuts-table.tsx';
import { useText } from '../../app/text.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './settings.module.css';

/** Language and appearance of the program on this machine, its shortcuts, and what it is. */
export function SettingsPage() {
	const { frame, project } = useText();
	const words = project.settings;
	const status = useCall('app.status', {}).data;
	const configure = useRun('app.configure');
	if (!status) return null;
	return (
		<Page title={words.title} subtitle={words.subtitle} width="reading">
			<Section title={words.language} lead={words.languageHelp}>
				<Radio.Group
					aria-label={words.language}
					value={status.language}
					onChange={(language) => void configure.run({ language: language as Language })}
				>
					<div className={styles.choices}>
						{(['sv', 'en'] as const).map((language) => (
							<Radio key={language} value={language} label={frame.languages[language]} lang={language} />
						))}
					</div>
				</Radio.Group>
			</Section>
			<Section title={words.theme} lead={words.themeHelp}>
				<Radio.Group
					aria-label={words.theme}
					value={status.theme}
					onChange={(theme) => void configure.run({ theme: theme as Theme })}
				>
					<div className={styles.choices}>
						{(['auto', 'light', 'dark'] as const).map((theme) => (
							<Radio key={theme} value={theme} label={frame.theme[theme]} />
						))}
					</div>
				</Radio.Group>
			</Section>
			<Section title={words.shortcuts} lead={words.shortcutsHelp}>
				<ShortcutsTable />
			</Section>
			<Section title={words.about} lead={words.aboutText}>
				<p>{words.version(status.version)}</p>
			</Section>
		</Page>
	);
}
