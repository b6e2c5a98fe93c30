import { Button, FileButton, Textarea } from '@mantine/core';
import { IconFiles, IconFolderOpen } from '@tabler/icons-react';
import { type DragEvent, useRef, useState } from 'react';
import type { Output } from '#shared/contract/calls.ts';
import type { RefusedAnswer } from '#shared/contract/form.ts';
import type { Round } from '#shared/contract/round.ts';
import { asRefusal } from '../../api/client.ts';
import { readFile } from '../../api/read-file.ts';
import { useTask } from '../../api/use-task.ts';
import { useNotes } from '../../app/notes.tsx';
import { useText } from '../../app/text.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { Section } from '../../ui/section.tsx';
import { TaskProgress } from '../../ui/task-progress.tsx';
import { droppedFiles } from './dropped-files.ts';
import styles from './form.module.css';

/** Refusals that are shown one by one. */
const mostShown = 200;

/** Where the sealed answers come back: a folder, files, or a pasted text; and what came of them. */
export function AnswersSection({ round, ready }: { round: Round; ready: boolean }) {
	const { form: words } = useText();
	const text = words.import;
	const { showRefusal } = useNotes();
	const task = useTask('form.import');
	const folder = useRef<HTMLInputElement>(null);
	const [pasted, setPasted] = useState('');
	const [over, setOver] = useState(false);
	const [result, setResult] = useState<Output<'form.import'> | null>(null);
	const take = async (files: readonly File[], more?: string) => {
		setResult(null);
		try {
			const read = files.map(async (file) => ({
				...(await readFile(file)),
				name: file.webkitRelativePath || file.name,
			}));
			const done = await task.start({
				roundId: round.id,
				files: await Promise.all(read),
				...(more === undefined ? {} : { text: more }),
			});
			if (!done) return;
			setResult(done);
			if (more !== undefined) setPasted('');
		} catch (error) {
			// Too large, or gone since it was chosen.
			showRefusal(asRefusal(error));
		}
	};
	const drop = async (event: DragEvent) => {
		event.preventDefault();
		setOver(false);
		const files = await droppedFiles(event.dataTransfer);
		if (files.length > 0) await take(files);
	};
	if (!ready)
		return (
			<Section title={words.steps.import}>
				<p className={styles.quiet}>{text.needsKeys}</p>
			</Section>
		);
	return (
		<Section title={words.steps.import} lead={text.lead}>
			{round.closedAt !== null && <p className={styles.note}>{text.closed}</p>}
			<section
				className={styles.drop}
				data-over={over || undefined}
				aria-label={text.drop}
				onDragOver={(event) => {
					event.preventDefault();
					setOver(true);
				}}
				onDragLeave={() => setOver(false)}
				onDrop={(event) => void drop(event)}
			>
				<div className={styles.buttons}>
					<Button
						variant="filled"
						leftSection={<IconFolderOpen size={17} stroke={1.6} />}
						disabled={task.busy}
						onClick={() => folder.current?.click()}
					>
						{text.folder}
					</Button>
					<input
						ref={folder}
						type="file"
						className={styles.hidden}
						data-folder
						multiple
						{...{ webkitdirectory: '' }}
						onChange={(event) => {
							void take([...(event.currentTarget.files ?? [])]);
							event.currentTarget.value = '';
						}}
					/>
					<FileButton multiple onChange={(files) => files.length > 0 && void take(files)}>
						{(props) => (
							<Button {...props} disabled={task.busy} leftSection={<IconFiles size={17} stroke={1.6} />}>
								{text.files}
							</Button>
						)}
					</FileButton>
					<span className={styles.quiet}>{text.drop}</span>
				</div>
				<Textarea
					label={text.paste}
					description={text.pasteNote}
					value={pasted}
					minRows={3}
					maxRows={8}
					autosize
					onChange={(event) => setPasted(event.currentTarget.value)}
				/>
				<div className={styles.buttons}>
					<Button disabled={task.busy || pasted.trim() === ''} onClick={() => void take([], pasted)}>
						{text.takePasted}
					</Button>
				</div>
			</section>
			<TaskProgress {...task} label={text.reading} />
			{result && <Taken result={result} />}
		</Section>
	);
}

function Taken({ result }: { result: Output<'form.import'> }) {
	const { form: words } = useText();
	const text = words.import;
	const { refused } = result;
	const nameOf = ({ name, number }: RefusedAnswer) => {
		const file = name || text.pasted;
		return number > 1 || name === '' ? text.nth(file, number) : file;
	};
	return (
		<>
			<p className={styles.done} role="status">
				{[text.done(result.stored, result.read), ...(refused.length > 0 ? [text.refused(refused.length)] : [])].join(
					'. ',
				)}
				.
			</p>
			{refused.length > 0 && (
				<PlainTable words={[text.file, text.reason]}>
					{refused.slice(0, mostShown).map((one) => (
						<tr key={`${one.name} ${one.number}`}>
							<td>{nameOf(one)}</td>
							<td>{words.reasons[one.reason]}</td>
						</tr>
					))}
				</PlainTable>
			)}
			{refused.length > mostShown && <p className={styles.quiet}>{text.more(refused.length - mostShown)}</p>}
		</>
	);
}
