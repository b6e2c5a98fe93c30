import { Button } from '@mantine/core';
import { IconArrowLeft, IconCheck } from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Instrument, Item, LocalText } from '#shared/domain/instrument/model.ts';
import { pipedText } from '#shared/domain/instrument/pipe.ts';
import { questionsOf } from '#shared/domain/instrument/questions.ts';
import { shownIds } from '#shared/domain/instrument/shown.ts';
import { formatNumber } from '#shared/i18n/format.ts';
import { useCall } from '../../api/use-call.ts';
import { useCommands } from '../../app/commands.tsx';
import { navigate } from '../../app/hash-location.ts';
import { useNotes } from '../../app/notes.tsx';
import { useLanguage, useText } from '../../app/text.tsx';
import { useNavigateHere } from '../../app/use-navigate-here.ts';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { Questionnaire } from '../instrument/respondent/questionnaire.tsx';
import { useDraftWords, useWantedResponse } from './draft-words.ts';
import styles from './interview.module.css';
import { OfRound } from './of-round.tsx';
import { type Draft, useDraft } from './use-draft.ts';

/** Asking and writing down at the same time: guide and answers side by side. `?response=` is an interview to go on with. */
export function InterviewPage({ id }: { id: number }) {
	return (
		<OfRound id={id} title={useText().response.interview.title}>
			{(round, instrument) => <Interview roundId={id} roundName={round.name} instrument={instrument} />}
		</OfRound>
	);
}

interface InterviewProps {
	roundId: number;
	roundName: string;
	instrument: Instrument;
}

function Interview({ roundId, roundName, instrument }: InterviewProps) {
	const { response, frame } = useText();
	const text = response.interview;
	const language = useLanguage();
	const { showDone } = useNotes();
	const address = `/collect/round/${roundId}/interview`;
	const goHere = useNavigateHere();
	const draft = useDraft(roundId, useWantedResponse(), {
		origin: 'interview',
		onMade: (made) => goHere(`${address}?response=${made}`, { replace: true }),
		onGone: () => goHere(address, { replace: true }),
	});
	const [hint, setHint] = useState('');
	const [began] = useState(() => Date.now());
	const { save } = draft;
	const hasAnswers = Object.keys(draft.answers).length > 0;
	const back = useCallback(() => navigate(`/collect/round/${roundId}`), [roundId]);
	const finish = async () => {
		setHint(hasAnswers ? '' : text.nothing);
		if (!hasAnswers || (await save('complete')) === null) return;
		showDone(text.finished);
		back();
	};
	useCommands([
		{
			id: 'interview.finish',
			label: text.finish,
			section: frame.search.sections.do,
			shortcut: 'mod+enter',
			icon: IconCheck,
			run: () => void finish(),
		},
		{
			id: 'interview.back',
			label: response.enter.back,
			section: frame.search.sections.go,
			icon: IconArrowLeft,
			run: back,
		},
	]);
	const stored = useCall('response.get', { id: draft.id ?? 0 }, { enabled: draft.id !== null }).data;
	const state = useDraftWords(draft);
	return (
		<Page
			title={stored ? text.number(formatNumber(stored.number, language)) : text.new}
			kicker={roundName}
			subtitle={text.lead}
			actions={
				<>
					<Button leftSection={<IconArrowLeft size={17} stroke={1.6} />} onClick={back}>
						{response.enter.back}
					</Button>
					{draft.state === 'failed' && <Button onClick={() => void save()}>{response.enter.retry}</Button>}
					<Button variant="filled" leftSection={<IconCheck size={17} stroke={1.6} />} onClick={() => void finish()}>
						{text.finish}
					</Button>
				</>
			}
		>
			<p className={styles.state}>
				<span role="status">{state}</span>
				<Elapsed since={began} label={text.elapsed} />
			</p>
			{hint && (
				<p className={styles.hint} role="alert">
					{hint}
				</p>
			)}
			{draft.loading ? <Loading /> : <Guide instrument={instrument} draft={draft} began={began} />}
		</Page>
	);
}

/** What is read and asked at the left, what is answered at the right, a line each. */
function Guide({ instrument, draft, began }: { instrument: Instrument; draft: Draft; began: number }) {
	const { response } = useText();
	const text = response.interview;
	const language = useLanguage();
	const shown = shownIds(instrument, draft.answers);
	const questions = questionsOf(instrument);
	const say = (one: LocalText) => pipedText(one, questions, draft.answers, language);
	const stamp = (id: string) => {
		const before = draft.answers[id];
		const written = typeof before === 'string' && before !== '' ? `${before.trimEnd()}\n` : '';
		draft.answer(id, `${written}[${elapsedText(Date.now() - began)}] `);
	};
	return (
		<div className={styles.guide}>
			{instrument.items
				.filter((item) => shown.has(item.id))
				.map((item) => (
					<div key={item.id} className={styles.row} data-kind={item.type}>
						<Asked item={item} say={say} comment={text.comment} />
						{item.type !== 'section' && item.type !== 'info' && (
							<div className={styles.answer}>
								<Questionnaire
									instrument={instrument}
									answers={draft.answers}
									onChange={draft.answer}
									language={language}
									only={{ section: null, items: [item] }}
									bare
								/>
								{item.type === 'text' && item.long !== false && (
									<Button
										size="compact-sm"
										variant="subtle"
										aria-label={text.stampFor(say(item.text))}
										onClick={() => {
											stamp(item.id);
										}}
									>
										{text.stamp}
									</Button>
								)}
							</div>
						)}
					</div>
				))}
		</div>
	);
}

function Asked({ item, say, comment }: { item: Item; say: (text: LocalText) => string; comment: string }) {
	const number = /^\d/.test(item.id) ? `${item.id}. ` : '';
	return (
		<div className={styles.asked}>
			{item.type === 'section' ? (
				<h2>{say(item.text)}</h2>
			) : (
				<p className={styles.question}>
					{item.type === 'info' ? '' : number}
					{say(item.text)}
				</p>
			)}
			{item.help && <p className={styles.prompt}>{say(item.help)}</p>}
			{item.comment && (
				<p className={styles.comment}>
					<strong>{comment}:</strong> {item.comment}
				</p>
			)}
		</div>
	);
}

/** "12:34", or "1:02:03" beyond an hour. */
function elapsedText(milliseconds: number): string {
	const seconds = Math.floor(milliseconds / 1000);
	const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
	const two = (number: number) => String(number).padStart(2, '0');
	return `${hours > 0 ? `${hours}:` : ''}${two(minutes)}:${two(seconds % 60)}`;
}

function Elapsed({ since, label }: { since: number; label: string }) {
	const shown = useRef<HTMLSpanElement>(null);
	// Written past React: a second's tick is not worth a rendering of the page.
	useEffect(() => {
		const tick = () => {
			if (shown.current) shown.current.textContent = elapsedText(Date.now() - since);
		};
		tick();
		const timer = setInterval(tick, 1000);
		return () => clearInterval(timer);
	}, [since]);
	return (
		<span>
			{label} <span ref={shown} className="tabular" />
		</span>
	);
}
