import type { EntityName } from '#shared/contract/errors.ts';
import type { InstrumentProblem } from '#shared/domain/instrument/problem.ts';
import type { NoTable } from '#shared/domain/responses/no-table.ts';
import type { ErrorTexts } from '../error-text.ts';

const things: Record<EntityName, string> = {
	asked: 'Personen i sändlistan',
	group: 'Gruppen',
	instrument: 'Frågeformuläret',
	round: 'Omgången',
	response: 'Svaret',
	importMap: 'Kolumnkartan',
	paper: 'Pappersformuläret',
	item: 'Frågan',
	document: 'Materialet',
	speaker: 'Talaren',
	code: 'Koden',
	coding: 'Kodningen',
	report: 'Rapporten',
	template: 'Mallen',
	sample: 'Exempelprojektet',
};
const unchanged = 'Inget i projektet har ändrats.';
const saved = 'Allt som var sparat finns kvar.';
const untouched = 'Filen är orörd.';

/** What a file is where a table was asked for. */
const noTables: Record<NoTable, string> = {
	html: 'en webbsida',
	xml: 'en XML-fil',
	lss: 'ett frågeformulär från LimeSurvey',
	json: 'ett JSON-dokument',
	prose: 'en löpande text',
};

/** What is wrong with a questionnaire, in words; where it stands is said before. */
export const problemTexts: Record<InstrumentProblem['kind'], (value: string) => string> = {
	shape: (value) => (value === 'missing' ? 'saknas' : 'har fel form'),
	'duplicate-item': (value) => `frågenumret ”${value}” används två gånger`,
	'duplicate-scale': (value) => `skalan ”${value}” finns två gånger`,
	'duplicate-option': (value) => `svarsvärdet ”${value}” används två gånger`,
	'unknown-scale': (value) => `skalan ”${value}” finns inte`,
	'unknown-reference': (value) => `villkoret gäller ”${value}”, som inte finns`,
	'later-reference': (value) => `villkoret gäller ”${value}”, som kommer senare`,
	'unanswerable-reference': (value) => `villkoret gäller ”${value}”, som ingen svarar på`,
	'unknown-option': (value) => `villkoret gäller svarsvärdet ”${value}”, som inte finns`,
	'bad-bounds': () => 'det minsta och det största går inte ihop',
	'too-few-options': () => 'den har färre än två alternativ',
	'too-many-points': () => 'skalan har fler än elva steg',
	'several-others': () => 'den har fler än ett alternativ med eget svar',
	'unknown-index': (value) => `den hör till indexet ”${value}”, som inte finns`,
	'duplicate-index': (value) => `indexet ”${value}” finns två gånger`,
	'unknown-pipe': (value) => `texten upprepar svaret på ”${value}”, som inte är en fråga som kommer före`,
	'bad-pattern': () => 'mönstret för svaret går inte att läsa',
	'bad-default': () => 'det förvalda svaret är inget möjligt svar',
	'unfit-default': () => 'det som är ifyllt från början håller sig inte inom frågans gränser',
	'no-text': (value) => (value ? `”${value}” saknar text` : 'frågan saknar text'),
	'no-option-text': (place) => `alternativ ${place} saknar text`,
	'nothing-asked': () => 'det finns ingen fråga att svara på',
};
const problemsIn = (problems: readonly InstrumentProblem[]) =>
	problems.map(({ kind, at, value }) => `${at}: ${problemTexts[kind](value)}`).join('; ');

/** Every refusal in Swedish. */
export const errors: ErrorTexts = {
	INTERNAL: ({ logId }) => ({
		happened: 'Något gick fel som programmet inte hade räknat med.',
		safe: saved,
		next: `Försök igen. Händer det på nytt, ange felnummer ${logId} när du hör av dig.`,
	}),
	BAD_INPUT: ({ call }) => ({
		happened: `Programmet skickade fel slags uppgifter till sig självt (${call}).`,
		safe: unchanged,
		next: 'Försök igen. Händer det på nytt är det ett fel i programmet.',
	}),
	UNKNOWN_CALL: ({ call }) => ({
		happened: `Programmet känner inte till ”${call}”.`,
		safe: unchanged,
		next: 'Starta om programmet.',
	}),
	NO_PROJECT: () => ({
		happened: 'Inget projekt är öppet.',
		safe: saved,
		next: 'Öppna ett projekt eller skapa ett nytt.',
	}),
	CANCELLED: () => ({ happened: 'Du avbröt.', safe: unchanged, next: 'Börja om när du vill.' }),
	CORE_STOPPED: () => ({
		happened: 'Programmets kärna stannade mitt i arbetet.',
		safe: 'Allt som var sparat finns kvar. Det sista du gjorde kan ha uteblivit.',
		next: 'Kärnan startas om av sig själv. Se efter om den sista ändringen finns och gör annars om den.',
	}),
	WORKER_LIMIT: ({ what, name }) => ({
		happened:
			what === 'time'
				? `Det tog för lång tid att läsa ${name || 'filen'}.`
				: `${name || 'Filen'} krävde för mycket minne.`,
		safe: unchanged,
		next: 'Dela upp filen eller spara den i ett enklare format, och försök igen.',
	}),
	FILE_TOO_LARGE: ({ name, most }) => ({
		happened: `${name || 'Filen'} är större än ${Math.floor(most / 2 ** 20)} MB, och så stora filer läser Underlag inte.`,
		safe: unchanged,
		next: 'Dela upp filen i flera, till exempel en för varje omgång, och läs in dem en i taget.',
	}),
	FILE_NOT_FOUND: ({ path }) => ({
		happened: `Det finns ingen fil på ${path}.`,
		safe: unchanged,
		next: 'Kontrollera om den har flyttats eller bytt namn.',
	}),
	FILE_EXISTS: ({ path }) => ({
		happened: `Det finns redan en fil på ${path}.`,
		safe: 'Den är orörd.',
		next: 'Välj ett annat namn.',
	}),
	FILE_NOT_WRITABLE: ({ path }) => ({
		happened: `Det går inte att skriva till ${path}.`,
		safe: saved,
		next: 'Kontrollera att mappen finns, att det finns plats och att du får spara där.',
	}),
	FILE_NOT_PROJECT: ({ path }) => ({
		happened: `${path} är inte ett Underlag-projekt.`,
		safe: untouched,
		next: 'Välj en fil som slutar på .underlag.',
	}),
	FILE_DAMAGED: ({ path }) => ({
		happened: `${path} är skadad: en del av innehållet saknas eller går inte att läsa.`,
		safe: untouched,
		next: 'Öppna en säkerhetskopia. Om filen ligger i en synkad mapp, hämta en tidigare version där.',
	}),
	FILE_NEWER: ({ path }) => ({
		happened: `${path} är sparad i en nyare version av Underlag.`,
		safe: untouched,
		next: 'Uppdatera Underlag och öppna filen igen.',
	}),
	FILE_IN_USE: ({ path }) => ({
		happened: `${path} är redan öppen i ett annat fönster eller program.`,
		safe: untouched,
		next: 'Stäng det andra och försök igen.',
	}),
	PASSPHRASE_NEEDED: ({ of, wrong }) => ({
		happened: wrong
			? `${of === 'keys' ? 'Nyckelfilens lösenfras' : 'Lösenfrasen'} stämmer inte.`
			: `${of === 'keys' ? 'Nyckelfilen' : 'Filen'} är skyddad med en lösenfras.`,
		safe: untouched,
		next: 'Skriv lösenfrasen. Utan den kan ingen läsa filen.',
	}),
	PASSPHRASE_SHORT: ({ of, least }) => ({
		happened: `${of === 'keys' ? 'Nyckelfilens lösenfras' : 'Lösenfrasen'} är för kort: den ska ha minst ${least} tecken.`,
		safe: unchanged,
		next: 'Välj en längre. Några ord efter varandra är lättare att minnas än ett krångligt ord.',
	}),
	FILE_NOT_KEYS: ({ path }) => ({
		happened: `${path} är ingen nyckelfil.`,
		safe: untouched,
		next: 'Välj en fil som slutar på .nyckel.',
	}),
	KEYS_NEEDED: ({ made }) => ({
		happened: made
			? 'Det här kräver att nyckelfilen är öppen.'
			: 'Det här kräver en nyckelfil, och projektet har ingen.',
		safe: unchanged,
		next: made ? 'Öppna nyckelfilen och försök igen.' : 'Skapa en nyckelfil och försök igen.',
	}),
	KEYS_WRONG: ({ path }) => ({
		happened: `${path} är nyckelfil till ett annat projekt.`,
		safe: untouched,
		next: 'Välj den nyckelfil som skapades i det här projektet.',
	}),
	KEYS_MADE: ({ path }) => ({
		happened: `Projektet har redan en nyckelfil. Den låg senast på ${path}.`,
		safe: unchanged,
		next: 'Öppna den i stället.',
	}),
	FORM_NO_KEY: ({ name, lost }) => ({
		happened: lost
			? `Nyckeln till ”${name}” finns inte i den öppna nyckelfilen.`
			: `”${name}” har ingen nyckel att kryptera svaren med.`,
		safe: unchanged,
		next: lost
			? 'Öppna den nyckelfil som den skapades i: utan den kan svaren inte läsas. För nya formulär skapas en ny nyckel på omgångens sida ”Formulär som fil”.'
			: 'Skapa nyckeln på omgångens sida ”Formulär som fil”.',
	}),
	NOT_FOUND: ({ what, ref }) => ({
		happened: `${things[what]} finns inte (${ref}).`,
		safe: unchanged,
		next: 'Det kan ha tagits bort. Ångra om det var ett misstag.',
	}),
	NOTHING_TO_UNDO: () => ({ happened: 'Det finns inget att ångra.', safe: unchanged, next: 'Fortsätt arbeta.' }),
	NOTHING_TO_REDO: () => ({ happened: 'Det finns inget att göra om.', safe: unchanged, next: 'Fortsätt arbeta.' }),
	IMPORT_EMPTY: ({ name, headed }) => ({
		happened: `${name} ${headed ? 'har rubriker men inga rader under dem.' : 'är tom.'}`,
		safe: unchanged,
		next: 'Exportera filen på nytt från den tjänst den kommer från.',
	}),
	IMPORT_UNREADABLE: ({ name, format, is }) => ({
		happened: is ? `${name} är ${noTables[is]} och ingen tabell.` : `${name} går inte att läsa som ${format}.`,
		safe: unchanged,
		next: is
			? 'Välj en tabell med rubriker överst och en rad för var och en: CSV eller Excel (.xlsx).'
			: 'Öppna filen i det program den kommer från och spara den på nytt.',
	}),
	IMPORT_NO_MATCH: ({ name, columns }) => ({
		happened: `Ingen kolumn i ${name} hör till frågeformuläret. Kolumnerna är: ${columns}.`,
		safe: unchanged,
		next: 'Kontrollera att det är rätt fil och rätt omgång, eller para ihop kolumnerna för hand.',
	}),
	IMPORT_NO_VALUES: ({ name }) => ({
		happened: `Det finns ingen värdelista i ${name}.`,
		safe: unchanged,
		next: 'En värdelista har kolumner för variabel, värde och etikett, eller är SPSS-syntax med VALUE LABELS, eller REDCaps datalexikon.',
	}),
	IMPORT_UNSUPPORTED: ({ name, endings }) => ({
		happened: `Underlag kan inte läsa filer av samma slag som ${name}.`,
		safe: unchanged,
		next: `Spara den som ${endings ?? '.docx, .txt eller .vtt'}.`,
	}),
	INSTRUMENT_NONE: ({ name }) => ({
		happened: `Det finns inga frågor i ${name} som Underlag känner igen.`,
		safe: unchanged,
		next: 'Se till att varje fråga har ett nummer eller slutar med frågetecken, och att alternativen står på egna rader.',
	}),
	INSTRUMENT_FOREIGN: ({ name }) => ({
		happened: `${name} är varken ett frågeformulär från SurveyJS eller från Underlag.`,
		safe: unchanged,
		next: 'Välj filen som frågeformuläret är sparat i, eller klistra in frågorna som text.',
	}),
	INSTRUMENT_OF_ANSWERS: ({ name }) => ({
		happened: `${name} är en tabell och inget frågeformulär.`,
		safe: unchanged,
		next: 'Är det svar i den, kan formuläret göras av dem: ”Gör formuläret av en fil med svar”.',
	}),
	INSTRUMENT_INVALID: ({ name, detail, problems }) => ({
		happened: `${name} är inte ett frågeformulär som Underlag kan läsa: ${problems?.length ? problemsIn(problems) : detail}.`,
		safe: unchanged,
		next: 'Spara filen på nytt i programmet den kommer ur, eller rätta det som nämns i den, och försök igen.',
	}),
	INSTRUMENT_IN_USE: ({ title, rounds }) => ({
		happened: `”${title}” används i ${rounds === 1 ? 'en omgång' : `${rounds} omgångar`}.`,
		safe: unchanged,
		next: 'Ta bort omgångarna först, om svaren inte ska vara kvar.',
	}),
	INSTRUMENT_ANSWERED: ({ title, version }) => ({
		happened: `”${title}” (version ${version}) har fått svar och kan därför inte ändras.`,
		safe: 'Formuläret och svaren är orörda.',
		next: 'Gör en ny version och ändra i den. Svaren hör kvar till den gamla.',
	}),
	INSTRUMENT_OUT: ({ title, version, round }) => ({
		happened: `”${title}” (version ${version}) är utlämnat i omgången ”${round}” och kan därför inte ändras.`,
		safe: 'Svar på det som är utlämnat går att läsa in.',
		next: 'Gör en ny version och ändra i den. Var det bara ett prov: säg på omgångens sida att inget är utlämnat.',
	}),
	INSTRUMENT_UNSOUND: ({ title, problems }) => ({
		happened: `”${title}” kan inte användas än: ${problemsIn(problems)}.`,
		safe: unchanged,
		next: 'Rätta det i formuläret, och starta omgången sedan.',
	}),
	EMAIL_INVALID: ({ value }) => ({
		happened: `”${value}” är ingen e-postadress.`,
		safe: unchanged,
		next: 'Skriv en hel adress, som namn@exempel.se, eller lämna fältet tomt.',
	}),
	ANSWER_INVALID: ({ item, value }) => ({
		happened: `”${value}” är inte ett möjligt svar på fråga ${item}.`,
		safe: unchanged,
		next: 'Välj ett av svarsalternativen.',
	}),
	NAME_TAKEN: ({ name }) => ({
		happened: `Namnet ”${name}” finns redan.`,
		safe: unchanged,
		next: 'Välj ett annat namn.',
	}),
	RANGE_INVALID: () => ({
		happened: 'Markeringen ligger utanför texten.',
		safe: unchanged,
		next: 'Markera orden på nytt.',
	}),
	PROMISE_GIVEN: ({ name }) => ({
		happened: `De som svarar i ”${name}” har lovats att vara anonyma.`,
		safe: unchanged,
		next: 'Skapa en ny omgång om nästa svar ska vara konfidentiella.',
	}),
	KIOSK_ON: () => ({
		happened: 'Projektet står i svarsläge, där det bara tar emot svar.',
		safe: unchanged,
		next: 'Avsluta svarsläget med dess kod först.',
	}),
	ROUND_CLOSED: ({ name }) => ({
		happened: `”${name}” är stängd och tar inte emot svar.`,
		safe: unchanged,
		next: 'Öppna omgången igen på dess sida, eller välj en annan omgång.',
	}),
	KIOSK_CODE_WRONG: ({ seconds }) => ({
		happened: 'Koden stämmer inte.',
		safe: 'Svarsläget är kvar, och inget svar är förlorat.',
		next: seconds > 0 ? `Vänta ${seconds} sekunder och försök igen.` : 'Försök igen.',
	}),
	ANSWERS_LINKED: ({ name }) => ({
		happened: `I ”${name}” går det redan att veta vem som har svarat. Då kan omgången inte bli anonym.`,
		safe: unchanged,
		next: 'Skapa en ny, anonym omgång.',
	}),
	NOBODY_TO_WRITE: ({ form, without }) => ({
		happened:
			without > 0
				? `Ingen att skriva till: ${without} i sändlistan saknar ${{ eml: 'e-postadress', docx: 'postadress', csv: 'namn och adress' }[form]}.`
				: 'Ingen att skriva till: alla i sändlistan har svarat, avböjt eller ska inte räknas.',
		safe: unchanged,
		next:
			without > 0 ? 'Komplettera sändlistan eller välj ett annat slags brev.' : 'Kontrollera statusen i sändlistan.',
	}),
	LETTER_UNFILLED: ({ marks }) => ({
		happened: `Texten använder ${marks.join(' och ')}, men ${marks.length === 1 ? 'fältet är tomt' : 'fälten är tomma'}.`,
		safe: 'Inga filer är skapade, och inget utskick är noterat.',
		next: 'Fyll i det som saknas, eller ta bort det ur texten.',
	}),
	LINK_KNOWN: ({ name, known }) => ({
		happened: `I ”${known}” går det att veta vem som har svarat. Kopplas svaren där ihop med svar i ”${name}” går det att veta även där, och i den omgången har alla lovats att vara anonyma.`,
		safe: unchanged,
		next: 'Koppla bara ihop omgångar där ingen eller alla är anonyma.',
	}),
	LINK_TAKEN: () => ({
		happened: 'Då skulle samma person ha två svar i en och samma omgång.',
		safe: unchanged,
		next: 'Avgör först vilket av svaren som hör ihop med de andra.',
	}),
	CODE_CIRCLE: ({ name }) => ({
		happened: `”${name}” kan inte ligga under sig själv.`,
		safe: unchanged,
		next: 'Flytta den till en annan plats.',
	}),
	REPORT_BLOCKED: ({ blocks }) => ({
		happened: `Rapporten kan inte lämnas ut förrän dessa är lösta: ${blocks}.`,
		safe: 'Rapportens text är sparad.',
		next: 'Rätta dem i rapporten; varje ställe är märkt.',
	}),
	RETURN_UNREADABLE: ({ name }) => ({
		happened: `”${name}” går inte att öppna som en fil från en administratör: den är ändrad, skadad eller något annat.`,
		safe: 'Inget har lästs in.',
		next: 'Be administratören göra filen på nytt och skicka den som den är.',
	}),
	RETURN_FOREIGN: ({ name }) => ({
		happened: `”${name}” hör till en annan omgång, eller till en annan version av frågeformuläret.`,
		safe: 'Inget har lästs in.',
		next: 'Öppna den omgång som exemplaret gjordes av, och läs in filen där.',
	}),
	NOT_ADMINISTRATOR: () => ({
		happened: 'Det här projektet samlar inte in svar åt någon annan.',
		safe: 'Inget har ändrats.',
		next: 'Öppna administratörens exemplar och lämna svaren därifrån.',
	}),
	NO_PRINTER: () => ({
		happened: 'Det finns ingen webbläsare på datorn som kan skriva ut till pdf.',
		safe: 'Rapportens text är sparad.',
		next: 'Exportera till Word eller HTML, eller installera Chrome, Edge eller Chromium.',
	}),
};
