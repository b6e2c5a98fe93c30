import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { formatNumber } from '#shared/i18n/format.ts';
import { useCall } from '../../api/use-call.ts';
import { useRun } from '../../api/use-run.ts';
import { useNotes } from '../../app/notes.tsx';
import { useLanguage, useText } from '../../app/text.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SavedInput } from '../../ui/saved-field.tsx';
import styles from './asked.module.css';

/** The groups of a list: made, renamed where they stand, and removed; who is in them is chosen on each person. */
export function GroupsDialog({ roundId, onClose }: { roundId: number; onClose: () => void }) {
	const { asked, frame } = useText();
	const text = asked.groupsDialog;
	const language = useLanguage();
	const { showDone } = useNotes();
	const groups = useCall('asked.groups', { roundId }).data ?? [];
	const { run: rename } = useRun('asked.renameGroup');
	const { run: remove } = useRun('asked.removeGroup');
	const { run: add, busy } = useRun('asked.addGroup');
	const [name, setName] = useState('');
	const [tried, setTried] = useState(false);
	const submit = async (event: FormEvent) => {
		event.preventDefault();
		setTried(name.trim() === '');
		if (name.trim() !== '' && (await add({ roundId, name: name.trim() }))) setName('');
	};
	const drop = async (id: number, named: string) => {
		if (await remove({ id })) showDone(text.removed(named), text.removedHow);
	};
	return (
		<Dialog title={text.title} width="wide" onClose={onClose}>
			<div className={styles.form}>
				<p className={styles.quiet}>{text.lead}</p>
				{groups.length === 0 && <p>{text.none}</p>}
				<ul className={styles.groups}>
					{groups.map((group, at) => (
						<li key={group.id}>
							<SavedInput
								aria-label={text.name(at + 1)}
								value={group.name}
								maxLength={200}
								wrong={(typed) => (typed === '' ? text.nameNeeded : undefined)}
								save={(typed) => rename({ id: group.id, name: typed })}
							/>
							<span className={styles.quiet}>{asked.people(group.people, formatNumber(group.people, language))}</span>
							<ActionIcon
								size={30}
								aria-label={text.remove(group.name)}
								onClick={() => void drop(group.id, group.name)}
							>
								<IconTrash size={16} stroke={1.6} />
							</ActionIcon>
						</li>
					))}
				</ul>
				<form className={styles.addGroup} noValidate onSubmit={(event) => void submit(event)}>
					<TextInput
						data-autofocus
						label={text.newName}
						value={name}
						maxLength={200}
						error={tried && name.trim() === '' ? text.nameNeeded : undefined}
						onChange={(event) => setName(event.currentTarget.value)}
					/>
					<Button type="submit" variant="filled" disabled={busy}>
						{text.add}
					</Button>
				</form>
				<div className={styles.buttons}>
					<Button onClick={onClose}>{frame.close}</Button>
				</div>
			</div>
		</Dialog>
	);
}
