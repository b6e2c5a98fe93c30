/** Questionnaires as evaluators have them in documents and mails, each in a form of its own. */
export const samples = {
	/** Boxes on the question's line, a follow-up under options, a number without its full stop, options that wide spaces part. */
	mail: `Enkät om mötesplatsen

1. Hur länge har du besökt oss?    ☐ Mindre än 1 år   ☐ 1–3 år  ☐ 4-10 år ☐ Mer än 10 år
2. Hur ofta kommer du?
☐ Varje vecka
☐ Varje månad
☐ Mer sällan
3. Har du deltagit i någon kurs? Ja / Nej
Om ja, vilken? ____
4. Hur nöjd är du med personalen?
1 2 3 4 5
5. Hur väl stämmer följande? (1 = stämmer inte alls, 5 = stämmer helt, vet ej)
a) Jag känner mig välkommen
b) Jag får den hjälp jag behöver
6. Vad skulle kunna bli bättre?
____________________
7 Rangordna det viktigaste för dig
- Mat
- Musik
- Samtal
9. Skulle du rekommendera oss?
Ja  Nej  Vet ej
10. Vilka av våra aktiviteter har du deltagit i? Flera alternativ kan markeras.
☐ Bakning
☐ Körsång
☐ Inga
11. Hur gammal är du? ____ år
12. Övriga synpunkter
____________________

Tack för din medverkan!
`,
	/** Numbers with full stops, options on lines with boxes, open lines. */
	boxes: `Medlemsenkät för Norra cykelklubben

Tack för att du svarar! Det tar ungefär fem minuter.

Om dig

1. Hur länge har du varit medlem?
☐ Mindre än ett år
☐ 1–3 år
☐ Mer än 3 år

2. Vilka aktiviteter har du deltagit i? (Flera alternativ kan markeras)
☐ Söndagsturer
☐ Kurser
☐ Annat: ________
☐ Inget av ovanstående

3. Hur gammal är du? ____ år

Klubben

4. Har du varit på årsmötet?
☐ Ja ☐ Nej

5. Om nej, vad hindrade dig?
_________________________
_________________________

6. Hur nöjd är du med klubben?
☐ Mycket nöjd ☐ Ganska nöjd ☐ Varken nöjd eller missnöjd ☐ Ganska missnöjd ☐ Mycket missnöjd ☐ Vet ej
`,
	/** "Fråga 1", options after two spaces and strokes, sub-items with dashes under a common scale. */
	question: `Utvärdering av samverkansdagen
Fråga 1
Hur bra var dagen som helhet?
Mycket bra / Ganska bra / Ganska dåligt / Mycket dåligt
Fråga 2
I vilken grad stämmer följande?
Stämmer inte alls    Stämmer dåligt    Stämmer ganska bra    Stämmer helt
- Föreläsningarna var givande
- Jag fick tillfälle att prata med andra
- Lokalen fungerade bra
Fråga 3
Beskriv med egna ord vad du tar med dig.
Fråga 4
Rangordna det viktigaste för nästa gång (högst två):
a) Mer tid för samtal
b) Fler föreläsare
c) Bättre mat
`,
	/** Parentheses after numbers, scales of numbers with ends, English. */
	english: `Course feedback

1) Overall, how would you rate the course?
Poor 1 2 3 4 5 6 7 8 9 10 Excellent
2) Which parts did you use? Select all that apply.
o Lectures
( ) Group work
( ) Reading list
3) To what extent do you agree? (1 = not at all, 5 = completely)
- The aims were clear
- The pace was right
1 2 3 4 5
4) Would you recommend it to a colleague?
[ ] Yes
[ ] No
[ ] Don't know
5) If no, please tell us why.
6) Name: ________
`,
	/** A table with the scale at its head, as it comes from a word processor. */
	table: `# Självskattning

## Kunskap
1. Hur väl stämmer påståendena på dig?
	Stämmer inte alls	Stämmer inte så bra	Varken ja eller nej	Stämmer delvis	Stämmer helt
a) Jag känner till de andra parternas uppdrag	☐	☐	☐	☐	☐
b) Jag vet vem jag ska ringa	☐	☐	☐	☐	☐

## Övrigt
2. Är det något du vill tillägga?
`,
	/** A scale before numbered statements; options numbered under a question. */
	statements: `Enkät till personalen

Ta ställning till påståendena nedan.

Skala: Aldrig / Sällan / Ibland / Ofta / Alltid

1. Jag får hjälp när jag behöver det
2. Vi följer upp det vi har bestämt
3. Jag hinner med mitt arbete

Bakgrund

4. Vilken yrkesgrupp tillhör du?
1. Handläggare
2. Chef
3. Annan, ange vilken: ______
5. Hur många år har du arbetat här?
`,
	/** Without numbers. */
	plain: `Fem frågor efter mötet

Kände du dig välkommen?
Ja
Delvis
Nej

Fick du säga det du ville?
Ja
Delvis
Nej

Vad borde vi ändra till nästa gång?

På en skala där 1 är inte alls och 10 är helt, hur sannolikt är det att du kommer igen?
1 2 3 4 5 6 7 8 9 10
`,
	/** Options in tabs, letters in numbers, a condition with a number, dates. */
	tabs: `PATIENTENKÄT
1.	Har du träffat en rehabkoordinator?
	Ja	Nej	Minns inte
2a. Om ja på fråga 1: Hur ofta?
	Varje vecka	Någon gång i månaden	Mer sällan
2b. Datum för det senaste mötet
3. Instämmer du i följande? Svarsalternativ: se nedan
Svarsalternativ: Instämmer helt; Instämmer; Varken eller; Instämmer inte; Instämmer inte alls
• Jag blev lyssnad på
• Jag fick en tydlig plan
`,
	/** English, with headings and options on plain lines, blank lines between everything. */
	spaced: `Partner survey 2024

This survey is confidential.

Section A

Question 1. Which organisation do you represent?

Municipality

Region

Employment service

Question 2. How often do you meet?

Never | Rarely | Sometimes | Often | Always

Question 3. Describe in your own words what works well.

Question 4. Do you know the goals? *

Yes, definitely / Yes, somewhat / Not really / Not at all
`,
	/** A table of numbered statements, and a table with numbers to ring in. */
	numbered: `Styrelsens arbete
Kryssa i ett svar på varje rad.
	Ja, absolut	Ja, ganska	Inte särskilt	Inte alls
1. Målen är tydliga
2. Uppdraget är tydligt	☐	☐	☐	☐
3. Min kompetens tas till vara	☐	☐	☐	☐
4. Övriga synpunkter
`,
	/** Options, numbers, a date's form and ends on the question's own line; a condition on its own; a farewell. */
	beside: `Enkät om träffpunkten

Vi vill veta vad du tycker. Svara före fredag.

1. Deltar du fortfarande? Ja / Nej
2. Har du barn? Ja/Nej
3. Kön: Man / Kvinna / Annat
4a. Vad gör du nu?
☐ Praktik
☐ Studier
☐ Annat: ____

Om du svarat "Praktik" på fråga 4a:
4b. Hur hittade du platsen?

5. Hur väl stämmer följande påståenden? (1 = stämmer inte alls, 5 = stämmer helt)
a) Jag blev lyssnad på
b) Lokalen är lätt att hitta
c) Tiderna passar
d) Jag vet vem jag ska fråga

6. På en skala 1-10, hur troligt är det att du kommer tillbaka?
7. När började du hos oss? (ÅÅÅÅ-MM-DD)
8. Vad gillade du? Kryssa alla som stämmer.
• Maten
• Aktiviteterna
• Kompisarna
• Annat: ______
9. Hur var dagen som helhet?
1 2 3 4 5 6 7 8 9 10
Mycket dåligt        Mycket bra
10. Hur nöjd är du? 1 2 3 4 5
11. Övrigt
12. Övriga kommentarer:

Tack för att du svarade på enkäten!
Mvh Anna
`,
	/** A table set with spaces, short names, numbers with their words in parentheses. */
	short: `Enkät till medlemmarna

Fråga 1: Kön
Man
Kvinna

Fråga 2. Vad tycker du om
                        Dåligt   Okej   Bra
Tiderna                   o        o      o
Lokalen                   o        o      o

Fråga 3. Svara på en skala från 1 (dåligt) till 10 (mycket bra): Hur var lägret?

Fråga 4. Ranka 1-3:
___ Bil
___ Buss
___ Cykel
`,
	/** Sentences that tell one to write. */
	unnumbered: `Utvärdering

Vad heter din skola?

Berätta om en dag i skolan.
`,
} as const;

/** Lines of every sort, `¤` for a word of their own. */
export const pieces = [
	'',
	'# Del ¤',
	'1. Deltar du ¤? Ja / Nej',
	'2. Kön ¤: Man / Kvinna / ¤',
	'Har du ¤? Ja/Nej',
	'3. Vad ¤?	¤',
	'4. Instämmer du? (1 = inte ¤, 5 = helt ¤)',
	'5. Kryssa alla ¤',
	'6a. ¤',
	'Fråga 7',
	'8. Antal ____ ¤',
	'☐ ¤',
	'☐ Ja ¤ ☐ Nej',
	'a) ¤',
	'- Annat ¤: ______',
	'• ¤	☐	☐	☐',
	'- ¤	Ofta	Sällan',
	'1 2 3 4 5',
	'Dåligt ¤ 1 2 3 4 5 Bra',
	'Dåligt ¤        Bra ¤',
	'	Inte ¤	Delvis	Helt',
	'¤	1	2	3',
	'9. ¤	☐	☐',
	'Skala: Aldrig ¤ / Ibland / Alltid',
	'(Aldrig / ¤ / Alltid)',
	'Välj ett ¤: Röd / Blå',
	'Om ja ¤:',
	'Om du svarat "Ja" på fråga 1 ¤:',
	'____________',
	'¤',
	'En längre mening om ¤ som slutar här.',
	'Vad tycker du om ¤?',
	'Tack för ¤!',
	'| ¤ | a | b |',
] as const;
