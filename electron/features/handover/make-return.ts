import { createHash, randomBytes } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { Output, Parsed } from '#shared/contract/calls.ts';
import { AppError } from '#shared/contract/errors.ts';
import { sealTo } from '#shared/domain/form/seal.ts';
import { hideSmallGroups, type Packet, sizeOf, writeReturn } from '#shared/domain/handover/packet.ts';
import { fileName } from '#shared/domain/project/file-name.ts';
import type { ProjectContext, TaskContext } from '../../core/handlers.ts';

interface Gathering {
	forRound: string;
	publicKey: Buffer;
}

/** What an administrator gives back: `handover.return`. */
export async function makeReturn(
	{ read, onProgress }: TaskContext,
	{ roundId }: Parsed<'handover.return'>,
): Promise<Output<'handover.return'>> {
	onProgress({ done: 0, total: 2, step: 'reading' });
	const { packet, publicKey, name } = read((context) => ({
		...packetOf(context, roundId),
		name: context.query('round.get', { id: roundId }).name,
	}));
	onProgress({ done: 1, total: 2, step: 'writing' });
	const bytes = writeReturn(packet.roundUid, sealTo(publicKey, asBytes(packet), randomBytes(32)));
	return {
		name: `${fileName(name, 'retur')}.underlag-retur`,
		bytes,
		responses: packet.responses.length,
		hiddenGroups: packet.groups.filter((one) => one.counts === null).length,
	};
}

const asBytes = (packet: Packet) => new TextEncoder().encode(JSON.stringify(packet));

/** @throws AppError NOT_ADMINISTRATOR where the project gathers for nobody */
function gatheringOf(db: Database, roundId: number): Gathering {
	const row = db
		.prepare('SELECT for_round AS forRound, public_key AS publicKey FROM gathering WHERE round_id = ?')
		.get(roundId) as Gathering | undefined;
	if (!row) throw new AppError('NOT_ADMINISTRATOR', {});
	return row;
}

/** The response's name at the evaluator's: no way back from it, and the same each time. */
const keyOf = (forRound: string, uid: string) => createHash('sha256').update(`${forRound} ${uid}`).digest('base64url');

function packetOf(context: ProjectContext, roundId: number): { packet: Packet; publicKey: Buffer } {
	const { db, query } = context;
	const { forRound, publicKey } = gatheringOf(db, roundId);
	const { instrumentId } = query('round.instrument', { id: roundId });
	const instrument = db.prepare('SELECT key, version, hash FROM instrument WHERE id = ?').get(instrumentId);
	const stored = db.prepare('SELECT id, uid FROM response WHERE round_id = ? AND answered > 0').all(roundId);
	const responses = (stored as { id: number; uid: string }[])
		.map(({ id, uid }) => {
			const { status, answers } = query('response.get', { id });
			return { key: keyOf(forRound, uid), status, answers };
		})
		.sort((a, b) => (a.key < b.key ? -1 : 1));
	const packet: Packet = {
		format: 'underlag-return/1',
		roundUid: forRound,
		instrument: instrument as Packet['instrument'],
		...countsOf(context, roundId),
		responses,
	};
	return { packet, publicKey };
}

/** How many were asked, as far as it may leave; nothing where no list was kept. Of groups nothing where it is not known who answered. */
function countsOf({ query }: ProjectContext, roundId: number): Pick<Packet, 'counts' | 'groups'> {
	const { smallestGroup } = query('project.get', {});
	const { source, overall, groups } = query('asked.rates', { roundId });
	if (sizeOf(overall.counts) === 0) return { counts: null, groups: [] };
	const named = source === 'list' ? groups.map(({ name, counts }) => ({ label: name, counts })) : [];
	return { counts: overall.counts, groups: hideSmallGroups(overall.counts, named, smallestGroup) };
}
