import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkInstrument } from '#shared/domain/instrument/check.ts';
import { readPasted } from '#shared/domain/instrument/exchange/pasted/read.ts';
import type { Instrument } from '#shared/domain/instrument/model.ts';
import { asText } from './as-text.ts';
import { inBrief } from './in-brief.ts';
import { samples } from './pasted-samples.ts';

const read = (text: string) => {
	const got = readPasted(text, 'text.txt');
	if (!got) throw new Error('no question found');
	expect(checkInstrument(got.definition)).toEqual([]);
	return got;
};

test('numbers, boxes on lines and in a row, lines to write on', () => {
	expect(inBrief(read(samples.boxes))).toMatchInlineSnapshot(`
		[
		  "= Medlemsenkät för Norra cykelklubben (Tack för att du svarar! Det tar ungefär fem minuter.)",
		  "del1 section: Om dig",
		  "1 single: Hur länge har du varit medlem? [Mindre än ett år | 1–3 år | Mer än 3 år]",
		  "2 multiple: Vilka aktiviteter har du deltagit i? (Flera alternativ kan markeras) [Söndagsturer | Kurser | Annat… | Inget av ovanstående!]",
		  "3 number: Hur gammal är du?",
		  "del2 section: Klubben",
		  "4 single: Har du varit på årsmötet? [Ja | Nej]",
		  "5 text: Om nej, vad hindrade dig? long if {"item":"4","is":["2"]}",
		  "6 scale: Hur nöjd är du med klubben? [Mycket missnöjd | Ganska missnöjd | Varken nöjd eller missnöjd | Ganska nöjd | Mycket nöjd | Vet ej?]",
		]
	`);
});

test('“Fråga 1”, options in a row, dashes under a scale, a ranking', () => {
	expect(inBrief(read(samples.question))).toMatchInlineSnapshot(`
		[
		  "= Utvärdering av samverkansdagen",
		  "1 scale: Hur bra var dagen som helhet? [Mycket dåligt | Ganska dåligt | Ganska bra | Mycket bra]",
		  "2 matrix: I vilken grad stämmer följande? [Stämmer inte alls | Stämmer dåligt | Stämmer ganska bra | Stämmer helt]",
		  "  2a Föreläsningarna var givande",
		  "  2b Jag fick tillfälle att prata med andra",
		  "  2c Lokalen fungerade bra",
		  "3 text: Beskriv med egna ord vad du tar med dig. long",
		  "4 ranking: Rangordna det viktigaste för nästa gång (högst två): [Mer tid för samtal | Fler föreläsare | Bättre mat] max 2",
		]
	`);
});

test('parentheses, scales of numbers with words at the ends, English', () => {
	expect(inBrief(read(samples.english))).toMatchInlineSnapshot(`
		[
		  "= Course feedback",
		  "1 rating: Overall, how would you rate the course? [1 Poor–10 Excellent]",
		  "2 multiple: Which parts did you use? Select all that apply. [Lectures | Group work | Reading list]",
		  "3 matrix: To what extent do you agree? (1 = not at all, 5 = completely) [1 not at all | 2 | 3 | 4 | 5 completely]",
		  "  3a The aims were clear",
		  "  3b The pace was right",
		  "4 single: Would you recommend it to a colleague? [Yes | No | Don't know?]",
		  "5 text: If no, please tell us why. long if {"item":"4","is":["2"]}",
		  "6 text: Name: short",
		]
	`);
});

test('a table with the scale at its head', () => {
	expect(inBrief(read(samples.table))).toMatchInlineSnapshot(`
		[
		  "= Självskattning",
		  "del1 section: Kunskap",
		  "1 matrix: Hur väl stämmer påståendena på dig? [Stämmer inte alls | Stämmer inte så bra | Varken ja eller nej | Stämmer delvis | Stämmer helt]",
		  "  1a Jag känner till de andra parternas uppdrag",
		  "  1b Jag vet vem jag ska ringa",
		  "del2 section: Övrigt",
		  "2 text: Är det något du vill tillägga? long",
		]
	`);
});

test('a scale before the statements, options with numbers', () => {
	expect(inBrief(read(samples.statements))).toMatchInlineSnapshot(`
		[
		  "= Enkät till personalen (Ta ställning till påståendena nedan.)",
		  "1 scale: Jag får hjälp när jag behöver det [Aldrig | Sällan | Ibland | Ofta | Alltid]",
		  "2 scale: Vi följer upp det vi har bestämt [Aldrig | Sällan | Ibland | Ofta | Alltid]",
		  "3 scale: Jag hinner med mitt arbete [Aldrig | Sällan | Ibland | Ofta | Alltid]",
		  "del1 section: Bakgrund",
		  "4 single: Vilken yrkesgrupp tillhör du? [Handläggare | Chef | Annan, ange vilken…]",
		  "5 number: Hur många år har du arbetat här?",
		]
	`);
});

test('no numbers at all', () => {
	expect(inBrief(read(samples.plain))).toMatchInlineSnapshot(`
		[
		  "= Fem frågor efter mötet",
		  "1 single: Kände du dig välkommen? [Ja | Delvis | Nej]",
		  "2 single: Fick du säga det du ville? [Ja | Delvis | Nej]",
		  "3 text: Vad borde vi ändra till nästa gång? long",
		  "4 rating: På en skala där 1 är inte alls och 10 är helt, hur sannolikt är det att du kommer igen? [1 inte alls–10 helt]",
		]
	`);
});

test('tabs, letters in numbers, a condition by number', () => {
	expect(inBrief(read(samples.tabs))).toMatchInlineSnapshot(`
		[
		  "= PATIENTENKÄT",
		  "1 single: Har du träffat en rehabkoordinator? [Ja | Nej | Minns inte]",
		  "2a single: Om ja på fråga 1: Hur ofta? [Varje vecka | Någon gång i månaden | Mer sällan] if {"item":"1","is":["1"]}",
		  "2b date: Datum för det senaste mötet",
		  "3 matrix: Instämmer du i följande? Svarsalternativ: se nedan [Instämmer inte alls | Instämmer inte | Varken eller | Instämmer | Instämmer helt]",
		  "  3a Jag blev lyssnad på",
		  "  3b Jag fick en tydlig plan",
		]
	`);
});

test('an empty line after each line', () => {
	expect(inBrief(read(samples.spaced))).toMatchInlineSnapshot(`
		[
		  "= Partner survey 2024 (This survey is confidential.)",
		  "del1 section: Section A",
		  "1 single: Which organisation do you represent? [Municipality | Region | Employment service]",
		  "2 scale: How often do you meet? [Never | Rarely | Sometimes | Often | Always]",
		  "3 text: Describe in your own words what works well. long",
		  "4 scale: Do you know the goals? * [Not at all | Not really | Yes, somewhat | Yes, definitely]",
		]
	`);
});

test('a table of numbered statements', () => {
	expect(inBrief(read(samples.numbered))).toMatchInlineSnapshot(`
		[
		  "= Styrelsens arbete (Kryssa i ett svar på varje rad.)",
		  "1 scale: Målen är tydliga [Inte alls | Inte särskilt | Ja, ganska | Ja, absolut]",
		  "2 scale: Uppdraget är tydligt [Inte alls | Inte särskilt | Ja, ganska | Ja, absolut]",
		  "3 scale: Min kompetens tas till vara [Inte alls | Inte särskilt | Ja, ganska | Ja, absolut]",
		  "4 text: Övriga synpunkter long",
		]
	`);
});

test.each(['board', 'lokus'])('the questionnaire %s, typed as a text, comes back question by question', (key) => {
	const file = new URL(`../../../resources/instruments/${key}.json`, import.meta.url);
	const written = JSON.parse(readFileSync(file, 'utf8')) as Instrument;
	const { definition } = read(asText(written, new Set(['yes4'])));
	const shape = ({ items, scales }: Instrument) =>
		items.map((item) => [
			item.type === 'section' ? '' : item.id,
			item.type,
			item.text.sv,
			...('options' in item ? item.options.map((one) => one.label.sv) : []),
			...('scale' in item
				? (scales.find((one) => one.id === item.scale)?.options ?? []).map((one) => one.label.sv)
				: []),
			...(item.type === 'matrix' ? item.rows.map((row) => [row.id, row.text.sv]) : []),
			item.shownIf ?? null,
		]);
	expect(shape(definition)).toEqual(shape(written));
	expect(definition.title.sv).toBe(written.title.sv);
	expect(definition.intro?.sv).toBe(written.intro?.sv);
});

test('each conclusion is told: type, scale, turn, condition', () => {
	const { guesses } = read(samples.boxes);
	const told = (at: string) => guesses.filter((one) => one.at === at).map((one) => one.kind);
	expect(told('5')).toEqual(['condition', 'type']);
	expect(told('6')).toEqual(['scale', 'turned', 'missing', 'type']);
});

test('what holds no question is none', () => {
	for (const text of ['', '   \n\n', 'En mening utan fråga.', '☐ Ja', '____', '\t\t\t', '# Rubrik'])
		expect(readPasted(text, 'x')).toBeNull();
});

test('tags and entities are words, not markup', () => {
	const { definition } = read('1. Vad tycker du om <b>a & b</b>?\n☐ <script>x</script>\n☐ &lt;');
	expect(inBrief({ definition, losses: [], guesses: [] }).at(-1)).toBe(
		'1 single: Vad tycker du om <b>a & b</b>? [<script>x</script> | &lt;]',
	);
});
