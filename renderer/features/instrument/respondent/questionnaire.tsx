import { Fragment, type ReactNode, useMemo } from 'react';
import type { Language } from '#shared/contract/basics.ts';
import type { Answers, AnswerValue, Instrument, Item, LocalText } from '#shared/domain/instrument/model.ts';
import { pipedText } from '#shared/domain/instrument/pipe.ts';
import { questionsOf } from '#shared/domain/instrument/questions.ts';
import { shownIds } from '#shared/domain/instrument/shown.ts';
import { inLanguage } from '#shared/domain/instrument/text.ts';
import type { AnswerProblem } from '#shared/domain/instrument/validate.ts';
import { problemText } from '#shared/i18n/respondent.ts';
import { MatrixField } from './matrix-field.tsx';
import { type Part, partsOf } from './parts.ts';
import { QuestionField } from './question-field.tsx';
import styles from './respondent.module.css';
import { useWidth } from './use-width.ts';

interface QuestionnaireProps {
	/** Its items in the order that this respondent meets them. */
	instrument: Instrument;
	answers: Answers;
	onChange: (id: string, value: AnswerValue | undefined) => void;
	/** The language of the questions; the window's words around them may be in another. */
	language: Language;
	/** With the words before and after, as a respondent reads them. */
	framed?: boolean;
	/** Shows the digit that chooses each option. */
	digits?: boolean;
	/** Shows this part alone; all parts where absent. */
	only?: Part | undefined;
	/** What is wrong with answers, told at each. */
	problems?: readonly AnswerProblem[];
	/** Told where what stands in a field cannot be read as an answer, and when it can again. */
	onReadable?: (id: string, readable: boolean) => void;
	/** The question is read elsewhere: its text and help here are for those who do not see that. */
	bare?: boolean;
	/** Questions without an answer that were seen to have none on the paper. */
	skipped?: ReadonlySet<string>;
	/** The level of the headings of sections. */
	level?: 2 | 3 | 4;
}

/**
 * A questionnaire to be answered: what is shown follows from the answers so far. The same in the preview, the kiosk, the interview, where
 * responses are entered, and in the form that is a file: nothing here knows of the program around it.
 */
export function Questionnaire(props: QuestionnaireProps) {
	const { instrument, answers, language, framed = false, problems = [] } = props;
	const [ref, width] = useWidth<HTMLDivElement>();
	const shown = shownIds(instrument, answers);
	const questions = useMemo(() => questionsOf(instrument), [instrument]);
	const say = (text: LocalText) => pipedText(text, questions, answers, language);
	const Heading = `h${props.level ?? (framed ? 4 : 2)}` as const;
	const problemOf = (id: string) => {
		const problem = problems.find((one) => one.id === id);
		const ranking = questions.find((one) => one.id === id)?.type === 'ranking';
		return problem ? problemText(problem, language, ranking) : null;
	};
	const change = (id: string) => (value: AnswerValue | undefined) => props.onChange(id, value);
	const common = { language, say, digits: props.digits ?? false };
	const isSkipped = (id: string) => props.skipped?.has(id) === true && answers[id] === undefined;
	const field = (item: Item): ReactNode => {
		if (item.type === 'info')
			return (
				<Fragment key={item.id}>
					<p className={styles.prose}>{say(item.text)}</p>
					{item.help && <p className={styles.help}>{say(item.help)}</p>}
				</Fragment>
			);
		const own = questions.filter((question) => question.item.id === item.id);
		const [question, words] = own;
		const scale = instrument.scales.find((one) => one.id === question?.scale) ?? null;
		if (!question) return null;
		if (item.type === 'matrix')
			return (
				<MatrixField
					key={item.id}
					rows={own}
					{...{ scale, answers, problemOf, isSkipped, width, ...common }}
					onChange={props.onChange}
				/>
			);
		return (
			<QuestionField
				key={item.id}
				{...{ question, scale, ...common }}
				value={answers[question.id]}
				onChange={change(question.id)}
				other={
					words && shown.has(words.id)
						? { question: words, value: answers[words.id], onChange: change(words.id) }
						: null
				}
				problem={problemOf(question.id)}
				skipped={isSkipped(question.id)}
				onReadable={(readable) => props.onReadable?.(question.id, readable)}
			/>
		);
	};
	const parts = props.only ? [props.only] : partsOf(instrument.items, shown);
	return (
		<div
			ref={ref}
			className={styles.questionnaire}
			data-questionnaire={width >= 500 ? 'wide' : 'narrow'}
			data-bare={props.bare || undefined}
			lang={language}
		>
			{framed && (
				<header className={styles.intro}>
					<h3 className={styles.title}>{inLanguage(instrument.title, language)}</h3>
					{instrument.intro && <p className={styles.prose}>{inLanguage(instrument.intro, language)}</p>}
				</header>
			)}
			{parts.map(({ section, items }) => (
				<section key={section?.id ?? ''} className={styles.part} aria-label={section ? say(section.text) : undefined}>
					{section && (
						<>
							<Heading className={styles.sectionTitle} tabIndex={-1}>
								{say(section.text)}
							</Heading>
							{section.help && <p className={styles.prose}>{say(section.help)}</p>}
						</>
					)}
					{items.map(field)}
				</section>
			))}
			{framed && instrument.thanks && (
				<p className={`${styles.prose} ${styles.thanks}`}>{inLanguage(instrument.thanks, language)}</p>
			)}
		</div>
	);
}
