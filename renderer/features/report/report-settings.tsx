import { ActionIcon, Button, Popover, Radio, TextInput } from '@mantine/core';
import { IconAdjustments } from '@tabler/icons-react';
import type { Language } from '#shared/contract/basics.ts';
import type { Output } from '#shared/contract/calls.ts';
import { useRun } from '../../api/use-run.ts';
import { navigate } from '../../app/hash-location.ts';
import { useNotes } from '../../app/notes.tsx';
import { useText } from '../../app/text.tsx';
import { useSavedText } from '../../ui/use-saved-text.ts';
import styles from './report.module.css';

/** Title and language of the report, and its removal, which can be undone. */
export function ReportSettings({ report }: { report: Output<'report.get'> }) {
	const words = useText().report.screen;
	const { run } = useRun('report.update');
	const { showDone } = useNotes();
	const { run: remove } = useRun('report.remove');
	const title = useSavedText(
		report.title,
		async (text) => text.trim() === '' || (await run({ id: report.id, title: text.trim() })) !== null,
	);
	const drop = async () => {
		if (!(await remove({ id: report.id }))) return;
		navigate('/report');
		showDone(words.removed(report.title), words.removedHelp);
	};
	return (
		<Popover position="bottom-end" width={320} trapFocus>
			<Popover.Target>
				<ActionIcon aria-label={words.settings} title={words.settings} size={34} variant="default">
					<IconAdjustments size={18} stroke={1.6} />
				</ActionIcon>
			</Popover.Target>
			<Popover.Dropdown aria-label={words.settings}>
				<div className={styles.form}>
					<TextInput
						label={words.name}
						maxLength={300}
						value={title.value}
						onChange={(event) => title.onChange(event.currentTarget.value)}
						onFocus={title.onFocus}
						onBlur={title.onBlur}
						error={title.value.trim() === '' ? words.nameNeeded : null}
					/>
					<Radio.Group
						label={words.language}
						value={report.language}
						onChange={(language) => void run({ id: report.id, language: language as Language })}
					>
						<div className={styles.languages}>
							<Radio value="sv" label={words.languages.sv} />
							<Radio value="en" label={words.languages.en} />
						</div>
					</Radio.Group>
					<Button color="red" variant="default" onClick={() => void drop()}>
						{words.remove}
					</Button>
				</div>
			</Popover.Dropdown>
		</Popover>
	);
}
