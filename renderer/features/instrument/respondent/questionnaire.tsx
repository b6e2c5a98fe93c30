import type { ReactNode } from 'react';
import type { Language } from '#shared/contract/basics.ts';
import type { Answers, AnswerValue, Instrument, Item } from '#shared/domain/instrument/model.ts';
import { type Question, questionsOf } from '#shared/domain/instrument/questions.ts';
import { shownIds } from '#shared/domain/instrument/shown.ts';
import { inLanguage } from '#shared/domain/instrument/text.ts';
import { MatrixField } from './matrix-field.tsx';
import { QuestionField } from './question-field.tsx';
import styles from './respondent.module.css';

interface QuestionnaireProps {
	instrument: Instrument;
	answers: Answers;
	onChange: (id: string, value: AnswerValue | undefined) => void;
	/** The language of the questions; the window's words around them may be in another. */
	language: Language;
	/** With the words before and after, as a respondent reads them. */
	framed: boolean;
	/** Shows the digit that chooses each option. */
	digits: boolean;
}

/**
 * A questionnaire to be answered: what is shown follows from the answers so far. The same in the preview and where responses are entered.
 */
export function Questionnaire({ instrument, answers, onChange, language, framed, digits }: QuestionnaireProps) {
	const shown = shownIds(instrument, answers);
	const questions = questionsOf(instrument);
	const Heading = framed ? 'h4' : 'h2';
	const field = (item: Item): ReactNode => {
		const own = questions.filter((question) => question.item.id === item.id);
		if (item.type === 'matrix')
			return <MatrixField key={item.id} rows={own} {...{ answers, onChange, language, digits }} />;
		return own.map((question: Question) => (
			<QuestionField
				key={question.id}
				question={question}
				value={answers[question.id]}
				onChange={(value) => onChange(question.id, value)}
				language={language}
				digits={digits}
			/>
		));
	};
	return (
		<div className={styles.questionnaire} lang={language}>
			{framed && (
				<header className={styles.intro}>
					<h3 className={styles.title}>{inLanguage(instrument.title, language)}</h3>
					{instrument.intro && <p className={styles.prose}>{inLanguage(instrument.intro, language)}</p>}
				</header>
			)}
			{partsOf(instrument, shown).map(({ section, items }) => (
				<section
					key={section?.id ?? ''}
					className={styles.part}
					aria-label={section ? inLanguage(section.text, language) : undefined}
				>
					{section && (
						<>
							<Heading className={styles.sectionTitle}>{inLanguage(section.text, language)}</Heading>
							{section.help && <p className={styles.prose}>{inLanguage(section.help, language)}</p>}
						</>
					)}
					{items.map((item) =>
						item.type === 'info' ? (
							<p key={item.id} className={styles.prose}>
								{inLanguage(item.text, language)}
							</p>
						) : (
							field(item)
						),
					)}
				</section>
			))}
			{framed && instrument.thanks && (
				<p className={`${styles.prose} ${styles.thanks}`}>{inLanguage(instrument.thanks, language)}</p>
			)}
		</div>
	);
}

interface Part {
	section: Extract<Item, { type: 'section' }> | null;
	items: Item[];
}

/** What is shown, by the headings it stands under. */
function partsOf(instrument: Instrument, shown: Set<string>): Part[] {
	const parts: Part[] = [];
	for (const item of instrument.items) {
		if (!shown.has(item.id)) continue;
		if (item.type === 'section') parts.push({ section: item, items: [] });
		else if (parts.length === 0) parts.push({ section: null, items: [item] });
		else parts.at(-1)?.items.push(item);
	}
	return parts;
}
