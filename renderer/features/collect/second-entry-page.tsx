import { Button, TextInput } from '@mantine/core';
import { IconArrowLeft, IconArrowsDiff, IconCheck } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { AppError } from '#shared/contract/errors.ts';
import type { Answers, Instrument } from '#shared/domain/instrument/model.ts';
import { progressOf } from '#shared/domain/instrument/shown.ts';
import { formsPerHour } from '#shared/domain/responses/double-entry.ts';
import { formatNumber } from '#shared/i18n/format.ts';
import { useCall } from '../../api/use-call.ts';
import { useRun } from '../../api/use-run.ts';
import { useCommands } from '../../app/commands.tsx';
import { navigate } from '../../app/hash-location.ts';
import { useNotes } from '../../app/notes.tsx';
import { useLanguage, useText } from '../../app/text.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { Questionnaire } from '../instrument/respondent/questionnaire.tsx';
import styles from './answer.module.css';
import { focusFirst, onQuestionKey } from './question-keys.ts';

/** Entering the same papers a second time, without seeing the first entry. */
export function SecondEntryPage({ id }: { id: number }) {
	const { response } = useText();
	const round = useCall('round.get', { id });
	const instrumentId = round.data?.instrumentId ?? 0;
	const instrument = useCall('instrument.get', { id: instrumentId }, { enabled: instrumentId > 0 });
	const error = round.error ?? instrument.error;
	if (!round.data || !instrument.data)
		return <Page title={response.second.title}>{error ? <ErrorNote error={error} /> : <Loading />}</Page>;
	return <Entry roundId={id} roundName={round.data.name} instrument={instrument.data.definition} />;
}

function Entry({ roundId, roundName, instrument }: { roundId: number; roundName: string; instrument: Instrument }) {
	const { response, frame } = useText();
	const text = response.second;
	const language = useLanguage();
	const { showDone } = useNotes();
	const check = useCall('entry.check', { roundId }).data;
	const [number, setNumber] = useState('');
	const [wrong, setWrong] = useState<string | null>(null);
	const [answers, setAnswers] = useState<Answers>({});
	const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
	const [times, setTimes] = useState<number[]>([]);
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
		setTimes((before) => [...before, Date.now()]);
		setNumber('');
		setAnswers({});
		setSkipped(new Set());
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
	const progress = progressOf(instrument, answers);
	const pace = formsPerHour(times);
	const without = [...skipped].filter((one) => answers[one] === undefined).length;
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
					{check && text.waiting(check.papers - check.twice, check.papers)}
					{` · ${response.enter.progress(String(progress.answered), String(progress.shown))}`}
					{without > 0 && ` · ${response.enter.skipped(without)}`}
					{pace !== null && ` · ${response.enter.pace(formatNumber(pace, language))}`}
				</span>
			</div>
			<TextInput
				ref={field}
				className={styles.paper}
				label={response.enter.paper}
				error={wrong}
				maxLength={40}
				autoComplete="off"
				value={number}
				onChange={(event) => {
					if (times.length === 0) setTimes([Date.now()]);
					setNumber(event.currentTarget.value);
					setWrong(null);
				}}
				onKeyDown={(event) => {
					if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
					event.preventDefault();
					focusFirst(sheet.current, (item) => answers[item] !== undefined);
				}}
			/>
			<form
				key={turn}
				ref={sheet}
				aria-label={text.title}
				className={styles.sheet}
				onSubmit={(event) => event.preventDefault()}
				onKeyDown={(event) =>
					onQuestionKey(event, {
						clear: (item) => set(item, undefined),
						skip: (item) => {
							set(item, undefined);
							setSkipped((before) => new Set([...before, item]));
						},
						onEnd: () => button.current?.focus(),
					})
				}
			>
				<Questionnaire
					instrument={instrument}
					answers={answers}
					onChange={set}
					language={language}
					digits
					skipped={skipped}
				/>
			</form>
			<div className={styles.end}>
				<Button ref={button} variant="filled" onClick={() => void finish()}>
					{response.enter.finish}
				</Button>
			</div>
		</Page>
	);
}
