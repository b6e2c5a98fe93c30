import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Output } from '#shared/contract/calls.ts';
import { useRun } from '../../api/use-run.ts';
import { useNotes } from '../../app/notes.tsx';
import { useText } from '../../app/text.tsx';
import styles from './import.module.css';

/** Saves the match of columns by a name, to be used again. */
export function SaveMap({ preview }: { preview: Output<'response.previewImport'> }) {
	const { import: text } = useText().response;
	const [name, setName] = useState(preview.map ?? '');
	const { showDone } = useNotes();
	const save = useRun('importMap.save');
	const submit = async (event: FormEvent) => {
		event.preventDefault();
		const { service, columns } = preview;
		const done = await save.run({ name: name.trim(), service, columns });
		if (done) showDone(text.mapSaved(name.trim()));
	};
	return (
		<form className={styles.saveMap} onSubmit={(event) => void submit(event)}>
			<TextInput
				label={text.mapName}
				description={text.saveMapLead}
				value={name}
				maxLength={200}
				onChange={(event) => setName(event.currentTarget.value)}
			/>
			<Button type="submit" disabled={name.trim() === '' || save.busy}>
				{text.saveMap}
			</Button>
		</form>
	);
}
