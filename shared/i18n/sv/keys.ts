/** Swedish words of the key file. */
export const keys = {
	none: 'Projektet har ingen nyckelfil än',
	closed: 'Nyckelfilen är stängd',
	open: 'Nyckelfilen är öppen',
	what: 'I den ligger namn, adresser och hemliga nycklar, alltid krypterade.',
	make: 'Skapa nyckelfil',
	unlock: 'Öppna nyckelfilen',
	close: 'Stäng nyckelfilen',
	makeTitle: 'Skapa en nyckelfil',
	makeLead:
		'Nyckelfilen läggs bredvid projektet och har en egen lösenfras. Den som har projektet men inte nyckelfilen kan inte se vilka personerna är.',
	makeWarning: 'Ingen kan återskapa lösenfrasen. Skriv upp den, och spara en kopia av filen på ett annat ställe.',
	unlockTitle: 'Öppna nyckelfilen',
	unlockLead: (name: string) => `Skriv lösenfrasen till ${name}.`,
	passphrase: 'Lösenfras',
	repeat: 'Lösenfrasen en gång till',
	reveal: 'Visa lösenfrasen',
	tooShort: 'Minst tolv tecken.',
	differs: 'De två är inte lika.',
	wrong: 'Lösenfrasen stämmer inte.',
	place: (path: string) => `Sparas som ${path}`,
	made: 'Nyckelfilen är skapad och öppen',
};
