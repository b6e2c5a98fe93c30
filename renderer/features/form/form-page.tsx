import { Button } from '@mantine/core';
import { useCall } from '../../api/use-call.ts';
import { useRun } from '../../api/use-run.ts';
import { useText } from '../../app/text.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { KeysBar } from '../../ui/keys-bar.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { AnswersSection } from './answers-section.tsx';
import { CodesSection } from './codes-section.tsx';
import styles from './form.module.css';
import { SettingsSection } from './settings-section.tsx';

/** The form as a file of one round, in the order of the work: its key, the form, codes to hand out, and the answers that come back. */
export function FormPage({ id }: { id: number }) {
	const { form: text } = useText();
	const round = useCall('round.get', { id });
	const form = useCall('form.get', { roundId: id });
	const keys = useCall('keys.status', {}).data;
	const { run: makeKey, busy } = useRun('form.makeKey');
	const error = round.error ?? form.error;
	if (error || !round.data || !form.data)
		return <Page title={text.title}>{error ? <ErrorNote error={error} /> : <Loading />}</Page>;
	const { key } = form.data;
	return (
		<Page title={text.title} subtitle={text.subtitle(round.data.name)}>
			<Section title={text.steps.key} lead={text.key.lead}>
				<KeysBar />
				<div className={styles.line}>
					<p>{text.key.round[key]}</p>
					{keys?.state === 'open' && (key === 'none' || key === 'lost') && (
						<Button
							variant={key === 'none' ? 'filled' : 'default'}
							disabled={busy}
							onClick={() => void makeKey({ roundId: id })}
						>
							{key === 'none' ? text.key.make : text.key.makeNew}
						</Button>
					)}
				</div>
			</Section>
			<SettingsSection round={round.data} form={form.data} />
			<CodesSection round={round.data} form={form.data} />
			<AnswersSection round={round.data} ready={key === 'here'} />
		</Page>
	);
}
