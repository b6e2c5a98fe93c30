import { Button, Checkbox, PasswordInput, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Language } from '#shared/contract/basics.ts';
import type { AppError } from '#shared/contract/errors.ts';
import { isPassphraseLong } from '#shared/domain/project/passphrase.ts';
import { bridge } from '../../api/bridge.ts';
import { useLanguage, useText } from '../../app/text.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { fileNameOf } from './file-name.ts';
import { SavePlace, useSavePlace } from './save-place.tsx';
import styles from './start.module.css';

export interface NewProject {
	path: string;
	title: string;
	language: Language;
	passphrase?: string;
}

interface NewProjectModalProps {
	/** Makes it. Null when it is done, else why not. */
	onCreate: (project: NewProject) => Promise<AppError | null>;
	onClose: () => void;
	busy: boolean;
}

/** Asks what a new project is called, where it lies, and whether it is to be protected. */
export function NewProjectModal({ onCreate, onClose, busy }: NewProjectModalProps) {
	const { frame, project } = useText();
	const words = project.create;
	const native = bridge.host.kind === 'electron';
	const [title, setTitle] = useState('');
	const [language, setLanguage] = useState<Language>(useLanguage());
	const [secret, setSecret] = useState({ wanted: false, phrase: '', again: '' });
	const [tried, setTried] = useState(false);
	const [refusal, setRefusal] = useState<AppError | null>(null);
	const place = useSavePlace(title);

	const noTitle = tried && title.trim() === '' ? words.nameNeeded : null;
	const tooShort = tried && secret.wanted && !isPassphraseLong(secret.phrase) ? words.tooShort : null;
	const differs = tried && secret.wanted && secret.phrase !== secret.again ? words.differs : null;

	async function submit() {
		setTried(true);
		const wrongSecret = secret.wanted && (!isPassphraseLong(secret.phrase) || secret.phrase !== secret.again);
		if (title.trim() === '' || wrongSecret || busy) return;
		const path = native ? await bridge.host.chooseProjectPath(fileNameOf(title)) : place.path;
		if (!path) return;
		setRefusal(null);
		const made = { path, title: title.trim(), language };
		setRefusal(await onCreate(secret.wanted ? { ...made, passphrase: secret.phrase } : made));
	}

	return (
		<Dialog title={words.title} onClose={onClose} width="wide">
			<form
				className={styles.form}
				noValidate
				onSubmit={(event) => {
					event.preventDefault();
					void submit();
				}}
			>
				<TextInput
					data-autofocus
					label={words.name}
					description={words.nameHelp}
					value={title}
					maxLength={300}
					error={noTitle}
					onChange={(event) => setTitle(event.currentTarget.value)}
				/>
				<div>
					<div className={styles.fieldLabel}>{words.language}</div>
					<p className={styles.fieldHelp}>{words.languageHelp}</p>
					<SegmentedControl
						aria-label={words.language}
						value={language}
						onChange={(value) => setLanguage(value as Language)}
						data={[
							{ value: 'sv', label: frame.languages.sv },
							{ value: 'en', label: frame.languages.en },
						]}
					/>
				</div>
				{!native && <SavePlace place={place} />}
				<Checkbox
					label={words.protect}
					description={words.protectHelp}
					checked={secret.wanted}
					onChange={(event) => setSecret({ ...secret, wanted: event.currentTarget.checked })}
				/>
				{secret.wanted && (
					<>
						<PasswordInput
							label={words.passphrase}
							value={secret.phrase}
							error={tooShort}
							autoComplete="new-password"
							visibilityToggleButtonProps={{ 'aria-label': words.reveal }}
							onChange={(event) => setSecret({ ...secret, phrase: event.currentTarget.value })}
						/>
						<PasswordInput
							label={words.repeat}
							value={secret.again}
							error={differs}
							autoComplete="new-password"
							visibilityToggleButtonProps={{ 'aria-label': words.reveal }}
							onChange={(event) => setSecret({ ...secret, again: event.currentTarget.value })}
						/>
					</>
				)}
				{refusal && <ErrorNote error={refusal} />}
				<div className={styles.submit}>
					<Button onClick={onClose}>{frame.cancel}</Button>
					<Button type="submit" variant="filled" disabled={busy}>
						{words.submit}
					</Button>
				</div>
			</form>
		</Dialog>
	);
}
