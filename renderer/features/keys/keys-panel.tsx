import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Output } from '#shared/contract/calls.ts';
import type { AppError } from '#shared/contract/errors.ts';
import { useCall } from '../../api/use-call.ts';
import { useRun } from '../../api/use-run.ts';
import { useNotes } from '../../app/notes.tsx';
import { useText } from '../../app/text.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import styles from './keys.module.css';

/** What a new passphrase must have, as for a project's. */
const shortest = 12;

/** The project's key file where it is needed: made, opened, closed, its passphrase changed. What its loss means is said in plain words. */
export function KeysPanel() {
	const { key: text } = useText().form;
	const status = useCall('keys.status', {}).data;
	const { run: close } = useRun('keys.close');
	const [changing, setChanging] = useState(false);
	if (!status) return null;
	if (status.state === 'open')
		return (
			<div className={styles.panel}>
				<p className={styles.state}>{text.isOpen(status.path)}</p>
				<p className={styles.quiet}>{text.lost}</p>
				{changing && <ChangePassphrase onDone={() => setChanging(false)} />}
				<div className={styles.buttons}>
					<Button onClick={() => void close({})}>{text.close}</Button>
					{!changing && <Button onClick={() => setChanging(true)}>{text.change}</Button>}
				</div>
			</div>
		);
	return status.state === 'none' ? <Create status={status} /> : <Open status={status} />;
}

type Status = Output<'keys.status'>;

function Create({ status }: { status: Status }) {
	const { form, project } = useText();
	const text = form.key;
	const [path, setPath] = useState<string | null>(null);
	const [phrase, setPhrase] = useState('');
	const [repeated, setRepeated] = useState('');
	const [tried, setTried] = useState(false);
	const { refusal, onRefused, clear } = useRefusal();
	const { run, busy } = useRun('keys.create', { onRefused });
	const short = phrase.length < shortest;
	const submit = (event: FormEvent) => {
		event.preventDefault();
		setTried(true);
		clear();
		if (!short && phrase === repeated) void run({ path: path ?? status.path, passphrase: phrase });
	};
	return (
		<form className={styles.panel} onSubmit={submit}>
			<p className={styles.state}>{text.none}</p>
			<p className={styles.warning}>{text.lost}</p>
			{refusal && <ErrorNote error={refusal} />}
			<TextInput
				label={text.path}
				description={text.pathNote}
				value={path ?? status.path}
				onChange={(event) => setPath(event.currentTarget.value)}
			/>
			<Passphrase
				label={text.passphrase}
				value={phrase}
				onChange={setPhrase}
				fresh
				error={tried && short ? project.create.tooShort : null}
			/>
			<Passphrase
				label={project.create.repeat}
				value={repeated}
				onChange={setRepeated}
				fresh
				error={tried && !short && phrase !== repeated ? project.create.differs : null}
			/>
			<div className={styles.buttons}>
				<Button type="submit" variant="filled" disabled={busy}>
					{text.create}
				</Button>
			</div>
		</form>
	);
}

function Open({ status }: { status: Status }) {
	const { key: text } = useText().form;
	const [path, setPath] = useState<string | null>(null);
	const [phrase, setPhrase] = useState('');
	const { refusal, onRefused, clear } = useRefusal();
	const { run, busy } = useRun('keys.open', { onRefused });
	const wrong = refusal?.code === 'PASSPHRASE_NEEDED';
	const submit = (event: FormEvent) => {
		event.preventDefault();
		clear();
		if (phrase !== '') void run({ path: path ?? status.path, passphrase: phrase });
	};
	return (
		<form className={styles.panel} onSubmit={submit}>
			<p className={styles.state}>{status.exists ? text.closed(status.path) : text.missing(status.path)}</p>
			{refusal && !wrong && <ErrorNote error={refusal} />}
			<TextInput
				label={text.path}
				value={path ?? status.path}
				onChange={(event) => setPath(event.currentTarget.value)}
			/>
			<Passphrase label={text.passphrase} value={phrase} onChange={setPhrase} error={wrong ? text.wrong : null} />
			<div className={styles.buttons}>
				<Button type="submit" variant="filled" disabled={busy || phrase === ''}>
					{text.openIt}
				</Button>
			</div>
		</form>
	);
}

function ChangePassphrase({ onDone }: { onDone: () => void }) {
	const { form, project, frame } = useText();
	const [phrase, setPhrase] = useState('');
	const [tried, setTried] = useState(false);
	const { showDone } = useNotes();
	const { run, busy } = useRun('keys.changePassphrase');
	const submit = async (event: FormEvent) => {
		event.preventDefault();
		setTried(true);
		if (phrase.length < shortest || !(await run({ passphrase: phrase }))) return;
		showDone(form.key.changed);
		onDone();
	};
	return (
		<form className={styles.panel} onSubmit={(event) => void submit(event)}>
			<Passphrase
				label={form.key.newPassphrase}
				value={phrase}
				onChange={setPhrase}
				fresh
				error={tried && phrase.length < shortest ? project.create.tooShort : null}
			/>
			<div className={styles.buttons}>
				<Button type="submit" variant="filled" disabled={busy}>
					{form.key.change}
				</Button>
				<Button onClick={onDone}>{frame.cancel}</Button>
			</div>
		</form>
	);
}

interface PassphraseProps {
	label: string;
	value: string;
	onChange: (value: string) => void;
	error: string | null;
	/** One that is being chosen now. */
	fresh?: boolean;
}

function Passphrase({ label, value, onChange, error, fresh }: PassphraseProps) {
	const { project } = useText();
	return (
		<PasswordInput
			label={label}
			value={value}
			error={error}
			autoComplete={fresh ? 'new-password' : 'current-password'}
			visibilityToggleButtonProps={{ 'aria-label': project.create.reveal }}
			onChange={(event) => onChange(event.currentTarget.value)}
		/>
	);
}

/** A refusal shown where it happened. */
function useRefusal() {
	const [refusal, setRefusal] = useState<AppError | null>(null);
	const onRefused = (error: AppError) => {
		setRefusal(error);
		return true;
	};
	return { refusal, onRefused, clear: () => setRefusal(null) };
}
