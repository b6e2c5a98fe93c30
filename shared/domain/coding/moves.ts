import type { CodeNode } from './tree.ts';

/** Where a code is to stand: under whom, and at which place among the siblings counted without it. */
export interface Move {
	parentId: number | null;
	position: number;
}

const under = (codes: readonly CodeNode[], parentId: number | null) => codes.filter((one) => one.parentId === parentId);

/**
 * Where a code goes by one step: before its elder sibling, after its younger, in under the sibling above, or out beside its parent. Null where
 * there is no such place. `codes` in reading order.
 */
export function stepOf(codes: readonly CodeNode[], id: number, step: 'up' | 'down' | 'in' | 'out'): Move | null {
	const code = codes.find((one) => one.id === id);
	if (!code) return null;
	const siblings = under(codes, code.parentId);
	const at = siblings.indexOf(code);
	if (step === 'up') return at > 0 ? { parentId: code.parentId, position: at - 1 } : null;
	if (step === 'down') return at < siblings.length - 1 ? { parentId: code.parentId, position: at + 1 } : null;
	if (step === 'in') {
		const above = siblings[at - 1];
		return above ? { parentId: above.id, position: under(codes, above.id).length } : null;
	}
	const parent = codes.find((one) => one.id === code.parentId);
	return parent ? { parentId: parent.parentId, position: under(codes, parent.parentId).indexOf(parent) + 1 } : null;
}

export type DropPlace = 'before' | 'inside' | 'after';

/** Where a code goes that is dropped before, after or on another; null on itself. `codes` in reading order. */
export function dropOf(codes: readonly CodeNode[], moved: number, target: number, place: DropPlace): Move | null {
	const at = codes.find((one) => one.id === target);
	if (!at || moved === target || !codes.some((one) => one.id === moved)) return null;
	if (place === 'inside') {
		return { parentId: at.id, position: under(codes, at.id).filter((one) => one.id !== moved).length };
	}
	const siblings = under(codes, at.parentId).filter((one) => one.id !== moved);
	return { parentId: at.parentId, position: siblings.indexOf(at) + (place === 'after' ? 1 : 0) };
}
