/** Swedish words of what surrounds the window: the start, the menu, the system's own dialogs. */
export const shell = {
	start: {
		noElectron: (browser: string) =>
			`Electron finns inte här och gick inte att hämta, så Underlag öppnas som ett fönster i ${browser}.`,
		noBrowser: 'Varken Electron, Chrome, Edge eller Chromium kan visa ett fönster här. Öppna adressen i en webbläsare:',
		browserFailed: 'Webbläsaren startade inte. Öppna adressen i en webbläsare:',
		stop: 'Ctrl+C avslutar.',
	},
};
