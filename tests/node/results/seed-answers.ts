import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { type Answers, type Instrument, instrument } from '#shared/domain/instrument/model.ts';
import { questionsOf } from '#shared/domain/instrument/questions.ts';

const file = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

export const expected = JSON.parse(file('tests/fixtures/seed/expected.json')) as {
	board: {
		invited: number;
		answered: number;
		responseRatePercent: number;
		topTwoCounts: Record<string, number>;
		printedOrder: string[];
	};
	lokus: {
		invited: number;
		answered: number;
		responseRatePercent: number;
		percentTopTwo: Record<string, number>;
		percentExactly: Record<string, Record<string, number>>;
		inTheseRowsOnly: { percentTopTwo: Record<string, number> };
		groupSizes: Record<string, number>;
		inSeveralGroups: number;
		lowestGroups: Record<string, string[]>;
	};
};

export function bundled(key: string): Instrument {
	return instrument.parse(JSON.parse(file(`resources/instruments/${key}.json`)));
}

/** The rows of a seed file as answers, read by number and label with nothing of the program's own import. */
export function seedAnswers(key: 'board' | 'lokus'): { definition: Instrument; responses: Answers[] } {
	const definition = bundled(key);
	const text = file(`tests/fixtures/seed/${key === 'board' ? 'board-2016' : 'lokus-2017'}.csv`).replace(/^\uFEFF/, '');
	const { data } = Papa.parse<Record<string, string>>(text, { header: true, delimiter: ';', skipEmptyLines: true });
	const responses = data.map((row) => {
		const answers: Answers = {};
		for (const [header, cell] of Object.entries(row)) {
			const question = questionsOf(definition).find((one) => one.id === /^(\d+[a-d]?)\. /.exec(header)?.[1]);
			if (!question || cell === '') continue;
			const stored = (label: string) => question.options.find((one) => one.label.sv === label)?.value ?? `? ${label}`;
			if (question.type === 'text') answers[question.id] = cell;
			else if (question.type === 'multiple') answers[question.id] = cell.split(';').map(stored);
			else answers[question.id] = stored(cell);
		}
		return answers;
	});
	return { definition, responses };
}
