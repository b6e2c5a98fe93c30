import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useCall } from '../../api/use-call.ts';
import { useRun } from '../../api/use-run.ts';
import { useNotes } from '../../app/notes.tsx';
import { useText } from '../../app/text.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import styles from './erase-dialog.module.css';

interface EraseProps {
	responseId: number;
	/** What the response is called on the screen it was chosen on. */
	number: string;
	onClose: () => void;
}

/** The one thing in the program that asks first: what an erasure takes, and what it cannot reach. */
export function EraseDialog({ responseId, number, onClose }: EraseProps) {
	const { erasure: text } = useText();
	const { showDone } = useNotes();
	const [sure, setSure] = useState(false);
	const preview = useCall('erasure.preview', { responseIds: [responseId] });
	const { run: erase, busy } = useRun('erasure.erase');
	const go = async () => {
		if (!(await erase({ responseIds: [responseId] }))) return;
		showDone(text.done(number), text.doneHow);
		onClose();
	};
	const { data } = preview;
	return (
		<Dialog title={text.title(number)} onClose={onClose} width="wide">
			<p className={styles.lead}>{text.lead}</p>
			{preview.isPending && <Loading />}
			{preview.error && !busy && <ErrorNote error={preview.error} retry={() => void preview.refetch()} />}
			{data && (
				<>
					<h3 className={styles.heading}>{text.goes}</h3>
					<ul className={styles.list}>
						<li>{text.response}</li>
						{data.openAnswers > 0 && <li>{text.openAnswers(data.openAnswers)}</li>}
						{data.codings > 0 && <li>{text.codings(data.codings)}</li>}
						<li>{text.steps(data.steps)}</li>
						{data.copies.length > 0 && (
							<li>
								{text.copies(data.copies.length)}
								<ul>
									{data.copies.map((name) => (
										<li key={name}>{name}</li>
									))}
								</ul>
							</li>
						)}
					</ul>
					<h3 className={styles.heading}>{text.stays}</h3>
					<ul className={styles.list}>
						<li>{text.staysCopies}</li>
						{data.quotedIn.length > 0 && (
							<li>
								{text.staysQuoted}
								<ul>
									{data.quotedIn.map(({ kind, id, title }) => (
										<li key={`${kind} ${id}`}>
											{text.quotedKinds[kind]}: {title}
										</li>
									))}
								</ul>
							</li>
						)}
					</ul>
					<Checkbox label={text.confirm} checked={sure} onChange={(event) => setSure(event.currentTarget.checked)} />
					<div className={styles.buttons}>
						<Button variant="filled" color="red" disabled={!sure} loading={busy} onClick={() => void go()}>
							{text.erase}
						</Button>
						<Button variant="subtle" onClick={onClose}>
							{text.cancel}
						</Button>
					</div>
				</>
			)}
		</Dialog>
	);
}
