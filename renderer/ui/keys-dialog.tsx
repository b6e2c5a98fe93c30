import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AppError } from '#shared/contract/errors.ts';
import { isPassphraseLong } from '#shared/domain/project/passphrase.ts';
import { useCall } from '../api/use-call.ts';
import { useRun } from '../api/use-run.ts';
import { useNotes } from '../app/notes.tsx';
import { useText } from '../app/text.tsx';
import { Dialog } from './dialog.tsx';
import { ErrorNote } from './error-note.tsx';
import styles from './keys-bar.module.css';

interface KeysDialogProps {
	/** `make`: the project has none yet; `change`: another passphrase for the open one. */
	does: 'make' | 'open' | 'change';
	onClose: () => void;
}

/** Asks for the passphrase of the project's key file: to open it, to make one, or to change it. */
export function KeysDialog({ does, onClose }: KeysDialogProps) {
	const { keys: text, frame } = useText();
	const { showDone } = useNotes();
	const status = useCall('keys.status', {}).data;
	const [place, setPlace] = useState<string | null>(null);
	const path = place ?? status?.path ?? '';
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
	const { run: change, busy: isChanging } = useRun('keys.changePassphrase', { onRefused });
	const fresh = does !== 'open';
	const wrong = refusal?.code === 'PASSPHRASE_NEEDED' && phrase !== '';
	const tooShort = fresh && tried && !isPassphraseLong(phrase) ? text.tooShort : null;
	const differs = fresh && tried && phrase !== again ? text.differs : null;
	// It may have been moved, or another be meant: then one says where it is.
	const [lost, otherMeant] = [does === 'open' && status?.exists === false, refusal !== null && !wrong];
	const submit = async () => {
		setTried(true);
		setRefusal(null);
		if (phrase === '' || (fresh && (!isPassphraseLong(phrase) || phrase !== again))) return;
		const passphrase = phrase;
		if (does === 'make' ? !(await make({ path, passphrase })) : does === 'open' && !(await open({ path, passphrase })))
			return;
		if (does === 'change' && !(await change({ passphrase }))) return;
		if (does === 'make') showDone(text.made, text.place(path));
		if (does === 'change') showDone(text.changed);
		onClose();
	};
	return (
		<Dialog title={text.titles[does]} onClose={onClose}>
			<form
				className={styles.form}
				noValidate
				onSubmit={(event) => {
					event.preventDefault();
					void submit();
				}}
			>
				{does === 'make' && <p>{text.makeLead}</p>}
				{does === 'open' &&
					(lost ? <p>{text.missing}</p> : <p>{text.unlockLead(path.split(/[\\/]/).at(-1) ?? path)}</p>)}
				{(does === 'make' || (does === 'open' && (lost || otherMeant || place !== null))) && (
					<TextInput
						label={text.path}
						description={does === 'make' ? text.pathNote : null}
						value={path}
						onChange={(event) => setPlace(event.currentTarget.value)}
					/>
				)}
				<PasswordInput
					data-autofocus
					label={does === 'change' ? text.newPassphrase : text.passphrase}
					value={phrase}
					error={tooShort ?? (wrong ? text.wrong : null)}
					autoComplete={fresh ? 'new-password' : 'current-password'}
					visibilityToggleButtonProps={{ 'aria-label': text.reveal }}
					onChange={(event) => setPhrase(event.currentTarget.value)}
				/>
				{fresh && (
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
					</>
				)}
				{refusal && !wrong && <ErrorNote error={refusal} />}
				<div className={styles.buttons}>
					<Button onClick={onClose}>{frame.cancel}</Button>
					<Button type="submit" variant="filled" disabled={isMaking || isOpening || isChanging}>
						{text[does === 'make' ? 'make' : does === 'open' ? 'unlock' : 'change']}
					</Button>
				</div>
			</form>
		</Dialog>
	);
}
