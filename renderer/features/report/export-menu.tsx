import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import type { ReportFormat } from '#shared/contract/report.ts';
import { bridge } from '../../api/bridge.ts';
import { useTask } from '../../api/use-task.ts';
import { useCommands } from '../../app/commands.tsx';
import { useNotes } from '../../app/notes.tsx';
import { useText } from '../../app/text.tsx';
import { TaskProgress } from '../../ui/task-progress.tsx';
import styles from './report.module.css';

const formats: readonly ReportFormat[] = ['docx', 'pdf', 'html', 'md'];

/** Makes the finished file and gives it to the person. `before` saves what is being written. */
export function ExportMenu({ id, before }: { id: number; before: () => Promise<void> }) {
	const { report, frame } = useText();
	const words = report.screen;
	const { showDone } = useNotes();
	const { start, cancel, progress, busy } = useTask('report.export');

	const run = async (format: ReportFormat) => {
		await before();
		const made = await start({ id, format });
		if (!made) return;
		const where = await bridge.host.saveFile(made.name, made.bytes);
		if (where !== null)
			showDone(words.exported(where), made.pages === null ? undefined : words.exportedPages(made.pages));
	};

	useCommands(
		formats.map((format) => ({
			id: `report.export.${format}`,
			label: `${words.export}: ${words.formats[format]}`,
			section: frame.search.sections.do,
			icon: IconDownload,
			enabled: !busy,
			run: () => void run(format),
		})),
	);

	if (busy) {
		return (
			<div className={styles.exporting}>
				<TaskProgress progress={progress} busy={busy} cancel={cancel} label={words.exporting} />
			</div>
		);
	}
	return (
		<Menu position="bottom-end">
			<Menu.Target>
				<Button
					variant="filled"
					leftSection={<IconDownload size={17} stroke={1.6} />}
					rightSection={<IconChevronDown size={16} stroke={1.6} />}
				>
					{words.export}
				</Button>
			</Menu.Target>
			<Menu.Dropdown>
				{formats.map((format) => (
					<Menu.Item key={format} onClick={() => void run(format)}>
						{words.formats[format]}
					</Menu.Item>
				))}
			</Menu.Dropdown>
		</Menu>
	);
}
