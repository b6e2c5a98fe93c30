import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeTestProject } from '../test-core.ts';

let project: Awaited<ReturnType<typeof makeTestProject>>;
let rounds: number[];
const call: typeof project.core.call = (name, input) => project.core.call(name, input);
const source = { kind: 'items' as const, items: ['kod'] };
const chosen = () => rounds.map((roundId) => ({ roundId, source }));
const refused = (work: Promise<unknown>, code: string) => expect(work).rejects.toMatchObject({ code });

beforeEach(async () => {
	project = await makeTestProject();
	const { id } = await call('instrument.add', {
		name: 'kod.json',
		definition: {
			format: 'underlag-instrument/1',
			key: 'fore-efter',
			version: 1,
			title: { sv: 'Före och efter' },
			scales: [],
			items: [
				{ type: 'text', id: 'kod', text: { sv: 'Din egen kod' }, long: false },
				{ type: 'rating', id: 'kunskap', text: { sv: 'Din kunskap' }, min: 1, max: 10 },
				{ type: 'number', id: 'dag', text: { sv: 'Dagen du är född' } },
			],
		},
	});
	rounds = [];
	for (const [name, codes] of [
		['Före', ['AN07', 'BE12', 'CA30', 'DORA', 'EE55', 'EE55']],
		['Efter', ['an-07', 'BE13', 'CA3O', 'FIKA', 'EE55']],
	] as const) {
		const round = (await call('round.add', { name, instrumentId: id })).id;
		rounds.push(round);
		for (const [at, kod] of codes.entries())
			await call('response.save', {
				roundId: round,
				status: 'complete',
				answers: { kod, kunskap: at + 1, dag: at + 1 },
			});
	}
});
afterEach(() => project.end());

test('the code’s question is found, and the rounds are matched by it', async () => {
	const [first] = await call('link.rounds', {});
	expect(first).toMatchObject({ name: 'Före', responses: 6, coded: 0, linked: 0, guess: source });
	const found = await call('link.match', { rounds: chosen() });
	expect(found).toMatchObject({
		...{ linked: 0, without: 0, apart: 0 },
		sure: { total: 1, first: [[{ code: 'AN07' }, { code: 'an-07' }]] },
		uncertain: { total: 4 },
		repeated: { total: 1, first: [{ code: 'EE55', responses: [{}, {}], others: [{}] }] },
		unmatched: { total: 2 },
	});
	expect(found.uncertain.first.map(({ a, b, likeness, only }) => [a.code, b.code, likeness, only])).toEqual([
		['CA30', 'CA3O', 'similar', true],
		['BE12', 'BE13', 'near', true],
		['EE55', 'EE55', 'same', false],
		['EE55', 'EE55', 'same', false],
	]);
});

test('sure ones are stored, uncertain ones settled, and each step is undone', async () => {
	expect(await call('link.storeSure', { rounds: chosen() })).toEqual({ people: 1 });
	const [ca, be, ee] = (await call('link.match', { rounds: chosen() })).uncertain.first;
	await call('link.settle', { a: ca?.a.responseId ?? 0, b: ca?.b.responseId ?? 0, same: true });
	await call('link.settle', { a: be?.a.responseId ?? 0, b: be?.b.responseId ?? 0, same: false });
	await call('link.settle', { a: ee?.a.responseId ?? 0, b: ee?.b.responseId ?? 0, same: true });
	const people = await call('link.list', { roundIds: rounds });
	expect(people.map(({ responses }) => responses.map(({ roundId }) => roundId))).toEqual([rounds, rounds, rounds]);
	const after = await call('link.match', { rounds: chosen() });
	expect(after).toMatchObject({ linked: 3, sure: { total: 0 }, uncertain: { total: 0 }, apart: 1 });
	// The other of the two with the same code can have no answer of that round any more.
	const other = (await call('response.list', { roundId: rounds[0] ?? 0 })).rows.at(-1)?.id ?? 0;
	await refused(call('link.settle', { a: other, b: ee?.b.responseId ?? 0, same: true }), 'LINK_TAKEN');
	await refused(call('link.settle', { a: other, b: ee?.a.responseId ?? 0, same: true }), 'LINK_TAKEN');
	await call('history.undo', {});
	expect((await call('link.match', { rounds: chosen() })).uncertain.total).toBe(2);
	await call('history.redo', {});
	await call('response.remove', { id: ca?.a.responseId ?? 0 });
	expect((await call('link.list', { roundIds: rounds })).length).toBe(2);
	await call('link.clear', { roundIds: rounds });
	expect(await call('link.match', { rounds: chosen() })).toMatchObject({ linked: 0, apart: 0 });
});

test('a code in two questions is one only where both are answered', async () => {
	const both = rounds.map((roundId) => ({ roundId, source: { kind: 'items' as const, items: ['kod', 'dag'] } }));
	await call('response.save', { roundId: rounds[1] ?? 0, status: 'complete', answers: { kod: 'DORA' } });
	const found = await call('link.match', { rounds: both });
	expect(found.without).toBe(1);
	expect(found.sure.first.map((those) => those.map(({ code }) => code))).toEqual([
		['AN07 1', 'an-07 1'],
		['EE55 5', 'EE55 5'],
	]);
	await refused(call('link.match', { rounds: [...both, { roundId: 99, source }] }), 'NOT_FOUND');
});

test('an anonymous answer is never linked to one whose person is known, from whichever side', async () => {
	const [anonymous = 0, other = 0] = rounds;
	const answersOf = async (roundId: number) => (await call('response.list', { roundId })).rows.map(({ id }) => id);
	// A round without answers may still be promised otherwise.
	const { instrumentId } = await call('round.get', { id: other });
	const known = (await call('round.add', { name: 'Med namn', instrumentId, promise: 'confidential' })).id;
	const { id: responseId } = await call('response.save', {
		roundId: known,
		status: 'complete',
		answers: { kod: 'AN07' },
	});
	const { id: askedId } = await call('asked.add', { roundId: known });
	const both = [anonymous, known].map((roundId) => ({ roundId, source }));
	const [first = 0] = await answersOf(anonymous);

	await call('asked.link', { responseId, askedId });
	await refused(call('link.storeSure', { rounds: both }), 'LINK_KNOWN');
	await refused(call('link.settle', { a: first, b: responseId, same: true }), 'LINK_KNOWN');
	expect(await call('link.list', { roundIds: [anonymous, known] })).toEqual([]);

	await call('asked.link', { responseId, askedId: null });
	expect(await call('link.storeSure', { rounds: both })).toEqual({ people: 1 });
	await refused(call('asked.link', { responseId, askedId }), 'LINK_KNOWN');
	expect((await call('asked.list', { roundId: known })).rows[0]?.status).toBe('asked');
});

test('an anonymous answer is never linked to one that came with an e-mail address or an identity number', async () => {
	const [anonymous = 0] = rounds;
	const { instrumentId } = await call('round.get', { id: anonymous });
	for (const own of ['ann@x.example', '19800101-1234', 'R7']) {
		const { id } = await call('round.add', { name: own, instrumentId, promise: 'confidential' });
		const bytes = new TextEncoder().encode(`Respondent;Din egen kod\n${own};AN07\n`);
		expect(await call('response.import', { roundId: id, name: 'a.csv', bytes })).toMatchObject({ stored: 1 });
		const store = call('link.storeSure', { rounds: [anonymous, id].map((roundId) => ({ roundId, source })) });
		if (own === 'R7') expect(await store).toEqual({ people: 1 });
		else await refused(store, 'LINK_KNOWN');
	}
});

test('a round whose answers are linked to known people cannot become anonymous', async () => {
	const { instrumentId } = await call('round.get', { id: rounds[0] ?? 0 });
	const [known = 0, plain = 0] = await Promise.all(
		['Ett', 'Två'].map(
			async (name) => (await call('round.add', { name, instrumentId, promise: 'confidential' as const })).id,
		),
	);
	const answer = { status: 'complete' as const, answers: { kod: 'AN07' } };
	const { id: responseId } = await call('response.save', { roundId: known, ...answer });
	await call('response.save', { roundId: plain, ...answer });
	await call('asked.link', { responseId, askedId: (await call('asked.add', { roundId: known })).id });
	await call('link.storeSure', { rounds: [known, plain].map((roundId) => ({ roundId, source })) });
	await refused(call('round.update', { id: plain, promise: 'anonymous' }), 'LINK_KNOWN');
	await call('link.clear', { roundIds: [plain] });
	await call('round.update', { id: plain, promise: 'anonymous' });
});
