import { Button, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../app/text.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { baseName } from './file-name.ts';
import styles from './start.module.css';

interface UnlockModalProps {
	path: string;
	/** The last one given was not right. */
	wrong: boolean;
	busy: boolean;
	onUnlock: (passphrase: string) => void;
	onClose: () => void;
}

/** Asks for the passphrase of a protected project. */
export function UnlockModal({ path, wrong, busy, onUnlock, onClose }: UnlockModalProps) {
	const { frame, project } = useText();
	const [passphrase, setPassphrase] = useState('');
	return (
		<Dialog title={project.unlock.title} onClose={onClose}>
			<form
				className={styles.form}
				onSubmit={(event) => {
					event.preventDefault();
					if (passphrase) onUnlock(passphrase);
				}}
			>
				<p>{project.unlock.lead(baseName(path))}</p>
				<PasswordInput
					data-autofocus
					label={project.create.passphrase}
					value={passphrase}
					error={wrong ? project.unlock.wrong : null}
					autoComplete="current-password"
					visibilityToggleButtonProps={{ 'aria-label': project.create.reveal }}
					onChange={(event) => setPassphrase(event.currentTarget.value)}
				/>
				<div className={styles.submit}>
					<Button onClick={onClose}>{frame.cancel}</Button>
					<Button type="submit" variant="filled" disabled={busy || passphrase === ''}>
						{project.unlock.submit}
					</Button>
				</div>
			</form>
		</Dialog>
	);
}
