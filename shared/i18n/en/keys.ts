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
	makeTitle: 'Make a key file',
	makeLead:
		'The key file lies beside the project and has a passphrase of its own. Whoever has the project but not the key file cannot see who the people are.',
	makeWarning: 'Nobody can recover the passphrase. Write it down, and keep a copy of the file somewhere else.',
	unlockTitle: 'Open the key file',
	unlockLead: (name) => `Type the passphrase of ${name}.`,
	passphrase: 'Passphrase',
	repeat: 'The passphrase once more',
	reveal: 'Show the passphrase',
	tooShort: 'At least twelve characters.',
	differs: 'The two are not the same.',
	wrong: 'That is not the passphrase.',
	place: (path) => `Kept as ${path}`,
	made: 'The key file is made and open',
};
