import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { RunJob } from '../../../electron/core/ports.ts';
import { runHere } from '../../../electron/workers/run-here.ts';
import { makeTestProject } from '../test-core.ts';
import { returnFor } from './return-for.ts';

const passphrase = 'tre små ord till';
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
	meanwhile = async () => {};
	for (const end of ends.splice(0)) await end();
});

/** What somebody does while a file is opened. */
let meanwhile = async () => {};
const runJob = ((...job: Parameters<RunJob>) => meanwhile().then(() => runHere(...job))) as RunJob;

async function project() {
	const made = await makeTestProject({ runJob, now: () => new Date('2026-03-04T05:06:07Z') });
	ends.push(made.end);
	return made;
}

/** An evaluator's project with a round that has a key, and one answer of its own that must not go along. */
async function evaluator() {
	const made = await project();
	const { core, path } = made;
	await core.call('keys.create', { path: path.replace('.underlag', '.nyckel'), passphrase });
	const { id: instrumentId } = await core.call('instrument.add', { key: 'board' });
	const { id: roundId } = await core.call('round.add', { name: 'Styrelsen', instrumentId, invited: 5 });
	await core.call('form.makeKey', { roundId });
	await core.call('response.save', { roundId, answers: { 10: 'Utvärderarens egen rad' }, status: 'complete' });
	return { ...made, roundId };
}

test('an administrator gathers in a copy, and the evaluator gets answers and rates without anything that tells who', async () => {
	const { core, folder, roundId } = await evaluator();
	const copy = join(folder, 'administratör.underlag');
	await core.call('handover.makeCopy', { roundId, path: copy });
	expect(readFileSync(copy).includes('Utvärderarens egen rad')).toBe(false);
	expect(await core.call('handover.role', {})).toEqual({ role: 'evaluator' });

	const admin = await project();
	await admin.core.call('project.close', {});
	await admin.core.call('project.open', { path: copy });
	expect(await admin.core.call('handover.role', {})).toEqual({ role: 'administrator' });
	const [round] = await admin.core.call('round.list', {});
	expect(round).toMatchObject({ name: 'Styrelsen', answered: 0, invited: 5 });
	await admin.core.call('keys.create', { path: join(admin.folder, 'egen.nyckel'), passphrase });
	const names = Array.from({ length: 20 }, (_, at) => `Person ${at} Efternamn${at};p${at}@example.org;Norr${at % 2}`);
	const list = new TextEncoder().encode(['Namn;E-post;Grupp', ...names].join('\r\n'));
	await admin.core.call('asked.importList', { roundId: round?.id ?? 0, name: 'lista.csv', bytes: list });
	for (const [text, status] of [
		['Bra möten', 'complete'],
		['Mer tid', 'complete'],
		['', 'partial'],
	] as const)
		await admin.core.call('response.save', {
			roundId: round?.id ?? 0,
			answers: { 1: '4', ...(text ? { 10: text } : {}) },
			status,
		});
	const given = await admin.core.call('handover.return', { roundId: round?.id ?? 0 });
	expect(given).toMatchObject({ name: 'Styrelsen.underlag-retur', responses: 3 });
	expect(Buffer.from(given.bytes).includes('Bra möten')).toBe(false);

	const take = () => core.call('handover.receive', { roundId, name: given.name, bytes: given.bytes });
	expect(await take()).toEqual({ stored: 3, known: 0, updated: 0, erased: 0, gone: [] });
	expect(await take()).toEqual({ stored: 0, known: 3, updated: 0, erased: 0, gone: [] });
	const { rows } = await core.call('response.list', { roundId });
	const came = rows.filter(({ origin }) => origin === 'admin');
	expect(came.map(({ submittedAt }) => submittedAt)).toEqual([null, null, null]);
	expect(came.map(({ status }) => status).sort()).toEqual(['complete', 'complete', 'partial']);
	expect((await core.call('round.get', { id: roundId })).invited).toBe(20);
	expect(await core.call('handover.received', { roundId })).toMatchObject({
		day: '2026-03-04',
		responses: 3,
		counts: { answered: 2, partial: 1, asked: 17 },
	});
	await core.call('history.undo', {});
	await core.call('history.undo', {});
	expect(await core.call('handover.received', { roundId })).toBeNull();
	expect(await core.call('round.get', { id: roundId })).toMatchObject({ answered: 1, invited: 5 });
});

test('a copy is made only of a round with a key, and never over another file', async () => {
	const { core, folder, path, roundId } = await evaluator();
	const { id: without } = await core.call('round.add', { name: 'Utan nyckel', instrumentId: 1 });
	await expect(
		core.call('handover.makeCopy', { roundId: without, path: join(folder, 'a.underlag') }),
	).rejects.toMatchObject({ code: 'FORM_NO_KEY' });
	await expect(core.call('handover.makeCopy', { roundId, path })).rejects.toMatchObject({ code: 'FILE_EXISTS' });
	await expect(core.call('handover.return', { roundId })).rejects.toMatchObject({ code: 'NOT_ADMINISTRATOR' });
	const safe = join(folder, 'skyddad.underlag');
	await expect(core.call('handover.makeCopy', { roundId, path: safe, passphrase: 'kort fras' })).rejects.toMatchObject({
		code: 'PASSPHRASE_SHORT',
	});
	expect(readdirSync(folder).filter((one) => one.includes('skyddad'))).toEqual([]);
	await core.call('handover.makeCopy', { roundId, path: safe, passphrase: 'ännu en lång fras' });
	await expect(core.call('project.open', { path: safe })).rejects.toMatchObject({ code: 'PASSPHRASE_NEEDED' });
});

test('what is no return, was altered, is for another round or holds what is no answer is refused, and stores nothing', async () => {
	const { core, path, roundId } = await evaluator();
	const { id: other } = await core.call('round.add', { name: 'En annan', instrumentId: 1 });
	await core.call('form.makeKey', { roundId: other });
	const refusal = (bytes: Uint8Array) =>
		core.call('handover.receive', { roundId, name: 'retur', bytes }).then(
			() => 'taken',
			(error: { code: string }) => error.code,
		);
	const whole = returnFor(path, roundId, [{ 1: '4' }]);
	const altered = Uint8Array.from(whole);
	// Another sign of the base64 in the midst of what is sealed.
	altered[400] = altered[400] === 65 ? 66 : 65;
	expect(await refusal(altered)).toBe('RETURN_UNREADABLE');
	expect(await refusal(new TextEncoder().encode('{"format":"underlag-return/1"}'))).toBe('RETURN_UNREADABLE');
	expect(await refusal(new Uint8Array([0, 1, 2]))).toBe('RETURN_UNREADABLE');
	expect(await refusal(returnFor(path, roundId, [{ 1: '99' }]))).toBe('RETURN_UNREADABLE');
	expect(await refusal(returnFor(path, roundId, [{ nothing: '1' }]))).toBe('RETURN_UNREADABLE');
	const twice = { key: 'a'.repeat(43), status: 'complete' as const, answers: { 1: '4' } };
	expect(await refusal(returnFor(path, roundId, [], { responses: [twice, twice] }))).toBe('RETURN_UNREADABLE');
	const many = { asked: 2 ** 52, unreachable: 2 ** 52, refused: 0, partial: 0, answered: 0, notEligible: 0 };
	expect(await refusal(returnFor(path, roundId, [], { counts: many }))).toBe('RETURN_UNREADABLE');
	expect(await refusal(returnFor(path, other, [{ 1: '4' }]))).toBe('RETURN_FOREIGN');
	const instrument = { key: 'board', version: 1, hash: 'another' };
	expect(await refusal(returnFor(path, roundId, [{ 1: '4' }], { instrument }))).toBe('RETURN_FOREIGN');
	expect((await core.call('round.get', { id: roundId })).answered).toBe(1);
	await core.call('keys.close', {});
	expect(await refusal(whole)).toBe('KEYS_NEEDED');
	await core.call('keys.open', { passphrase });
	expect(await refusal(whole)).toBe('taken');
});

test('a return to a round that is removed while it is opened is refused by what is gone', async () => {
	const { core, path, roundId } = await evaluator();
	const bytes = returnFor(path, roundId, [{ 1: '4' }]);
	meanwhile = async () => void (await core.call('round.remove', { id: roundId }));
	await expect(core.call('handover.receive', { roundId, name: 'retur', bytes })).rejects.toMatchObject({
		code: 'NOT_FOUND',
	});
});

test('what the administrator has changed since is changed here too, and what is gone there is told and left', async () => {
	const { core, path, roundId } = await evaluator();
	const [a, b, c] = ['a', 'b', 'c'].map((letter) => letter.repeat(20));
	const one = (
		key: string | undefined,
		answers: Record<string, string>,
		status: 'partial' | 'complete' = 'complete',
	) => ({
		...{ key: key ?? '', status, answers },
	});
	const take = (...responses: ReturnType<typeof one>[]) =>
		core.call('handover.receive', { roundId, name: 'r', bytes: returnFor(path, roundId, [], { responses }) });
	const first = [one(a, { 1: '4', 10: 'Bra möten och god kaffe' }), one(b, { 1: '2' }, 'partial'), one(c, { 1: '1' })];
	expect(await take(...first)).toEqual({ stored: 3, known: 0, updated: 0, erased: 0, gone: [] });
	const { id: codeId } = await core.call('code.add', { name: 'Möten' });
	const [open] = await core.call('results.openAnswers', { roundId });
	const answer = open?.answers.find(({ text }) => text.startsWith('Bra'));
	const target = { kind: 'answer', answerId: answer?.id ?? 0 } as const;
	await core.call('coding.add', { target, codeId, start: 4, end: 9 });

	const changed = [one(a, { 1: '4', 10: 'Mycket bra möten och god kaffe' }), one(b, { 1: '3', 2: '4' })];
	const { gone, ...counts } = await take(...changed);
	expect(counts).toEqual({ stored: 0, known: 0, updated: 2, erased: 0 });
	const { rows } = await core.call('response.list', { roundId });
	expect(gone).toEqual([{ id: gone[0]?.id, number: rows.find(({ id }) => id === gone[0]?.id)?.number }]);
	expect(rows.length).toBe(4);
	const answers = await Promise.all(rows.map(async ({ id }) => (await core.call('response.get', { id })).answers));
	for (const { answers: now } of changed) expect(answers).toContainEqual(now);
	expect(rows.filter(({ origin }) => origin === 'admin').map(({ status }) => status)).not.toContain('partial');
	// A coding stays on its words.
	expect((await core.call('coding.list', { all: true })).map(({ quote }) => quote)).toEqual(['möten']);
	expect(await take(...changed)).toMatchObject({ known: 2, updated: 0 });
	await core.call('history.undo', {});
	await core.call('history.undo', {});
	expect((await core.call('coding.list', { all: true })).map(({ quote }) => quote)).toEqual(['möten']);
	expect((await core.call('results.openAnswers', { roundId }))[0]?.answers.map(({ text }) => text)).toContain(
		'Bra möten och god kaffe',
	);
});
