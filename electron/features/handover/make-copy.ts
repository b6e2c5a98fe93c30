import type { Output, Parsed } from '#shared/contract/calls.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { AppTaskContext } from '../../core/handlers.ts';

/** The administrator's copy of a round, through the calls that any project is made by: `handover.makeCopy`. */
export async function makeAdministratorCopy(
	context: AppTaskContext,
	{ roundId, path, passphrase }: Parsed<'handover.makeCopy'>,
): Promise<Output<'handover.makeCopy'>> {
	const { db, query } = context.project();
	const round = query('round.get', { id: roundId });
	const { definition } = query('instrument.get', { id: round.instrumentId });
	const { smallestGroup, language, commissioner } = query('project.get', {});
	const publicKey = db.prepare('SELECT public_key FROM round WHERE id = ?').pluck().get(roundId) as Buffer | null;
	// What came back under a key that is lost could never be opened.
	const lost = query('form.get', { roundId }).key === 'lost';
	if (!publicKey || lost) throw new AppError('FORM_NO_KEY', { name: round.name, lost });
	const details = { title: round.name, language, ...(passphrase ? { passphrase } : {}) };
	await context.build(path, details, async (call) => {
		await call('project.update', { smallestGroup, commissioner });
		const { id: instrumentId } = await call('instrument.add', { definition, name: round.name });
		const { name, date, invited, promise } = round;
		const { id } = await call('round.add', { name, date, invited, promise, instrumentId });
		await call('handover.begin', { roundId: id, forRound: round.uid, publicKey: new Uint8Array(publicKey) });
	});
	return { path };
}
