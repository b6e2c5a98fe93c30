import { Button } from '@mantine/core';
import { IconArrowLeft, IconPencilPlus } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Output } from '#shared/contract/calls.ts';
import type { Answers, AnswerValue, Instrument } from '#shared/domain/instrument/model.ts';
import { answerWords } from '#shared/domain/instrument/pipe.ts';
import { questionsOf } from '#shared/domain/instrument/questions.ts';
import { shortName } from '#shared/domain/instrument/text.ts';
import { formatNumber, formatPercent } from '#shared/i18n/format.ts';
import { useCall } from '../../api/use-call.ts';
import { useRun } from '../../api/use-run.ts';
import { navigate } from '../../app/hash-location.ts';
import { useLanguage, useText } from '../../app/text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { Questionnaire } from '../instrument/respondent/questionnaire.tsx';
import styles from './entry-check.module.css';
import { OfRound } from './of-round.tsx';

type Difference = Output<'entry.check'>['differences'][number];

/** Where two entries of the same papers differ, settled one by one: the first, the second, or what the paper really says. */
export function EntryCheckPage({ id }: { id: number }) {
	return (
		<OfRound id={id} title={useText().response.check.title}>
			{(round, instrument) => <Check round={round} instrument={instrument} />}
		</OfRound>
	);
}

function Check({ round, instrument }: { round: Output<'round.get'>; instrument: Instrument }) {
	const { id } = round;
	const { response } = useText();
	const text = response.check;
	const language = useLanguage();
	const check = useCall('entry.check', { roundId: id });
	if (!check.data)
		return <Page title={text.title}>{check.error ? <ErrorNote error={check.error} /> : <Loading />}</Page>;
	const { papers, twice, compared, differed, differences, waiting } = check.data;
	const second = () => navigate(`/collect/round/${id}/second`);
	return (
		<Page
			title={text.title}
			kicker={round.name}
			focusHeading={differences.length === 0}
			subtitle={text.twice(twice, papers)}
			actions={
				<>
					<Button
						leftSection={<IconArrowLeft size={17} stroke={1.6} />}
						onClick={() => navigate(`/collect/round/${id}`)}
					>
						{response.enter.back}
					</Button>
					<Button variant="filled" leftSection={<IconPencilPlus size={17} stroke={1.6} />} onClick={second}>
						{response.second.title}
					</Button>
				</>
			}
		>
			{twice === 0 ? (
				<EmptyState title={text.noneTitle}>{text.none}</EmptyState>
			) : (
				<>
					<p className={styles.share}>
						<strong>{formatPercent(compared === 0 ? 0 : (100 * differed) / compared, language, 1)}</strong>{' '}
						{text.share(formatNumber(differed, language), formatNumber(compared, language))}
					</p>
					{differences.length === 0 ? (
						<p>{text.allSettled}</p>
					) : (
						<Differences instrument={instrument} differences={differences} />
					)}
				</>
			)}
			{waiting.length > 0 && twice > 0 && <p className={styles.quiet}>{text.waiting(waiting.join(', '))}</p>}
		</Page>
	);
}

interface DifferencesProps {
	instrument: Instrument;
	differences: readonly Difference[];
}

function Differences({ instrument, differences }: DifferencesProps) {
	const { response } = useText();
	const text = response.check;
	const language = useLanguage();
	const { run } = useRun('entry.settle');
	const list = useRef<HTMLTableSectionElement>(null);
	const [typing, setTyping] = useState<string | null>(null);
	const questions = questionsOf(instrument);
	const keyOf = (one: Difference) => `${one.responseId} ${one.item}`;
	const rows = () => [...(list.current?.querySelectorAll<HTMLElement>('tr[data-difference]') ?? [])];
	const focusRow = (at: number) => {
		const all = rows();
		all[Math.max(0, Math.min(at, all.length - 1))]?.focus();
	};
	// The keys are at work at once, as where papers are entered.
	useEffect(() => {
		list.current?.querySelector<HTMLElement>('tr[data-difference]')?.focus();
	}, []);
	const settle = async (one: Difference, value: AnswerValue | null) => {
		const at = differences.indexOf(one);
		setTyping(null);
		if (await run({ responseId: one.responseId, item: one.item, value })) {
			// The next one takes its place in the list once it is read again.
			const wait = setInterval(() => {
				if (rows().length === differences.length) return;
				clearInterval(wait);
				focusRow(at);
			}, 30);
			setTimeout(() => clearInterval(wait), 3000);
		}
	};
	const onKey = (event: KeyboardEvent<HTMLElement>, one: Difference) => {
		if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
		const at = differences.indexOf(one);
		if (event.key === '1') void settle(one, one.first);
		else if (event.key === '2') void settle(one, one.second);
		else if (event.key === '3' || event.key === 'Enter') setTyping(keyOf(one));
		else if (event.key === 'ArrowDown') focusRow(at + 1);
		else if (event.key === 'ArrowUp') focusRow(at - 1);
		else return;
		event.preventDefault();
	};
	const words = ({ item }: Difference, value: AnswerValue | null) => {
		const question = questions.find((one) => one.id === item);
		return value === null || !question ? text.noAnswer : answerWords(question, value, language);
	};
	return (
		<>
			<p className={styles.quiet}>{text.how}</p>
			<div className={styles.scroller}>
				<table className={styles.table}>
					<thead>
						<tr>
							<th scope="col">{text.columns.paper}</th>
							<th scope="col">{text.columns.question}</th>
							<th scope="col">{text.columns.first}</th>
							<th scope="col">{text.columns.second}</th>
							<th scope="col">{text.columns.other}</th>
						</tr>
					</thead>
					<tbody ref={list}>
						{differences.map((one, at) => {
							const question = questions.find((other) => other.id === one.item);
							const name = question ? shortName(question, language) : one.item;
							const which = text.which(one.number, one.item);
							return (
								<tr
									key={keyOf(one)}
									data-difference
									tabIndex={at === 0 ? 0 : -1}
									aria-label={`${which}: ${name}`}
									onKeyDown={(event) => onKey(event, one)}
								>
									<th scope="row" className={styles.number}>
										{one.number}
									</th>
									<td>
										{one.item}. {name}
									</td>
									<td>
										<Button size="compact-sm" className={styles.choose} onClick={() => void settle(one, one.first)}>
											<kbd aria-hidden>1</kbd> {words(one, one.first)}
											<span className="visually-hidden">, {which}</span>
										</Button>
									</td>
									<td>
										<Button size="compact-sm" className={styles.choose} onClick={() => void settle(one, one.second)}>
											<kbd aria-hidden>2</kbd> {words(one, one.second)}
											<span className="visually-hidden">, {which}</span>
										</Button>
									</td>
									<td>
										{typing === keyOf(one) ? (
											<Typed
												instrument={instrument}
												difference={one}
												onSave={(value) => void settle(one, value)}
												onCancel={() => {
													setTyping(null);
													focusRow(at);
												}}
											/>
										) : (
											<Button
												size="compact-sm"
												className={styles.choose}
												variant="subtle"
												onClick={() => setTyping(keyOf(one))}
											>
												<kbd aria-hidden>3</kbd> {text.type}
												<span className="visually-hidden">, {which}</span>
											</Button>
										)}
									</td>
								</tr>
							);
						})}
					</tbody>
				</table>
			</div>
		</>
	);
}

interface TypedProps {
	instrument: Instrument;
	difference: Difference;
	onSave: (value: AnswerValue | null) => void;
	onCancel: () => void;
}

/** What the paper really says, where neither entry has it. */
function Typed({ instrument, difference, onSave, onCancel }: TypedProps) {
	const { response, frame } = useText();
	const language = useLanguage();
	const { item: id } = difference;
	const [answers, setAnswers] = useState<Answers>(difference.first === null ? {} : { [id]: difference.first });
	const question = questionsOf(instrument).find((one) => one.id === id);
	if (!question) return null;
	// A row of a matrix, or the words to "other", stands alone here.
	const item =
		question.item.type === 'matrix'
			? { ...question.item, rows: question.item.rows.filter((row) => row.id === id) }
			: question.otherOf !== null
				? ({ type: 'text', id: question.otherOf, text: question.text, long: false } as const)
				: question.item;
	const shownId = question.otherOf ?? id;
	return (
		<form
			className={styles.typed}
			onSubmit={(event) => {
				event.preventDefault();
				onSave(answers[id] ?? null);
			}}
			onKeyDown={(event) => {
				if (event.key === 'Escape') onCancel();
				else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement) && !event.shiftKey) {
					event.preventDefault();
					onSave(answers[id] ?? null);
				} else return;
				event.stopPropagation();
			}}
		>
			<Questionnaire
				instrument={{ ...instrument, items: [{ ...item, shownIf: undefined }] }}
				answers={{ [shownId]: answers[id] ?? '' }}
				onChange={(changed, value) => {
					if (changed === shownId) setAnswers(value === undefined ? {} : { [id]: value });
				}}
				language={language}
				bare
			/>
			<div className={styles.buttons}>
				<Button size="compact-sm" onClick={onCancel}>
					{frame.cancel}
				</Button>
				<Button size="compact-sm" type="submit" variant="filled">
					{response.check.settle}
				</Button>
			</div>
		</form>
	);
}
