import { Button, Progress } from '@mantine/core';
import { IconArrowLeft, IconCheck } from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Instrument } from '#shared/domain/instrument/model.ts';
import { isAnswer } from '#shared/domain/instrument/shown.ts';
import { formatNumber } from '#shared/i18n/format.ts';
import { useCall } from '../../api/use-call.ts';
import { useCommands } from '../../app/commands.tsx';
import { navigate } from '../../app/hash-location.ts';
import { useNotes } from '../../app/notes.tsx';
import { useLanguage, useText } from '../../app/text.tsx';
import { useNavigateHere } from '../../app/use-navigate-here.ts';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import styles from './answer.module.css';
import { AnswerDetails } from './answer-details.tsx';
import { useDraftWords, useWantedResponse } from './draft-words.ts';
import { EntrySheet } from './entry-sheet.tsx';
import { OfRound } from './of-round.tsx';
import { PaperField } from './paper-field.tsx';
import { focusFirst } from './question-keys.ts';
import { useDraft } from './use-draft.ts';
import { useEntry } from './use-entry.ts';
import { usePaperNumber } from './use-paper-number.ts';

/** Entering responses to a round, one respondent after another. `?response=` is one to go on with. */
export function AnswerPage({ id }: { id: number }) {
	return (
		<OfRound id={id} title={useText().response.enter.title}>
			{(round, instrument) => <Entry roundId={id} roundName={round.name} instrument={instrument} />}
		</OfRound>
	);
}

function Entry({ roundId, roundName, instrument }: { roundId: number; roundName: string; instrument: Instrument }) {
	const { response, frame } = useText();
	const text = response.enter;
	const language = useLanguage();
	const { showDone } = useNotes();
	const address = `/collect/round/${roundId}/answer`;
	const total = useCall('round.get', { id: roundId }).data?.answered ?? 0;
	const goHere = useNavigateHere();
	const draft = useDraft(roundId, useWantedResponse(), {
		onMade: (made) => goHere(`${address}?response=${made}`, { replace: true }),
		onGone: () => {
			draft.begin();
			goHere(address, { replace: true });
		},
	});
	const sheet = useRef<HTMLFormElement>(null);
	/** Counts respondents, so that each gets fresh fields and the focus at the top. */
	const [turn, setTurn] = useState(0);
	const finishButton = useRef<HTMLButtonElement>(null);
	const [hint, setHint] = useState('');

	const isNew = draft.id === null;
	const stored = useCall('response.get', { id: draft.id ?? 0 }, { enabled: !isNew }).data;
	const number = formatNumber(stored?.number ?? total + 1, language);
	const { begin, save } = draft;
	const paper = usePaperNumber(draft.id);
	const { keep } = paper;
	const numberField = useRef<HTMLInputElement>(null);
	/** The papers have numbers: the next one is begun with its. */
	const numbered = useRef(false);
	const entry = useEntry(instrument, draft.answers);
	const { finished, another } = entry;
	const draftId = draft.id;
	const hasAnswers = Object.keys(draft.answers).length > 0;
	const startNew = useCallback(async () => {
		if ((await save()) === null && hasAnswers) return;
		if (draftId !== null && !(await keep(draftId))) return;
		begin();
		another();
		goHere(address);
		setTurn((count) => count + 1);
	}, [save, begin, keep, another, goHere, address, hasAnswers, draftId]);
	const finish = useCallback(async () => {
		setHint(hasAnswers ? '' : text.nothing);
		if (!hasAnswers) return;
		const saved = await save('complete');
		if (saved === null || !(await keep(saved))) return;
		finished();
		showDone(text.finished(number), undefined, 'finished');
		await startNew();
	}, [hasAnswers, save, keep, finished, showDone, startNew, text, number]);

	useCommands([
		{
			id: 'response.finish',
			label: text.finish,
			section: frame.search.sections.do,
			shortcut: 'mod+enter',
			icon: IconCheck,
			run: () => void finish(),
		},
		{
			id: 'response.back',
			label: text.back,
			section: frame.search.sections.go,
			icon: IconArrowLeft,
			run: () => navigate(`/collect/round/${roundId}`),
		},
	]);
	// Where to begin is asked once per respondent, when the fields are there.
	const answersNow = useRef(draft.answers);
	useEffect(() => {
		answersNow.current = draft.answers;
	});
	const shownTurn = draft.loading ? -1 : turn;
	useEffect(() => {
		if (shownTurn < 0) return;
		// In a narrow window it is not the main part that scrolls, but the page that it lies in.
		const main = sheet.current?.closest('main');
		main?.scrollTo({ top: 0 });
		main?.parentElement?.scrollTo({ top: 0 });
		if (shownTurn > 0 && numbered.current) numberField.current?.focus();
		else focusFirst(sheet.current, (item) => isAnswer(answersNow.current[item]));
	}, [shownTurn]);

	const { progress } = entry;
	const state = useDraftWords(draft);
	return (
		<Page
			title={isNew ? text.new : stored ? text.number(number) : text.title}
			kicker={roundName}
			focusHeading={false}
			actions={
				<>
					<Button
						leftSection={<IconArrowLeft size={17} stroke={1.6} />}
						onClick={() => navigate(`/collect/round/${roundId}`)}
					>
						{text.back}
					</Button>
					{draft.state === 'failed' && <Button onClick={() => void save()}>{text.retry}</Button>}
					<Button
						variant="filled"
						leftSection={<IconCheck size={17} stroke={1.6} />}
						onClick={() => void finish()}
						aria-keyshortcuts="Control+Enter"
					>
						{text.finish}
					</Button>
				</>
			}
			detailsLabel={text.earlier}
			details={
				<AnswerDetails
					roundId={roundId}
					current={draft.id}
					onNew={() => void startNew()}
					onChosen={() => setTurn((count) => count + 1)}
				/>
			}
		>
			<div className={styles.progress}>
				<Progress
					value={progress.shown === 0 ? 0 : (100 * progress.answered) / progress.shown}
					aria-label={text.progress(String(progress.answered), String(progress.shown))}
					size="sm"
				/>
				<span>{entry.words.join(' · ')}</span>
				<span className={styles.state} data-state={draft.state} role="status">
					{state}
				</span>
			</div>
			<PaperField
				ref={numberField}
				description={text.paperNote}
				value={paper.shown}
				onType={(typed) => {
					numbered.current = typed.trim() !== '';
					paper.type(typed);
				}}
				onBlur={() => {
					if (draft.id !== null) void keep(draft.id);
				}}
				onEnter={() => focusFirst(sheet.current, (item) => isAnswer(draft.answers[item]))}
			/>
			{draft.loading ? (
				<Loading />
			) : (
				<EntrySheet
					key={turn}
					sheet={sheet}
					label={text.title}
					instrument={instrument}
					answers={draft.answers}
					skipped={entry.skipped}
					onAnswer={draft.answer}
					onSkip={entry.skip}
					onKey={entry.start}
					onEnd={() => finishButton.current?.focus()}
				/>
			)}
			<div className={styles.end}>
				{progress.lacking.length > 0 && <p className={styles.lacking}>{text.lacking(progress.lacking.join(', '))}</p>}
				{hint && (
					<p className={styles.lacking} role="alert">
						{hint}
					</p>
				)}
				<Button ref={finishButton} variant="filled" onClick={() => void finish()}>
					{text.finish}
				</Button>
			</div>
		</Page>
	);
}
