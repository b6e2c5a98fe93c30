import { plural } from '../format.ts';

/** Swedish words of erasing a person, or answers, for good. */
export const erasure = {
	open: 'Radera för gott …',
	openNamed: (number: string) => `Radera svar ${number} för gott …`,
	openPerson: 'Radera för gott …',
	titlePerson: (who: string) => `Radera ${who} för gott`,
	title: (number: string) => `Radera svar ${number} för gott`,
	lead: 'När någon tar tillbaka sitt samtycke, eller när gallringstiden är ute. Det går inte att ångra.',
	goes: 'Det här försvinner',
	responses: (n: number) =>
		n === 1 ? 'Svaret, ur projektet och ur sökregistret' : `${n} svar, ur projektet och ur sökregistret`,
	people: (n: number) =>
		n === 1
			? 'Personens rad i sändlistan, med grupper, egenskaper och kod'
			: `${n} rader i sändlistor, med grupper, egenskaper och koder`,
	names: (n: number) => `${n} ${plural(n, 'namn med adress', 'namn med adresser')} i nyckelfilen`,
	namesMore: (n: number) =>
		`varav ${n} från personer som tidigare tagits bort ur en sändlista, och som annars skulle bli kvar där`,
	secondEntries: (n: number) => `${n} ${plural(n, 'andra registrering', 'andra registreringar')} av samma papper`,
	links: 'Kopplingen till samma persons svar i andra omgångar',
	keysNeeded: 'Namnet kan stå i nyckelfilen. Den måste vara öppen för att också det ska raderas.',
	unknownAnswers: 'Omgången är anonym: vilket svar som är personens vet ingen, så svaren är kvar.',
	everywhere: 'Radera också det som samma person har i andra omgångar',
	elsewhere: (round: string, responses: number, people: number) =>
		`${round}: ${[
			...(responses > 0 ? [`${responses} ${plural(responses, 'svar', 'svar')}`] : []),
			...(people > 0 ? [`${people} ${plural(people, 'rad', 'rader')} i sändlistan`] : []),
		].join(' och ')}`,
	openAnswers: (n: number) => `${n} ${plural(n, 'fritextsvar', 'fritextsvar')}`,
	codings: (n: number) => `${n} ${plural(n, 'kodning', 'kodningar')} på dem`,
	steps: (n: number) =>
		n === 0
			? 'Historiken är redan tom.'
			: `Hela historiken: ${n} ${plural(n, 'steg', 'steg')} går inte längre att ångra, eftersom de kan innehålla svaret.`,
	copies: (n: number) =>
		`${n} ${plural(n, 'säkerhetskopia', 'säkerhetskopior')} som programmet har lagt bredvid projektet:`,
	stays: 'Det här är kvar, och är ditt att ta bort',
	staysCopies: 'Kopior som du själv har gjort, filer du har fått eller lämnat ut, och papper.',
	staysQuoted: 'Orden eller namnet står också här:',
	quotedKinds: { report: 'Rapport', code: 'Kod', document: 'Material', coding: 'Anteckning om kodning' },
	confirm: 'Jag förstår att det inte går att få tillbaka.',
	erase: 'Radera för gott',
	cancel: 'Avbryt',
	done: (number: string) => `Svar ${number} är raderat`,
	donePerson: (who: string) => `${who} är raderad`,
	doneHow: 'Det finns inte kvar i projektet.',
};
