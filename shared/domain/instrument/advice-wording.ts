import type { Language } from '#shared/contract/basics.ts';
import { wordsOf } from './lix.ts';

/** What the words of one question may be at fault with, and the words it was seen by. */
export interface WordingFault {
	kind: 'double-barrelled' | 'negated' | 'double-negation' | 'leading' | 'absolute' | 'long-text';
	value: string;
}

/** A whole word or phrase, also beside å, ä and ö, which `\b` does not know. */
const phrase = (source: string) => new RegExp(`(?<![\\p{L}-])(?:${source})(?![\\p{L}-])`, 'giu');

/** Pairs that name one thing, and phrases in which the word joins nothing. Taken away before joining words are looked for. */
const pairs: Record<Language, RegExp[]> = {
	sv: [
		/\p{L}+- (?:och|eller) \p{L}+/giu,
		phrase(
			'till och med|i och med|vara med och|då och då|av och till|först och främst|helt och hållet|en och samma|mer eller mindre|en eller flera|ett eller flera|en eller annan|vilken eller vilka|ja eller nej|och så vidare|hit och dit|för och emot|rätt och slätt|åt ena eller andra hållet|vård och omsorg|skola och omsorg|lag och ordning|mat och dryck|kost och logi|fot och cykel|plus och minus',
		),
		/(?:mellan|varken|till exempel|t\.ex\.|såsom)\s[^?.!,]*/giu,
		/\([^)]*\)/gu,
	],
	en: [
		/\p{L}+- (?:and|or) \p{L}+/giu,
		phrase(
			'now and then|by and large|first and foremost|and so on|more or less|one or more|one or another|yes or no|pros and cons|for and against|up and running|back and forth|terms and conditions|health and safety|bed and breakfast|research and development|trial and error',
		),
		/(?:between|neither|for example|e\.g\.|such as)\s[^?.!,]*/giu,
		/\([^)]*\)/gu,
	],
};

const joining: Record<Language, RegExp> = {
	sv: phrase('och|samt|eller|och\\/eller|respektive'),
	en: phrase('and|or|and\\/or|as well as'),
};

/** Phrases in which a word of denial denies nothing. */
const harmless: Record<Language, RegExp> = {
	sv: phrase('inte bara|inte minst|inte enbart|ja eller nej|om inte annat'),
	en: phrase('not only|not least|not just|yes or no|no matter'),
};
const denial: Record<Language, RegExp> = {
	sv: phrase('inte|ej|icke|ingen|inget|inga|ingenting|aldrig|knappast|knappt|utan att|sällan eller aldrig'),
	en: phrase("not|no|none|nobody|nothing|never|cannot|hardly|\\p{L}+n['’]t|without"),
};
/** Words that deny by their first letters. */
const negativeWord: Record<Language, RegExp> = {
	sv: phrase(
		'o(?:möjlig|vanlig|viktig|tydlig|rimlig|klar|nöjd|säker|nödig|nödvändig|bekväm|rättvis|trygg|förberedd)\\p{L}*|missnöjd\\p{L}*',
	),
	en: phrase(
		'(?:un(?:clear|fair|common|usual|happy|necessary|important|likely|satisfied|sure|prepared|reasonable|safe)|im(?:possible|proper)|dis(?:satisfied|agree|honest)|in(?:adequate|effective|sufficient))\\p{L}*',
	),
};

const leading: Record<Language, RegExp> = {
	sv: phrase(
		'håller du inte med|håller du med om att|tycker du inte|anser du inte|instämmer du i att|visst|naturligtvis|självklart|givetvis|förstås|som bekant|som alla vet|är det inte|borde inte|det är väl',
	),
	en: phrase(
		"don['’]t you|do you agree that|would you agree|wouldn['’]t you|isn['’]t it|aren['’]t they|shouldn['’]t|obviously|of course|naturally|surely|as everyone knows|as we all know",
	),
};

const absolute: Record<Language, RegExp> = {
	sv: phrase('alltid|aldrig|samtliga|varje gång|ständigt|fullständigt|överallt|hela tiden'),
	en: phrase('always|never|every time|constantly|completely|everywhere|everyone|nobody|all the time'),
};

/** Most words in a question before it is called long. */
const mostWords = 25;

const first = (pattern: RegExp, text: string): string | undefined => [...text.matchAll(pattern)][0]?.[0];

/**
 * What may be at fault in the words of a question.
 * @param kind `statement` is answered on a scale and must say one thing; `choice` may name its alternatives with "or"; `open` is answered in words
 */
export function wordingFaults(text: string, language: Language, kind: 'statement' | 'choice' | 'open'): WordingFault[] {
	const faults: WordingFault[] = [];
	const note = (fault: WordingFault['kind'], value: string | undefined) => {
		if (value !== undefined) faults.push({ kind: fault, value });
	};
	if (kind !== 'open') {
		const bare = pairs[language].reduce((so, pattern) => so.replace(pattern, ' '), text);
		const joint = [...bare.matchAll(joining[language])].map((match) => match[0].toLowerCase());
		note(
			'double-barrelled',
			joint.find((word) => kind === 'statement' || !/^(?:eller|or)$/.test(word)),
		);
	}
	if (kind === 'statement') {
		const told = text.replace(harmless[language], ' ');
		const denials = [...told.matchAll(denial[language])].map((match) => match[0]);
		const more = first(negativeWord[language], told);
		if (denials.length > 1) note('double-negation', denials.slice(0, 2).join(' … '));
		else if (denials[0] && more) note('double-negation', `${denials[0]} … ${more}`);
		else note('negated', denials[0]);
		note('absolute', first(absolute[language], text));
	}
	note('leading', first(leading[language], text));
	const { length } = wordsOf(text);
	if (length > mostWords) note('long-text', String(length));
	return faults;
}

const factual: Record<Language, RegExp> = {
	sv: /^(?:finns(?: det)?|har (?:ni|verksamheten|organisationen|föreningen|förbundet|kommunen|gruppen|styrelsen|företaget|enheten|din arbetsplats)|använder (?:ni|verksamheten|kommunen)|förekommer|genomförs|följs|pågår|det finns)(?!\p{L})/iu,
	en: /^(?:is there|are there|there (?:is|are)|has (?:the|your) \p{L}+|have you (?:got|as an organisation)|does (?:the|your) (?:organisation|association|service|municipality|group|board|company|unit|workplace)|do you as an organisation)(?!\p{L})/iu,
};

/** Whether a question asks how something is, which one may not know, rather than what one thinks of it. */
export function asksForFact(text: string, language: Language): boolean {
	return factual[language].test(text.trim());
}

const whoOneIs: Record<Language, RegExp> = {
	sv: phrase(
		'kön|juridiskt kön|hur gammal|ålder|åldersgrupp|födelseår|födelsedatum|yrke|befattning|titel|bostadsort|postnummer|vilken (?:avdelning|enhet|arbetsplats|skola)',
	),
	en: phrase(
		'sex|gender|how old|age|age group|year of birth|date of birth|your occupation|job title|postcode|place of residence|which (?:department|unit|workplace|school)',
	),
};

/** Whether a question asks who one is, in a way that may tell a person apart. */
export function asksWhoOneIs(text: string, language: Language): boolean {
	return first(whoOneIs[language], text) !== undefined;
}
