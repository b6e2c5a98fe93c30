import { languagesOf } from '../../languages.ts';
import type { Instrument, LocalText } from '../../model.ts';
import { replacePipes } from '../../pipe.ts';
import { type Question, questionsOf } from '../../questions.ts';
import { type Dialect, never } from '../condition.ts';
import type { Foreign } from '../record.ts';
import { inOne, type Lose } from '../write-shared.ts';

/** The value that SurveyJS gives what it knows itself of options. */
export const special = { other: 'other', none: 'none' } as const;

/** What the parts of a survey are written with. */
export interface Writer {
	instrument: Instrument;
	/** A text in the languages that are asked, with the answers it repeats as SurveyJS writes them. */
	text: (text: LocalText) => string | Foreign;
	lose: Lose;
	dialect: Dialect;
}

/** How texts and conditions are written: both name questions as expressions do. */
export function wordingOf(instrument: Instrument): Pick<Writer, 'text' | 'dialect'> {
	const questions = new Map(questionsOf(instrument).map((one) => [one.id, one]));
	const many = (id: string) => isMany(questions.get(id));
	const name = (id: string) => {
		const question = questions.get(id);
		if (question?.otherOf) return `${question.otherOf}-Comment`;
		return question?.matrix ? `${question.matrix}.${id}` : id;
	};
	const quoted = (value: string) => (value.includes("'") ? `"${value}"` : `'${value}'`);
	const dialect: Dialect = {
		answered: (id) => `{${name(id)}} notempty`,
		is: (id, given) => {
			const other = isRanking(questions.get(id))
				? undefined
				: questions.get(id)?.options.find((one) => one.other)?.value;
			const values = given.map((one) => (one === other ? special.other : one));
			if (values.some((one) => one.includes("'") && one.includes('"'))) return null;
			if (values.length > 1) return `{${name(id)}} anyof [${values.map(quoted).join(', ')}]`;
			return `{${name(id)}} ${many(id) ? 'contains' : '='} ${quoted(values[0] ?? '')}`;
		},
		chosenAtLeast: (id, count) => {
			if (many(id)) return `{${name(id)}.length} >= ${count}`;
			return count === 1 ? `{${name(id)}} notempty` : never(id, dialect);
		},
		compare: (id, sign, number) => (many(id) ? never(id, dialect) : `{${name(id)}} ${sign} ${number}`),
		not: (inner) => `!(${inner})`,
	};
	const languages = languagesOf(instrument);
	const text = (local: LocalText) => {
		const [main, second] = languages.map((one) => replacePipes(inOne(local, one, languages), (id) => `{${name(id)}}`));
		return second === undefined || local.en === undefined ? (main ?? '') : { default: main, en: second };
	};
	return { text, dialect };
}

const isRanking = (question: Question | undefined) => question?.type === 'ranking';

const isMany = (question: Question | undefined) => question?.type === 'multiple' || question?.type === 'ranking';
