import { Button, PasswordInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { errorText } from '#shared/i18n/error-text.ts';
import { asRefusal, call } from '../../api/client.ts';
import { useText } from '../../app/text.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './kiosk.module.css';

/** How long the question for the code stands open, in milliseconds: it is not to meet the next respondent. */
const patience = 60_000;

/** Asks for the code that leads out. */
export function LeaveDialog({ onClose, onLeft }: { onClose: () => void; onLeft: () => void }) {
	const text = useText();
	const [code, setCode] = useState('');
	const [wrong, setWrong] = useState<string | null>(null);
	const [busy, setBusy] = useState(false);
	useEffect(() => {
		const timer = setTimeout(onClose, patience);
		return () => clearTimeout(timer);
	}, [onClose]);
	const leave = async () => {
		setBusy(true);
		try {
			await call('kiosk.leave', { code });
			onLeft();
		} catch (error) {
			const { happened, next } = errorText(asRefusal(error), text);
			setWrong(`${happened} ${next}`);
			setCode('');
		} finally {
			setBusy(false);
		}
	};
	return (
		<Dialog title={text.kiosk.leave} onClose={onClose}>
			<form
				className={styles.form}
				onSubmit={(event) => {
					event.preventDefault();
					if (code !== '') void leave();
				}}
			>
				<p>{text.kiosk.leaveLead}</p>
				<PasswordInput
					data-autofocus
					label={text.kiosk.code}
					value={code}
					autoComplete="off"
					error={wrong}
					visibilityToggleButtonProps={{ 'aria-label': text.project.create.reveal }}
					onChange={(event) => setCode(event.currentTarget.value)}
				/>
				<div className={styles.buttons}>
					<Button onClick={onClose}>{text.kiosk.stay}</Button>
					<Button type="submit" variant="filled" disabled={busy || code === ''}>
						{text.kiosk.leaveNow}
					</Button>
				</div>
			</form>
		</Dialog>
	);
}

interface IdleProps {
	/** Seconds. */
	left: number;
	/** Whether what was answered is kept. */
	kept: boolean;
	onStay: () => void;
	onStartOver: () => void;
}

/** Asks whether somebody is still there. */
export function IdleDialog({ left, kept, onStay, onStartOver }: IdleProps) {
	const { kiosk: text } = useText();
	return (
		<Dialog title={text.idleTitle} onClose={onStay}>
			<div className={styles.form}>
				<p>
					<span aria-hidden>{text.idle(left)}</span>
					<span className="visually-hidden" role="status">
						{text.idle(left > 10 ? 20 : 10)}
					</span>
				</p>
				<p>{kept ? text.idleKept : text.idleDiscarded}</p>
				<div className={styles.buttons}>
					<Button onClick={onStartOver}>{text.startOver}</Button>
					<Button variant="filled" onClick={onStay} data-autofocus>
						{text.goOn}
					</Button>
				</div>
			</div>
		</Dialog>
	);
}
