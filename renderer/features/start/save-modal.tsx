import { Button } from '@mantine/core';
import { useState } from 'react';
import type { AppError } from '#shared/contract/errors.ts';
import type { Progress } from '#shared/contract/events.ts';
import { useText } from '../../app/text.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { TaskProgress } from '../../ui/task-progress.tsx';
import { SavePlace, useSavePlace } from './save-place.tsx';
import styles from './start.module.css';

interface SaveModalProps {
	title: string;
	lead: string;
	suggested: string;
	submit: string;
	/** Writes the file. Null when it is done, else why not. */
	onSave: (path: string) => Promise<AppError | null>;
	onClose: () => void;
	busy: boolean;
	progress: Progress | null;
	cancel: () => void;
}

/** Asks where a file is to be written, in a window without the system's dialogs. */
export function SaveModal({ title, lead, suggested, submit, onSave, onClose, busy, progress, cancel }: SaveModalProps) {
	const { frame } = useText();
	const place = useSavePlace(suggested);
	const [refusal, setRefusal] = useState<AppError | null>(null);
	// Closing stops the work too: nothing opens or turns up later by itself.
	const leave = () => {
		if (busy) cancel();
		onClose();
	};
	return (
		<Dialog title={title} onClose={leave} width="wide">
			<form
				className={styles.form}
				onSubmit={async (event) => {
					event.preventDefault();
					if (!place.path || busy) return;
					setRefusal(null);
					const refused = await onSave(place.path);
					if (refused) setRefusal(refused);
					else onClose();
				}}
			>
				<p>{lead}</p>
				<SavePlace place={place} />
				{refusal && <ErrorNote error={refusal} />}
				<TaskProgress busy={busy} progress={progress} />
				<div className={styles.submit}>
					<Button onClick={leave}>{frame.cancel}</Button>
					<Button type="submit" variant="filled" disabled={busy || !place.path}>
						{submit}
					</Button>
				</div>
			</form>
		</Dialog>
	);
}
