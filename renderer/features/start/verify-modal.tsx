import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { Output } from '#shared/contract/calls.ts';
import type { AppError } from '#shared/contract/errors.ts';
import { formatNumber } from '#shared/i18n/format.ts';
import { useTask } from '../../api/use-task.ts';
import { useLanguage, useText } from '../../app/text.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { TaskProgress } from '../../ui/task-progress.tsx';
import styles from './start.module.css';

/** Has the whole file read, and says what was found. */
export function VerifyModal({ onClose }: { onClose: () => void }) {
	const { frame, project } = useText();
	const words = project.verify;
	const [result, setResult] = useState<Output<'project.verify'> | null>(null);
	const [refusal, setRefusal] = useState<AppError | null>(null);
	const [onRefused] = useState(() => (error: AppError) => {
		setRefusal(error);
		return true;
	});
	const { start, progress, busy, cancel } = useTask('project.verify', { onRefused });
	const [run] = useState(() => async () => {
		setRefusal(null);
		setResult(null);
		setResult(await start({}));
	});
	useEffect(() => {
		void run();
	}, [run]);
	return (
		<Dialog title={words.title} onClose={onClose} width="wide">
			<div className={styles.form}>
				<p>{words.lead}</p>
				<TaskProgress busy={busy} progress={progress} cancel={cancel} />
				{refusal && <ErrorNote error={refusal} />}
				<div role="status">{result && <Finding result={result} />}</div>
				<div className={styles.submit}>
					<Button disabled={busy} onClick={() => void run()}>
						{words.run}
					</Button>
					<Button variant="filled" onClick={onClose}>
						{frame.close}
					</Button>
				</div>
			</div>
		</Dialog>
	);
}

function Finding({ result }: { result: Output<'project.verify'> }) {
	const { project } = useText();
	const language = useLanguage();
	const words = project.verify;
	const { pages, rows, texts } = result.checked;
	const number = (value: number) => formatNumber(value, language);
	if (result.ok)
		return (
			<div className={styles.sound}>
				<IconCircleCheck size={20} stroke={1.6} aria-hidden />
				<div>
					<strong>{words.sound}</strong>
					<p>{words.soundText(number(pages), number(rows), number(texts))}</p>
				</div>
			</div>
		);
	return (
		<div className={styles.broken}>
			<IconAlertTriangle size={20} stroke={1.6} aria-hidden />
			<div>
				<strong>{words.broken(result.problems.length)}</strong>
				<p>{words.brokenText}</p>
				<ul>
					{result.problems.map((one) => (
						<li key={`${one.kind} ${one.detail}`}>
							{words.kinds[one.kind]}: {one.detail}
						</li>
					))}
				</ul>
			</div>
		</div>
	);
}
