import { randomUUID } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { AppError } from '#shared/contract/errors.ts';
import type { InstrumentSummary, instrumentCalls } from '#shared/contract/instrument.ts';
import { readInstrument } from '#shared/domain/instrument/check.ts';
import type { Instrument } from '#shared/domain/instrument/model.ts';
import { questionsOf } from '#shared/domain/instrument/questions.ts';
import type { Handlers } from '../../core/handlers.ts';
import { asStored, bundledInstruments } from './library.ts';

const select = `SELECT id, key, version, definition, hash,
	(SELECT count(*) FROM round WHERE round.instrument_id = instrument.id) AS rounds FROM instrument`;

interface Row {
	id: number;
	key: string;
	version: number;
	definition: string;
	hash: string;
	rounds: number;
}

function summaryOf(definition: Instrument, id: number | null, rounds: number): InstrumentSummary {
	const { key, version, title, description } = definition;
	return { id, key, version, title, description, questions: questionsOf(definition).length, rounds };
}

const definitionOf = (row: Row) => JSON.parse(row.definition) as Instrument;

function findRow(db: Database, id: number): Row {
	const row = db.prepare(`${select} WHERE id = ?`).get(id) as Row | undefined;
	if (!row) throw new AppError('NOT_FOUND', { what: 'instrument', ref: String(id) });
	return row;
}

function findVersion(db: Database, key: string, version: number): Row | undefined {
	return db.prepare(`${select} WHERE key = ? AND version = ?`).get(key, version) as Row | undefined;
}

/** @throws AppError INSTRUMENT_INVALID with everything that is wrong with it */
function fromOutside(definition: unknown, name: string): Instrument {
	const { instrument, problems } = readInstrument(definition);
	if (instrument) return instrument;
	const detail = problems.map(({ kind, at, value }) => `${kind} ${at} ${value}`.trim()).slice(0, 5);
	throw new AppError('INSTRUMENT_INVALID', { name, detail: detail.join('; '), problems: problems.slice(0, 5) });
}

function fromLibrary(resourcesFolder: string, key: string): Instrument {
	const found = bundledInstruments(resourcesFolder).find((one) => one.key === key);
	if (!found) throw new AppError('NOT_FOUND', { what: 'instrument', ref: key });
	return found;
}

export const instrumentHandlers: Handlers<typeof instrumentCalls> = {
	'instrument.list': ({ db, resourcesFolder }) => {
		const own = db.prepare(`${select} ORDER BY id`).all() as Row[];
		const isOwn = ({ key, version }: Instrument) => own.some((row) => row.key === key && row.version === version);
		return [
			...own.map((row) => summaryOf(definitionOf(row), row.id, row.rounds)),
			...bundledInstruments(resourcesFolder)
				.filter((one) => !isOwn(one))
				.map((one) => summaryOf(one, null, 0)),
		];
	},
	'instrument.library': ({ ports }) => bundledInstruments(ports.resourcesFolder).map((one) => summaryOf(one, null, 0)),
	'instrument.get': ({ db, resourcesFolder }, ref) => {
		if ('id' in ref) {
			const row = findRow(db, ref.id);
			return { id: row.id, definition: definitionOf(row), rounds: row.rounds };
		}
		const definition = fromLibrary(resourcesFolder, ref.key);
		const row = findVersion(db, definition.key, definition.version);
		return row
			? { id: row.id, definition: definitionOf(row), rounds: row.rounds }
			: { id: null, definition, rounds: 0 };
	},
	'instrument.add': ({ db, now, resourcesFolder }, input) => {
		const definition =
			'key' in input ? fromLibrary(resourcesFolder, input.key) : fromOutside(input.definition, input.name);
		const { key, version } = definition;
		const { text, hash } = asStored(definition);
		const known = findVersion(db, key, version);
		if (known?.hash === hash) return { id: known.id };
		if (known) throw new AppError('NAME_TAKEN', { what: 'instrument', name: `${key} ${version}` });
		const { lastInsertRowid } = db
			.prepare('INSERT INTO instrument (uid, key, version, definition, hash, created_at) VALUES (?, ?, ?, ?, ?, ?)')
			.run(randomUUID(), key, version, text, hash, now);
		return { id: Number(lastInsertRowid) };
	},
	'instrument.remove': ({ db }, { id }) => {
		const row = findRow(db, id);
		if (row.rounds > 0) {
			throw new AppError('INSTRUMENT_IN_USE', { title: definitionOf(row).title.sv, rounds: row.rounds });
		}
		db.prepare('DELETE FROM instrument WHERE id = ?').run(id);
		return {};
	},
};
