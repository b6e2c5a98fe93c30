import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { makeTestProject } from '../test-core.ts';
import { filesWith } from './files-with.ts';

const secret = 'Jag heter Ragnfrid Silverhjelm och satt i styrelsen ända till branden';
const kept = 'Tydligare dagordning, och att handlingarna kommer i tid';

let end: () => Promise<void> = async () => undefined;
afterEach(() => end());

/** A project in which one person's words have been everywhere they can be. */
async function projectWithTraces() {
	const made = await makeTestProject();
	end = made.end;
	const { core, folder, path } = made;
	await core.call('instrument.add', { key: 'board' });
	const { id: roundId } = await core.call('round.add', { name: 'Styrelsen', instrumentId: 1 });
	const save = (text: string, id?: number) =>
		core.call('response.save', { roundId, ...(id ? { id } : {}), answers: { 1: '4', 10: text }, status: 'complete' });
	const others = [await save(kept), await save(`${kept} igen`)];
	const { id } = await save('Ett första utkast');
	await save(secret, id);
	await save(`${secret}.`, id);
	await core.call('history.undo', {});
	await core.call('history.redo', {});
	const { id: codeId } = await core.call('code.add', { name: 'Handlingar' });
	const answer = (await core.call('results.openAnswers', { roundId }))[0]?.answers.find((one) => one.responseId === id);
	const target = { kind: 'answer', answerId: answer?.id ?? 0 } as const;
	await core.call('coding.add', { target, codeId, start: 0, end: secret.length });
	// A row that could not be read is kept with its import as what was wrong with it.
	const csv = `Nr;1;10\r\n77;${secret.slice(0, 40)};ja\r\n78;Stämmer helt;nej`;
	await core.call('response.import', { roundId, name: 'svar.csv', bytes: new TextEncoder().encode(csv) });
	return { core, folder, path, roundId, id, codeId, others };
}

test('an erased response is in no byte of the project, its history or the copies beside it; the rest is as it was', async () => {
	const { core, folder, path, roundId, id, others } = await projectWithTraces();
	await core.call('project.close', {});
	copyFileSync(path, join(folder, 'test.before-v2.underlag'));
	copyFileSync(path, join(folder, 'test.before-v2-2.underlag'));
	copyFileSync(path, join(folder, 'min egen kopia.underlag'));
	await core.call('project.open', { path });
	expect(filesWith(folder, secret)).toHaveLength(4);

	const preview = await core.call('erasure.preview', { responseIds: [id] });
	expect(preview).toMatchObject({ responses: 1, openAnswers: 1, codings: 1, quotedIn: [] });
	expect(preview.copies).toEqual(['test.before-v2-2.underlag', 'test.before-v2.underlag']);
	expect(preview.steps).toBeGreaterThan(5);

	await core.call('erasure.erase', { responseIds: [id] });
	// What the person made themselves is theirs; everything else is searched, also while the project is open.
	for (const words of [secret, secret.slice(0, 40), 'Ragnfrid', 'Silverhjelm'])
		expect(filesWith(folder, words)).toEqual(['min egen kopia.underlag']);
	expect(filesWith(folder, kept)).toContain('test.underlag');
	await expect(core.call('history.undo', {})).rejects.toMatchObject({ code: 'NOTHING_TO_UNDO' });
	await expect(core.call('response.get', { id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
	for (const other of others) expect((await core.call('response.get', other)).answers[1]).toBe('4');
	expect(await core.call('project.verify', {})).toMatchObject({ ok: true });

	// The history goes on from there.
	await core.call('response.remove', { id: others[0]?.id ?? 0 });
	await core.call('history.undo', {});
	expect((await core.call('response.list', { roundId })).total).toBe(3);
});

test('words that somebody has written by hand elsewhere are named, and stay', async () => {
	const { core, id, codeId } = await projectWithTraces();
	const { id: reportId } = await core.call('report.add', { title: 'Slutrapport', markdown: `> ${secret}.` });
	await core.call('code.update', { id: codeId, memo: `Jämför: ${secret}.` });
	const { quotedIn } = await core.call('erasure.preview', { responseIds: [id] });
	expect(quotedIn).toEqual([
		{ kind: 'report', id: reportId, title: 'Slutrapport' },
		{ kind: 'code', id: codeId, title: 'Handlingar' },
	]);
	await core.call('erasure.erase', { responseIds: [id] });
	expect((await core.call('report.get', { id: reportId })).markdown).toContain(secret);
});

test('nothing is erased where one of the responses is not there', async () => {
	const { core, id, roundId } = await projectWithTraces();
	const before = (await core.call('history.get', {})).done;
	await expect(core.call('erasure.erase', { responseIds: [id, 999] })).rejects.toMatchObject({
		code: 'NOT_FOUND',
		params: { what: 'response', ref: '999' },
	});
	expect((await core.call('response.list', { roundId })).total).toBe(4);
	expect((await core.call('history.get', {})).done).toBe(before);
});
