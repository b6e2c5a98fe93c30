import { Button } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import type { Output } from '#shared/contract/calls.ts';
import { uidOf } from '#shared/domain/instrument/edit/references.ts';
import { readFile } from '../../../api/read-file.ts';
import { useAttempt } from '../../../api/use-attempt.ts';
import { useTask } from '../../../api/use-task.ts';
import { navigateWithFile, useHandedFile } from '../../../app/handed-file.ts';
import { navigate } from '../../../app/hash-location.ts';
import { useText } from '../../../app/text.tsx';
import { ErrorNote } from '../../../ui/error-note.tsx';
import { Page } from '../../../ui/page.tsx';
import { TaskProgress } from '../../../ui/task-progress.tsx';
import { ChooseSource } from './choose-source.tsx';
import { Review } from './review.tsx';
import { useTwo } from './use-kept.ts';

type Read = Output<'instrument.read'>;

/** Taking in a questionnaire from a file or a pasted text: choose, look through and put right what was read, take it into the project. */
export function ReadPage() {
	const { exchange: text } = useText();
	const [pasted, setPasted] = useState('');
	const { now, before, show, leave, back, finish } = useTwo<{ name: string; result: Read; pasted: string }>('read');
	const { refusal, attempt, onRefused } = useAttempt();
	const [refused, setRefused] = useState<File | null>(null);
	const { start, ...reading } = useTask('instrument.read', { onRefused });
	const readText = () =>
		attempt(async () => {
			const result = await start({ text: pasted });
			if (result) show({ name: text.pasteLabel, result, pasted });
		});
	const readChosen = (file: File) =>
		attempt(async () => {
			setRefused(file);
			leave();
			const result = await start(await readFile(file));
			if (result) show({ name: file.name, result, pasted: '' });
		});
	useHandedFile('/design/instrument/read', (file) => void readChosen(file));
	const toBefore = before && <Button onClick={back}>{text.backTo(before.value.name)}</Button>;
	if (now) {
		const read = now.value;
		return (
			<Reviewed
				key={now.number}
				{...read}
				toBefore={toBefore}
				onChangeText={
					read.pasted
						? () => {
								setPasted(read.pasted);
								leave();
							}
						: null
				}
				onTaken={(id) => {
					finish();
					navigate(`/design/instrument/${id}/edit`);
				}}
				onAgain={() => {
					setPasted('');
					leave();
				}}
			/>
		);
	}
	return (
		<Page title={text.title} subtitle={text.subtitle} actions={reading.busy ? undefined : toBefore}>
			{refusal && (
				<ErrorNote
					error={refusal}
					actions={
						refusal.code === 'INSTRUMENT_OF_ANSWERS' && refused ? (
							<Button onClick={() => navigateWithFile('/design/instrument/from-answers', refused)}>
								{text.answers.open}
							</Button>
						) : undefined
					}
				/>
			)}
			<TaskProgress {...reading} label={text.reading} />
			{!reading.busy && (
				<ChooseSource
					text={pasted}
					onText={setPasted}
					onFile={(file) => void readChosen(file)}
					onRead={() => void readText()}
				/>
			)}
		</Page>
	);
}

interface ReviewedProps {
	name: string;
	result: Read;
	/** The way to what was looked through before; null where there is none. */
	toBefore: ReactNode;
	/** Goes back to the text as it was pasted; null where it was a file. */
	onChangeText: (() => void) | null;
	onAgain: () => void;
	onTaken: (id: number) => void;
}

function Reviewed({ name, result, toBefore, onChangeText, onAgain, onTaken }: ReviewedProps) {
	const { exchange: text } = useText();
	const { definition, guesses, losses, format } = result;
	const notes = useMemo(() => {
		const found = new Map<string, string[]>();
		for (const { at, kind, detail } of guesses) {
			if (kind === 'type') continue;
			const item = definition.items.find((one) => one.id === at);
			const said = text.guessed[kind];
			const note = typeof said === 'function' ? said(detail) : said;
			const uid = item ? uidOf(item) : at;
			found.set(uid, [...new Set([...(found.get(uid) ?? []), note])]);
		}
		return found;
	}, [definition, guesses, text]);
	return (
		<Review
			read={definition}
			summary={(questions) => text.read(text.formats[format], questions)}
			{...{ name, notes, losses }}
			back={
				<>
					{toBefore}
					{onChangeText && <Button onClick={onChangeText}>{text.keepText}</Button>}
					<Button variant="subtle" onClick={onAgain}>
						{text.again}
					</Button>
				</>
			}
			onTaken={({ id }) => onTaken(id)}
		/>
	);
}
