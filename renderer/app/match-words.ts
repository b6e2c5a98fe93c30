/** Small letters without accents, so that "aterkoppling" finds "Återkoppling". */
function folded(text: string): string {
	return text.toLocaleLowerCase('sv').normalize('NFD').replace(/\p{M}/gu, '');
}

/**
 * How well a name answers what was typed, or null where it does not. Every word typed must be found. Lower is better: 0 the name begins so,
 * 1 a word of it does, 2 it is somewhere inside, 3 only in the other words it is known by.
 */
export function matchWords(query: string, name: string, others = ''): number | null {
	const words = folded(query).split(/\s+/).filter(Boolean);
	const inName = folded(name);
	const inOthers = folded(others);
	let worst = 0;
	for (const [index, word] of words.entries()) {
		const at = inName.indexOf(word);
		const begins = new RegExp(`(^|[^\\p{L}\\p{N}])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`, 'u');
		const rank =
			at === 0 && index === 0 ? 0 : begins.test(inName) ? 1 : at >= 0 ? 2 : inOthers.includes(word) ? 3 : null;
		if (rank === null) return null;
		worst = Math.max(worst, rank);
	}
	return worst;
}
