import { randomUUID } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { AppError } from '#shared/contract/errors.ts';
import type { InstrumentSummary, instrumentCalls } from '#shared/contract/instrument.ts';
import { applyEdit } from '#shared/domain/instrument/edit/apply.ts';
import { freeName } from '#shared/domain/instrument/edit/items.ts';
import { newInstrument } from '#shared/domain/instrument/edit/new-instrument.ts';
import { withUids } from '#shared/domain/instrument/edit/references.ts';
import type { Instrument } from '#shared/domain/instrument/model.ts';
import { countQuestions, questionsOf } from '#shared/domain/instrument/questions.ts';
import { compareVersions } from '#shared/domain/instrument/versions.ts';
import type { Handlers } from '../../core/handlers.ts';
import { readForeign } from './foreign.ts';
import {
	asStored,
	bundledBanks,
	bundledInstrument,
	bundledInstruments,
	bundledScales,
	draftFromOutside,
	fromOutside,
} from './library.ts';
import { printInstrument } from './paper.ts';

const select = `SELECT id, key, version, definition, hash,
	(SELECT count(*) FROM round WHERE round.instrument_id = instrument.id) AS rounds,
	(SELECT count(*) FROM response JOIN round ON round.id = response.round_id
		WHERE round.instrument_id = instrument.id) AS responses,
	(SELECT name FROM round WHERE round.instrument_id = instrument.id AND out_on IS NOT NULL ORDER BY round.id LIMIT 1) AS out
	FROM instrument`;

interface Row {
	id: number;
	key: string;
	version: number;
	definition: string;
	hash: string;
	rounds: number;
	responses: number;
	out: string | null;
}

const unused = { id: null, rounds: 0, responses: 0, out: null };

function summaryOf(
	definition: Instrument,
	{ id, rounds, responses }: Pick<InstrumentSummary, 'id' | 'rounds' | 'responses'>,
): InstrumentSummary {
	const { key, version, kind = 'questionnaire', title, description } = definition;
	const questions = countQuestions(questionsOf(definition));
	return { id, key, version, kind, title, description, questions, rounds, responses };
}

const definitionOf = (row: Row) => JSON.parse(row.definition) as Instrument;
const found = (row: Row) => ({
	id: row.id,
	definition: definitionOf(row),
	rounds: row.rounds,
	responses: row.responses,
	out: row.out,
});

function findRow(db: Database, id: number): Row {
	const row = db.prepare(`${select} WHERE id = ?`).get(id) as Row | undefined;
	if (!row) throw new AppError('NOT_FOUND', { what: 'instrument', ref: String(id) });
	return row;
}

function findVersion(db: Database, key: string, version: number): Row | undefined {
	return db.prepare(`${select} WHERE key = ? AND version = ?`).get(key, version) as Row | undefined;
}

function insert(db: Database, row: Pick<Row, 'key' | 'version' | 'hash'> & { text: string }, now: string): number {
	const { lastInsertRowid } = db
		.prepare('INSERT INTO instrument (uid, key, version, definition, hash, created_at) VALUES (?, ?, ?, ?, ?, ?)')
		.run(randomUUID(), row.key, row.version, row.text, row.hash, now);
	return Number(lastInsertRowid);
}

export const instrumentHandlers: Handlers<typeof instrumentCalls> = {
	'instrument.list': ({ db, resourcesFolder }) => {
		const own = db.prepare(`${select} ORDER BY id`).all() as Row[];
		const isOwn = ({ key, version }: Instrument) => own.some((row) => row.key === key && row.version === version);
		return [
			...own.map((row) => summaryOf(definitionOf(row), row)),
			...bundledInstruments(resourcesFolder)
				.filter((one) => !isOwn(one))
				.map((one) => summaryOf(one, unused)),
		];
	},
	'instrument.library': ({ ports }) => bundledInstruments(ports.resourcesFolder).map((one) => summaryOf(one, unused)),
	'instrument.scales': ({ ports }) => bundledScales(ports.resourcesFolder),
	'instrument.banks': ({ ports }) => bundledBanks(ports.resourcesFolder),
	'instrument.get': ({ db, resourcesFolder }, ref) => {
		if ('id' in ref) {
			const row = findRow(db, ref.id);
			return found(row);
		}
		const definition = bundledInstrument(resourcesFolder, ref.key);
		const row = findVersion(db, definition.key, definition.version);
		return row ? found(row) : { ...unused, definition };
	},
	'instrument.add': ({ db, now, resourcesFolder }, input) => {
		const definition =
			'key' in input ? bundledInstrument(resourcesFolder, input.key) : fromOutside(input.definition, input.name);
		const { key, version } = definition;
		const { text, hash } = asStored(definition);
		const known = findVersion(db, key, version);
		if (known?.hash === hash) return { id: known.id };
		if (known) throw new AppError('NAME_TAKEN', { what: 'instrument', name: `${key} ${version}` });
		return { id: insert(db, { key, version, text, hash }, now) };
	},
	'instrument.takeIn': ({ db, now, resourcesFolder }, { definition, name }) => {
		const given = draftFromOutside(definition, name);
		const { key, version } = given;
		const { hash } = asStored(given);
		const bundled = bundledInstruments(resourcesFolder);
		const known = findVersion(db, key, version);
		if (known?.hash === hash) return { id: known.id, renamed: false };
		const ready = bundled.find((one) => one.key === key && one.version === version);
		const isTaken = known !== undefined || (ready !== undefined && asStored(ready).hash !== hash);
		const keys = db.prepare('SELECT DISTINCT key FROM instrument').pluck().all() as string[];
		const named = isTaken
			? { ...given, key: freeName(key, [...keys, ...bundled.map((one) => one.key)]), version: 1 }
			: given;
		return {
			id: insert(db, { key: named.key, version: named.version, ...asStored(named) }, now),
			renamed: isTaken,
		};
	},
	'instrument.create': ({ db, now, resourcesFolder }, { title, language, from }) => {
		const rows = db.prepare('SELECT DISTINCT key FROM instrument').pluck().all() as string[];
		const taken = [...rows, ...bundledInstruments(resourcesFolder).map((one) => one.key)];
		const base =
			from && ('id' in from ? definitionOf(findRow(db, from.id)) : bundledInstrument(resourcesFolder, from.key));
		const definition = newInstrument({ title, language, taken, ...(base ? { from: base } : {}) });
		const { key, version } = definition;
		return { id: insert(db, { key, version, ...asStored(definition) }, now) };
	},
	'instrument.edit': ({ db }, { id, edit }) => {
		const row = findRow(db, id);
		const before = definitionOf(row);
		if (row.responses > 0)
			throw new AppError('INSTRUMENT_ANSWERED', { title: before.title.sv || row.key, version: row.version });
		const { out } = row;
		if (out !== null)
			throw new AppError('INSTRUMENT_OUT', { title: before.title.sv || row.key, version: row.version, round: out });
		const { instrument, made } = applyEdit(before, edit, randomUUID);
		const { text, hash } = asStored(instrument);
		db.prepare('UPDATE instrument SET definition = ?, hash = ? WHERE id = ?').run(text, hash, id);
		return { made };
	},
	'instrument.newVersion': ({ db, now }, { id }) => {
		const row = findRow(db, id);
		const last = db.prepare('SELECT max(version) FROM instrument WHERE key = ?').pluck().get(row.key) as number;
		const version = last + 1;
		const definition = { ...withUids(definitionOf(row)), version };
		return { id: insert(db, { key: row.key, version, ...asStored(definition) }, now), version };
	},
	'instrument.compare': ({ db }, { before, after }) =>
		compareVersions(definitionOf(findRow(db, before)), definitionOf(findRow(db, after))),
	'instrument.paper': printInstrument,
	'instrument.read': readForeign,
	'instrument.write': ({ ports, project, ...signals }, input) => {
		const { format } = input;
		const definition =
			'id' in input
				? definitionOf(findRow(project().db, input.id))
				: 'key' in input
					? bundledInstrument(ports.resourcesFolder, input.key)
					: fromOutside(input.definition, input.name);
		return ports.runJob('instrument.write', { definition, format }, signals);
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
