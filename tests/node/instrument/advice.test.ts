import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Language } from '#shared/contract/basics.ts';
import { type AdviceKind, adviceKinds, adviseOn } from '#shared/domain/instrument/advice.ts';
import { answerSeconds, estimatedMinutes } from '#shared/domain/instrument/duration.ts';
import { lix } from '#shared/domain/instrument/lix.ts';
import type { Instrument, Item } from '#shared/domain/instrument/model.ts';
import { messages } from '#shared/i18n/messages.ts';
import { makeInstrument, soundInstrument } from './make.ts';

const languages: Language[] = ['sv', 'en'];
const both = (text: string) => ({ sv: text, en: text });
const options = (labels: readonly string[], more: Partial<Record<number, object>> = {}) =>
	labels.map((label, at) => ({ value: String(at + 1), label: both(label), ...more[at] }));
const kindsIn = (instrument: Instrument, language: Language, invited: number | null = null) =>
	adviseOn(instrument, { invited, language }).map((one) => one.kind);

const statement = (text: string): Item => ({ type: 'scale', id: '1', text: both(text), scale: 's' });
const single = (labels: readonly string[], text = 'Fråga'): Item => ({
	type: 'single',
	id: '1',
	text: both(text),
	options: options(labels),
});
const onScale = (labels: readonly string[]): Instrument => ({
	...makeInstrument([statement('Text')]),
	scales: [{ id: 's', options: options(labels) }],
});

/** Texts of a statement that a rule speaks of, and that it is silent about. */
const wording: { kind: AdviceKind; sv: [string[], string[]]; en: [string[], string[]] }[] = [
	{
		kind: 'double-barrelled',
		sv: [
			[
				'Ledaren är kunnig och trevlig.',
				'Målen är tydliga samt möjliga att nå.',
				'Lokalen eller utrustningen är bra.',
				'Jag trivs med kollegor och chefer.',
			],
			[
				'För- och nackdelarna är tydliga.',
				'Samarbetet mellan kommunen och regionen fungerar.',
				'Jag träffar min handläggare då och då.',
				'Vi talar om målen (till exempel hälsa och arbete).',
			],
		],
		en: [
			[
				'The leader is able and friendly.',
				'The goals are clear as well as within reach.',
				'The room or the equipment is good.',
				'I like my colleagues and managers.',
			],
			[
				'The pros and cons are clear.',
				'Cooperation between the municipality and the region works.',
				'I see my officer now and then.',
				'We talk about the goals (for example health and work).',
			],
		],
	},
	{
		kind: 'negated',
		sv: [
			['Målen är inte tydliga.', 'Det finns ingen plan.', 'Chefen lyssnar aldrig.', 'Jag vet knappast vad som gäller.'],
			[
				'Målen är tydliga.',
				'Det finns en plan, inte minst för barnen.',
				'Vi får inte bara råd.',
				'Kontoret är lätt att hitta.',
			],
		],
		en: [
			['The goals are not clear.', 'There is no plan.', 'My manager never listens.', "The staff don't answer."],
			[
				'The goals are clear.',
				'There is a plan, not least for the children.',
				'We get not only advice.',
				'The notice is easy to find.',
			],
		],
	},
	{
		kind: 'double-negation',
		sv: [
			[
				'Det är inte omöjligt att nå målen.',
				'Ingen säger inte emot.',
				'Jag är inte missnöjd.',
				'Det är aldrig inte full fart.',
			],
			['Målen är inte tydliga.', 'Det är omöjligt att nå målen.', 'Jag är missnöjd.', 'Målen är tydliga.'],
		],
		en: [
			[
				'It is not impossible to reach the goals.',
				'Nobody does not answer.',
				'I am not dissatisfied.',
				"I don't have no plan.",
			],
			[
				'The goals are not clear.',
				'It is impossible to reach the goals.',
				'I am dissatisfied.',
				'The goals are clear.',
			],
		],
	},
	{
		kind: 'leading',
		sv: [
			[
				'Håller du med om att insatsen är bra?',
				'Tycker du inte att insatsen är bra?',
				'Det är naturligtvis viktigt att alla får vara med.',
				'Är det inte dags att satsa på ledarna?',
			],
			[
				'Hur bra är insatsen?',
				'Tycker du att insatsen är bra?',
				'Det är viktigt att alla får vara med.',
				'Vissa dagar är tyngre än andra.',
			],
		],
		en: [
			[
				'Do you agree that the intervention is good?',
				"Don't you think the intervention is good?",
				'It is of course important that all may join.',
				"Isn't it time to invest in leaders?",
			],
			[
				'How good is the intervention?',
				'Do you think the intervention is good?',
				'It is important that all may join.',
				'In the course of a day I meet many people.',
			],
		],
	},
	{
		kind: 'absolute',
		sv: [
			[
				'Personalen lyssnar alltid.',
				'Jag blir aldrig avbruten.',
				'Samtliga deltagare kom till tals.',
				'Vi arbetar hela tiden mot målet.',
			],
			[
				'Personalen lyssnar.',
				'Jag får tala till punkt.',
				'Många deltagare kom till tals.',
				'Vi arbetar ofta mot målet.',
			],
		],
		en: [
			[
				'The staff always listen.',
				'I am never interrupted.',
				'Everyone got to speak.',
				'We work all the time towards the goal.',
			],
			['The staff listen.', 'I get to finish.', 'Many got to speak.', 'We often work towards the goal.'],
		],
	},
	{
		kind: 'long-text',
		sv: [
			[26, 30, 40, 60].map((count) => Array(count).fill('ord').join(' ')),
			[1, 10, 24, 25].map((count) => Array(count).fill('ord').join(' ')),
		],
		en: [
			[26, 30, 40, 60].map((count) => Array(count).fill('word').join(' ')),
			[1, 10, 24, 25].map((count) => Array(count).fill('word').join(' ')),
		],
	},
	{
		kind: 'hard-to-read',
		sv: [
			[
				'Samordningsförbundets verksamhetsutveckling förutsätter långsiktiga gemensamma regelbundna utvärderingsmetoder, kompetensutveckling, ledningsstrukturer, uppföljningsrutiner, finansieringsmodeller, målbeskrivningar.',
				'Arbetsmarknadspolitiska åtgärder kompletterar socialförsäkringens rehabiliteringsinsatser genom samfinansiering, myndighetssamverkan, resursfördelning, verksamhetsplanering, informationsutbyte, kunskapsspridning.',
				'Implementeringen förankrades organisatoriskt genom ledningsgruppernas regelbundna avstämningar, arbetsgruppernas dokumentation, utvärderarnas återkopplingar, verksamhetschefernas prioriteringar, politikernas ställningstaganden.',
				'Beslutsfattarnas förväntningar påverkade projektledningens handlingsutrymme, medarbetarnas arbetsbelastning, samverkansparternas engagemang, deltagarnas motivation, finansieringens långsiktighet, resultatens spridning.',
			],
			[
				'Vi har ett mål som alla i gruppen vet om och vill nå i år.',
				'Du får den tid du vill ha när du ber om den.',
				'Samordningsförbundets verksamhetsutveckling.',
				'Jag vet vem jag kan ringa om det är något som jag vill veta.',
			],
		],
		en: [
			[
				'Organisational development presupposes collaborative evaluation methodologies, competence development, management structures, follow-up procedures, financing arrangements, objective descriptions.',
				'Employment programmes complement rehabilitation interventions through collective financing, interagency cooperation, resource allocation, operational planning, information exchange, knowledge distribution.',
				'Implementation requires organisational anchoring, management reconciliation, working-group documentation, evaluator feedback, managerial prioritisation, political commitment, participant motivation.',
				'Decision-makers expectations influenced project management, employee workload, partner engagement, participant motivation, financing sustainability, result dissemination, organisational learning.',
			],
			[
				'We have a goal that all of us in the group know of and want to reach.',
				'You get the time you want when you ask for it from us.',
				'Organisational development presupposes evaluation.',
				'I know who to ring if there is a thing that I want to know.',
			],
		],
	},
	{
		kind: 'no-dont-know',
		sv: [
			[
				'Finns det en plan?',
				'Har kommunen en strategi?',
				'Det finns en rutin för klagomål.',
				'Har föreningen en policy?',
			],
			['Tycker du att planen är bra?', 'Känner du dig välkommen?', 'Hur viktig är planen för dig?', 'Jag trivs här.'],
		],
		en: [
			[
				'Is there a plan?',
				'Has the municipality a strategy?',
				'There is a routine for complaints.',
				'Does the association have a policy?',
			],
			['Do you find the plan good?', 'Do you feel welcome?', 'How important is the plan to you?', 'I like it here.'],
		],
	},
	{
		kind: 'maybe-identifying',
		sv: [
			['Hur gammal är du?', 'Vilket kön har du?', 'Vilken är din befattning?', 'Vilken avdelning arbetar du på?'],
			['Hur nöjd är du?', 'Är skönheten viktig?', 'Åldrande är ett ämne i kursen.', 'Hur ofta tränar du?'],
		],
		en: [
			['How old are you?', 'What is your gender?', 'What is your job title?', 'Which department do you work in?'],
			[
				'How satisfied are you?',
				'How important is beauty to you?',
				'Ageing is a subject of the course.',
				'How often do you train?',
			],
		],
	},
];

for (const language of languages) {
	describe(`the words of a question, ${language}`, () => {
		for (const { kind, [language]: cases } of wording) {
			test.each(cases[0])(`${kind}: %s`, (text) => {
				expect(kindsIn(makeInstrument([statement(text)]), language)).toContain(kind);
			});
			test.each(cases[1])(`not ${kind}: %s`, (text) => {
				expect(kindsIn(makeInstrument([statement(text)]), language)).not.toContain(kind);
			});
		}
	});
}

/** Labels of options that a rule speaks of, and that it is silent about. */
const labels: {
	kind: AdviceKind;
	as: 'scale' | 'single';
	sv: [string[][], string[][]];
	en: [string[][], string[][]];
}[] = [
	{
		kind: 'unbalanced',
		as: 'scale',
		sv: [
			[
				['Dålig', 'Bra', 'Mycket bra', 'Utmärkt'],
				['Missnöjd', 'Ganska nöjd', 'Nöjd', 'Mycket nöjd'],
				['Mycket sämre', 'Sämre', 'Bättre'],
				['Instämmer inte', 'Instämmer delvis', 'Instämmer', 'Instämmer helt'],
			],
			[
				['Mycket dålig', 'Dålig', 'Bra', 'Mycket bra'],
				['Missnöjd', 'Varken nöjd eller missnöjd', 'Nöjd'],
				['Aldrig', 'Sällan', 'Ofta', 'Mycket ofta', 'Alltid'],
				['Inte alls', 'I viss grad', 'I hög grad', 'I mycket hög grad'],
			],
		],
		en: [
			[
				['Poor', 'Good', 'Very good', 'Excellent'],
				['Dissatisfied', 'Fairly satisfied', 'Satisfied', 'Very satisfied'],
				['Much worse', 'Worse', 'Better'],
				['Disagree', 'Partly agree', 'Agree', 'Strongly agree'],
			],
			[
				['Very poor', 'Poor', 'Good', 'Very good'],
				['Dissatisfied', 'Neither satisfied nor dissatisfied', 'Satisfied'],
				['Never', 'Seldom', 'Often', 'Very often', 'Always'],
				['Not at all', 'To some extent', 'To a large extent', 'To a very large extent'],
			],
		],
	},
	{
		kind: 'reversed-scale',
		as: 'scale',
		sv: [
			[
				['Mycket bra', 'Bra', 'Dålig', 'Mycket dålig'],
				['Instämmer helt', 'Instämmer delvis', 'Instämmer knappast', 'Instämmer inte alls'],
				['Bättre', 'Oförändrat', 'Sämre'],
				['Mycket nöjd', 'Mycket missnöjd'],
			],
			[
				['Mycket dålig', 'Dålig', 'Bra', 'Mycket bra'],
				['Instämmer inte alls', 'Instämmer helt'],
				['Sämre', 'Oförändrat', 'Bättre'],
				['Alltid', 'Ofta', 'Aldrig'],
			],
		],
		en: [
			[
				['Very good', 'Good', 'Poor', 'Very poor'],
				['Strongly agree', 'Agree', 'Disagree', 'Strongly disagree'],
				['Better', 'Unchanged', 'Worse'],
				['Very satisfied', 'Very dissatisfied'],
			],
			[
				['Very poor', 'Poor', 'Good', 'Very good'],
				['Strongly disagree', 'Strongly agree'],
				['Worse', 'Unchanged', 'Better'],
				['Always', 'Often', 'Never'],
			],
		],
	},
	{
		kind: 'options-overlap',
		as: 'single',
		sv: [
			[
				['1–5', '5–10', 'Mer än 10'],
				['0-20 år', '20-40 år', 'Över 40 år'],
				['Högst 5', '5 eller fler'],
				['1 000–2 000 kr', '2 000–3 000 kr'],
			],
			[
				['1–5', '6–10', 'Mer än 10'],
				['Mindre än 20 år', '20–39 år', '40 år eller äldre'],
				['Ja', 'Nej', 'Vet inte'],
				['1 000–1 999 kr', '2 000–3 000 kr'],
			],
		],
		en: [
			[
				['1–5', '5–10', 'More than 10'],
				['0 to 20 years', '20 to 40 years', 'Over 40 years'],
				['At most 5', '5 or more'],
				['1 000–2 000', '2 000–3 000'],
			],
			[
				['1–5', '6–10', 'More than 10'],
				['Less than 20 years', '20–39 years', '40 or older'],
				['Yes', 'No', 'Not sure'],
				['1 000–1 999', '2 000–3 000'],
			],
		],
	},
	{
		kind: 'options-gap',
		as: 'single',
		sv: [
			[
				['1–5', '7–10'],
				['Mindre än 20 år', '25–39 år'],
				['1–5', '6–10', 'Mer än 11'],
				['Högst 3', '5 eller fler'],
			],
			[
				['1–5', '6–10', 'Mer än 10'],
				['Mindre än 20 år', '20–39 år'],
				['0', '1–2', '3 eller fler'],
				['1–5', '5–10'],
			],
		],
		en: [
			[
				['1–5', '7–10'],
				['Less than 20', '25–39'],
				['1–5', '6–10', 'More than 11'],
				['At most 3', '5 or more'],
			],
			[
				['1–5', '6–10', 'More than 10'],
				['Less than 20', '20–39'],
				['0', '1–2', '3 or more'],
				['1–5', '5–10'],
			],
		],
	},
	{
		kind: 'no-other',
		as: 'single',
		sv: [
			[
				['Bil', 'Buss', 'Cykel', 'Tåg', 'Gång'],
				['Affisch', 'Vän', 'Radio', 'Tidning', 'Mejl'],
				['Norr', 'Söder', 'Öster', 'Väster', 'Mitt'],
				['Röd', 'Grön', 'Blå', 'Gul', 'Vit', 'Svart'],
			],
			[
				['Bil', 'Buss', 'Cykel', 'Tåg', 'Annat'],
				['Ja', 'Nej'],
				['1–5', '6–10', '11–15', '16–20', '21 eller fler'],
				['Kommun', 'Region', 'Stat', 'Förening', 'Övriga'],
			],
		],
		en: [
			[
				['Car', 'Bus', 'Bicycle', 'Train', 'On foot'],
				['Poster', 'Friend', 'Radio', 'Newspaper', 'Mail'],
				['North', 'South', 'East', 'West', 'Middle'],
				['Red', 'Green', 'Blue', 'Yellow', 'White', 'Black'],
			],
			[
				['Car', 'Bus', 'Bicycle', 'Train', 'Other'],
				['Yes', 'No'],
				['1–5', '6–10', '11–15', '16–20', '21 or more'],
				['Municipality', 'Region', 'State', 'Association', 'Another'],
			],
		],
	},
];

for (const language of languages) {
	describe(`options and scales, ${language}`, () => {
		for (const { kind, as, [language]: cases } of labels) {
			const found = (given: string[]) =>
				kindsIn(as === 'scale' ? onScale(given) : makeInstrument([single(given)]), language);
			test.each(cases[0].map((given) => [given]))(`${kind}: %s`, (given) => expect(found(given)).toContain(kind));
			test.each(cases[1].map((given) => [given]))(`not ${kind}: %s`, (given) =>
				expect(found(given)).not.toContain(kind),
			);
		}
	});
}

describe('what the parts are together', () => {
	const statements = (count: number, change: object = {}): Item[] =>
		Array.from({ length: count }, (_, at) => ({ ...statement('Text'), id: String(at + 1), ...change }) as Item);
	const agree = (items: Item[]): Instrument => ({
		...makeInstrument(items),
		scales: [{ id: 's', options: options(['Stämmer inte', 'Stämmer helt']) }],
	});

	test('agreement: from four statements, unless one is turned', () => {
		expect(kindsIn(agree(statements(4)), 'sv')).toContain('agree-disagree');
		expect(kindsIn(agree(statements(3)), 'sv')).not.toContain('agree-disagree');
		expect(
			kindsIn(agree([...statements(4), { ...statement('T'), id: '9', reverse: true } as Item]), 'sv'),
		).not.toContain('agree-disagree');
		expect(kindsIn(makeInstrument(statements(4)), 'sv')).not.toContain('agree-disagree');
	});

	test('scales in both directions are told once, at the one that is turned', () => {
		const two = {
			...makeInstrument([statement('A'), { type: 'scale', id: '2', text: both('B'), scale: 't' }]),
			scales: [
				{ id: 's', options: options(['Dålig', 'Bra']) },
				{ id: 't', options: options(['Mycket nöjd', 'Mycket missnöjd']) },
			],
		};
		expect(adviseOn(two, { invited: null, language: 'sv' })).toEqual([
			{ kind: 'mixed-directions', itemId: '2', values: {} },
		]);
	});

	test('a matrix of more than ten rows', () => {
		const matrix = (rows: number): Item => ({
			type: 'matrix',
			id: 'm',
			text: both('Hur'),
			scale: 's',
			rows: Array.from({ length: rows }, (_, at) => ({ id: `m${at}`, text: both('sak') })),
		});
		expect(kindsIn(makeInstrument([matrix(11)]), 'sv')).toContain('long-matrix');
		expect(kindsIn(makeInstrument([matrix(10)]), 'sv')).not.toContain('long-matrix');
	});

	const open = (count: number, change: object = {}): Item[] =>
		Array.from({ length: count }, (_, at) => ({ type: 'text', id: `o${at}`, text: both('Vad'), ...change }) as Item);
	test('open questions: more than five that everyone is asked; of an interview guide nothing is said', () => {
		expect(kindsIn(makeInstrument(open(6)), 'sv')).toContain('many-open');
		expect(kindsIn(makeInstrument(open(5)), 'sv')).not.toContain('many-open');
		expect(kindsIn(makeInstrument(open(6, { long: false })), 'sv')).not.toContain('many-open');
		expect(kindsIn({ ...makeInstrument(open(40)), kind: 'guide' }, 'sv')).toEqual([]);
	});

	test('more than fifteen minutes: what is shown to some only counts by half', () => {
		const items = open(22);
		expect(estimatedMinutes(makeInstrument(items), 'sv')).toBeCloseTo((22 * (answerSeconds.lines + 60 / 200)) / 60);
		expect(kindsIn(makeInstrument(items), 'sv')).toContain('too-long');
		const some = open(22, { shownIf: { item: 'x', answered: true } });
		expect(estimatedMinutes(makeInstrument(some), 'sv')).toBeCloseTo(estimatedMinutes(makeInstrument(items), 'sv') / 2);
		expect(kindsIn(makeInstrument(some), 'sv')).not.toContain('too-long');
	});

	test('who one is: more combinations than the invited fill with five each', () => {
		const who = (count: number, id: string): Item => ({
			type: 'single',
			id,
			text: both('Fråga'),
			options: options(Array.from({ length: count }, (_, at) => `A${at}`)),
			identifying: true,
		});
		const asked = makeInstrument([who(4, 'a'), who(5, 'b')]);
		expect(adviseOn(asked, { invited: 99, language: 'sv' }).find((one) => one.kind === 'identifying')).toEqual({
			kind: 'identifying',
			itemId: 'a',
			values: { cells: 20, invited: 99, questions: 2 },
		});
		expect(kindsIn(asked, 'sv', 100)).not.toContain('identifying');
		expect(kindsIn(asked, 'sv', null)).not.toContain('identifying');
		const day: Item = { type: 'date', id: 'd', text: both('Dag'), identifying: true };
		expect(kindsIn(makeInstrument([day]), 'sv', 1000)).toContain('identifying');
	});

	test('a text that lacks one of the questionnaire’s languages', () => {
		const item: Item = { type: 'text', id: '1', text: { sv: 'Vad?' }, help: { sv: 'Hjälp', en: 'Help' } };
		const made = makeInstrument([item]);
		expect(kindsIn({ ...made, languages: ['sv', 'en'] }, 'sv')).toContain('translation');
		expect(kindsIn({ ...made, title: both('T') }, 'sv')).toContain('translation');
		expect(kindsIn(made, 'sv')).not.toContain('translation');
		expect(kindsIn({ ...made, languages: ['sv'] }, 'sv')).not.toContain('translation');
		// What is not written yet is no translation that is missing.
		const blank: Item = { type: 'single', id: '1', text: both('Vad?'), options: [{ value: '1', label: { sv: '' } }] };
		for (const languages of [['sv'], ['en'], ['sv', 'en']] as const)
			expect(kindsIn({ ...makeInstrument([blank]), languages: [...languages] }, 'sv')).not.toContain('translation');
	});

	test('hard as a whole: only where there are words enough to tell', () => {
		const hard = 'Verksamhetsutvecklingens förutsättningar bedöms regelbundet.';
		const items = (count: number) =>
			Array.from({ length: count }, (_, at): Item => ({ type: 'text', id: `t${at}`, text: both(hard) }));
		expect(kindsIn(makeInstrument(items(12)), 'sv')).toContain('hard-as-a-whole');
		expect(kindsIn(makeInstrument(items(3)), 'sv')).not.toContain('hard-as-a-whole');
	});
});

test('what the author has set aside is not told again, on that item alone', () => {
	const first = statement('Målen är inte tydliga.');
	const made = makeInstrument([{ ...first, adviceSeen: ['negated'] } as Item, { ...first, id: '2' } as Item]);
	expect(adviseOn({ ...made, languages: ['sv'] }, { invited: null, language: 'sv' })).toEqual([
		{ kind: 'negated', itemId: '2', values: { word: 'inte' } },
	]);
});

test('advice on a row names the row, and is set aside on its matrix', () => {
	const rows = [{ id: '1a', text: both('Det är inte bra.') }];
	const matrix: Item = { type: 'matrix', id: '1', text: both('Hur'), scale: 's', rows };
	const made: Instrument = { ...makeInstrument([matrix]), languages: ['sv'] };
	expect(adviseOn(made, { invited: null, language: 'sv' })).toEqual([
		{ kind: 'negated', itemId: '1', row: '1a', values: { word: 'inte' } },
	]);
});

test('LIX is words per sentence and the share of words over six letters (Björnsson 1968)', () => {
	// Ten words in two sentences, two of them long: 5 + 20.
	expect(lix('Katten satt på mattan. Hunden sprang genom trädgården mycket snabbare.')).toBeCloseTo(25);
	expect(lix('En två tre fyra.')).toBe(4);
	expect(lix('')).toBeNull();
	expect(lix('123 – …')).toBeNull();
});

test('every kind has words, a reason and where it is not the program’s own a source, in both languages', () => {
	for (const language of languages) {
		for (const kind of adviceKinds) {
			const { says, why, source } = messages[language].advice.kinds[kind];
			const values = {
				word: 'x',
				lix: 61,
				negative: 1,
				positive: 3,
				count: 4,
				first: '1',
				second: '2',
				rows: 11,
				questions: 2,
				cells: 20,
				invited: 99,
				minutes: 16,
			};
			expect(says(values)).not.toContain('undefined');
			expect(why.length).toBeGreaterThan(20);
			if (!['reversed-scale', 'translation', 'maybe-identifying'].includes(kind)) expect(source).not.toBe('');
		}
	}
});

test('property: any sound questionnaire can be advised on, each piece about an item that is there', () => {
	fc.assert(
		fc.property(
			soundInstrument,
			fc.constantFrom(...languages),
			fc.option(fc.nat(500)),
			(instrument, language, invited) => {
				const ids = new Set(instrument.items.map((one) => one.id));
				for (const { itemId } of adviseOn(instrument, { invited, language }))
					expect(itemId === null || ids.has(itemId)).toBe(true);
				expect(estimatedMinutes(instrument, language)).toBeGreaterThan(0);
			},
		),
		{ numRuns: 100 },
	);
});

describe('the ready-made ones', () => {
	const folder = new URL('../../../resources/instruments/', import.meta.url);
	/** What was read and left: wordings of the evaluations they come from, whose answers must stay comparable. */
	const left: Record<string, string[]> = {
		board: ['1 double-barrelled', '1 no-dont-know', '1 agree-disagree', '2 double-barrelled', '14 no-dont-know'],
		lokus: ['1 no-other', '5 double-barrelled', '23 no-dont-know', '25 no-dont-know'],
		'self-rating': ['1 double-barrelled', '3 double-barrelled'],
		outcome: ['1 maybe-identifying'],
	};
	test.each(readdirSync(folder).filter((name) => name !== 'schema.json'))(
		'%s follows the advice, but for what was left',
		(file) => {
			const instrument: Instrument = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
			const known = left[instrument.key] ?? [];
			for (const language of languages) {
				const told = adviseOn(instrument, { invited: 1000, language }).map(
					(one) => `${one.row ?? one.itemId ?? ''} ${one.kind}`,
				);
				expect(known).toEqual(expect.arrayContaining(told));
			}
		},
	);
});
