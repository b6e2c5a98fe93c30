import type { RefObject } from 'react';
import type { Answers, AnswerValue, Instrument } from '#shared/domain/instrument/model.ts';
import { useLanguage } from '../../app/text.tsx';
import { Questionnaire } from '../instrument/respondent/questionnaire.tsx';
import styles from './answer.module.css';
import { onQuestionKey } from './question-keys.ts';

interface EntrySheetProps {
	sheet: RefObject<HTMLFormElement | null>;
	label: string;
	instrument: Instrument;
	answers: Answers;
	skipped: ReadonlySet<string>;
	onAnswer: (item: string, value: AnswerValue | undefined) => void;
	onSkip: (item: string) => void;
	/** Any key. */
	onKey?: () => void;
	/** Past the last question. */
	onEnd: () => void;
}

/** A questionnaire that is entered from a paper by keyboard alone. */
export function EntrySheet({ sheet, label, onAnswer, onSkip, onKey, onEnd, ...questionnaire }: EntrySheetProps) {
	return (
		<form
			ref={sheet}
			aria-label={label}
			className={styles.sheet}
			onSubmit={(event) => event.preventDefault()}
			onKeyDown={(event) => {
				onKey?.();
				onQuestionKey(event, {
					clear: (item) => onAnswer(item, undefined),
					skip: (item) => {
						onAnswer(item, undefined);
						onSkip(item);
					},
					onEnd,
				});
			}}
		>
			<Questionnaire {...questionnaire} onChange={onAnswer} language={useLanguage()} digits />
		</form>
	);
}
