import fc from 'fast-check';
import { test } from 'vitest';
import { readSurveyJs } from '#shared/domain/instrument/exchange/surveyjs/read.ts';
import { writeSurveyJs } from '#shared/domain/instrument/exchange/surveyjs/write.ts';
import { answered, expectSame } from './same.ts';

const through = (value: unknown) => JSON.parse(JSON.stringify(value));
const read = (survey: unknown) => {
	const got = readSurveyJs(through(survey), 'made.json');
	if (!got) throw new Error('no survey');
	return got;
};

test('property: out to SurveyJS and in again gives the same, but for what is listed', () => {
	fc.assert(
		fc.property(answered, ([instrument, answers]) => {
			const { survey, losses } = writeSurveyJs(instrument);
			const back = read(survey);
			expectSame(instrument, back.definition, [...losses, ...back.losses], answers);
		}),
		{ numRuns: 60 },
	);
});
