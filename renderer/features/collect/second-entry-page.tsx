import { Button } from '@mantine/core';
import { IconArrowLeft, IconArrowsDiff, IconCheck } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { AppError } from '#shared/contract/errors.ts';
import type { Answers, Instrument } from '#shared/domain/instrument/model.ts';
import { useCall } from '../../api/use-call.ts';
import { useRun } from '../../api/use-run.ts';
import { useCommands } from '../../app/commands.tsx';
import { navigate } from '../../app/hash-location.ts';
import { useNotes } from '../../app/notes.tsx';
import { useText } from '../../app/text.tsx';
import { Page } from '../../ui/page.tsx';
import styles from './answer.module.css';
import { EntrySheet } from './entry-sheet.tsx';
import { OfRound } from './of-round.tsx';
import { PaperField } from './paper-field.tsx';
import { focusFirst } from './question-keys.ts';
import { useEntry } from './use-entry.ts';

/** Entering the same papers a second time, without seeing the first entry. */
export function SecondEntryPage({ id }: { id: number }) {
	return (
		<OfRound id={id} title={useText().response.second.title}>
			{(round, instrument) => <Entry roundId={id} roundName={round.name} instrument={instrument} />}
		</OfRound>
	);
}

function Entry({ roundId, roundName, instrument }: { roundId: number; roundName: string; instrument: Instrument }) {
	const { response, frame } = useText();
	const text = response.second;
	const { showDone } = useNotes();
	const check = useCall('entry.check', { roundId }).data;
	const [number, setNumber] = useState('');
	const [wrong, setWrong] = useState<string | null>(null);
	const [answers, setAnswers] = useState<Answers>({});
	const entry = useEntry(instrument, answers);
	const [turn, setTurn] = useState(0);
	const sheet = useRef<HTMLFormElement>(null);
	const field = useRef<HTMLInputElement>(null);
	const button = useRef<HTMLButtonElement>(null);
	const { run, busy } = useRun('entry.second', {
		onRefused: ({ code, params }: AppError) => {
			const missing = code === 'NOT_FOUND' && (params as { what: string }).what === 'paper';
			if (missing) setWrong(text.noPaper(number));
			return missing;
		},
	});
	// biome-ignore lint/correctness/useExhaustiveDependencies: once for each paper
	useEffect(() => field.current?.focus(), [turn]);
	const back = () => navigate(`/collect/round/${roundId}/answer`);
	const toCheck = () => navigate(`/collect/round/${roundId}/check`);
	const finish = async () => {
		setWrong(number.trim() === '' ? text.numberNeeded : null);
		if (number.trim() === '') return field.current?.focus();
		const stored = await run({ roundId, number, answers });
		if (!stored) return field.current?.focus();
		showDone(stored.differed === 0 ? text.same(number) : text.differs(number, stored.differed));
		entry.finished();
		setNumber('');
		setAnswers({});
		entry.another();
		setTurn(turn + 1);
	};
	useCommands([
		{
			id: 'entry.finish',
			label: response.enter.finish,
			section: frame.search.sections.do,
			shortcut: 'mod+enter',
			icon: IconCheck,
			run: () => void finish(),
		},
		{ id: 'entry.check', label: text.check, section: frame.search.sections.go, icon: IconArrowsDiff, run: toCheck },
	]);
	const set = (id: string, value: Answers[string] | undefined) =>
		setAnswers(({ [id]: _before, ...rest }) => (value === undefined ? rest : { ...rest, [id]: value }));
	return (
		<Page
			title={text.title}
			kicker={roundName}
			subtitle={text.lead}
			focusHeading={false}
			actions={
				<>
					<Button leftSection={<IconArrowLeft size={17} stroke={1.6} />} onClick={back}>
						{response.enter.title}
					</Button>
					<Button leftSection={<IconArrowsDiff size={17} stroke={1.6} />} onClick={toCheck}>
						{text.check}
					</Button>
					<Button variant="filled" onClick={() => void finish()} loading={busy} aria-keyshortcuts="Control+Enter">
						{response.enter.finish}
					</Button>
				</>
			}
		>
			<div className={styles.progress}>
				<span>
					{[...(check ? [text.waiting(check.papers - check.twice, check.papers)] : []), ...entry.words].join(' · ')}
				</span>
			</div>
			<PaperField
				ref={field}
				error={wrong}
				value={number}
				onType={(typed) => {
					entry.start();
					setNumber(typed);
					setWrong(null);
				}}
				onEnter={() => focusFirst(sheet.current, (item) => answers[item] !== undefined)}
			/>
			<EntrySheet
				key={turn}
				sheet={sheet}
				label={text.title}
				instrument={instrument}
				answers={answers}
				skipped={entry.skipped}
				onAnswer={set}
				onSkip={entry.skip}
				onEnd={() => button.current?.focus()}
			/>
			<div className={styles.end}>
				<Button ref={button} variant="filled" onClick={() => void finish()}>
					{response.enter.finish}
				</Button>
			</div>
		</Page>
	);
}
