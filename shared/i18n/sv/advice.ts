import type { Advice, AdviceKind } from '#shared/domain/instrument/advice.ts';
import { plural } from '../format.ts';

type Values = Advice['values'];

/** What a piece of advice says, why, and who says so; `source` is empty where the reason is the program's own. */
export interface AdviceWords {
	says: (values: Values) => string;
	why: string;
	source: string;
}

const krosnick = 'Krosnick & Presser, Question and Questionnaire Design, i Handbook of Survey Research, 2010';
const saris = 'Saris & Gallhofer, Design, Evaluation, and Analysis of Questionnaires for Survey Research, 2014';
const dillman = 'Dillman, Smyth & Christian, Internet, Phone, Mail, and Mixed-Mode Surveys, 2014';
const choi = 'Choi & Pak, A Catalog of Biases in Questionnaires, Preventing Chronic Disease, 2005';
const scb = 'SCB, Fråga rätt! Utveckla, testa, utvärdera och förbättra blanketter';
const lixSource = 'Björnsson, Läsbarhet, 1968';

const kinds: Record<AdviceKind, AdviceWords> = {
	'double-barrelled': {
		says: ({ word }) => `Ordet ”${word}” kan göra att frågan frågar om två saker på en gång.`,
		why: 'Den som tycker olika om de två vet inte hur hen ska svara, och ni vet inte vilken av dem svaret gäller. Dela upp frågan.',
		source: `${krosnick}; ${scb}`,
	},
	'double-negation': {
		says: ({ word }) => `Två nekande ord i samma påstående: ”${word}”.`,
		why: 'Dubbla nekanden läses lätt fel, och ett nej till dem blir ett tredje. Skriv om påståendet jakande.',
		source: krosnick,
	},
	negated: {
		says: ({ word }) => `Påståendet nekar (”${word}”).`,
		why: 'Att svara nej på ett nekande påstående är svårt att tänka igenom och ger fler felaktiga svar. Säg hellre hur det är än hur det inte är.',
		source: krosnick,
	},
	leading: {
		says: ({ word }) => `Frågan kan styra svaret (”${word}”).`,
		why: 'Ord som visar vilket svar som väntas får fler att ge det. Fråga lika öppet åt båda håll.',
		source: `${krosnick}; ${choi}`,
	},
	absolute: {
		says: ({ word }) => `Ordet ”${word}” lämnar inget utrymme för undantag.`,
		why: 'Få saker gäller alltid eller aldrig. Den som kan komma på ett undantag måste svara nej, fast det nästan stämmer.',
		source: 'Payne, The Art of Asking Questions, 1951',
	},
	'long-text': {
		says: ({ word }) => `Frågan är lång: ${word} ord.`,
		why: 'Ju fler ord, desto fler läser slarvigt eller olika. Lägg förklaringar i hjälptexten.',
		source: dillman,
	},
	'hard-to-read': {
		says: ({ lix }) => `Frågan är svår att läsa: LIX ${lix}.`,
		why: 'LIX över 60 är mycket svår text. Korta meningen och byt långa ord mot vanliga.',
		source: lixSource,
	},
	'no-dont-know': {
		says: () => 'Frågan gäller hur något är, men det går inte att svara ”Vet inte”.',
		why: 'Den som inte vet måste gissa, och gissningen räknas som ett svar. Lägg till ”Vet inte” utanför skalan.',
		source: `${choi}; ${scb}`,
	},
	unbalanced: {
		says: ({ negative, positive }) =>
			`Skalan har ${negative} ${plural(Number(negative), 'negativt', 'negativa')} och ${positive} ${plural(Number(positive), 'positivt', 'positiva')} steg.`,
		why: 'En skala med fler steg åt ena hållet drar svaren ditåt. Ge båda sidor lika många.',
		source: saris,
	},
	'reversed-scale': {
		says: () => 'Skalan går från det positiva till det negativa.',
		why: 'Programmet räknar de två sista stegen som de mest positiva. Vänd skalan, annars blir andelen positiva svar fel.',
		source: '',
	},
	'mixed-directions': {
		says: () => 'Skalan går åt andra hållet än de andra i formuläret.',
		why: 'När skalor byter riktning kryssar en del i fel ände. Låt alla gå från det mest negativa till det mest positiva.',
		source: dillman,
	},
	'agree-disagree': {
		says: ({ count }) => `${count} påståenden besvaras med hur väl de stämmer, och alla är vända åt samma håll.`,
		why: 'En del håller med vad som än påstås. Fråga hellre rakt på sak (”Hur tydliga är målen?”), eller vänd något av påståendena.',
		source:
			'Saris, Revilla, Krosnick & Shaeffer, Comparing Questions with Agree/Disagree Response Options to Questions with Item-Specific Response Options, Survey Research Methods, 2010',
	},
	'options-overlap': {
		says: ({ first, second }) => `Alternativen ”${first}” och ”${second}” täcker samma tal.`,
		why: 'Den som hör till båda kryssar på måfå. Låt nästa alternativ börja där det förra har slutat.',
		source: choi,
	},
	'options-gap': {
		says: ({ first, second }) => `Mellan ”${first}” och ”${second}” finns tal som inte går att svara.`,
		why: 'Den som hör hemma i luckan har inget att kryssa i.',
		source: choi,
	},
	'no-other': {
		says: () => 'Alternativen saknar ”Annat”, ”Inget av detta” och ”Vet inte”.',
		why: 'Den som inte passar in hoppar över frågan eller väljer fel. Lägg till en utväg om ni inte är säkra på att listan är hel.',
		source: `${dillman}; ${choi}`,
	},
	'long-matrix': {
		says: ({ rows }) => `Matrisen har ${rows} rader.`,
		why: 'I långa matriser svarar många likadant rad efter rad, och på telefon tappar man skalan ur sikte. Dela upp den.',
		source:
			'Couper, Tourangeau, Conrad & Zhang, The Design of Grids in Web Surveys, Social Science Computer Review, 2013',
	},
	translation: {
		says: ({ count }) => `${count} ${plural(Number(count), 'text saknas', 'texter saknas')} på något av språken.`,
		why: 'Den som läser på det språket får texten på svenska i stället.',
		source: '',
	},
	'maybe-identifying': {
		says: () => 'Frågan verkar gälla vem den som svarar är, men är inte märkt som något som kan peka ut en person.',
		why: 'Är den märkt räknar programmet med den när det bedömer om någon kan kännas igen.',
		source: '',
	},
	identifying: {
		says: ({ questions, cells, invited }) =>
			`${questions} ${plural(Number(questions), 'fråga', 'frågor')} om vem man är delar ${invited} tillfrågade i upp till ${cells} grupper.`,
		why: 'Med färre än fem personer till varje grupp kan någon kännas igen på sina svar. Fråga om färre saker, eller i grövre grupper.',
		source: 'Hundepool m.fl., Statistical Disclosure Control, 2012',
	},
	'too-long': {
		says: ({ minutes }) => `Formuläret tar ungefär ${minutes} minuter att besvara.`,
		why: 'Efter tio till femton minuter hoppar fler av, och svaren blir kortare och slarvigare. Tiden är programmets uppskattning.',
		source:
			'Revilla & Ochoa, Ideal and Maximum Length for a Web Survey, International Journal of Market Research, 2017',
	},
	'many-open': {
		says: ({ count }) => `${count} frågor ska besvaras med egna ord.`,
		why: 'Öppna frågor kostar den som svarar mest, och de sista får ofta inget svar. Spara dem till det ni inte kan fråga på annat sätt.',
		source: dillman,
	},
	'hard-as-a-whole': {
		says: ({ lix }) => `Frågorna är sammantaget svåra att läsa: LIX ${lix}.`,
		why: 'Mellan 40 och 50 är medelsvår text, som i en tidning; över 50 är svår text, som i myndigheters skrifter.',
		source: lixSource,
	},
};

/** Swedish words of the check before a questionnaire is used. */
export const advice = {
	title: 'Innan formuläret används',
	count: (n: number) => `${n} råd`,
	none: 'Inga råd: inget i formuläret bryter mot det som brukar gå fel.',
	lead: 'Råd, inte krav.',
	leadAside: 'Varje råd går att lägga åt sidan.',
	minutes: (n: number) => `Tar ungefär ${n} ${plural(n, 'minut', 'minuter')} att besvara`,
	lix: (n: number) => `LIX ${n}`,
	question: (id: string) => `Fråga ${id}`,
	whole: 'Hela formuläret',
	/** Of a heading or information, which has no number that anyone sees. */
	section: (name: string) => `Avsnittet ”${name}”`,
	info: (name: string) => `Informationen ”${name}”`,
	go: (where: string) => `Gå till: ${where}`,
	why: 'Varför',
	source: 'Källa',
	dismiss: 'Lägg åt sidan',
	dismissNamed: (where: string, says: string) => `Lägg åt sidan. ${where}: ${says}`,
	kinds,
};
