import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { Input, Output } from '#shared/contract/calls.ts';
import { groupLosses } from '#shared/domain/instrument/exchange/group-losses.ts';
import { type WriteFormat, writeFormat } from '#shared/domain/instrument/exchange/model.ts';
import { bridge } from '../../api/bridge.ts';
import { useTask } from '../../api/use-task.ts';
import { useCommands } from '../../app/commands.tsx';
import { useNotes } from '../../app/notes.tsx';
import { useText } from '../../app/text.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TaskProgress } from '../../ui/task-progress.tsx';
import styles from './instrument.module.css';
import { LossList } from './read/loss-list.tsx';

type Of = { id: number } | { key: string };

/** Writes a questionnaire as a file of another program. What that can't hold is told before it is saved. */
export function ExportMenu({ of }: { of: Of }) {
	const { exchange, frame } = useText();
	const words = exchange.export;
	const { showDone } = useNotes();
	const { start, ...task } = useTask('instrument.write');
	const [made, setMade] = useState<(Output<'instrument.write'> & { format: WriteFormat }) | null>(null);
	const formats = writeFormat.options;

	const save = async ({ name, bytes }: Output<'instrument.write'>) => {
		const where = await bridge.host.saveFile(name, bytes);
		if (where === null) return;
		setMade(null);
		showDone(words.saved(where));
	};
	const run = async (format: WriteFormat) => {
		const input: Input<'instrument.write'> = { ...of, format };
		const file = await start(input);
		if (!file) return;
		if (file.losses.length === 0) await save(file);
		else setMade({ ...file, format });
	};
	useCommands(
		formats.map((format) => ({
			id: `instrument.export.${format}`,
			label: words.as(exchange.formats[format]),
			section: frame.search.sections.do,
			icon: IconDownload,
			enabled: !task.busy,
			run: () => void run(format),
		})),
	);
	return (
		<>
			{task.busy ? (
				<div className={styles.exporting}>
					<TaskProgress {...task} label={words.working} />
				</div>
			) : (
				<Menu position="bottom-end">
					<Menu.Target>
						<Button
							leftSection={<IconDownload size={17} stroke={1.6} aria-hidden />}
							rightSection={<IconChevronDown size={16} stroke={1.6} aria-hidden />}
						>
							{words.menu}
						</Button>
					</Menu.Target>
					<Menu.Dropdown>
						{formats.map((format) => (
							<Menu.Item key={format} onClick={() => void run(format)}>
								{exchange.formats[format]}
							</Menu.Item>
						))}
					</Menu.Dropdown>
				</Menu>
			)}
			{made && (
				<Dialog title={words.title(exchange.formats[made.format])} onClose={() => setMade(null)} width="wide">
					<div className={styles.printing}>
						<p>{words.lead(groupLosses(made.losses).length)}</p>
						<LossList losses={made.losses} />
						<div className={styles.printButtons}>
							<Button variant="filled" data-autofocus onClick={() => void save(made)}>
								{words.save}
							</Button>
							<Button variant="subtle" onClick={() => setMade(null)}>
								{frame.cancel}
							</Button>
						</div>
					</div>
				</Dialog>
			)}
		</>
	);
}
