import { Button, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import type { AppError } from '#shared/contract/errors.ts';
import { useCall } from '../api/use-call.ts';
import { useRun } from '../api/use-run.ts';
import { useNotes } from '../app/notes.tsx';
import { useText } from '../app/text.tsx';
import { Dialog } from './dialog.tsx';
import { ErrorNote } from './error-note.tsx';
import styles from './keys-bar.module.css';

/** What a new passphrase must have, as for a project's. */
const shortest = 12;

/** Asks for the passphrase of the project's key file, or makes one where there is none. */
export function KeysDialog({ making, onClose }: { making: boolean; onClose: () => void }) {
	const { keys: text, frame } = useText();
	const { showDone } = useNotes();
	const path = useCall('keys.status', {}).data?.path ?? '';
	const [phrase, setPhrase] = useState('');
	const [again, setAgain] = useState('');
	const [tried, setTried] = useState(false);
	const [refusal, setRefusal] = useState<AppError | null>(null);
	const onRefused = (error: AppError) => {
		setRefusal(error);
		return true;
	};
	const { run: make, busy: isMaking } = useRun('keys.create', { onRefused });
	const { run: open, busy: isOpening } = useRun('keys.open', { onRefused });
	const wrong = refusal?.code === 'PASSPHRASE_NEEDED' && phrase !== '';
	const tooShort = making && tried && phrase.length < shortest ? text.tooShort : null;
	const differs = making && tried && phrase !== again ? text.differs : null;
	const submit = async () => {
		setTried(true);
		setRefusal(null);
		if (phrase === '' || (making && (phrase.length < shortest || phrase !== again))) return;
		const done = making ? await make({ path, passphrase: phrase }) : await open({ passphrase: phrase });
		if (!done) return;
		if (making) showDone(text.made, text.place(path));
		onClose();
	};
	return (
		<Dialog title={making ? text.makeTitle : text.unlockTitle} onClose={onClose}>
			<form
				className={styles.form}
				noValidate
				onSubmit={(event) => {
					event.preventDefault();
					void submit();
				}}
			>
				<p>{making ? text.makeLead : text.unlockLead(path.split(/[\\/]/).at(-1) ?? path)}</p>
				<PasswordInput
					data-autofocus
					label={text.passphrase}
					value={phrase}
					error={tooShort ?? (wrong ? text.wrong : null)}
					autoComplete={making ? 'new-password' : 'current-password'}
					visibilityToggleButtonProps={{ 'aria-label': text.reveal }}
					onChange={(event) => setPhrase(event.currentTarget.value)}
				/>
				{making && (
					<>
						<PasswordInput
							label={text.repeat}
							value={again}
							error={differs}
							autoComplete="new-password"
							visibilityToggleButtonProps={{ 'aria-label': text.reveal }}
							onChange={(event) => setAgain(event.currentTarget.value)}
						/>
						<p className={styles.warn}>{text.makeWarning}</p>
						<p className={styles.quiet}>{text.place(path)}</p>
					</>
				)}
				{refusal && !wrong && <ErrorNote error={refusal} />}
				<div className={styles.buttons}>
					<Button onClick={onClose}>{frame.cancel}</Button>
					<Button type="submit" variant="filled" disabled={isMaking || isOpening}>
						{making ? text.make : text.unlock}
					</Button>
				</div>
			</form>
		</Dialog>
	);
}
