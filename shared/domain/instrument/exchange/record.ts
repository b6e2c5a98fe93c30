/** An object of a foreign JSON, read by its own keys alone. */
export type Foreign = Record<string, unknown>;

/** An object that is neither null nor an array. */
export function asRecord(value: unknown): Foreign | null {
	return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Foreign) : null;
}

/** A field's value; undefined where the object itself has none, whatever it inherits. */
export function field(record: Foreign, ...names: string[]): unknown {
	for (const name of names) if (Object.hasOwn(record, name) && record[name] !== null) return record[name];
	return undefined;
}

/** A field that is a list; empty where it is none. */
export function list(record: Foreign, name: string): unknown[] {
	const value = field(record, name);
	return Array.isArray(value) ? value : [];
}

/** The objects of a list; what is none is left out. */
export function records(record: Foreign, name: string): Foreign[] {
	return list(record, name)
		.map(asRecord)
		.filter((one) => one !== null);
}

/** A field as a word: of texts, numbers and truth values. */
export function word(record: Foreign, ...names: string[]): string | undefined {
	const value = field(record, ...names);
	return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
		? String(value)
		: undefined;
}

/** A field as a finite number. */
export function number(record: Foreign, ...names: string[]): number | undefined {
	const value = field(record, ...names);
	const read =
		typeof value === 'number' ? value : typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
	return Number.isFinite(read) ? read : undefined;
}

/** Whether a field is true. */
export function isOn(record: Foreign, ...names: string[]): boolean {
	return names.some((name) => field(record, name) === true);
}
