import type { Instrument } from '#shared/domain/instrument/model.ts';
import { questionsOf } from '#shared/domain/instrument/questions.ts';
import type { Codebook, CodedVariable } from './codebook.ts';
import { type ColumnMatch, itemOf } from './columns.ts';
import { foldSpace } from './fold.ts';
import { type ColumnNote, proposeHabits } from './habits.ts';
import { decodeCell, type Layout } from './layout.ts';
import { applyChoices, matchColumns } from './match.ts';

/** The beginning of a file, from which its columns are judged. */
export interface FileBeginning {
	layout: Layout;
	/** Rows of data. */
	rows: readonly (readonly string[])[];
}

/** Rows that columns are judged by. */
export const judgedRows = 2000;

/** A match that was saved by name. */
export interface SavedMap {
	name: string;
	columns: readonly ColumnMatch[];
}

/** How much of a saved match's columns a file must have for it to be proposed. */
const fits = 0.8;

/** The cells of one column, as they were answered. */
export function cellsOf({ layout, rows }: FileBeginning): (index: number) => readonly string[] {
	const known = new Map<number, string[]>();
	return (index) => {
		const before = known.get(index);
		if (before) return before;
		const cells = rows.map((row) => decodeCell(layout.service, row[index] ?? ''));
		known.set(index, cells);
		return cells;
	};
}

/** The variable of a value list that a column is, by its name or heading. */
export function codedBy(layout: Layout, codebook: Codebook | null): (index: number) => CodedVariable | undefined {
	if (!codebook) return () => undefined;
	const byName = new Map(codebook.variables.map((one) => [foldSpace(one.name), one]));
	const find = (text: string | undefined) => (text === undefined ? undefined : byName.get(foldSpace(text)));
	return (index) => {
		const name = layout.names[index] ?? '';
		const own = find(name) ?? find(layout.header[index]);
		if (own) return own;
		// The columns of a REDCap checkbox share one entry of the dictionary: each says yes or no.
		const checkbox = /^(.+)___(.+)$/.exec(name);
		const shared = checkbox && find(checkbox[1]);
		if (!checkbox || !shared) return undefined;
		const label = shared.values.find(({ code }) => foldSpace(code) === foldSpace(checkbox[2] ?? ''))?.label;
		return label === undefined
			? undefined
			: { ...shared, name, label: `${shared.label ?? shared.name} [${label}]`, values: [] };
	};
}

/** The saved match that fits a file and an instrument best, or null. */
function fittingMap(
	header: readonly string[],
	maps: readonly SavedMap[],
	isKnownItem: (id: string) => boolean,
): SavedMap | null {
	const headings = new Set(header);
	let best: { map: SavedMap; part: number } | null = null;
	for (const map of maps) {
		const used = map.columns.filter(({ target }) => target.kind !== 'ignore');
		const items = used.flatMap(({ target }) => itemOf(target) ?? []);
		if (items.length === 0 || items.filter(isKnownItem).length < items.length * fits) continue;
		const part = used.filter((one) => headings.has(one.header)).length / used.length;
		if (part >= fits && part > (best?.part ?? 0)) best = { map, part };
	}
	return best?.map ?? null;
}

/**
 * What each column of a file is proposed to be and how it is to be read: by a saved match that fits or was asked for, else by headings, codes,
 * cells and a value list; then by what a person chose.
 */
export function proposeColumns(
	file: FileBeginning,
	instrument: Instrument,
	{
		codebook = null,
		maps = [],
		choices = [],
	}: { codebook?: Codebook | null; maps?: readonly SavedMap[]; choices?: readonly ColumnMatch[] } = {},
): { columns: ColumnMatch[]; notes: ColumnNote[]; map: string | null } {
	const { layout } = file;
	const cells = cellsOf(file);
	const coded = codedBy(layout, codebook);
	const proposed = matchColumns(layout.header, instrument, {
		names: layout.names,
		service: layout.service,
		label: (name) => {
			const at = layout.names.indexOf(name);
			return at < 0 ? null : (coded(at)?.label ?? null);
		},
		cells: (index) => {
			const variable = coded(index);
			const own = cells(index).slice(0, 500);
			if (!variable) return own;
			const said = new Map(variable.values.map(({ code, label }) => [code, label]));
			return own.filter((cell) => !variable.missing.includes(cell)).map((cell) => said.get(cell) ?? cell);
		},
	});
	const ids = new Set(questionsOf(instrument).map((one) => one.id));
	// What a person chose is all of the columns: a saved match has been applied to them before.
	const map = choices.length > 0 ? null : fittingMap(layout.header, maps, (id) => ids.has(id));
	const saved = map
		? applyChoices(
				proposed,
				map.columns.map((one) => ({ ...one, how: 'saved' as const })),
				instrument,
			)
		: proposed;
	const chosen = applyChoices(saved, choices, instrument);
	return { ...proposeHabits(chosen, instrument, { service: layout.service, cells, coded }), map: map?.name ?? null };
}
