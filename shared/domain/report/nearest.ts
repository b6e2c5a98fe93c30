const most = 5;
const longest = 40;
const compared = 200;

const folded = (text: string) => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

/** The one of `candidates` that a word is, letter case and spacing apart. */
export function findByName<T>(name: string, candidates: readonly T[], nameOf: (one: T) => string): T | undefined {
	const exact = candidates.find((one) => nameOf(one) === name);
	if (exact !== undefined) return exact;
	const wanted = folded(name);
	return candidates.find((one) => folded(nameOf(one)) === wanted);
}

/** The candidates most like a word, nearest first, at most five; where none is like it, the first five, so that one sees what there is. */
export function nearest(word: string, candidates: readonly string[]): string[] {
	const wanted = folded(word).slice(0, longest);
	const ranked = candidates.slice(0, compared).map((candidate, place) => {
		const other = folded(candidate).slice(0, longest);
		const within = wanted.length >= 3 && (other.includes(wanted) || wanted.includes(other));
		return { candidate, place, distance: within ? Math.min(1, distance(wanted, other)) : distance(wanted, other) };
	});
	const near = ranked.filter((one) => one.distance <= Math.max(2, Math.floor(wanted.length * 0.4)));
	if (near.length === 0) return candidates.slice(0, most);
	return near
		.sort((a, b) => a.distance - b.distance || a.place - b.place)
		.slice(0, most)
		.map((one) => one.candidate);
}

/** Levenshtein's distance, a swap of neighbours counted as one (optimal string alignment; Damerau 1964, Wagner & Fischer 1974). */
export function distance(a: string, b: string): number {
	let before: number[] = [];
	let row = Array.from({ length: b.length + 1 }, (_, at) => at);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++) {
			const cost = a[i - 1] === b[j - 1] ? 0 : 1;
			let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
				least = Math.min(least, (before[j - 2] ?? 0) + 1);
			}
			next.push(least);
		}
		before = row;
		row = next;
	}
	return row[b.length] ?? 0;
}
