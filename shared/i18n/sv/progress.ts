/** Swedish words of what a task is doing, by the steps of `shared/contract/events.ts`. */
export const progress = {
	starting: 'Startar …',
	reading: 'Läser …',
	matching: 'Parar ihop kolumner …',
	storing: 'Sparar …',
	copying: 'Kopierar …',
	checking: 'Kontrollerar …',
	filling: 'Fyller i siffror och citat …',
	drawing: 'Ritar figurer …',
	writing: 'Skriver filen …',
	printing: 'Skriver ut till pdf …',
	of: (done: string, total: string) => `${done} av ${total}`,
};
