/** Words that end in a full stop without ending a sentence, in Swedish and English transcripts. */
const short = /(?:^|[\s(])(?:t\.ex|bl\.a|dvs|osv|m\.m|ca|s\.k|kl|nr|resp|f\.d|e\.g|i\.e|etc|Mr|Mrs|Dr)\.$/i;

/** Where each sentence in `text.slice(start, end)` lies, in order, without space around it. A line break ends a sentence as well. */
export function sentencesOf(text: string, start: number, end: number): { start: number; end: number }[] {
	const found: { start: number; end: number }[] = [];
	let from = start;
	const take = (to: number) => {
		const said = text.slice(from, to);
		const first = from + said.length - said.trimStart().length;
		const last = from + said.trimEnd().length;
		if (last > first) found.push({ start: first, end: last });
		from = to;
	};
	for (let at = start; at < end; at++) {
		const unit = text[at];
		if (unit === '\n') take(at);
		else if (unit === '.' || unit === '?' || unit === '!' || unit === '…') {
			let stop = at + 1;
			while (stop < end && '.?!…"”’)»'.includes(text[stop] ?? '')) stop++;
			const after = text[stop];
			if (
				stop === end ||
				(after !== undefined && /\s/.test(after) && !short.test(text.slice(Math.max(from, stop - 8), stop)))
			) {
				take(stop);
			}
			at = stop - 1;
		}
	}
	take(end);
	return found;
}
