import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useMemo, useState } from 'react';
import type { Input, Output } from '#shared/contract/calls.ts';
import { uidOf } from '#shared/domain/instrument/edit/references.ts';
import { leftOut } from '#shared/domain/responses/columns.ts';
import { readFile } from '../../../api/read-file.ts';
import { useAttempt } from '../../../api/use-attempt.ts';
import { useRun } from '../../../api/use-run.ts';
import { useTask } from '../../../api/use-task.ts';
import { navigateWithFile, useHandedFile } from '../../../app/handed-file.ts';
import { navigate } from '../../../app/hash-location.ts';
import { useText } from '../../../app/text.tsx';
import { ErrorNote } from '../../../ui/error-note.tsx';
import { Page } from '../../../ui/page.tsx';
import { Section } from '../../../ui/section.tsx';
import { TaskProgress } from '../../../ui/task-progress.tsx';
import { ChooseFile } from '../../collect/choose-file.tsx';
import styles from './read.module.css';
import { Review } from './review.tsx';
import { useTwo } from './use-kept.ts';

type Proposed = Output<'response.proposeInstrument'>;
type Asked = Input<'response.proposeInstrument'>;

/** Making a questionnaire of a file of responses: choose it, look through and put right what was guessed, take it in, and read the file into a round. */
export function FromAnswersPage() {
	const { exchange } = useText();
	const text = exchange.answers;
	const { now, before, show, leave, back, finish } = useTwo<{ file: File; asked: Asked; made: Proposed }>('answers');
	const [taken, setTaken] = useState<{ id: number; title: string; file: File } | null>(null);
	const { refusal, attempt, onRefused } = useAttempt();
	const { start, ...reading } = useTask('response.proposeInstrument', { onRefused });
	const propose = (file: File, asking: () => Promise<Asked>) =>
		attempt(async () => {
			const asked = await asking();
			leave();
			const made = await start(asked);
			if (made) show({ file, asked, made });
		});
	const choose = (file: File) =>
		propose(file, async () => {
			const title = file.name.replace(/\.[a-z]{1,5}$/i, '').trim() || file.name;
			return { ...(await readFile(file)), title: title.slice(0, 200) };
		});
	useHandedFile('/design/instrument/from-answers', (file) => void choose(file));
	if (taken) return <Taken {...taken} />;
	const toBefore = before && <Button onClick={back}>{exchange.backTo(before.value.file.name)}</Button>;
	if (now) {
		const { file, asked, made } = now.value;
		return (
			<Reviewed
				key={now.number}
				made={made}
				toBefore={toBefore}
				name={file.name}
				onSheet={(sheet) => void propose(file, async () => ({ ...asked, sheet }))}
				onAgain={leave}
				onTaken={(done) => {
					setTaken({ ...done, file });
					finish();
				}}
			/>
		);
	}
	return (
		<Page title={text.title} subtitle={text.subtitle} actions={reading.busy ? undefined : toBefore}>
			{refusal && <ErrorNote error={refusal} />}
			<TaskProgress {...reading} label={text.reading} />
			{!reading.busy && <ChooseFile onChoose={(file) => void choose(file)} />}
		</Page>
	);
}

interface ReviewedProps {
	made: Proposed;
	name: string;
	/** The way to what was looked through before; null where there is none. */
	toBefore: ReactNode;
	onSheet: (sheet: string) => void;
	onAgain: () => void;
	onTaken: (taken: { id: number; title: string }) => void;
}

function Reviewed({ made, name, toBefore, onSheet, onAgain, onTaken }: ReviewedProps) {
	const { exchange, editor, response } = useText();
	const text = exchange.answers;
	const { instrument, guesses, columns, sheets, sheet } = made;
	const left = leftOut(columns);
	const notes = useMemo(() => {
		const heading = (index: number) => columns.find((one) => one.index === index)?.header ?? '';
		return new Map(
			guesses.map(({ itemId, why, columns: from, missing }) => {
				const item = instrument.items.find((one) => one.id === itemId);
				const quoted = from.slice(0, 3).map((index) => editor.condition.quoted(heading(index)));
				const headings = [...quoted, ...(from.length > 3 ? ['…'] : [])].join(', ');
				const isSame = from.length === 1 && heading(from[0] ?? -1).endsWith(item?.text.sv ?? '');
				const none = missing.length > 0 ? [`${response.import.notes.missing(missing.join(', '))}.`] : [];
				return [item ? uidOf(item) : itemId, [text.why[why], ...none, ...(isSame ? [] : [text.columns(headings)])]];
			}),
		);
	}, [instrument, guesses, columns, text, editor, response]);
	return (
		<Review
			read={instrument}
			summary={text.read}
			{...{ name, notes, onTaken }}
			tools={
				<>
					<p className={styles.quiet}>{text.note}</p>
					{left.length > 0 && (
						<p className={styles.quiet}>{text.leftOut(left.length, left.map(editor.condition.quoted).join(', '))}</p>
					)}
					{sheets.length > 1 && (
						<NativeSelect
							className={styles.sheet}
							label={text.sheet}
							value={sheet ?? ''}
							onChange={(event) => onSheet(event.currentTarget.value)}
							data={sheets}
						/>
					)}
				</>
			}
			back={
				<>
					{toBefore}
					<Button variant="subtle" onClick={onAgain}>
						{exchange.again}
					</Button>
				</>
			}
		/>
	);
}

/** It is in the project: the responses of the very file may be read into a round of it. */
function Taken({ id, title, file }: { id: number; title: string; file: File }) {
	const { exchange } = useText();
	const text = exchange.answers;
	const { run, busy } = useRun('round.add');
	const [name, setName] = useState(title);
	const [tried, setTried] = useState(false);
	const begin = async (event: FormEvent) => {
		event.preventDefault();
		setTried(true);
		if (name.trim() === '') return;
		const round = await run({ name, instrumentId: id, date: null, invited: null });
		if (round) navigateWithFile(`/collect/round/${round.id}/import`, file);
	};
	return (
		<Page title={title} kicker={text.takenTitle}>
			<Section title={text.takenText}>
				<form onSubmit={(event) => void begin(event)} className={styles.paste} noValidate>
					<TextInput
						className={styles.sheet}
						label={text.round}
						value={name}
						onChange={(event) => setName(event.currentTarget.value)}
						error={tried && name.trim() === '' ? text.roundNeeded : undefined}
					/>
					<div className={styles.buttons}>
						<Button type="submit" variant="filled" loading={busy}>
							{text.start}
						</Button>
						<Button onClick={() => navigate(`/design/instrument/${id}/edit`)}>{text.edit}</Button>
					</div>
				</form>
			</Section>
		</Page>
	);
}
