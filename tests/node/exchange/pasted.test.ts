import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkInstrument } from '#shared/domain/instrument/check.ts';
import { readPasted } from '#shared/domain/instrument/exchange/pasted/read.ts';
import type { Instrument } from '#shared/domain/instrument/model.ts';
import { asText } from './as-text.ts';
import { inBrief } from './in-brief.ts';
import { pieces, samples } from './pasted-samples.ts';

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

test('a questionnaire as it comes in a mail: what is uncertain is told', () => {
	const got = read(samples.mail);
	expect(inBrief(got)).toMatchInlineSnapshot(`
		[
		  "= Enkät om mötesplatsen",
		  "1 single: Hur länge har du besökt oss? [Mindre än 1 år | 1–3 år | 4-10 år | Mer än 10 år]",
		  "2 single: Hur ofta kommer du? [Varje vecka | Varje månad | Mer sällan]",
		  "3 single: Har du deltagit i någon kurs? [Ja | Nej]",
		  "3_om text: Om ja, vilken? short if {"item":"3","is":["1"]}",
		  "4 rating: Hur nöjd är du med personalen? [1 –5 ]",
		  "5 matrix: Hur väl stämmer följande? (1 = stämmer inte alls, 5 = stämmer helt, vet ej) [1 stämmer inte alls | 2 | 3 | 4 | 5 stämmer helt | Vet ej?]",
		  "  5a Jag känner mig välkommen",
		  "  5b Jag får den hjälp jag behöver",
		  "6 text: Vad skulle kunna bli bättre? long",
		  "7 ranking: Rangordna det viktigaste för dig [Mat | Musik | Samtal]",
		  "9 single: Skulle du rekommendera oss? [Ja | Nej | Vet ej?]",
		  "10 multiple: Vilka av våra aktiviteter har du deltagit i? Flera alternativ kan markeras. [Bakning | Körsång | Inga!]",
		  "11 number: Hur gammal är du?",
		  "12 text: Övriga synpunkter long",
		]
	`);
	expect(
		got.guesses.filter((one) => one.kind !== 'type').map((one) => `${one.at} ${one.kind}: ${one.detail}`),
	).toMatchInlineSnapshot(`
		[
		  "3_om follow-up: Om ja, vilken? ____",
		  "3_om condition: Om ja",
		  "5 missing: x6",
		  "7 number: 7",
		  "9 gap: 8",
		  "9 row: Ja | Nej | Vet ej",
		  "10 exclusive: Inga",
		]
	`);
	expect(got.losses).toEqual([]);
});

test('boxes after their words are options of the line; boxes alone are a row of a table', () => {
	expect(inBrief(read('1. Kön: Man ☐ Kvinna ☐ Annat ☐\n2. Har du barn?  Ja  Nej'))).toMatchInlineSnapshot(`
		[
		  "= text",
		  "1 single: Kön: [Man | Kvinna | Annat…]",
		  "2 single: Har du barn? [Ja | Nej]",
		]
	`);
	const { definition } = read('1. Hur nöjd är du? ☐ ☐ ☐\n2. Vad var bra?\n____________');
	expect(definition.items.map((one) => one.type)).not.toContain('single');
});

test('a list numbered without signs is no new question, nor is a sentence with a wide space a row of options', () => {
	const { definition, guesses } = read(
		'1. Hur var det?\n1 Dåligt\n2 Bra\n3 Mycket bra\n2. Vad tog du med dig?\nSkriv fritt  och gärna långt',
	);
	expect(definition.items.map((one) => one.id)).toEqual(['1', '2']);
	expect(definition.items[1]?.type).toBe('text');
	expect(guesses.filter((one) => one.kind === 'number' || one.kind === 'row')).toEqual([]);
});

test('“Om ja, …” asks on under its options only where it asks', () => {
	const { definition } = read(
		'1. Har du arbete?\n☐ Ja\n☐ Nej\nOm ja, gå till fråga 3\n2. Om inte, varför?\n____________\n3. Trivs du? Ja / Nej\nOm du vill, ange vad som är bra: ________',
	);
	expect(definition.items.map((one) => [one.id, one.type])).toEqual([
		['1', 'single'],
		['2', 'text'],
		['3', 'single'],
		['3_om', 'text'],
	]);
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

test('options, numbers and dates on the question’s own line, a condition on a line of its own, thanks last', () => {
	const got = read(samples.beside);
	expect(inBrief(got)).toMatchInlineSnapshot(`
		[
		  "= Enkät om träffpunkten (Vi vill veta vad du tycker. Svara före fredag.)",
		  "1 single: Deltar du fortfarande? [Ja | Nej]",
		  "2 single: Har du barn? [Ja | Nej]",
		  "3 single: Kön: [Man | Kvinna | Annat…]",
		  "4a single: Vad gör du nu? [Praktik | Studier | Annat…]",
		  "4b text: Hur hittade du platsen? long if {"item":"4a","is":["1"]}",
		  "5 matrix: Hur väl stämmer följande påståenden? (1 = stämmer inte alls, 5 = stämmer helt) [1 stämmer inte alls | 2 | 3 | 4 | 5 stämmer helt]",
		  "  5a Jag blev lyssnad på",
		  "  5b Lokalen är lätt att hitta",
		  "  5c Tiderna passar",
		  "  5d Jag vet vem jag ska fråga",
		  "6 rating: På en skala 1-10, hur troligt är det att du kommer tillbaka? [1 –10 ]",
		  "7 date: När började du hos oss? (ÅÅÅÅ-MM-DD)",
		  "8 multiple: Vad gillade du? Kryssa alla som stämmer. [Maten | Aktiviteterna | Kompisarna | Annat…]",
		  "9 rating: Hur var dagen som helhet? [1 Mycket dåligt–10 Mycket bra]",
		  "10 rating: Hur nöjd är du? [1 –5 ]",
		  "11 text: Övrigt long",
		  "12 text: Övriga kommentarer: long",
		]
	`);
	expect(got.definition.thanks?.sv).toBe('Tack för att du svarade på enkäten!\nMvh Anna');
	expect(got.losses).toEqual([]);
	expect(got.guesses.filter((one) => one.at === '4b').map((one) => one.detail)).toContain(
		'Om du svarat "Praktik" på fråga 4a',
	);
});

test('a farewell is thanks and no option; “Nej tack” is an option and no farewell', () => {
	const lone = read('1. Övriga kommentarer:\n\nTack för din medverkan!');
	expect([lone.definition.thanks?.sv, inBrief(lone).at(-1)]).toEqual([
		'Tack för din medverkan!',
		'1 text: Övriga kommentarer: long',
	]);
	const handIn = read('1. Övrigt\nLämna formuläret i lådan. Tack!');
	expect([handIn.definition.thanks?.sv, inBrief(handIn).at(-1)]).toEqual([
		'Lämna formuläret i lådan. Tack!',
		'1 text: Övrigt long',
	]);
	const option = read('1. Vill du bli kontaktad?\nJa tack\nNej tack');
	expect([option.definition.thanks, inBrief(option).at(-1)]).toEqual([
		undefined,
		'1 single: Vill du bli kontaktad? [Ja tack | Nej tack]',
	]);
});

test('words beside numbers are their ends and no scale of what comes after', () => {
	for (const between of ['\n', '\n\n'])
		expect(inBrief(read(`1. Hur var maten?\n1 2 3 4 5${between}Dålig        Bra\n2. Övrigt`)).slice(1)).toEqual([
			'1 rating: Hur var maten? [1 Dålig–5 Bra]',
			'2 text: Övrigt long',
		]);
});

test('statements with the same numbers beside each are a table', () => {
	const table = 'Hur bra var det här?\nMaten\t1\t2\t3\t4\t5\nLokalen\t1\t2\t3\t4\t5';
	expect(inBrief(read(`1. ${table}`)).slice(1)).toEqual([
		'1 matrix: Hur bra var det här? [1 | 2 | 3 | 4 | 5]',
		'  1a Maten',
		'  1b Lokalen',
	]);
});

test('a head set in above the columns, short names with options under, a scale in words, what tells without asking', () => {
	expect(inBrief(read(samples.short)).slice(1)).toMatchInlineSnapshot(`
		[
		  "1 single: Kön [Man | Kvinna]",
		  "2 matrix: Vad tycker du om [Dåligt | Okej | Bra]",
		  "  2a Tiderna",
		  "  2b Lokalen",
		  "3 rating: Svara på en skala från 1 (dåligt) till 10 (mycket bra): Hur var lägret? [1 dåligt–10 mycket bra]",
		  "4 ranking: Ranka 1-3: [Bil | Buss | Cykel]",
		]
	`);
	expect(inBrief(read(samples.unnumbered)).slice(1)).toEqual([
		'1 text: Vad heter din skola? long',
		'2 text: Berätta om en dag i skolan. long',
	]);
});

test('a skip is no condition for the question after it', () => {
	const { definition } = read(
		'1. Har du arbete?\n☐ Ja\n☐ Nej\n\nOm nej på fråga 1, gå till fråga 3.\n2. Var?\n3. Övrigt',
	);
	expect(definition.items.map((one) => [one.type, one.shownIf])).toEqual([
		['single', undefined],
		['info', undefined],
		['text', undefined],
		['text', undefined],
	]);
});

/** Words of two letters and more, as often as they stand. */
const counted = (text: string) => {
	const counts = new Map<string, number>();
	for (const word of text.toLowerCase().match(/\p{L}{2,}/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
	return counts;
};

test('every word is in the questionnaire or in what is told, whatever lines stand in whatever order', () => {
	let tried = 0;
	fc.assert(
		fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 14 }), (lines) => {
			// A word of its own in each line, so that no other line can stand for it.
			const source = lines.map((line, at) => line.replaceAll('¤', `ord${'abcdefghijklmnop'[at]}`)).join('\n');
			const got = readPasted(source, 'x.txt');
			if (!got) return;
			const told = counted(JSON.stringify(got).replaceAll(/\\[nt]/g, ' '));
			for (const [word] of counted(source))
				if (word.startsWith('ord') && word.length === 4) expect(told.has(word), word).toBe(true);
			tried++;
		}),
		{ numRuns: 500 },
	);
	expect(tried).toBeGreaterThan(100);
});

test.each(Object.entries(samples))('of the questionnaire “%s” no line is left without a place', (_name, text) => {
	expect(read(text).losses.filter((one) => one.kind === 'text')).toEqual([]);
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

test('lines made to be read for ever are read at once', () => {
	for (const line of [
		'1--'.repeat(1300),
		`1. Hur? ${'1--'.repeat(1300)}x`,
		`1. ${'a: '.repeat(1300)}?`,
		`Tack ${'. Tack '.repeat(500)}`,
	])
		expect(() => readPasted(`1. Vad?\n${line}\n${line}`, 'x')).not.toThrow();
}, 2000);

test('tags and entities are words, not markup', () => {
	const { definition } = read('1. Vad tycker du om <b>a & b</b>?\n☐ <script>x</script>\n☐ &lt;');
	expect(inBrief({ definition, losses: [], guesses: [] }).at(-1)).toBe(
		'1 single: Vad tycker du om <b>a & b</b>? [<script>x</script> | &lt;]',
	);
});

test('“don’t know” beside a row of digits stands outside that scale, wherever it is written', () => {
	const rows = [
		...['1 2 3 4 5 Vet ej', '1   2   3   4   5   Vet ej', '1 2 3 4 5\nVet ej', '1 2 3 4 5\n☐ Vet ej'],
		'☐ 1 ☐ 2 ☐ 3 ☐ 4 ☐ 5 ☐ Vet ej',
	];
	for (const row of rows) {
		const read = readPasted(`Enkät\n\n1. Hur nöjd är du?\n${row}\n\n2. Vad tycker du?\n________`, 'text');
		expect(read && inBrief(read)[1], row).toBe('1 scale: Hur nöjd är du? [1 | 2 | 3 | 4 | 5 | Vet ej?]');
		expect(read?.guesses, row).toContainEqual({ at: '1', kind: 'missing', detail: 'x6' });
		expect(read?.losses, row).toEqual([]);
	}
	const ends = readPasted('1. Hur går det?\nDåligt 1 2 3 4 5 Bra Vet ej\n\n2. Varför?\n____', 'text');
	expect(ends && inBrief(ends)[1]).toBe('1 scale: Hur går det? [1 Dåligt | 2 | 3 | 4 | 5 Bra | Vet ej?]');
});

test('a condition on a scale is kept where it is clear, and told where it is not', () => {
	const questions = (condition: string) =>
		readPasted(
			`1. Trivs du?\nStämmer inte alls / Stämmer dåligt / Varken eller / Stämmer ganska bra / Stämmer helt\n\n2. Hur nöjd är du?\n1 2 3 4 5\n\n3. Hur ofta?\n1 2 3 4 5 Vet ej\n\n4. ${condition}\n________`,
			'text',
		);
	const clear: [string, unknown][] = [
		['Om du svarade 1–2 på fråga 2, varför?', { item: '2', atMost: 2 }],
		['Om du svarade 4 eller 5 på fråga 2: vad är bra?', { item: '2', atLeast: 4 }],
		[
			'Om du svarade 3 på fråga 2, varför?',
			{
				all: [
					{ item: '2', atLeast: 3 },
					{ item: '2', atMost: 3 },
				],
			},
		],
		['Om du svarade minst 4 på fråga 2, vad är bra?', { item: '2', atLeast: 4 }],
		['If you answered 2 or lower to question 2, why?', { item: '2', atMost: 2 }],
		['Om du svarade 1–2 på fråga 3, varför?', { item: '3', is: ['1', '2'] }],
		['Om du svarade 1–2, varför?', { item: '3', is: ['1', '2'] }],
		['Om du svarade Stämmer dåligt på fråga 1, vad kan bli bättre?', { item: '1', is: ['2'] }],
		['Om du svarade Stämmer inte alls på fråga 1, vad kan bli bättre?', { item: '1', is: ['1'] }],
	];
	for (const [words, holds] of clear) {
		const read = questions(words);
		expect(read?.definition.items.at(-1)?.shownIf, words).toEqual(holds);
		expect(
			read?.guesses.some(({ kind }) => kind === 'condition'),
			words,
		).toBe(true);
		expect(read?.losses, words).toEqual([]);
	}
	const unclear = [
		...['Om du svarade 1-2 på fråga 1, berätta mer.', 'Om du svarade lågt på fråga 2, varför?'],
		...['Om du inte svarade 5 på fråga 2, varför?', 'Om du svarade 7 på fråga 2, varför?'],
	];
	for (const words of unclear) {
		const read = questions(words);
		expect(read?.definition.items.at(-1), words).toMatchObject({ text: { sv: words } });
		expect(read?.definition.items.at(-1)?.shownIf, words).toBeUndefined();
		expect(read?.losses, words).toEqual([{ kind: 'condition', at: '4', detail: words.split(',')[0] }]);
	}
	// What is no condition on an answer is told as none.
	expect(questions('Om du fick bestämma, vad skulle du göra?')?.losses).toEqual([]);
});
