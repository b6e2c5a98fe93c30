import { plural } from '../format.ts';

/** Swedish words of the terminal. */
export const cli = {
	what: 'Underlag: enkäter, intervjuer och utvärderingsrapporter i terminalen.',
	everywhere:
		'--json ger data för andra program, --lang sv|en väljer språk. Slutkod 0: gjort, 1: nekat, 2: fel användning.',
	passphrase: 'Till ett skyddat projekt läggs lösenfrasen i miljövariabeln UNDERLAG_PASSPHRASE.',
	keyPassphrase: 'Nyckelfilens lösenfras läggs i miljövariabeln UNDERLAG_KEY_PASSPHRASE.',
	unknownOption: (option: string) => `Det finns inget val som heter ${option}.`,
	unknownCommand: (command: string) => `Det finns inget kommando som heter ${command}.`,
	optionValue: (option: string) => `${option} är inte använt som det ska: kontrollera om det ska följas av ett värde.`,
	missing: (option: string) => `${option} saknas.`,
	notNumber: (option: string) => `${option} ska vara ett heltal.`,
	notDate: (option: string) => `${option} ska vara ett datum, ÅÅÅÅ-MM-DD.`,
	wordCount: 'Fel antal ord efter kommandot.',
	printed: (path: string, pages: number) => `${path}: ${pages} ${plural(pages, 'sida', 'sidor')}.`,
	outPdf: '--out ska sluta på .pdf.',
	outFormat: '--out ska sluta på .docx, .pdf, .html eller .md.',
	readInstrument: (title: string, questions: number, format: string) =>
		`Läste ${title}: ${questions} ${plural(questions, 'fråga', 'frågor')} (${format})`,
	madeOfAnswers: (title: string, questions: number) =>
		`Gissade ${title}: ${questions} ${plural(questions, 'fråga', 'frågor')}`,
	asFormat: '--as ska vara surveyjs, lss, xlsform eller json.',
	made: (path: string) => `Skapade ${path}.`,
	commissioner: (name: string) => `Uppdragsgivare: ${name}`,
	round: (name: string, answered: number, invited: number | null) =>
		`Omgång ${name}: ${answered}${invited === null ? '' : ` av ${invited}`} har svarat`,
	document: (title: string, words: number, codings: number) =>
		`Material ${title}: ${words} ord, ${codings} ${plural(codings, 'kodning', 'kodningar')}`,
	codebook: (codes: number, codings: number) =>
		`Kodbok: ${codes} ${plural(codes, 'kod', 'koder')}, ${codings} ${plural(codings, 'kodning', 'kodningar')} i allt`,
	report: (title: string, words: number) => `Rapport ${title}: ${words} ord`,
	sound: (name: string, rows: number, texts: number) =>
		`${name} är hel: ${rows} rader och ${texts} texter kontrollerade.`,
	unsound: (name: string) => `${name} är inte hel:`,
	instrument: (key: string, title: string, questions: number) => `${key}  ${title} (${questions} frågor)`,
	addedRound: (name: string, instrument: string) => `Lade till omgången ${name} med ${instrument}.`,
	imported: (read: number, stored: number, skipped: number) =>
		`Läste ${read} ${plural(read, 'rad', 'rader')}: ${stored} sparade, ${skipped} fanns redan.`,
	askedImported: (stored: number, known: number, merged: number) =>
		`Lade till ${stored} ${plural(stored, 'person', 'personer')}: ${known} fanns redan, ${merged} rader hörde till samma person.`,
	problem: (row: number, column: string, value: string, reason: string) =>
		`Rad ${row}, ${column}: ”${value}” ${reason}`,
	rowProblem: (row: number, value: string, reason: string) =>
		`Rad ${row}: ${reason}${value === '' ? '' : ` (${value})`}`,
	asNoAnswer: (column: string, codes: string) => `${column}: läses som inget svar: ${codes}`,
	breach: (item: string, rule: string, count: number, rows: string) =>
		`Fråga ${item}: ${rule}. ${count} svar, rad ${rows}`,
	answered: (round: string, answered: number, invited: number | null) =>
		`${round}: ${answered}${invited === null ? '' : ` av ${invited}`} har svarat`,
	makeOfAnswers: 'Är det svar i den, kan formuläret göras av dem: underlag instrument make PROJEKT SVAR --out FIL.json',
	notFound: 'Det kan ha tagits bort, eller stavas på ett annat sätt.',
	rates: (name: string, rr1: string, rr2: string, n: number) =>
		`${name}: RR1 ${rr1}, RR2 ${rr2} (${n} ${plural(n, 'person', 'personer')})`,
	noList: (name: string) =>
		`${name}: sändlistan är tom och antalet tillfrågade är inte angivet, så det finns ingen svarsfrekvens att räkna ut.`,
	noneCount: (name: string) => `${name}: ingen i sändlistan ska räknas med, så det finns ingen svarsfrekvens.`,
	inSeveral: (count: number) => `${count} ${plural(count, 'person', 'personer')} i flera grupper`,
	openAnswers: (count: number) => `${count} fritextsvar`,
	missingAnswers: (count: number) => `${count} utan svar`,
	topTwo: 'två mest positiva',
	importedDocument: (name: string, turns: number, speakers: number) =>
		`${name}: ${turns} ${plural(turns, 'replik', 'repliker')}, ${speakers} talare`,
	knownDocument: (name: string) => `${name} fanns redan.`,
	wrote: (path: string, tables: number, figures: number, pages: number | null) =>
		`Skrev ${path}: ${pages === null ? '' : `${pages} sidor, `}${tables} ${plural(tables, 'tabell', 'tabeller')}, ${figures} ${plural(figures, 'figur', 'figurer')}.`,
};
