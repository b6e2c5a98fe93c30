import { plural } from '../format.ts';

const numberWords =
	'noll en två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton tjugo'.split(
		' ',
	);

/** Swedish words of results and figures. */
export const results = {
	figure: {
		all: 'Alla',
		chosen: 'Har valt',
		first: 'Satte först',
		n: 'n',
		altBars: (title: string, rows: number, first: string, last: string) =>
			`${title}: ${rows} ${plural(rows, 'liggande stapel', 'liggande staplar')}, från ”${first}” till ”${last}”.`,
		altChoices: (title: string, rows: number) =>
			`${title}: ${rows} ${plural(rows, 'liggande stapel', 'liggande staplar')}, en för varje alternativ.`,
		altShare: (label: string, count: number, n: number, percent: string) => `${label}, ${count} av ${n} (${percent})`,
		altOne: (share: string) => `Positiva svar: ${share}.`,
		altRange: (top: string, bottom: string) => `Högst: ${top}. Lägst: ${bottom}.`,
	},
	sentence: {
		numberWord: (n: number) => numberWords[n] ?? String(n),
		topTwo: (count: string, n: string, percent: string, options: string, label: string) =>
			`${count} av ${n} (${percent}) svarade ${options} på ”${label}”`,
		most: (count: string, n: string, percent: string, option: string, label: string) =>
			`${count} av ${n} (${percent}) svarade ”${option}” på ”${label}”, det vanligaste svaret`,
		first: (count: string, n: string, percent: string, option: string, label: string) =>
			`${count} av ${n} (${percent}) satte ”${option}” först på ”${label}”`,
		middle: (label: string, median: string, mean: string, n: string) =>
			`Medianen för ”${label}” är ${median} (medelvärde ${mean}, n = ${n})`,
		or: (one: string, other: string) => `”${one}” eller ”${other}”`,
		lowest: (groups: string) => `; lägst i ${groups}`,
		and: (all: string, last: string) => `${all} och ${last}`,
	},
	page: {
		answeredOf: (answered: string, invited: string) => `${answered} av ${invited} svarade`,
		answered: (answered: string) => `${answered} har svarat`,
		more: 'Fler har svarat än som tillfrågades. Kontrollera antalet.',
		partial: (n: number) => `${n} ${plural(n, 'svar är påbörjat', 'svar är påbörjade')} men inte avslutade`,
		inSeveral: (n: string) => `${n} i flera grupper`,
		invitedUnknown: 'Antalet tillfrågade är inte angivet, så svarsfrekvensen kan inte räknas ut.',
		empty: 'Inga svar än',
		emptyText:
			'Här visas resultaten när någon har svarat. Importera en fil med svar, eller registrera dem i programmet.',
		import: 'Importera svar',
		enter: 'Registrera svar',
		rounds: 'Resultat per omgång',
		roundsLead: 'Välj en omgång för att se svaren.',
		noRounds: 'Inga omgångar än',
		noRoundsText:
			'En omgång är ett frågeformulär som ställs till en grupp vid ett tillfälle. Lägg till en under Datainsamling.',
		toCollect: 'Till Datainsamling',
		materialLead: 'Intervjuutskrifter, anteckningar och fritextsvar kodas under Material i listan.',
	},
	controls: {
		view: 'Visa',
		views: { figure: 'Figur', numbers: 'Alla tal', table: 'Egen tabell' },
		order: 'Ordning',
		orders: { asked: 'Frågornas ordning', high: 'Högst andel först', low: 'Lägst andel först' },
		by: 'Dela upp efter',
		byItem: (item: string) => `Efter ${item}`,
		noBy: 'Ingen uppdelning',
		copy: 'Kopiera',
		copyTable: 'Kopiera tabellen',
		copyFigure: 'Kopiera figuren',
		saveFigure: 'Spara figuren som bild',
		copyBlock: 'Kopiera som block till rapporten',
		copied: 'Kopierat',
		savedAs: (where: string) => `Figuren sparades: ${where}`,
		notCopied: 'Det gick inte att kopiera',
		notCopiedHelp: 'Datorn tillät det inte. Spara figuren som bild i stället.',
		nextItem: 'Nästa fråga i resultaten',
		previousItem: 'Föregående fråga i resultaten',
	},
	block: {
		statement: 'Påstående',
		question: 'Fråga',
		figure: 'Svar',
		positive: 'Positiva',
		share: 'Andel',
		ofN: (n: string) => `av ${n}`,
		option: 'Svarsalternativ',
		count: 'Antal',
		percent: 'Procent',
		missing: 'Saknas',
		median: 'Median',
		mean: 'Medelvärde',
		scale: (first: string, last: string) => `${first} till ${last}`,
		legend: 'Svarsalternativ i ordning',
		several: 'Flera svar kunde väljas. Procent av dem som valde något.',
		ranked: 'Rangordnade',
		first: 'Satte först',
		meanRank: 'Medelplats',
		rankingNote: 'Medelplatsen är bland dem som rangordnade alternativet; 1 är först.',
		numbers: 'Tal',
		open: 'Fritextsvar',
		openAnswers: (n: number) => `${n} svar`,
		openLead: 'Fritextsvaren kodas som annat material.',
	},
	details: {
		label: 'Den valda frågan',
		question: (id: string) => `Fråga ${id}`,
		perGroup: 'Per grupp',
		distribution: 'Fördelning',
		group: 'Grupp',
		n: 'Giltiga svar (n)',
		missing: 'Svar saknas',
		ofWhich: (n: number) => `varav ${n} ${plural(n, 'valde', 'valde')} ett alternativ utanför skalan`,
		notAsked: 'Fick inte frågan',
		topTwo: 'Två mest positiva',
		median: 'Median',
		medianBetween: (one: string, other: string) => `mellan ${one} och ${other}`,
		mean: 'Medelvärde',
		countNote: (n: number, by: string) =>
			n === 0
				? `Antal svarande per grupp (${by}). Ingen är med i mer än en grupp.`
				: `Antal svarande per grupp (${by}). Den som är med i flera grupper räknas i var och en av dem: ${n} ${plural(n, 'person', 'personer')}.`,
		singleNote: (n: number, by: string) =>
			`Bara de som är med i en enda grupp (${by}) räknas här. ${n} ${plural(n, 'person', 'personer')} i flera grupper är inte med i staplarna.`,
		ofWhomSeveral: (n: number) => `varav ${n} i flera grupper`,
		showSingle: 'Räkna bara dem som är i en enda grupp',
		small: 'Mindre grupp än löftet',
		smallNote: (least: number) =>
			`* Färre än ${least} personer. Gruppen visas här för dig som analyserar, men redovisas inte i rapporten.`,
		sentence: 'Mening till rapporten',
		sentenceNone: 'Ingen har svarat på frågan.',
		copySentence: 'Kopiera meningen',
	},
	table: {
		title: 'Egen tabell',
		lead: 'Antal och andel som valde ett av de två mest positiva alternativen, i den ordning du väljer.',
		heading: 'Rubrik',
		headingOf: (n: number) => `Rubrik för del ${n}`,
		addItem: 'Lägg till en fråga',
		addItemTo: (heading: string) => `Lägg till en fråga under ${heading}`,
		addSection: 'Lägg till en rubrik',
		up: (label: string) => `Flytta upp: ${label}`,
		down: (label: string) => `Flytta ned: ${label}`,
		remove: (label: string) => `Ta bort: ${label}`,
		reset: 'Börja om',
		preview: 'Tabellen',
		edit: 'Innehåll och ordning',
		untitled: 'utan rubrik',
		none: 'Ingen fråga i enkäten har en ordnad skala, så det finns inga positiva andelar att visa.',
		item: 'Fråga',
	},
};
