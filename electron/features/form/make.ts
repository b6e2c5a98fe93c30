import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Output, Parsed } from '#shared/contract/calls.ts';
import { AppError } from '#shared/contract/errors.ts';
import { toBase64 } from '#shared/domain/form/base64.ts';
import { dataPlace, formDataJson, forRespondents } from '#shared/domain/form/data.ts';
import { fileName } from '#shared/domain/project/file-name.ts';
import type { TaskContext } from '../../core/handlers.ts';
import { formRound, pairInUse } from './round.ts';

/** The round's form as one page: `form.make`. The page is built with the program (`electron/launch/build-form.ts`); only its data is put in here. */
export async function makeForm(
	{ read, ports }: TaskContext,
	{ roundId }: Parsed<'form.make'>,
): Promise<Output<'form.make'>> {
	const round = read(({ db, keys }) => {
		const found = formRound(db, roundId);
		// Answers to one whose key is lost could never be opened.
		if (keys) pairInUse(keys, found);
		return found;
	});
	if (!round.publicKey) throw new AppError('FORM_NO_KEY', { name: round.name, lost: false });
	const template = readFileSync(join(ports.resourcesFolder, '..', 'dist', 'form', 'form.html'), 'utf8');
	const json = formDataJson({
		format: 'underlag-form/1',
		round: round.uid,
		instrument: forRespondents(round.instrument),
		instrumentHash: round.instrumentHash,
		publicKey: toBase64(round.publicKey),
		promise: round.promise,
		...round.settings,
	});
	// As a function: a text with "$&" in it means itself.
	const html = template.replace(dataPlace, () => json);
	return { name: `${fileName(round.name, 'form')}.html`, bytes: new TextEncoder().encode(html) };
}
