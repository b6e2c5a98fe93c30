import type { Code } from '#shared/contract/code.ts';
import type { DropPlace } from '#shared/domain/coding/moves.ts';

/** A code as a row of a tree that is drawn flat. */
export interface TreeRow {
	code: Code;
	depth: number;
	hasChildren: boolean;
	setSize: number;
	/** From 1. */
	posInSet: number;
}

const fold = (text: string) => text.normalize('NFC').toLocaleLowerCase('sv');

/** The rows to be seen: without those under a closed one, or, in a search, those that match with those above them. */
export function shownCodes(codes: readonly Code[], closed: ReadonlySet<number>, search: string): TreeRow[] {
	const byId = new Map(codes.map((code) => [code.id, code]));
	const siblings = new Map<number | null, Code[]>();
	for (const code of codes) siblings.set(code.parentId, [...(siblings.get(code.parentId) ?? []), code]);
	const words = fold(search.trim());
	const matching = new Set<number>();
	if (words) {
		for (const code of codes) {
			if (!fold(code.name).includes(words)) continue;
			for (let at: Code | undefined = code; at; at = at.parentId === null ? undefined : byId.get(at.parentId)) {
				matching.add(at.id);
			}
		}
	}
	const rows: TreeRow[] = [];
	const depths = new Map<number, number>();
	const hidden = new Set<number>();
	for (const code of codes) {
		const depth = code.parentId === null ? 0 : (depths.get(code.parentId) ?? 0) + 1;
		depths.set(code.id, depth);
		if (!words && code.parentId !== null && (hidden.has(code.parentId) || closed.has(code.parentId))) {
			hidden.add(code.id);
			continue;
		}
		if (words && !matching.has(code.id)) continue;
		const beside = siblings.get(code.parentId) ?? [];
		rows.push({
			code,
			depth,
			hasChildren: siblings.has(code.id),
			setSize: beside.length,
			posInSet: beside.indexOf(code) + 1,
		});
	}
	return rows;
}

/** The codes that a search finds, those that begin with it first, and whether one is called exactly that. */
export function matchCodes(codes: readonly Code[], search: string): { found: Code[]; exact: boolean } {
	const words = fold(search.trim());
	if (!words) return { found: [...codes], exact: true };
	const rank = (code: Code) => {
		const name = fold(code.name);
		if (name === words) return 0;
		if (name.startsWith(words)) return 1;
		return name.split(/[\s\-/]/).some((part) => part.startsWith(words)) ? 2 : name.includes(words) ? 3 : 9;
	};
	const found = codes.filter((code) => rank(code) < 9).sort((a, b) => rank(a) - rank(b) || b.codings - a.codings);
	return { found, exact: found.some((code) => rank(code) === 0) };
}

/** The names above a code, outermost first. */
export function pathOf(codes: readonly Code[], code: Code): string[] {
	const path: string[] = [];
	for (let parent = code.parentId; parent !== null; ) {
		const above = codes.find((one) => one.id === parent);
		if (!above) break;
		path.unshift(above.name);
		parent = above.parentId;
	}
	return path;
}

/** Where on a row something is dropped: the upper quarter is before it, the lower after, the middle under it. */
export function placeOf(box: { top: number; height: number }, y: number): DropPlace {
	const part = (y - box.top) / box.height;
	return part < 0.25 ? 'before' : part > 0.75 ? 'after' : 'inside';
}
