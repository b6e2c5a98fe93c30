import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import { checkShape, readInstrument } from '#shared/domain/instrument/check.ts';
import { type Bank, bankFile, type ScaleLibrary, scaleLibrary } from '#shared/domain/instrument/library.ts';
import type { Instrument } from '#shared/domain/instrument/model.ts';
import type { InstrumentProblem } from '#shared/domain/instrument/problem.ts';

const read = new Map<string, readonly Instrument[]>();

/**
 * The instruments that come with the program, by key. Read once per folder: they do not change while it runs.
 * @throws Error when one of them is not sound, which is a fault of the program
 */
export function bundledInstruments(resourcesFolder: string): readonly Instrument[] {
	const folder = join(resourcesFolder, 'instruments');
	const known = read.get(folder);
	if (known) return known;
	const files = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'schema.json');
	const all = files.sort().map((name) => {
		const { instrument, problems } = readInstrument(JSON.parse(readFileSync(join(folder, name), 'utf8')));
		if (!instrument) throw new Error(`${name}: ${problems.map((one) => `${one.kind} ${one.at}`).join(', ')}`);
		return instrument;
	});
	read.set(folder, all);
	return all;
}

/** A definition from outside. @throws AppError INSTRUMENT_INVALID with everything that is wrong with it */
export function fromOutside(definition: unknown, name: string): Instrument {
	const { instrument, problems } = readInstrument(definition);
	return instrument ?? refuse(name, problems);
}

/** A definition from outside that may be unsound, as one that is being made. @throws AppError INSTRUMENT_INVALID where its shape is wrong */
export function draftFromOutside(definition: unknown, name: string): Instrument {
	const { instrument, problems } = checkShape(definition);
	return instrument ?? refuse(name, problems);
}

function refuse(name: string, problems: readonly InstrumentProblem[]): never {
	const detail = problems.map(({ kind, at, value }) => `${kind} ${at} ${value}`.trim()).slice(0, 5);
	throw new AppError('INSTRUMENT_INVALID', { name, detail: detail.join('; '), problems: problems.slice(0, 5) });
}

/** One of them by its key. @throws AppError NOT_FOUND */
export function bundledInstrument(resourcesFolder: string, key: string): Instrument {
	const found = bundledInstruments(resourcesFolder).find((one) => one.key === key);
	if (!found) throw new AppError('NOT_FOUND', { what: 'instrument', ref: key });
	return found;
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** The ready scales that come with the program. @throws ZodError when they are not sound, which is a fault of the program */
export function bundledScales(resourcesFolder: string): ScaleLibrary {
	return scaleLibrary.parse(readJson(join(resourcesFolder, 'scales.json')));
}

/** The groups of ready items, by key: those with items of their own, and those that have a bundled instrument's. */
export function bundledBanks(resourcesFolder: string): Bank[] {
	const folder = join(resourcesFolder, 'banks');
	const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
	return files.sort().map((name) => {
		const file = bankFile.parse(readJson(join(folder, name)));
		if (!('from' in file)) return file;
		const from = bundledInstrument(resourcesFolder, file.from);
		const { key, title, description } = file;
		return { key, title, description, scales: from.scales, indexes: from.indexes, items: from.items };
	});
}

/** A definition as it is stored: JSON with the keys of every object in order of name, so that equal definitions are equal texts. */
export function asStored(definition: Instrument): { text: string; hash: string } {
	const text = JSON.stringify(definition, (_key, value) =>
		value !== null && typeof value === 'object' && !Array.isArray(value)
			? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
			: value,
	);
	return { text, hash: createHash('sha256').update(text).digest('hex') };
}
