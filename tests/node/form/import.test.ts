import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { SealedAnswer } from '#shared/domain/form/envelope.ts';
import type { RunJob } from '../../../electron/core/ports.ts';
import { runHere } from '../../../electron/workers/run-here.ts';
import { makeTestProject } from '../test-core.ts';
import { sealFor } from './seal-for.ts';

const passphrase = 'tre små ord till';
let project: Awaited<ReturnType<typeof makeTestProject>>;
let roundId: number;
/** What somebody does while answers are opened. */
let meanwhile = async () => {};
const runJob = ((...job: Parameters<RunJob>) => meanwhile().then(() => runHere(...job))) as RunJob;

beforeAll(async () => {
	project = await makeTestProject({ runJob, now: () => new Date('2026-03-04T05:06:07Z') });
	const { core, path } = project;
	await core.call('keys.create', { path: path.replace('.underlag', '.nyckel'), passphrase });
});
afterAll(() => project.end());
beforeEach(async ({ task }) => {
	roundId = await addRound(task.id);
});

async function addRound(name: string): Promise<number> {
	const { id: instrumentId } = await project.core.call('instrument.add', { key: 'board' });
	const { id } = await project.core.call('round.add', { name, instrumentId });
	await project.core.call('form.makeKey', { roundId: id });
	return id;
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const seal = (change: Partial<SealedAnswer> = {}, round = roundId) => sealFor(project.path, round, change);
const file = (name: string, text: string) => ({ name, bytes: utf8(text) });
const take = (files: { name: string; bytes: Uint8Array }[], text?: string) =>
	project.core.call('form.import', { roundId, files, ...(text === undefined ? {} : { text }) });
const reasons = async (files: { name: string; bytes: Uint8Array }[]) =>
	(await take(files)).refused.map(({ name, reason }) => [name, reason]);
const answered = async () => (await project.core.call('round.get', { id: roundId })).answered;

test('answers in files and pasted from mails are opened, stored in one step, and counted once', async () => {
	const answers = { 1: '4', 5: '1', 10: ' Med tid\r\noch vilja. ' };
	const [first, second, third] = [seal({ answers }), seal({ answers: { 1: '2' }, day: '2027-01-01' }), seal()];
	const result = await take([file('a.underlag-svar', first)], `Hej!\n> ${second.replaceAll('\n', '\r\n> ')}\n${third}`);
	expect(result).toEqual({ read: 3, stored: 3, refused: [] });
	const { rows } = await project.core.call('response.list', { roundId });
	expect(rows.map(({ origin, status }) => [origin, status])).toEqual(Array(3).fill(['form', 'complete']));
	const stored = await Promise.all(rows.map(({ id }) => project.core.call('response.get', { id })));
	expect(stored.map((one) => one.answers)).toContainEqual({ 1: '4', 5: '1', 10: 'Med tid\noch vilja.' });
	// The day alone, and none that is yet to come.
	expect(new Set(stored.map((one) => one.submittedAt))).toEqual(new Set(['2026-01-02', '2026-03-04']));
	expect(await project.core.call('response.imports', { roundId })).toMatchObject([{ read: 3, stored: 3, skipped: 0 }]);

	expect(await take([file('b', first), file('c', first)])).toEqual({
		read: 2,
		stored: 0,
		refused: [
			{ name: 'b', number: 1, reason: 'repeated' },
			{ name: 'c', number: 1, reason: 'repeated' },
		],
	});
	const fourth = seal();
	expect(await take([file('d', fourth), file('e', fourth)])).toMatchObject({ stored: 1, refused: [{ name: 'e' }] });
	await project.core.call('history.undo', {});
	await project.core.call('history.undo', {});
	expect(await answered()).toBe(0);
});

test('one changed byte, wherever it stands, is told and nothing is stored', async () => {
	const whole = seal({ answers: { 1: '4' } });
	const places = { head: 12, name: 45, round: whole.indexOf('round:') + 10, sum: whole.indexOf('sum:') + 8 };
	const body = whole.indexOf('\n\n') + 2;
	const changed = Object.entries({ ...places, key: body + 3, cipher: body + 90, late: whole.length - 60 });
	const files = changed.map(([name, at]) =>
		file(name, whole.slice(0, at) + (whole[at] === '7' ? '8' : '7') + whole.slice(at + 1)),
	);
	const result = await take(files);
	expect(result.stored).toBe(0);
	expect(result.refused.map(({ name, reason }) => [name, reason])).toEqual([
		['head', 'not-an-answer'],
		...['name', 'round', 'sum', 'key', 'cipher', 'late'].map((name) => [name, 'damaged']),
	]);
});

test('altered with a right sum, for another round, another version, shapes that are no answers: each by name', async () => {
	const other = await addRound('En annan');
	const altered = seal();
	const { writeEnvelope, readEnvelopes } = await import('#shared/domain/form/envelope.ts');
	const [envelope] = readEnvelopes(altered);
	if (envelope?.kind !== 'sealed') throw new Error('no envelope');
	const flipped = (at: number) => {
		const bytes = Uint8Array.from(envelope.sealed);
		bytes[at] = (bytes[at] ?? 0) ^ 1;
		return writeEnvelope(envelope.round, bytes);
	};
	const instrument = { key: 'board', version: 1, hash: 'another' };
	const made = (change: object) => seal(change as Partial<SealedAnswer>);
	expect(
		await reasons([
			file('key', flipped(0)),
			file('tag', flipped(40)),
			file('text', flipped(400)),
			file('empty-seal', writeEnvelope(envelope.round, new Uint8Array(0))),
			file('other', seal({}, other)),
			file('other-inside', seal({ round: 'another-round' })),
			file('version', seal({ instrument })),
			file('item', seal({ answers: { 999: '1' } })),
			file('option', seal({ answers: { 1: '77' } })),
			file('proto', made({ answers: JSON.parse('{"__proto__": "1"}') })),
			file('object', made({ answers: { 1: { a: 1 } } })),
			file('list', made({ answers: [] })),
			file('day', made({ day: '2026-02-30' })),
			file('time', made({ day: '2026-02-03T10:00:00Z' })),
			file('nonce', made({ nonce: 'x' })),
			file('format', made({ format: 'underlag-answer/2' })),
			file('newer', altered.replace('ANSWER 1', 'ANSWER 2')),
			file('garbage', 'svar'),
			file('empty', ''),
			{ name: 'binary', bytes: new Uint8Array(randomBytes(5000)) },
			{ name: 'large', bytes: new Uint8Array(4_000_001) },
		]),
	).toEqual([
		['key', 'altered'],
		['tag', 'altered'],
		['text', 'altered'],
		['empty-seal', 'altered'],
		['other', 'other-round'],
		['other-inside', 'other-round'],
		['version', 'other-version'],
		['item', 'bad-answer'],
		['option', 'bad-answer'],
		['proto', 'bad-answer'],
		['object', 'bad-answer'],
		['list', 'bad-answer'],
		['day', 'bad-answer'],
		['time', 'bad-answer'],
		['nonce', 'bad-answer'],
		['format', 'bad-answer'],
		['newer', 'newer'],
		['garbage', 'not-an-answer'],
		['empty', 'not-an-answer'],
		['binary', 'not-an-answer'],
		['large', 'too-large'],
	]);
	expect(await answered()).toBe(0);
	expect(await project.core.call('response.imports', { roundId })).toEqual([]);
});

test('an answer that was promised anonymity is not taken into a round that promises less', async () => {
	await project.core.call('round.update', { id: roundId, promise: 'confidential' });
	const answer = (promise: 'anonymous' | 'confidential') => seal({ promise, answers: { 1: '4' } });
	expect(await reasons([file('a', answer('anonymous')), file('b', answer('confidential'))])).toEqual([
		['a', 'other-promise'],
	]);
	expect(await answered()).toBe(1);
});

test('a closed round takes none; open again, it does', async () => {
	const one = file('a', seal());
	await project.core.call('round.update', { id: roundId, closedAt: '2026-03-01' });
	expect(await reasons([one])).toEqual([['a', 'closed']]);
	await project.core.call('round.update', { id: roundId, closedAt: null });
	expect(await take([one])).toMatchObject({ stored: 1 });
});

test('a code counts once; in an anonymous round it is ticked off without its day and stands nowhere beside the answer', async () => {
	const { core } = project;
	await core.call('form.configure', { roundId, codes: true });
	const { codes } = await core.call('form.makeCodes', { roundId, count: 40 });
	expect(new Set(codes).size).toBe(40);
	const [a = '', b = ''] = codes;
	const typed = a.toLowerCase().replace('-', ' ');
	expect(
		await reasons([
			file('good', seal({ code: typed })),
			file('same', seal({ code: a })),
			file('none', seal()),
			file('unknown', seal({ code: 'H7KD-93XA' })),
			file('nonsense', seal({ code: '<b>' })),
		]),
	).toEqual([
		['same', 'code-used'],
		['none', 'code-missing'],
		['unknown', 'code-unknown'],
		['nonsense', 'code-unknown'],
	]);
	expect(await reasons([file('again', seal({ code: a }))])).toEqual([['again', 'code-used']]);
	// A new key leaves the codes that were handed out in force.
	await core.call('form.makeKey', { roundId });
	expect(await take([file('b', seal({ code: b }))])).toMatchObject({ stored: 1 });
	expect(await core.call('form.get', { roundId })).toMatchObject({ codesMade: 40, codesUsed: 2, key: 'here' });
	const { contentOf } = await import('../store/content-of.ts');
	const content = contentOf(project.path);
	for (const code of codes) expect(content.includes(code)).toBe(false);
	expect(content).not.toMatch(/form_code .*"used_on":"2026/);
	expect(content).toMatch(/response .*"created_at":"2026-03-04T00:00:00Z"/);
	await core.call('history.undo', {});
	expect(await core.call('form.get', { roundId })).toMatchObject({ codesUsed: 1 });
});

test('a round that is made anonymous while its answers are opened keeps no day of a code', async () => {
	const { core, path } = project;
	await core.call('round.update', { id: roundId, promise: 'confidential' });
	await core.call('form.configure', { roundId, codes: true });
	const { codes } = await core.call('form.makeCodes', { roundId, count: 1 });
	meanwhile = async () => void (await core.call('round.update', { id: roundId, promise: 'anonymous' }));
	expect(await take([file('a', seal({ code: codes[0] ?? '' }))])).toMatchObject({ stored: 1 });
	meanwhile = async () => {};
	const { contentOf } = await import('../store/content-of.ts');
	expect(contentOf(path)).toMatch(new RegExp(`"round_id":${roundId},"hash":"[^"]+","used":1,"used_on":null`));
});

test('answers sealed to the round’s former key are still opened', async () => {
	const before = file('a', seal());
	await project.core.call('form.makeKey', { roundId });
	expect(await take([before, file('b', seal())])).toMatchObject({ stored: 2, refused: [] });
});

test('an anonymous promise cannot be taken back once the form is out, or somebody has answered', async () => {
	const { core } = project;
	await core.call('round.setOut', { id: roundId, out: true });
	await expect(core.call('round.update', { id: roundId, promise: 'confidential' })).rejects.toMatchObject({
		code: 'PROMISE_GIVEN',
	});
	await core.call('round.setOut', { id: roundId, out: false });
	await core.call('round.update', { id: roundId, promise: 'confidential' });
	await core.call('round.update', { id: roundId, promise: 'anonymous' });
	await take([file('a', seal())]);
	await expect(core.call('round.update', { id: roundId, promise: 'confidential' })).rejects.toMatchObject({
		code: 'PROMISE_GIVEN',
	});
});

test('a hundred answers are taken in, in one undo step, in no order that tells when they came', async () => {
	const files = Array.from({ length: 100 }, (_, at) => file(`${at}`, seal({ answers: { 10: `svar ${at}` } })));
	expect(await take(files)).toMatchObject({ read: 100, stored: 100 });
	const open = await project.core.call('results.openAnswers', { roundId });
	const texts = open.flatMap((item) => item.answers.map(({ text }) => text));
	expect(texts).toHaveLength(100);
	expect(texts).not.toEqual(files.map((_, at) => `svar ${at}`));
	await project.core.call('history.undo', {});
	expect(await answered()).toBe(0);
});

test('without the key file, or with a key that is not in it, nothing is opened', async () => {
	const { core } = project;
	const one = [file('a', seal())];
	await core.call('keys.close', {});
	await expect(take(one)).rejects.toMatchObject({ code: 'KEYS_NEEDED', params: { made: true } });
	expect(await core.call('form.get', { roundId })).toMatchObject({ key: 'unknown' });
	await core.call('keys.create', { path: project.path.replace('.underlag', '.ny.nyckel'), passphrase, replace: true });
	await expect(take(one)).rejects.toMatchObject({ code: 'FORM_NO_KEY', params: { lost: true } });
	expect(await core.call('form.get', { roundId })).toMatchObject({ key: 'lost' });
	// Nor is anything made whose answers nobody could open.
	const lost = { code: 'FORM_NO_KEY', params: { lost: true } };
	await expect(core.call('form.make', { roundId })).rejects.toMatchObject(lost);
	const copy = project.path.replace('.underlag', '.exemplar.underlag');
	await expect(core.call('handover.makeCopy', { roundId, path: copy })).rejects.toMatchObject(lost);
	await core.call('form.makeKey', { roundId });
	expect(await reasons(one)).toEqual([['a', 'altered']]);
	expect(await take([file('b', seal())])).toMatchObject({ stored: 1 });
});

test('codes as a table are cells that no spreadsheet computes', async () => {
	const codes = ['H7KD-93XA', '=1+1'];
	const list = { roundId, codes, as: 'list' as const, language: 'sv' as const };
	const { bytes } = await project.core.call('form.printCodes', { ...list, address: 'https://x.example/a;"b' });
	const [, ...rows] = new TextDecoder().decode(bytes).trimEnd().split('\r\n');
	expect(rows).toEqual([
		'"H7KD-93XA";"https://x.example/a;""b#kod=H7KD-93XA"',
		`"'=1+1";"https://x.example/a;""b#kod==1+1"`,
	]);
});
