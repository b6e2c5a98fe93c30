import type { Range } from './ranges.ts';

/** Something coded: its range and which code. */
export interface Coded extends Range {
	id: number;
	codeId: number;
}

/**
 * A lane, from 0, for each coding's bar in the margin, so that bars beside each other never cover one another: the first lane that is free
 * where the coding begins. `codings` in order of start. Time n × lanes in use.
 */
export function assignLanes(codings: readonly Range[]): number[] {
	const busyUntil: number[] = [];
	return codings.map(({ start, end }) => {
		let lane = busyUntil.findIndex((until) => until <= start);
		if (lane < 0) lane = busyUntil.length;
		busyUntil[lane] = end;
		return lane;
	});
}

/** Codings that touch a window of the text, quickly: `codings` in order of start, `reach` from `reachOf`. */
export function codingsWithin<C extends Range>(
	codings: readonly C[],
	reach: readonly number[],
	{ start, end }: Range,
): C[] {
	let low = 0;
	let high = codings.length;
	// The first one that, or before which any, reaches into the window.
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((reach[middle] ?? 0) <= start) low = middle + 1;
		else high = middle;
	}
	const found: C[] = [];
	for (let at = low; at < codings.length; at++) {
		const coding = codings[at];
		if (!coding || coding.start >= end) break;
		if (coding.end > start) found.push(coding);
	}
	return found;
}

/** How far the codings up to each one reach: the greatest end so far. */
export function reachOf(codings: readonly Range[]): number[] {
	let far = 0;
	return codings.map(({ end }) => {
		far = Math.max(far, end);
		return far;
	});
}

/** A stretch in which the same codings hold from end to end, the shortest (the most particular) first. */
export interface Stretch extends Range {
	codings: Coded[];
}

/** Cuts codings into stretches without overlap, in order: what a text is drawn from where several codes lie on the same words. */
export function stretchesOf(codings: readonly Coded[], within: Range): Stretch[] {
	const cuts = new Set<number>();
	for (const { start, end } of codings) {
		cuts.add(Math.max(start, within.start));
		cuts.add(Math.min(end, within.end));
	}
	const edges = [...cuts].filter((at) => at >= within.start && at <= within.end).sort((a, b) => a - b);
	const sorted = [...codings].sort((a, b) => a.start - b.start);
	const stretches: Stretch[] = [];
	let active: Coded[] = [];
	let next = 0;
	for (let at = 0; at + 1 < edges.length; at++) {
		const [start = 0, end = 0] = [edges[at], edges[at + 1]];
		active = active.filter((coding) => coding.end > start);
		for (let one = sorted[next]; one && one.start <= start; one = sorted[++next]) if (one.end > start) active.push(one);
		if (active.length === 0) continue;
		const codingsHere = [...active].sort((a, b) => a.end - a.start - (b.end - b.start) || a.id - b.id);
		stretches.push({ start, end, codings: codingsHere });
	}
	return stretches;
}
