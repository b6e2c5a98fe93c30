import { plural } from '../format.ts';

/** Swedish words of a round that somebody else gathers. */
export const handover = {
	title: 'Låt någon annan samla in',
	lead: 'En annan enhet kan sköta sändlista, utskick, påminnelser och inkomna svar, så att du som utvärderar aldrig ser några namn.',
	open: 'Låt någon annan samla in',
	steps: [
		'Du gör ett exemplar av omgången för administratören. I det finns frågeformuläret men varken svar eller något annat ur projektet.',
		'Administratören öppnar det i Underlag, läser in sin sändlista och samlar in svaren.',
		'Du får tillbaka en fil som bara du kan öppna: svaren utan namn, koder och tider, och hur många som tillfrågades och svarade.',
	],
	needsKey: 'Omgången behöver en nyckel, så att bara du kan öppna det som kommer tillbaka.',
	toKey: 'Gör nyckeln under Formulär som fil',
	makeCopy: 'Gör administratörens exemplar …',
	copyTitle: 'Administratörens exemplar',
	copyLead: 'Filen är ett eget projekt med en enda omgång. Ge den till den som ska samla in.',
	copyName: (round: string) => `${round} – administratör`,
	copyDone: 'Administratörens exemplar är sparat',
	passphrase: 'Lösenfras (om exemplaret ska skyddas)',
	needsKeys: 'Det som kommer tillbaka går bara att läsa när den är öppen.',
	receive: 'Läs in från administratören …',
	receiveNote: 'En .underlag-retur-fil',
	received: ({ stored, known, updated, erased }: Record<'stored' | 'known' | 'updated' | 'erased', number>) =>
		[
			`${stored} ${plural(stored, 'svar inläst', 'svar inlästa')}`,
			...(updated > 0 ? [`${updated} ${plural(updated, 'ändrat', 'ändrade')} hos administratören`] : []),
			...(known > 0 ? [`${known} fanns redan`] : []),
			...(erased > 0
				? [`${erased} ${plural(erased, 'raderat här och inte inläst igen', 'raderade här och inte inlästa igen')}`]
				: []),
		].join(', '),
	gone: (n: number) =>
		n === 1
			? 'Ett svar som lästs in tidigare finns inte längre hos administratören. Har någon tagit tillbaka sitt svar ska det raderas här också:'
			: `${n} svar som lästs in tidigare finns inte längre hos administratören. Har någon tagit tillbaka sitt svar ska det raderas här också:`,
	goneOne: (number: string) => `Svar ${number}`,
	copyOut: 'Frågeformuläret är låst från och med nu, så att svaren passar.',
	last: (day: string) => `Senast inläst ${day}`,
	none: 'Inget har lästs in än.',
	counts: {
		asked: 'Inte svarat',
		unreachable: 'Inte nådda',
		refused: 'Avböjt',
		partial: 'Påbörjat',
		answered: 'Svarat',
		notEligible: 'Utanför målgruppen',
	},
	group: 'Grupp',
	all: 'Alla tillfrågade',
	hidden: 'för få för att visas',
	noCounts:
		'Administratören har inte haft någon sändlista, så svarsfrekvensen räknas på det antal du själv har skrivit.',
	administrator: 'Administratörens exemplar',
	administratorLead: 'Här samlas svar in åt utvärderaren. Resultaten visas inte här, utan öppnas hos utvärderaren.',
	giveBack: 'Lämna till utvärderaren …',
	giveBackLead:
		'Filen innehåller svaren utan namn, koder och tider, i slumpvis ordning, och hur många som tillfrågades. Fritextsvar lämnas som de är skrivna: läs igenom dem först om de kan röja någon.',
	givenBack: (n: number) => `${n} ${plural(n, 'svar', 'svar')} sparade i filen`,
	hiddenGroups: (n: number) =>
		`${n} ${plural(n, 'grupp', 'grupper')} är för ${plural(n, 'liten', 'små')} för att redovisas och är dolda i filen.`,
	noResults: 'Resultaten öppnas hos utvärderaren',
	noResultsLead: 'Det här exemplaret är till för att samla in svar.',
};
