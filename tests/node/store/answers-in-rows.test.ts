import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Answers, Instrument, Item } from '#shared/domain/instrument/model.ts';
import { questionsOf } from '#shared/domain/instrument/questions.ts';
import { answerPacker, answerUnpacker } from '#shared/domain/responses/packed.ts';
import { projectFile } from '../../../electron/store/file-kind.ts';
import { first } from '../../../electron/store/migrations/0001-first.ts';
import { makeInstrument, someAnswers, soundInstrument } from '../instrument/make.ts';
import { makeTestCore } from '../test-core.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'underlag-rows-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const text = (sv: string) => ({ sv });
const options = ['a', 'b', 'c'].map((value) => ({ value, label: text(value) }));
const items: Item[] = [
	{ type: 'section', id: 'top', text: text('Avsnitt') },
	{ type: 'scale', id: '1', text: text('Skala'), scale: 's' },
	{ type: 'single', id: '2', text: text('En'), options },
	{ type: 'multiple', id: '3', text: text('Flera'), options },
	{
		type: 'matrix',
		id: '4',
		text: text('Matris'),
		scale: 's',
		rows: ['4a', '4b'].map((id) => ({ id, text: text(id) })),
	},
	{ type: 'rating', id: '5', text: text('Betyg'), min: 1, max: 10 },
	{ type: 'number', id: '6', text: text('Tal') },
	{ type: 'date', id: '7', text: text('Dag') },
	{ type: 'text', id: '8', text: text('Fritt') },
	{ type: 'text', id: 'constructor', text: text('Mer') },
];
const definition = makeInstrument(items);

/** A file as the first version wrote it: a row for each answer, and for each of several choices. */
function writeFirst(path: string, instrument: Instrument, responses: readonly Answers[]): void {
	const db = new Database(path);
	db.pragma(`application_id = ${projectFile.applicationId}`);
	db.pragma('foreign_keys = ON');
	db.exec(first.sql);
	db.pragma('user_version = 1');
	const at = '2026-01-01T00:00:00Z';
	db.prepare(`INSERT INTO project (id, uid, title, created_at) VALUES (1, 'project-1', 'T', ?)`).run(at);
	const json = JSON.stringify(instrument);
	const hash = createHash('sha256').update(json, 'utf8').digest('hex');
	db.prepare(`INSERT INTO instrument VALUES (1, 'instrument-1', 'made', 1, ?, ?, ?)`).run(json, hash, at);
	db.prepare(`INSERT INTO round VALUES (1, 'round-0001', 1, 'Omgång', NULL, NULL, ?)`).run(at);
	db.prepare(`INSERT INTO code (uid, name, position, created_at) VALUES ('code-0001', 'Kod', 0, ?)`).run(at);
	const answer = db.prepare('INSERT INTO answer (response_id, item, ordinal, value) VALUES (?, ?, ?, ?)');
	const coding = db.prepare(`INSERT INTO coding (uid, code_id, answer_id, start, end, created_at)
		VALUES (?, 1, ?, 0, 1, '${at}')`);
	for (const [index, answers] of responses.entries()) {
		const id = 3 * index + 5;
		const status = index % 3 === 2 ? 'partial' : 'complete';
		db.prepare(`INSERT INTO response VALUES (?, ?, 1, ?, 'import', ?, '2026-01-01T09:30', ?)`).run(
			id,
			`response-${id}`,
			status,
			index % 2 ? null : `id:${index}`,
			at,
		);
		for (const question of questionsOf(instrument)) {
			const given = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
			if (given === undefined) continue;
			for (const [ordinal, value] of (Array.isArray(given) ? given : [String(given)]).entries()) {
				const { lastInsertRowid } = answer.run(id, question.id, ordinal, value);
				if (question.type === 'text' && index % 2 === 0) coding.run(`coding-${index}-${question.id}`, lastInsertRowid);
			}
		}
	}
	db.close();
}

async function migrated(instrument: Instrument, responses: readonly Answers[], name = 'old') {
	const { core, end } = makeTestCore();
	const path = join(folder, `${name}.underlag`);
	writeFirst(path, instrument, responses);
	await core.call('project.open', { path });
	const { rows } = await core.call('response.list', { roundId: 1 });
	const found = await Promise.all(rows.map(({ id }) => core.call('response.get', { id })));
	return { core, end, rows, found };
}

test('answers of every type, and codings on those in words, come whole out of a file of the first version', async () => {
	const all: Answers = {
		'1': '4',
		'2': 'b',
		'3': ['a', 'c'],
		'4a': '1',
		'4b': '2',
		'5': 10,
		'6': -1.5e-7,
		'7': '2016-06-07',
		'8': 'Ord 🙂 "här"\noch \\ där.',
		constructor: 'Ja.',
	};
	const some: Answers = { '3': ['b'], constructor: 'Nej.' };
	const { core, end, rows, found } = await migrated(definition, [all, some, {}, { '8': 'Bara ord' }, all]);
	expect(found.map(({ answers }) => answers)).toEqual([all, some, {}, { '8': 'Bara ord' }, all]);
	expect(rows).toMatchObject([
		{ id: 5, uid: 'response-5', status: 'complete', origin: 'import', answered: 10, submittedAt: '2026-01-01' },
		{ id: 8, answered: 2 },
		{ id: 11, answered: 0, status: 'partial' },
		{ id: 14, answered: 1 },
		{ id: 17, answered: 10 },
	]);
	expect((await core.call('coding.list', { all: true })).map(({ quote }) => quote)).toEqual(['O', 'J', 'O', 'J']);
	expect(await core.call('round.list', {})).toMatchObject([
		{ answered: 5, partial: 1, openAnswers: 6, openCodings: 4 },
	]);
	expect((await core.call('project.verify', {})).problems).toEqual([]);
	// What guards against storing twice is still there.
	const bytes = new TextEncoder().encode('id;2\n0;a\n1;a\n');
	expect(await core.call('response.import', { roundId: 1, name: 'x.csv', bytes })).toMatchObject({
		stored: 1,
		skipped: 1,
	});
	await core.call('history.undo', {});
	await core.call('response.remove', { id: 5 });
	expect(await core.call('coding.list', { all: true })).toHaveLength(2);
	await core.call('history.undo', {});
	expect((await core.call('response.get', { id: 5 })).answers).toEqual(all);
	await end();
});

test('property: whatever was answered to whatever questionnaire is read the same after the change of shape', async () => {
	let times = 0;
	const filled = soundInstrument.chain((instrument) =>
		fc.tuple(fc.constant(instrument), fc.array(someAnswers(instrument), { minLength: 1, maxLength: 6 })),
	);
	await fc.assert(
		fc.asyncProperty(filled, async ([instrument, responses]) => {
			// The first version knew no rankings, and no words to "other: …".
			const known = new Set(
				questionsOf(instrument).flatMap(({ id, type, otherOf }) => (otherOf || type === 'ranking' ? [] : [id])),
			);
			const kept = responses.map((one) => Object.fromEntries(Object.entries(one).filter(([id]) => known.has(id))));
			const { end, found } = await migrated(instrument, kept, `p${times++}`);
			expect(found.map(({ answers }) => answers)).toEqual(kept);
			await end();
		}),
		{ numRuns: 12 },
	);
});

test('property: answers are unpacked as they were packed, in any order', () => {
	const filled = soundInstrument.chain((instrument) => fc.tuple(fc.constant(instrument), someAnswers(instrument)));
	fc.assert(
		fc.property(filled, ([instrument, answers]) => {
			const packed = answerPacker(instrument)(Object.fromEntries(Object.entries(answers).reverse()));
			expect(packed).toEqual(answerPacker(instrument)(answers));
			expect(packed.answered).toBe(Object.keys(answers).length);
			expect(answerUnpacker(instrument)(packed)).toEqual(answers);
		}),
	);
});
