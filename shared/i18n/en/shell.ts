/** English words of what surrounds the window: the start, the menu, the system's own dialogs. */
export const shell = {
	start: {
		noElectron: (browser: string) =>
			`Electron is not here and could not be fetched, so Underlag opens as a window of ${browser}.`,
		noBrowser: 'Neither Electron nor Chrome, Edge or Chromium can show a window here. Open this address in a browser:',
		browserFailed: 'The browser did not start. Open this address in a browser:',
		stop: 'Ctrl+C ends the program.',
	},
};
