/** What the rules of the codebook need to know of a code. */
export interface CodeNode {
	id: number;
	parentId: number | null;
	name: string;
	/** Among its siblings, from 0. */
	position: number;
}

/** Codes in reading order: parents before children, siblings by position and then by id. Those in no tree come last. */
export function inReadingOrder<C extends CodeNode>(codes: readonly C[]): C[] {
	const children = childrenOf(codes);
	const ordered: C[] = [];
	// A stack and not recursion: a codebook from elsewhere may be deeper than the call stack.
	const stack = [...(children.get(null) ?? [])].reverse();
	for (let code = stack.pop(); code; code = stack.pop()) {
		ordered.push(code);
		stack.push(...[...(children.get(code.id) ?? [])].reverse());
	}
	const reached = new Set(ordered.map((code) => code.id));
	return [...ordered, ...codes.filter((code) => !reached.has(code.id))];
}

/** The ids of a code and of everything under it. */
export function withDescendants(codes: readonly CodeNode[], id: number): Set<number> {
	const children = childrenOf(codes);
	const found = new Set([id]);
	for (const one of found) for (const child of children.get(one) ?? []) found.add(child.id);
	return found;
}

/** How many codings stand on the codes under each code, its own not among them. Codes with none under them are left out. */
export function codingsUnder(codes: readonly (CodeNode & { codings: number })[]): Map<number, number> {
	const under = new Map<number, number>();
	for (const { id, parentId, codings } of inReadingOrder(codes).reverse()) {
		const all = codings + (under.get(id) ?? 0);
		if (parentId !== null && all > 0) under.set(parentId, (under.get(parentId) ?? 0) + all);
	}
	return under;
}

/** Whether a name is already a sibling's; capitals and space at the ends do not count. */
export function isNameTaken(codes: readonly CodeNode[], parentId: number | null, name: string, except = 0): boolean {
	return codes.some((code) => code.parentId === parentId && code.id !== except && sameName(code.name, name));
}

/** Whether two names of codes are one to a reader. */
function sameName(one: string, other: string): boolean {
	return fold(one) === fold(other);
}

/** The codes that get another parent or place when `id` moves to `position` under `parentId`, as they are afterwards. */
export function moveCode<C extends CodeNode>(
	codes: readonly C[],
	id: number,
	parentId: number | null,
	position: number,
): C[] {
	const moving = codes.find((code) => code.id === id);
	if (!moving) return [];
	const children = childrenOf(codes);
	const siblings = (children.get(parentId) ?? []).filter((code) => code.id !== id);
	siblings.splice(Math.min(position, siblings.length), 0, { ...moving, parentId });
	const left = moving.parentId === parentId ? [] : (children.get(moving.parentId) ?? []).filter((c) => c.id !== id);
	return changed(codes, [...numbered(siblings), ...numbered(left)]);
}

/** The codes that change when `id` is taken away: its children stand where it stood, with a number after a name that is taken there. */
export function removeCode<C extends CodeNode>(codes: readonly C[], id: number): C[] {
	const gone = codes.find((code) => code.id === id);
	if (!gone) return [];
	const children = childrenOf(codes);
	const siblings = children.get(gone.parentId) ?? [];
	const stay = siblings.filter((code) => code.id !== id);
	const raised: C[] = [];
	for (const child of children.get(id) ?? []) {
		const taken = [...stay, ...raised];
		let name = child.name;
		for (let n = 2; taken.some((other) => sameName(other.name, name)); n++) name = `${child.name} (${n})`;
		raised.push({ ...child, parentId: gone.parentId, name });
	}
	return changed(codes, numbered(siblings.flatMap((code) => (code.id === id ? raised : [code]))));
}

const fold = (name: string) => name.normalize('NFC').trim().toLocaleLowerCase('sv');

function childrenOf<C extends CodeNode>(codes: readonly C[]): Map<number | null, C[]> {
	const map = new Map<number | null, C[]>();
	for (const code of codes) {
		const list = map.get(code.parentId);
		if (list) list.push(code);
		else map.set(code.parentId, [code]);
	}
	for (const list of map.values()) list.sort((a, b) => a.position - b.position || a.id - b.id);
	return map;
}

const numbered = <C extends CodeNode>(codes: readonly C[]): C[] =>
	codes.map((code, position) => ({ ...code, position }));

function changed<C extends CodeNode>(before: readonly C[], after: readonly C[]): C[] {
	const was = new Map(before.map((code) => [code.id, code]));
	return after.filter((code) => {
		const old = was.get(code.id);
		return !old || old.parentId !== code.parentId || old.position !== code.position || old.name !== code.name;
	});
}
