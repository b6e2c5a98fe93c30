import { Button, NativeSelect, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Language } from '#shared/contract/basics.ts';
import { languagesOf } from '#shared/domain/instrument/languages.ts';
import type { Instrument } from '#shared/domain/instrument/model.ts';
import { bridge } from '../../api/bridge.ts';
import { useCall } from '../../api/use-call.ts';
import { useRun } from '../../api/use-run.ts';
import { navigate } from '../../app/hash-location.ts';
import { useText } from '../../app/text.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './kiosk.module.css';

interface StartKioskProps {
	roundId: number;
	instrument: Instrument;
	onClose: () => void;
}

/** Sets a kiosk up: its code, its languages, and what becomes of an answer that is left half-way. */
export function StartKiosk({ roundId, instrument, onClose }: StartKioskProps) {
	const { kiosk, form, frame, project } = useText();
	const text = kiosk.setUp;
	const status = useCall('app.status', {}).data;
	const { run, busy } = useRun('kiosk.start');
	const [code, setCode] = useState('');
	const [minutes, setMinutes] = useState('3');
	const [unfinished, setUnfinished] = useState('keep');
	const asked = languagesOf(instrument);
	const [languages, setLanguages] = useState(asked.join(' '));
	const [tried, setTried] = useState(false);
	const codeWrong = code.trim().length < 4 || code.trim().length > 12;
	const idleMinutes = /^\d{1,2}$/.test(minutes.trim()) ? Number(minutes) : 0;
	const minutesWrong = idleMinutes < 1 || idleMinutes > 60;
	const start = async (event: FormEvent) => {
		event.preventDefault();
		setTried(true);
		if (codeWrong || minutesWrong) return;
		void bridge.host.setKiosk(true);
		const started = await run({
			roundId,
			code: code.trim(),
			languages: languages.split(' ') as Language[],
			idleMinutes,
			keepUnfinished: unfinished === 'keep',
		});
		if (started) navigate(`/kiosk/${roundId}`, { replace: true });
		else void bridge.host.setKiosk(false);
	};
	return (
		<Dialog title={kiosk.start} onClose={onClose} width="wide">
			<form className={styles.form} onSubmit={(event) => void start(event)} noValidate>
				<p>{text.lead}</p>
				{status?.project && !status.project.encrypted && <p className={styles.warn}>{text.protect}</p>}
				<PasswordInput
					data-autofocus
					label={text.code}
					description={text.codeNote}
					value={code}
					autoComplete="off"
					error={tried && codeWrong ? text.codeWrong : null}
					visibilityToggleButtonProps={{ 'aria-label': project.create.reveal }}
					onChange={(event) => setCode(event.currentTarget.value)}
				/>
				{asked.length > 1 && (
					<NativeSelect
						label={text.languages}
						value={languages}
						onChange={(event) => setLanguages(event.currentTarget.value)}
						data={[
							{ value: asked.join(' '), label: text.both },
							...asked.map((one) => ({ value: one, label: form.settings.language[one] })),
						]}
					/>
				)}
				<TextInput
					label={text.minutes}
					inputMode="numeric"
					value={minutes}
					error={tried && minutesWrong ? text.minutesWrong : null}
					onChange={(event) => setMinutes(event.currentTarget.value)}
				/>
				<NativeSelect
					label={text.unfinished}
					value={unfinished}
					onChange={(event) => setUnfinished(event.currentTarget.value)}
					data={[
						{ value: 'keep', label: text.keep },
						{ value: 'discard', label: text.discard },
					]}
				/>
				<div className={styles.buttons}>
					<Button onClick={onClose}>{frame.cancel}</Button>
					<Button type="submit" variant="filled" loading={busy}>
						{kiosk.start}
					</Button>
				</div>
			</form>
		</Dialog>
	);
}
