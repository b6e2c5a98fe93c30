import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { Output } from '#shared/contract/calls.ts';
import { useCall } from '../api/use-call.ts';
import { useRun } from '../api/use-run.ts';
import { useNotes } from '../app/notes.tsx';
import { useText } from '../app/text.tsx';
import { Dialog } from './dialog.tsx';
import styles from './erase-dialog.module.css';
import { ErrorNote } from './error-note.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { Loading } from './loading.tsx';

interface EraseProps {
	/** A response, or somebody in a list of those asked. */
	of: { responseIds: [number] } | { askedIds: [number] };
	title: string;
	/** What is said when it is done. */
	done: string;
	onClose: (erased: boolean) => void;
}

/** The one thing in the program that asks first: what an erasure takes, and what it cannot reach. */
export function EraseDialog({ of, title, done, onClose }: EraseProps) {
	const { erasure: text, keys: keysText } = useText();
	const { showDone } = useNotes();
	const [sure, setSure] = useState(false);
	const [everywhere, setEverywhere] = useState(false);
	const [unlocking, setUnlocking] = useState(false);
	const wanted = { ...of, everywhere };
	const preview = useCall('erasure.preview', wanted, { keep: true });
	const { run: erase, busy } = useRun('erasure.erase');
	const go = async () => {
		if (!(await erase(wanted))) return;
		showDone(done, text.doneHow);
		onClose(true);
	};
	const { data } = preview;
	return (
		<Dialog title={title} onClose={() => onClose(false)} width="wide">
			<p className={styles.lead}>{text.lead}</p>
			{preview.isPending && <Loading />}
			{preview.error && !busy && <ErrorNote error={preview.error} retry={() => void preview.refetch()} />}
			{data && (
				<>
					{data.keysNeeded && (
						<div className={styles.keys}>
							<p>{text.keysNeeded}</p>
							<Button size="xs" variant="filled" onClick={() => setUnlocking(true)}>
								{keysText.unlock}
							</Button>
						</div>
					)}
					{unlocking && <KeysDialog does="open" onClose={() => setUnlocking(false)} />}
					<h3 className={styles.heading}>{text.goes}</h3>
					<Goes {...data} />
					{data.elsewhere.length > 0 && (
						<div className={styles.more}>
							<Checkbox
								label={text.everywhere}
								checked={everywhere}
								onChange={(event) => setEverywhere(event.currentTarget.checked)}
							/>
							<ul className={styles.list}>
								{data.elsewhere.map(({ round, responses, people }) => (
									<li key={round}>{text.elsewhere(round, responses, people)}</li>
								))}
							</ul>
						</div>
					)}
					<h3 className={styles.heading}>{text.stays}</h3>
					<ul className={styles.list}>
						{data.unknownAnswers && <li>{text.unknownAnswers}</li>}
						<li>{text.staysCopies}</li>
						{data.quotedIn.length > 0 && (
							<li>
								{text.staysQuoted}
								<ul>
									{data.quotedIn.map(({ kind, id, title: name }) => (
										<li key={`${kind} ${id}`}>
											{text.quotedKinds[kind]}: {name}
										</li>
									))}
								</ul>
							</li>
						)}
					</ul>
					<Checkbox
						label={text.confirm}
						checked={sure}
						disabled={data.keysNeeded}
						onChange={(event) => setSure(event.currentTarget.checked)}
					/>
					<div className={styles.buttons}>
						<Button
							variant="filled"
							color="red"
							disabled={!sure || data.keysNeeded || preview.isPlaceholderData}
							loading={busy}
							onClick={() => void go()}
						>
							{text.erase}
						</Button>
						<Button variant="subtle" onClick={() => onClose(false)}>
							{text.cancel}
						</Button>
					</div>
				</>
			)}
		</Dialog>
	);
}

function Goes(data: Output<'erasure.preview'>) {
	const { erasure: text } = useText();
	const { responses, openAnswers, codings, secondEntries, links, people, names, steps, copies } = data;
	return (
		<ul className={styles.list}>
			{people > 0 && <li>{text.people(people)}</li>}
			{names > 0 && (
				<li>
					{text.names(names)}
					{names > people && ` (${text.namesMore(names - people)})`}
				</li>
			)}
			{responses > 0 && <li>{text.responses(responses)}</li>}
			{openAnswers > 0 && <li>{text.openAnswers(openAnswers)}</li>}
			{codings > 0 && <li>{text.codings(codings)}</li>}
			{secondEntries > 0 && <li>{text.secondEntries(secondEntries)}</li>}
			{links > 0 && <li>{text.links}</li>}
			<li>{text.steps(steps)}</li>
			{copies.length > 0 && (
				<li>
					{text.copies(copies.length)}
					<ul>
						{copies.map((name) => (
							<li key={name}>{name}</li>
						))}
					</ul>
				</li>
			)}
		</ul>
	);
}
