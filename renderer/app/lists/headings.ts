/** The headings of a Markdown text, down to the third level, with the line each stands on (from 1). Those inside code fences are none. */
export function headingsOf(markdown: string): { level: number; text: string; line: number }[] {
	const found: { level: number; text: string; line: number }[] = [];
	let fence: string | null = null;
	markdown.split('\n').forEach((line, index) => {
		const mark = /^ {0,3}(```+|~~~+)/.exec(line)?.[1];
		if (mark && (fence === null || mark.startsWith(fence))) fence = fence === null ? mark : null;
		const heading = fence === null ? /^(#{1,3})\s+(.*?)\s*#*\s*$/.exec(line) : null;
		if (heading) {
			const text = (heading[2] ?? '').replace(/\{[^}]*\}/g, '').replace(/[*_`]/g, '');
			found.push({ level: (heading[1] ?? '#').length, text: text.trim(), line: index + 1 });
		}
	});
	return found;
}
