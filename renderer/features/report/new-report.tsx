import { Button, Radio, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useCall } from '../../api/use-call.ts';
import { useRun } from '../../api/use-run.ts';
import { navigate } from '../../app/hash-location.ts';
import { useText } from '../../app/text.tsx';
import styles from './report.module.css';

/** A title and what to start from; then the report opens. */
export function NewReport() {
	const words = useText().report.screen;
	const project = useCall('project.get', {}).data;
	const templates =
		useCall('report.templates', project ? { language: project.language } : {}, { enabled: Boolean(project) }).data ??
		[];
	const { run, busy } = useRun('report.add');
	const [title, setTitle] = useState<string | null>(null);
	const [chosen, setChosen] = useState<string | null>(null);
	const [asked, setAsked] = useState(false);
	const name = (title ?? project?.title ?? '').trim();
	const template = chosen ?? templates[0]?.key ?? '';

	const add = async (event: FormEvent) => {
		event.preventDefault();
		setAsked(true);
		if (name === '') return;
		const made = await run({ title: name, ...(template && { template }) });
		if (made) navigate(`/report/${made.id}`);
	};

	return (
		<form onSubmit={(event) => void add(event)} className={styles.form}>
			<TextInput
				label={words.name}
				value={title ?? project?.title ?? ''}
				maxLength={300}
				onChange={(event) => setTitle(event.currentTarget.value)}
				error={asked && name === '' ? words.nameNeeded : null}
			/>
			<Radio.Group label={words.startFrom} value={template} onChange={setChosen}>
				<div className={styles.templates}>
					{templates.map((one) => (
						<Radio key={one.key} value={one.key} label={one.title} description={one.description} />
					))}
					<Radio value="" label={words.empty} description={words.emptyHelp} />
				</div>
			</Radio.Group>
			<div>
				<Button type="submit" variant="filled" loading={busy}>
					{words.create}
				</Button>
			</div>
		</form>
	);
}
