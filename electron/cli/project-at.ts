import { resolve } from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import type { Round } from '#shared/contract/round.ts';
import { type Run, word } from './command.ts';

/** Opens the project that the first word names; `UNDERLAG_PASSPHRASE` holds its passphrase where it has one. */
export async function openNamed(run: Run): Promise<string> {
	const passphrase = process.env.UNDERLAG_PASSPHRASE;
	const { path } = await run.core.call('project.open', {
		path: resolve(word(run, 0)),
		...(passphrase ? { passphrase } : {}),
	});
	return path;
}

/** The open project's round by name, or by number. @throws AppError NOT_FOUND */
export async function findRound(run: Run, ref: string): Promise<Round> {
	const rounds = await run.core.call('round.list', {});
	const found = rounds.find((round) => round.name === ref) ?? rounds.find((round) => String(round.id) === ref);
	if (!found) throw new AppError('NOT_FOUND', { what: 'round', ref });
	return found;
}

/**
 * Opens the key file that `--keys` names, else the project's own; with `make` makes it where the project has none. Its passphrase is in
 * `UNDERLAG_KEY_PASSPHRASE`. @returns false, with nothing opened, where that is not set
 */
export async function openKeys({ core, options }: Run, { make }: { make: boolean }): Promise<boolean> {
	const passphrase = process.env['UNDERLAG_KEY_PASSPHRASE'];
	if (!passphrase) return false;
	const { state, path: usual } = await core.call('keys.status', {});
	const path = typeof options['keys'] === 'string' ? resolve(options['keys']) : usual;
	await core.call(state === 'none' && make ? 'keys.create' : 'keys.open', { path, passphrase });
	return true;
}
