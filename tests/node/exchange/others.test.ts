import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Reading, WriteFormat } from '#shared/domain/instrument/exchange/model.ts';
import { readInstrumentFile } from '../../../electron/formats/instrument/read.ts';
import { writeInstrumentFile } from '../../../electron/formats/instrument/write.ts';
import { inBrief } from './in-brief.ts';

const fixture = (name: string) =>
	new Uint8Array(readFileSync(new URL(`../../fixtures/forms/${name}`, import.meta.url)));
const read = (name: string) => readInstrumentFile({ name, bytes: fixture(name) });
const lost = ({ losses }: Reading) => losses.map(({ kind, at, detail }) => `${kind} ${at} ${detail}`);

test('a quiz of SurveyJS: names used twice are told apart, what only a quiz has is listed', async () => {
	const quiz = await read('american_history_quiz.json');
	expect(inBrief(quiz)).toMatchInlineSnapshot(`
		[
		  "= American History (You are about to start a quiz on American history.
		You will have 10 seconds for every question and 25 seconds to end the quiz.
		Enter your name below and click Start Quiz to begin.)",
		  "username text: username * short",
		  "civilwar single: When was the American Civil War? [1796-1803 | 1810-1814 | 1861-1865 | 1939-1945]",
		  "civilwar_2 single: When was the American Civil War? [1796-1803 | 1810-1814 | 1861-1865 | 1939-1945]",
		  "civilwar_3 single: When was the American Civil War? [1796-1803 | 1810-1814 | 1861-1865 | 1939-1945]",
		  "civilwar_4 single: When was the American Civil War? [1796-1803 | 1810-1814 | 1861-1865 | 1939-1945]",
		  "libertyordeath single: Whose quote is this: "Give me liberty, or give me death"? [John Hancock | James Madison | Patrick Henry | Samuel Adams]",
		  "magnacarta single: What is Magna Carta? [The foundation of the British parliamentary system | The Great Seal of the monarchs of England | The French Declaration of the Rights of Man | The charter signed by the Pilgrims on the Mayflower]",
		]
	`);
	expect(quiz.definition.languages).toEqual(['en']);
	expect(lost(quiz)).toEqual(
		expect.arrayContaining([
			'renamed  civilwar → civilwar_2',
			'renamed  civilwar → civilwar_4',
			'setting magnacarta correctAnswer',
			'setting  timeLimit',
			'markup  b',
		]),
	);
});

test('a flawed survey of LimeSurvey is read as far as it goes, and the rest is listed', async () => {
	const survey = await read('lssdoc_audit_demo.lss');
	expect(inBrief(survey)).toMatchInlineSnapshot(`
		[
		  "= Audit demo survey (intentionally flawed)",
		  "g1 section: Background",
		  "age number: What is your age?",
		  "satisf single: How satisfied are you? []",
		  "rating multiple: Rate the following []",
		  "income single: What is your income? [Low | High]",
		  "comment text: Any comments? short",
		  "age_2 number: Confirm your age",
		  "g2 section: ",
		  "blank_q text:  short",
		  "arr matrix: Array question [Agree | Disagree]",
		  "  sq1 Item one",
		  "  sq2 Item two",
		]
	`);
	expect(lost(survey)).toMatchInlineSnapshot(`
		[
		  "language  fr",
		  "condition age income.NAOK == 1",
		  "renamed  age → age_2",
		  "item orphan_sq subquestion",
		  "item X answer",
		]
	`);
});

test('forms of ODK: a group, "or other" and its older spelling', async () => {
	expect(inBrief(await read('group.xlsx'))).toMatchInlineSnapshot(`
		[
		  "= group",
		  "family_name text: What's your family name? short",
		  "father section: Father",
		  "phone_number text: What's your father's phone number? short",
		  "age number: How old is your father?",
		]
	`);
	const other = await read('or_other.xlsx');
	expect(inBrief(other)).toMatchInlineSnapshot(`
		[
		  "= or_other",
		  "fav_color single: What is your favorite color? [red | green | blue | mauve | apricot | Other…]",
		  "fav_pastel single: What is your favorite pastel? [red | green | blue | mauve | apricot]",
		]
	`);
	expect(lost(other)).toEqual(['condition fav_pastel pastel=yes']);
	expect(inBrief(await read('specify_other.xlsx'))).toMatchInlineSnapshot(`
		[
		  "= specify_other",
		  "sex single: What sex are you? [Male | Female | Other…]",
		]
	`);
});

test('surveys with every type of question: what has no place here is listed, one by one', async () => {
	const types = async (name: string) => {
		const reading = await read(name);
		const counts = new Map<string, number>();
		for (const { type } of reading.definition.items) counts.set(type, (counts.get(type) ?? 0) + 1);
		return {
			counts: Object.fromEntries(counts),
			lost: lost(reading).filter((one) => /^(?:item|type|rule) /.test(one)),
		};
	};
	expect(await types('all_types_survey.xlsx')).toEqual({
		counts: { text: 12, info: 8, number: 4, date: 1, single: 7, multiple: 2, ranking: 2, scale: 1 },
		lost: [
			...['start', 'end', 'today', 'deviceid', 'username'].map((one) => `item ${one} ${one}`),
			...['item calc1 calculate', 'item hidden1 hidden', 'item audit audit'],
			...['type q_time time', 'type q_datetime datetime'],
		],
	});
	expect(await types('python_surveyjs_schema.json')).toEqual({
		counts: {
			section: 5,
			text: 11,
			date: 1,
			number: 3,
			single: 5,
			multiple: 2,
			ranking: 1,
			rating: 1,
			matrix: 1,
			info: 2,
		},
		lost: [
			...['rule email email', 'type favoritePet imagepicker', 'type priceRange slider range'],
			...['item signature signaturepad', 'item fullName expression', 'item resume file'],
			...['item budgetMatrix matrixdropdown', 'item employeeList matrixdynamic', 'item education paneldynamic'],
			'item thankYouImage image',
		],
	});
});

const formats: [WriteFormat, string][] = [
	['surveyjs', 'json'],
	['lss', 'lss'],
	['xlsform', 'xlsx'],
	['json', 'json'],
];
test.each([
	...['american_history_quiz.json', 'group.xlsx', 'or_other.xlsx', 'specify_other.xlsx', 'lssdoc_audit_demo.lss'],
	...['all_types_survey.xlsx', 'python_surveyjs_schema.json'],
])('%s out in every format and in again is stable from the second time on', async (name) => {
	const { definition } = await read(name);
	for (const [format, ending] of formats) {
		const again = async (from: typeof definition) => {
			const { bytes } = await writeInstrumentFile({ definition: from, format });
			return (await readInstrumentFile({ name: `${from.key}.${ending}`, bytes })).definition;
		};
		const once = await again(definition);
		expect(once.items).toHaveLength(definition.items.length);
		expect(await again(once)).toEqual(once);
	}
});
