import fc from 'fast-check';
import type { CallName, ChangingName, Input, Output } from '#shared/contract/calls.ts';
import { emptyFields } from '#shared/domain/asked/letters.ts';
import type { Answers } from '#shared/domain/instrument/model.ts';
import { questionsOf } from '#shared/domain/instrument/questions.ts';
import type { Core } from '../../../electron/core/core.ts';
import { sealFor } from '../form/seal-for.ts';
import { returnFor } from '../handover/return-for.ts';
import { makeInstrument, someAnswers, soundInstrument } from '../instrument/make.ts';
import { someEdit } from '../instrument/make-edit.ts';

/** Draws a value; what `fc.gen()` gives. */
export type Draw = <T>(arbitrary: () => fc.Arbitrary<T>) => T;

/** What a generator works with: values drawn, and the project as it is now. */
interface World {
	draw: <T>(arbitrary: fc.Arbitrary<T>) => T;
	query: <N extends CallName>(name: N, input: Input<N>) => Promise<Output<N>>;
}

/** An input that is mostly valid; null where the project lacks what the call is about. */
type Generators = { [N in ChangingName]: (world: World) => Promise<Input<N> | null> };

/** Texts that break careless code: quotes, control characters, emoji, JSON, text that looks like a number. */
export const nastyText = fc.oneof(
	fc.string({ unit: 'grapheme', maxLength: 60 }),
	fc.string({
		unit: fc.constantFrom('\u0001', '\t', '\n', '\u001f', '\u007f', '\u2028', '\ufeff', 'å', '"', "'", '\\'),
	}),
	fc.constantFrom(
		'{"a":[1,null]}',
		'[]',
		'null',
		'0',
		'1e3',
		'',
		"'; DROP TABLE code; --",
		'👩‍👩‍👧 och 🇸🇪',
		'e\u0301',
		'$[0]',
	),
);
const bigText = fc
	.nat({ max: 60_000 })
	.map((length) => 'Långt svar 🙂 "med" \\ allt.\n'.repeat(length / 20 + 1).slice(0, length));
const name = fc.tuple(nastyText, fc.nat({ max: 99_999 })).map(([text, number]) => `${text.slice(0, 40)} ${number}`);
const memo = fc.oneof(nastyText, bigText);
/** An answer in words, or a code that others may have too. */
const words = fc.oneof(memo, fc.constantFrom('AN07', 'an-07', 'BE12', 'CA30', 'CA3O', 'DO41'));
const date = fc.constantFrom('2016-06-07', '2024-02-29', null);
const promise = fc.constantFrom('anonymous' as const, 'confidential' as const, 'confidential' as const);
const color = fc.integer({ min: 0, max: 7 });
const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 3 });

/** A record without the keys whose value is undefined, as a form would send it. */
function given<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
	return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as never;
}

const pick = async <T>({ draw }: World, from: readonly T[]) => (from.length ? draw(fc.constantFrom(...from)) : null);
const pickRound = async (world: World) => pick(world, await world.query('round.list', {}));
const pickCode = async (world: World) => pick(world, await world.query('code.list', {}));
const pickDocument = async (world: World) => pick(world, await world.query('document.list', {}));
const pickCoding = async (world: World) => pick(world, await world.query('coding.list', { all: true }));
const pickReport = async (world: World) => pick(world, await world.query('report.list', {}));
const pickResponse = async (world: World) => {
	const round = await pickRound(world);
	const found = round && (await pick(world, (await world.query('response.list', { roundId: round.id })).rows));
	return round && found && { round, response: found };
};

/** Rounds whose private key is in the open key file, with whether their form asks for codes. */
const roundsWithKey = async (world: World) => {
	const found = [];
	for (const round of await world.query('round.list', {})) {
		const { key, codes } = await world.query('form.get', { roundId: round.id });
		if (key === 'here') found.push({ ...round, codes });
	}
	return found;
};
const listedRounds = async (world: World) => (await world.query('round.list', {})).filter(({ listed }) => listed > 0);
/** Whether letters of a round would have a gap: a field that they use is empty. */
const lacksFields = async (world: World, roundId: number) => {
	const settings = await world.query('asked.letters', { roundId });
	const texts = Object.values(settings.texts).flatMap((both) => Object.values(both));
	return emptyFields(texts, settings).length > 0;
};
/** The first round with a list whose letters cannot be made yet. */
const unwritten = async (world: World) => {
	for (const { id } of await listedRounds(world)) if (await lacksFields(world, id)) return id;
	return null;
};
const pickAsked = async (world: World) => {
	const round = await pick(world, await listedRounds(world));
	const found = round && (await pick(world, (await world.query('asked.list', { roundId: round.id })).rows));
	return round && found && { ...found, round };
};
const pickGroup = async (world: World) => {
	const round = await pick(world, await listedRounds(world));
	return round && pick(world, await world.query('asked.groups', { roundId: round.id }));
};
/** Two rounds with the questions by which responses of both can surely be matched; else by any. */
const linkRounds = async (world: World) => {
	const [a, b] = (await world.query('link.rounds', {})).filter(({ responses }) => responses > 0);
	if (!a || !b) return null;
	const sources = ({ items }: typeof a) => [...items.slice(0, 4).map(({ id }) => id), '10', '1'];
	const pairs = sources(a).flatMap((one) => sources(b).map((other) => [one, other] as const));
	const asRounds = ([one, other]: readonly [string, string]) => [
		{ roundId: a.roundId, source: { kind: 'items' as const, items: [one] } },
		{ roundId: b.roundId, source: { kind: 'items' as const, items: [other] } },
	];
	for (const pair of pairs) {
		const rounds = asRounds(pair);
		if ((await world.query('link.match', { rounds })).sure.total > 0) return rounds;
	}
	return null;
};

async function answersFor(world: World, round: Output<'round.list'>[number]): Promise<Answers> {
	const { definition } = await world.query('instrument.get', { id: round.instrumentId });
	if (definition.key === 'made') {
		const answers = world.draw(someAnswers(definition));
		const texts = questionsOf(definition).filter(({ type }) => type === 'text');
		return { ...answers, ...Object.fromEntries(texts.map(({ id }) => [id, world.draw(words)])) };
	}
	return { 1: '3', 2: '4', 10: world.draw(words) };
}

/** A passage that can be coded, in a document or an open answer, on whole characters. */
async function pickPassage(world: World) {
	const texts: { target: Input<'coding.add'>['target']; text: string }[] = [];
	for (const { id } of await world.query('document.list', {})) {
		const { text } = await world.query('document.get', { id });
		texts.push({ target: { kind: 'document', documentId: id }, text });
	}
	for (const { id } of await world.query('round.list', {})) {
		for (const item of await world.query('results.openAnswers', { roundId: id })) {
			for (const answer of item.answers)
				texts.push({ target: { kind: 'answer', answerId: answer.id }, text: answer.text });
		}
	}
	const chosen = await pick(
		world,
		texts.filter(({ text }) => text.length > 1),
	);
	if (!chosen) return null;
	const start = world.draw(fc.nat({ max: chosen.text.length - 1 }));
	const end = world.draw(fc.integer({ min: start + 1, max: Math.min(chosen.text.length, start + 80) }));
	return { target: chosen.target, start, end };
}

const utf8 = (text: string) => new TextEncoder().encode(text);

export const generators: Generators = {
	'project.update': async ({ draw }) =>
		given(
			draw(
				fc.record({
					title: some(name),
					commissioner: some(nastyText),
					periodStart: some(date),
					periodEnd: some(date),
					language: some(fc.constantFrom('sv' as const, 'en' as const)),
					smallestGroup: some(fc.integer({ min: 1, max: 50 })),
				}),
			),
		),
	'keys.create': async ({ draw, query }) => {
		// What hangs on the one there is would never be reached, were it replaced each time.
		if ((await query('keys.status', {})).state === 'open' && draw(fc.nat({ max: 3 })) > 0) return null;
		const path = `${(await query('project.get', {})).path}.${draw(fc.nat({ max: 1_000_000 }))}.nyckel`;
		return { path, passphrase: 'tre små ord till', replace: true };
	},
	'instrument.add': async ({ draw }) =>
		draw(
			fc.oneof(
				fc.constantFrom({ key: 'board' }, { key: 'lokus' }),
				fc.record({ definition: soundInstrument, name: fc.constant('made.json') }),
				fc.constant({
					definition: makeInstrument([{ type: 'text', id: 'open', text: { sv: 'Öppen' }, long: true }]),
					name: 'made.json',
				}),
			),
		),
	'instrument.takeIn': async ({ draw }) =>
		draw(
			fc.record({
				definition: fc.oneof(soundInstrument, fc.constant(makeInstrument([]))),
				name: fc.constant('made.txt'),
			}),
		),
	'instrument.create': async ({ draw }) =>
		given(
			draw(
				fc.record({
					title: name,
					language: fc.constantFrom('sv' as const, 'en' as const),
					from: some(fc.constantFrom({ key: 'board' })),
				}),
			),
		),
	'instrument.edit': async (world) => {
		const own = (await world.query('instrument.list', {})).flatMap(({ id }) => (id === null ? [] : [id]));
		const id = await pick(world, own);
		if (id === null) return null;
		const { definition } = await world.query('instrument.get', { id });
		return { id, edit: world.draw(someEdit(definition)) };
	},
	'instrument.newVersion': async (world) => {
		const own = (await world.query('instrument.list', {})).flatMap(({ id }) => (id === null ? [] : [{ id }]));
		return pick(world, own);
	},
	'instrument.remove': async (world) => {
		const own = (await world.query('instrument.list', {})).flatMap(({ id }) => (id === null ? [] : [{ id }]));
		return pick(world, own);
	},
	'round.add': async (world) => {
		const own = (await world.query('instrument.list', {})).flatMap(({ id }) => (id === null ? [] : [id]));
		const instrumentId = await pick(world, own);
		return instrumentId === null
			? null
			: given({
					...world.draw(fc.record({ name, date, invited: some(fc.nat({ max: 10_000_000 })), promise })),
					instrumentId,
				});
	},
	'round.update': async (world) => {
		const round = await pickRound(world);
		const change = fc.record({
			name: some(name),
			date: some(date),
			invited: some(fc.constantFrom(0, 28, null)),
			promise: some(promise),
			closedAt: some(date),
		});
		return round && given({ id: round.id, ...world.draw(change) });
	},
	'round.setOut': async (world) => {
		const round = await pickRound(world);
		return round && { id: round.id, out: world.draw(fc.boolean()) };
	},
	'round.remove': async (world) => {
		const round = await pickRound(world);
		return round && { id: round.id };
	},
	'response.save': async (world) => {
		// A round without answers first: what is linked stands in two.
		const rounds = await world.query('round.list', {});
		const empty = rounds.filter(({ answered }) => answered === 0);
		const round = await pick(world, empty.length > 0 ? empty : rounds);
		if (!round) return null;
		const known = world.draw(fc.boolean()) ? (await world.query('response.list', { roundId: round.id })).rows : [];
		const response = await pick(world, known);
		const status = world.draw(fc.constantFrom('partial' as const, 'complete' as const));
		return given({ roundId: round.id, id: response?.id, answers: await answersFor(world, round), status });
	},
	'response.remove': async (world) => {
		const found = await pickResponse(world);
		return found && { id: found.response.id };
	},
	'response.import': async (world) => {
		const round = await pickRound(world);
		if (!round) return null;
		const { definition } = await world.query('instrument.get', { id: round.instrumentId });
		const questions = questionsOf(definition).filter(({ type }) => type === 'text');
		const cells = world.draw(fc.array(fc.constantFrom('Ja', 'Nej "citat"', '🙂', ''), { minLength: 1, maxLength: 40 }));
		const head = questions.map(({ id }) => id).join(';');
		const rows = cells.map((cell) => questions.map(() => `"${cell.replaceAll('"', '""')}"`).join(';'));
		return { roundId: round.id, name: 'svar.csv', bytes: utf8([head, ...rows].join('\r\n')) };
	},
	'form.configure': async (world) => {
		const round = await pickRound(world);
		const change = fc.record({
			languages: some(fc.shuffledSubarray(['sv' as const, 'en' as const], { minLength: 1 })),
			codes: some(fc.constantFrom(true, false, false, false)),
			sendTo: some(nastyText),
		});
		return round && given({ roundId: round.id, ...world.draw(change) });
	},
	'form.makeKey': async (world) => {
		// One without a key first: what hangs on keys needs a round that is left.
		const rounds = await world.query('round.list', {});
		const without = rounds.filter(({ hasKey }) => !hasKey);
		const round = await pick(world, without.length > 0 ? without : rounds);
		return round && { roundId: round.id };
	},
	'form.makeCodes': async (world) => {
		const round = await pickRound(world);
		return round && { roundId: round.id, count: world.draw(fc.integer({ min: 1, max: 40 })) };
	},
	'form.giveCodes': async (world) => {
		const keyed = await roundsWithKey(world);
		const round = await pick(
			world,
			keyed.filter(({ listed, promise: promised }) => listed > 0 && promised === 'confidential'),
		);
		return round && { roundId: round.id };
	},
	'form.import': async (world) => {
		const fit: { round: Output<'round.list'>[number]; code: string | null }[] = [];
		for (const { codes, ...round } of await roundsWithKey(world)) {
			if (round.closedAt !== null) continue;
			if (!codes) fit.push({ round, code: null });
			const { rows } = await world.query('asked.list', { roundId: round.id, status: 'asked' });
			for (const { person } of codes ? rows : []) if (person?.code) fit.push({ round, code: person.code });
		}
		const found = await pick(world, fit);
		if (!found) return null;
		const { path } = await world.query('project.get', {});
		const { round, code } = found;
		const text = sealFor(path, round.id, { answers: await answersFor(world, round), code });
		return { roundId: round.id, files: [], text };
	},
	'importMap.save': async ({ draw }) => ({
		name: draw(fc.constantFrom('Medlemsenkät', 'Styrelsen')),
		service: 'table',
		columns: draw(
			fc.array(fc.constantFrom('ID', '1', 'Övrigt'), { maxLength: 5 }).map((headings) =>
				headings.map((header, index) => ({
					index,
					header,
					target: { kind: 'ignore' as const },
					how: 'chosen' as const,
				})),
			),
		),
	}),
	'importMap.remove': async (world) => {
		const found = await pick(world, await world.query('importMap.list', {}));
		return found && { id: found.id };
	},
	'asked.importList': async (world) => {
		const rounds = await world.query('round.list', {});
		const known = rounds.filter(({ promise }) => promise === 'confidential');
		const round = await pick(world, known.length > 0 ? known : rounds);
		const people = world.draw(fc.integer({ min: 1, max: 30 }));
		// Names can be stored only in an open key file.
		const named = (await world.query('keys.status', {})).state === 'open';
		const row = (n: number) =>
			`"${n % 2 ? 'kvinna' : 'man'}";"${['Heby; Tierp', 'Heby', ''][n % 3]}"${named ? `;Ann ${n}` : ''}`;
		const text = [`Kön;Grupp${named ? ';Namn' : ''}`, ...Array.from({ length: people }, (_, n) => row(n))].join('\r\n');
		return round && { roundId: round.id, name: 'lista.csv', bytes: utf8(text) };
	},
	'asked.add': async (world) => {
		const rounds = await world.query('round.list', {});
		const confidential = rounds.filter(({ promise: promised }) => promised === 'confidential');
		const round = await pick(world, confidential.length > 0 ? confidential : rounds);
		if (!round) return null;
		const group = await pick(world, await world.query('asked.groups', { roundId: round.id }));
		const groups = group ? [{ groupId: group.id, from: world.draw(date), to: null }] : [];
		const attributes = world.draw(fc.dictionary(fc.constantFrom('Kön', 'Ort'), nastyText));
		// What somebody has answered is their own id, so that it can be matched.
		const open = await world.query('results.openAnswers', { roundId: round.id });
		const answer = await pick(
			world,
			open.flatMap(({ answers }) => answers).filter(({ text }) => /\p{L}/u.test(text) && text.length < 200),
		);
		const keys = (await world.query('keys.status', {})).state === 'open';
		const person = keys ? { name: world.draw(nastyText), ownId: answer?.text ?? 'AN07' } : undefined;
		return given({ roundId: round.id, groups, attributes, person });
	},
	'asked.linkSure': async (world) => {
		if ((await world.query('keys.status', {})).state !== 'open') return null;
		for (const { id: roundId, promise: promised } of await listedRounds(world)) {
			if (promised !== 'confidential') continue;
			for (const { itemId } of await world.query('results.openAnswers', { roundId })) {
				const input = { roundId, source: { kind: 'items' as const, items: [itemId] }, by: 'ownId' as const };
				if ((await world.query('asked.match', input)).sure.total > 0) return input;
			}
		}
		return null;
	},
	'asked.update': async (world) => {
		const person = await pickAsked(world);
		if (!person) return null;
		const groups = await world.query('asked.groups', { roundId: person.round.id });
		const change = fc.record({
			attributes: some(fc.dictionary(fc.constantFrom('Kön', 'Ålder', '__proto__', 'constructor'), nastyText)),
			language: some(fc.constantFrom('sv' as const, 'en' as const, null)),
			groups: some(
				fc.subarray(groups).map((all) => all.map(({ id }) => ({ groupId: id, from: null, to: '2020-01-01' }))),
			),
		});
		return given({ id: person.id, ...world.draw(change) });
	},
	'asked.setStatus': async (world) => {
		const person = await pickAsked(world);
		const status = world.draw(fc.constantFrom('asked', 'unreachable', 'refused', 'partial', 'answered', 'notEligible'));
		return person && { ids: [person.id], status: status as 'asked' };
	},
	'asked.remove': async (world) => {
		const person = await pickAsked(world);
		return person && { ids: [person.id] };
	},
	'asked.addGroup': async (world) => {
		const round = await pickRound(world);
		return round && { roundId: round.id, name: world.draw(name) };
	},
	'asked.renameGroup': async (world) => {
		const group = await pickGroup(world);
		return group && { id: group.id, name: world.draw(name) };
	},
	'asked.removeGroup': async (world) => {
		const group = await pickGroup(world);
		return group && { id: group.id };
	},
	'asked.link': async (world) => {
		const rounds = (await listedRounds(world)).filter(
			({ promise, answered }) => promise === 'confidential' && answered > 0,
		);
		const round = await pick(world, rounds);
		if (!round) return null;
		const person = await pick(world, (await world.query('asked.list', { roundId: round.id })).rows);
		const response = await pick(world, (await world.query('response.list', { roundId: round.id })).rows);
		return person && response && { responseId: response.id, askedId: person.id };
	},
	'asked.saveLetters': async (world) => {
		const roundId = await unwritten(world);
		if (roundId !== null) return { roundId, link: 'https://x.example', lastDay: '2026-05-03', senderName: 'Vi' };
		const round = await pickRound(world);
		const letter = fc.record({
			language: fc.constantFrom('sv' as const, 'en' as const),
			kind: fc.constantFrom('invitation' as const, 'reminder' as const),
			body: nastyText,
		});
		const change = fc.record({ link: some(nastyText), lastDay: some(date), letter: some(letter) });
		return round && given({ roundId: round.id, ...world.draw(change) });
	},
	'asked.invite': async (world) => {
		for (const { id } of await listedRounds(world)) {
			const { rows } = await world.query('asked.list', { roundId: id, status: 'asked' });
			if (rows.some(({ person }) => person?.name) && !(await lacksFields(world, id)))
				return world.draw(
					fc.record({
						roundId: fc.constant(id),
						kind: fc.constantFrom('invitation' as const, 'reminder' as const),
						form: fc.constant('csv' as const),
						as: some(fc.constantFrom('same' as const, 'new' as const)),
					}),
				);
		}
		return null;
	},
	'link.storeSure': async (world) => {
		const rounds = await linkRounds(world);
		return rounds && { rounds };
	},
	'link.settle': async (world) => {
		const all = await Promise.all(
			(await world.query('round.list', {})).map(({ id }) => world.query('response.list', { roundId: id })),
		);
		const answered = all.filter(({ total }) => total > 0);
		const [one, other] = world.draw(fc.shuffledSubarray(answered, { minLength: answered.length }));
		const [a, b] = [one && (await pick(world, one.rows)), other && (await pick(world, other.rows))];
		return a && b ? { a: a.id, b: b.id, same: world.draw(fc.boolean()) } : null;
	},
	'link.clear': async (world) => {
		const round = await pickRound(world);
		return round && { roundIds: [round.id] };
	},
	'handover.begin': async (world) => {
		const round = await pickRound(world);
		return round && { roundId: round.id, forRound: 'another-round', publicKey: new Uint8Array(32).fill(7) };
	},
	'handover.receive': async (world) => {
		const round = await pick(world, await roundsWithKey(world));
		if (!round) return null;
		const { path } = await world.query('project.get', {});
		const answers = await answersFor(world, round);
		return { roundId: round.id, name: 'retur', bytes: returnFor(path, round.id, [answers]) };
	},
	'entry.setNumber': async (world) => {
		const responses = [];
		for (const { id } of await world.query('round.list', {}))
			responses.push(...(await world.query('response.list', { roundId: id })).rows);
		const found = await pick(world, responses);
		const number = world.draw(fc.option(fc.integer({ min: 1, max: 9 }).map(String), { freq: 4 }));
		return found && { responseId: found.id, number };
	},
	'entry.second': async (world) => {
		const waiting = [];
		for (const round of await world.query('round.list', {}))
			for (const number of (await world.query('entry.check', { roundId: round.id })).waiting)
				waiting.push({ round, number });
		const one = await pick(world, waiting);
		return one && { roundId: one.round.id, number: one.number, answers: await answersFor(world, one.round) };
	},
	'entry.settle': async (world) => {
		const differences = [];
		for (const { id } of await world.query('round.list', {}))
			differences.push(...(await world.query('entry.check', { roundId: id })).differences);
		const one = await pick(world, differences);
		const value = one && world.draw(fc.constantFrom(one.first, one.second));
		return one && { responseId: one.responseId, item: one.item, value };
	},
	'document.import': async ({ draw }) => ({
		name: 'samtal.txt',
		bytes: utf8(
			`Anna: ${draw(nastyText)} ${draw(fc.nat())}\nIntervjuare: Hur då?\nAnna: ${draw(bigText).slice(0, 5000)} 👍`,
		),
		...given(draw(fc.record({ title: some(name), date: some(date) }))),
	}),
	'document.update': async (world) => {
		const document = await pickDocument(world);
		const change = fc.record({ title: some(name), date: some(date), memo: some(memo) });
		return document && given({ id: document.id, ...world.draw(change) });
	},
	'document.updateSpeaker': async (world) => {
		const document = await pickDocument(world);
		const speakers = document ? (await world.query('document.get', { id: document.id })).speakers : [];
		const speaker = await pick(world, speakers);
		const change = fc.record({
			label: some(name),
			role: some(fc.constantFrom('interviewer' as const, 'informant' as const)),
		});
		return speaker && given({ id: speaker.id, ...world.draw(change) });
	},
	'document.remove': async (world) => {
		const document = await pickDocument(world);
		return document && { id: document.id };
	},
	'code.add': async (world) => {
		const parent = world.draw(fc.boolean()) ? await pickCode(world) : null;
		return given({
			parentId: parent?.id,
			...world.draw(fc.record({ name, definition: some(memo), color: some(color) })),
		});
	},
	'code.update': async (world) => {
		const code = await pickCode(world);
		const change = fc.record({ name: some(name), definition: some(memo), memo: some(memo), color: some(color) });
		return code && given({ id: code.id, ...world.draw(change) });
	},
	'code.move': async (world) => {
		const code = await pickCode(world);
		const parent = world.draw(fc.boolean()) ? await pickCode(world) : null;
		return code && { id: code.id, parentId: parent?.id ?? null, position: world.draw(fc.nat({ max: 6 })) };
	},
	'code.remove': async (world) => {
		const code = await pickCode(world);
		return code && { id: code.id };
	},
	'coding.add': async (world) => {
		const [code, passage] = [await pickCode(world), await pickPassage(world)];
		return code && passage && { ...passage, codeId: code.id, memo: world.draw(nastyText) };
	},
	'coding.addWithNewCode': async (world) => {
		const passage = await pickPassage(world);
		return passage && { ...passage, name: world.draw(name) };
	},
	'coding.update': async (world) => {
		const [coding, code] = [await pickCoding(world), await pickCode(world)];
		const move = world.draw(fc.boolean()) ? code?.id : undefined;
		return coding && given({ id: coding.id, memo: world.draw(some(nastyText)), codeId: move });
	},
	'coding.remove': async (world) => {
		const coding = await pickCoding(world);
		return coding && { id: coding.id };
	},
	'report.add': async ({ draw }) => given({ title: draw(name), markdown: draw(some(memo)) }),
	'report.update': async (world) => {
		const report = await pickReport(world);
		return report && given({ id: report.id, ...world.draw(fc.record({ title: some(name), markdown: some(memo) })) });
	},
	'report.remove': async (world) => {
		const report = await pickReport(world);
		return report && { id: report.id };
	},
};

/** Draws an input for a call as the project is now; null where there is nothing to do it with. */
export async function inputFor(core: Core, name: ChangingName, draw: Draw): Promise<Input<ChangingName> | null> {
	return generators[name]({
		draw: (arbitrary) => draw(() => arbitrary),
		query: (query, input) => core.call(query, input),
	});
}
