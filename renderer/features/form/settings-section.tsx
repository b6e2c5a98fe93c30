import { Button, Checkbox, Stack } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { Language } from '#shared/contract/basics.ts';
import type { Output } from '#shared/contract/calls.ts';
import type { Round } from '#shared/contract/round.ts';
import { lackingIn } from '#shared/domain/instrument/languages.ts';
import { bridge } from '../../api/bridge.ts';
import { useCall } from '../../api/use-call.ts';
import { useRun } from '../../api/use-run.ts';
import { useTask } from '../../api/use-task.ts';
import { useCommands } from '../../app/commands.tsx';
import { useNotes } from '../../app/notes.tsx';
import { useText } from '../../app/text.tsx';
import { SavedTextarea } from '../../ui/saved-field.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './form.module.css';

const languages: readonly Language[] = ['sv', 'en'];

/** How the form is, and the button that gives it. */
export function SettingsSection({ round, form }: { round: Round; form: Output<'form.get'> }) {
	const { form: words, frame } = useText();
	const text = words.settings;
	const { showDone } = useNotes();
	const { run: configure } = useRun('form.configure');
	const { run: setOut } = useRun('round.setOut');
	const { start, busy } = useTask('form.make');
	const ready = form.key !== 'none' && form.key !== 'lost';
	const definition = useCall('instrument.get', { id: round.instrumentId }).data?.definition;
	const lacking = (one: Language) => (definition ? lackingIn(definition, one) : 0);
	const save = async () => {
		const made = await start({ roundId: round.id });
		const where = made && (await bridge.host.saveFile(made.name, made.bytes));
		if (!where) return;
		await setOut({ id: round.id, out: true });
		showDone(text.saved, text.out);
	};
	useCommands([
		{
			id: 'form.save',
			label: text.save,
			section: frame.search.sections.do,
			icon: IconDownload,
			enabled: ready && !busy,
			run: () => void save(),
		},
	]);
	return (
		<Section title={words.steps.settings} lead={text.lead}>
			<div className={styles.fields}>
				<p className={styles.note}>{text.mail}</p>
				<Checkbox.Group
					label={text.languages}
					value={form.languages}
					error={form.languages.length === 0 ? text.oneLanguage : undefined}
					onChange={(chosen) => {
						const next = languages.filter((one) => chosen.includes(one));
						if (next.length > 0) void configure({ roundId: round.id, languages: next });
					}}
				>
					<Stack gap="xs" mt="xs">
						{languages.map((one) => (
							<Checkbox
								key={one}
								value={one}
								label={text.language[one]}
								description={lacking(one) > 0 ? text.lacking(lacking(one)) : undefined}
							/>
						))}
					</Stack>
				</Checkbox.Group>
				<SavedTextarea
					label={text.sendTo}
					description={text.sendToNote}
					value={form.sendTo}
					minRows={2}
					maxLength={2000}
					save={(sendTo) => configure({ roundId: round.id, sendTo })}
				/>
				<Checkbox
					label={text.codes}
					description={text.codesNote}
					checked={form.codes}
					onChange={(event) => void configure({ roundId: round.id, codes: event.currentTarget.checked })}
				/>
			</div>
			<div className={styles.line}>
				<Button
					variant={ready ? 'filled' : 'default'}
					leftSection={<IconDownload size={17} stroke={1.6} />}
					disabled={!ready || busy}
					onClick={() => void save()}
				>
					{text.save}
				</Button>
				{!ready && <p className={styles.quiet}>{text.needsKey}</p>}
			</div>
		</Section>
	);
}
