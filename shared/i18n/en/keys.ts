import type { Shape } from '../kit.ts';
import type { keys as sv } from '../sv/keys.ts';

/** English words of the key file. */
export const keys: Shape<typeof sv> = {
	none: 'The project has no key file yet',
	closed: 'The key file is closed',
	open: 'The key file is open',
	what: 'It holds names, addresses and secret keys, always encrypted.',
	make: 'Make a key file',
	unlock: 'Open the key file',
	close: 'Close the key file',
	titles: { make: 'Make a key file', open: 'Open the key file', change: 'Change the passphrase of the key file' },
	makeLead:
		'The key file has a passphrase of its own. Whoever has the project but not the key file cannot see who the people are.',
	makeWarning:
		'Nobody can recover the passphrase. If it or the file is lost, neither names nor answers to forms that are out can be read, by anyone. Write it down, and keep a copy of the file somewhere else.',
	unlockLead: (name) => `Type the passphrase of ${name}.`,
	missing: 'The key file is not where it last was. Write where it is now.',
	change: 'Change the passphrase',
	changed: 'The passphrase has been changed',
	newPassphrase: 'New passphrase',
	path: 'File',
	pathNote: 'The whole path. Best kept somewhere else than the project, on a memory stick for example.',
	passphrase: 'Passphrase',
	repeat: 'The passphrase once more',
	reveal: 'Show the passphrase',
	tooShort: 'At least twelve characters.',
	differs: 'The two are not the same.',
	wrong: 'That is not the passphrase.',
	place: (path) => `Kept as ${path}`,
	made: 'The key file is made and open',
};
