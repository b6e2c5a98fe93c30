import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Ports } from '../../../electron/core/ports.ts';
import { makeTestProject } from '../test-core.ts';

/** A file of the seed evaluations. */
export const seed = (name: string) =>
	readFileSync(fileURLToPath(new URL(`../../fixtures/seed/${name}`, import.meta.url)));

/** A project with both seed rounds answered and an interview coded. */
export async function makeReportProject(change: Partial<Ports> = {}) {
	const made = await makeTestProject(change);
	const { core } = made;
	await core.call('project.update', {
		title: 'Långsiktig samverkan',
		commissioner: 'Samordningsförbundet',
		smallestGroup: 3,
	});
	const add = async (key: string, name: string, date: string, invited: number, file: string) => {
		const { id: instrumentId } = await core.call('instrument.add', { key });
		const { id: roundId } = await core.call('round.add', { name, date, invited, instrumentId });
		await core.call('response.import', { roundId, name: file, bytes: new Uint8Array(seed(file)) });
		return roundId;
	};
	const board = await add('board', 'Styrelsen, juni 2016', '2016-06-07', 22, 'board-2016.csv');
	const lokus = await add('lokus', 'Lokusgrupper, oktober 2017', '2017-10-10', 28, 'lokus-2017.csv');
	const { id: documentId } = await core.call('document.import', {
		name: 'Parintervju 2017-03-01.txt',
		title: 'Parintervju, mars 2017',
		bytes: new TextEncoder().encode(transcript),
	});
	const { id: parent } = await core.call('code.add', { name: 'Mandat', definition: 'Vad rollen får och ska göra.' });
	const { id: unclear } = await core.call('code.add', { name: 'Otydligt uppdrag', parentId: parent });
	const { id: room } = await core.call('code.add', { name: 'Handlingsutrymme', parentId: parent });
	const { text } = await core.call('document.get', { id: documentId });
	const code = (words: string, codeId: number) => {
		const start = text.indexOf(words);
		return core.call('coding.add', {
			target: { kind: 'document', documentId },
			codeId,
			start,
			end: start + words.length,
		});
	};
	await code('Jag vet inte riktigt vem som har gett mig det här uppdraget', unclear);
	await code('vi får faktiskt pröva oss fram', room);
	await code('ingen frågar efter hur det går', unclear);
	return { ...made, board, lokus, documentId, parent };
}

const transcript = `Intervjuare: Hur ser du på ditt uppdrag?
Anna: Jag vet inte riktigt vem som har gett mig det här uppdraget, men vi får faktiskt pröva oss fram.
Bertil: Det håller jag med om, och ingen frågar efter hur det går.
Intervjuare: Tack.
`;
