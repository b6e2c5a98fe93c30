import { useEffect, useRef, useState } from 'react';
import type { Language } from '#shared/contract/basics.ts';
import type { Answers, AnswerValue, Instrument } from '#shared/domain/instrument/model.ts';
import { matchesPattern } from '#shared/domain/instrument/pattern.ts';
import { pipedText } from '#shared/domain/instrument/pipe.ts';
import { questionsOf } from '#shared/domain/instrument/questions.ts';
import { progressOf, shownIds } from '#shared/domain/instrument/shown.ts';
import { type AnswerProblem, problemsOf } from '#shared/domain/instrument/validate.ts';
import { problemText, respondentWords } from '#shared/i18n/respondent.ts';
import { partsOf } from './parts.ts';
import { Questionnaire } from './questionnaire.tsx';
import respondStyles from './respond.module.css';
import styles from './respondent.module.css';

interface RespondProps {
	/** Its items in the order that this respondent meets them. */
	instrument: Instrument;
	answers: Answers;
	onChange: (id: string, value: AnswerValue | undefined) => void;
	language: Language;
	/** A section at a time, or all on one page. */
	paged: boolean;
	/** Every answer holds. */
	onDone: () => void;
	/** On the last button: "Klar" where absent. */
	doneLabel?: string;
	/** What was answered is being stored. */
	busy?: boolean;
}

/**
 * A questionnaire as a respondent goes through it: how far one has come, the questions, and the way on. Before one goes on, what lacks or
 * does not hold is listed with a link to each; while one answers nothing is held against one.
 */
export function Respond({
	instrument,
	answers,
	onChange,
	language,
	paged,
	onDone,
	doneLabel,
	busy = false,
}: RespondProps) {
	const words = respondentWords[language];
	const root = useRef<HTMLFormElement>(null);
	const [page, setPage] = useState(0);
	/** Whether the answers on the page were found wanting: then each problem shows until it is gone. */
	const [checked, setChecked] = useState(false);
	const [unreadable, setUnreadable] = useState<ReadonlySet<string>>(new Set());
	/** Counts what moved the focus: to the heading of another page, or to the list of problems. */
	const [move, setMove] = useState({ to: 'nothing' as 'nothing' | 'page' | 'problems', count: 0 });

	const shown = shownIds(instrument, answers);
	const parts = partsOf(instrument.items, shown);
	const at = Math.min(page, Math.max(0, parts.length - 1));
	const part = paged ? parts[at] : undefined;
	const isLast = !paged || at >= parts.length - 1;
	const questions = questionsOf(instrument);
	const inView = (id: string) => {
		const item = questions.find((one) => one.id === id)?.item;
		return !part || part.items.some((one) => one.id === item?.id);
	};
	const problems = problemsWith(instrument, answers, unreadable, shown).filter((one) => inView(one.id));

	useEffect(() => {
		if (move.to === 'nothing') return;
		const target = move.to === 'page' ? 'h1[tabindex], h2[tabindex]' : `[data-problems]`;
		const element = root.current?.querySelector<HTMLElement>(target);
		element?.focus({ preventScroll: true });
		if (move.to === 'page') root.current?.scrollIntoView({ block: 'start' });
		else element?.scrollIntoView({ block: 'center' });
	}, [move]);

	const turnTo = (next: number) => {
		setPage(next);
		setChecked(false);
		setMove({ to: 'page', count: move.count + 1 });
	};
	const goOn = () => {
		if (problems.length > 0) {
			setChecked(true);
			setMove({ to: 'problems', count: move.count + 1 });
		} else if (isLast) onDone();
		else turnTo(at + 1);
	};
	const progress = progressOf(instrument, answers);
	const far = paged ? words.page(at + 1, Math.max(1, parts.length)) : words.progress(progress.answered, progress.shown);
	return (
		<form ref={root} className={styles.respond} lang={language} noValidate onSubmit={(event) => event.preventDefault()}>
			<div className={respondStyles.progress}>
				<progress
					className={respondStyles.bar}
					aria-label={far}
					max={paged ? Math.max(1, parts.length) : Math.max(1, progress.shown)}
					value={paged ? at + 1 : progress.answered}
				/>
				{paged && !part?.section ? (
					<h2 className={respondStyles.far} tabIndex={-1}>
						{far}
					</h2>
				) : (
					<p className={respondStyles.far}>{far}</p>
				)}
			</div>
			{checked && problems.length > 0 && (
				<section
					className={respondStyles.problems}
					data-problems
					aria-label={words.problems(problems.length)}
					tabIndex={-1}
				>
					<p className={respondStyles.problemsTitle}>{words.problems(problems.length)}</p>
					<ul>
						{problems.map((problem) => {
							const question = questions.find((one) => one.id === problem.id);
							const name = question ? pipedText(question.text, questions, answers, language) : problem.id;
							return (
								<li key={problem.id}>
									<button
										type="button"
										className={respondStyles.toProblem}
										onClick={() => focusQuestion(root.current, problem.id)}
									>
										{words.toQuestion(name, problemText(problem, language, question?.type === 'ranking'))}
									</button>
								</li>
							);
						})}
					</ul>
				</section>
			)}
			<Questionnaire
				key={part ? at : ''}
				instrument={instrument}
				answers={answers}
				onChange={onChange}
				language={language}
				only={part}
				level={2}
				problems={checked ? problems : []}
				onReadable={(id, readable) =>
					setUnreadable((before) => {
						if (before.has(id) !== readable) return before;
						const after = new Set(before);
						if (readable) after.delete(id);
						else after.add(id);
						return after;
					})
				}
			/>
			<div className={respondStyles.turn}>
				{paged && at > 0 && (
					<button type="button" className={respondStyles.button} onClick={() => turnTo(at - 1)}>
						{words.back}
					</button>
				)}
				<button type="button" className={respondStyles.button} data-main disabled={busy} onClick={goOn}>
					{isLast ? (doneLabel ?? words.done) : words.next}
				</button>
			</div>
		</form>
	);
}

/** What is wrong, with what stands in fields and cannot be read: that is no answer, and must not be lost in silence. In the questionnaire's order. */
function problemsWith(
	instrument: Instrument,
	answers: Answers,
	unreadable: ReadonlySet<string>,
	shown: ReadonlySet<string>,
): AnswerProblem[] {
	const found = problemsOf(instrument, answers, matchesPattern);
	if (unreadable.size === 0) return found;
	return questionsOf(instrument).flatMap(({ id }): AnswerProblem[] => {
		if (unreadable.has(id) && shown.has(id)) return [{ id, kind: 'unreadable' }];
		return found.filter((one) => one.id === id);
	});
}

/** Puts the focus in a question's field and brings it into view. */
function focusQuestion(root: HTMLElement | null, id: string): void {
	const question = [...(root?.querySelectorAll<HTMLElement>('[data-question]') ?? [])].find(
		(one) => one.getAttribute('data-question') === id,
	);
	const field =
		question?.querySelector<HTMLElement>('input:checked') ??
		question?.querySelector<HTMLElement>('input, textarea, button');
	field?.focus({ preventScroll: true });
	question?.scrollIntoView({ block: 'center' });
}
