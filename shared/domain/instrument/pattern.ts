/** The most steps that holding a text against a pattern may take, about: some tenths of a second. */
const mostSteps = 5e6;

/**
 * Whether a whole text matches an author's pattern. A pattern may come from a file of somebody else's, and an unlucky one takes for ever over
 * some texts; so where it might, the text counts as matching. For the respondent's own browser.
 */
export function matchesPattern(pattern: string, text: string): boolean {
	return patternTester(pattern)(text) !== false;
}

/**
 * Makes what holds many texts against an author's pattern: whether the whole text matches, or null where it is not held against it, since
 * that might take for ever, or the pattern is none. Only run where it can be ended: in a browser, or in a worker.
 */
export function patternTester(pattern: string): (text: string) => boolean | null {
	const longest = longestFor(pattern);
	const whole = longest > 0 ? compiled(`^(?:${pattern})$`) : null;
	return (text) => (whole === null || text.length > longest ? null : whole.test(text));
}

function compiled(source: string): RegExp | null {
	try {
		return new RegExp(source, 'u');
	} catch {
		return null;
	}
}

/** Whether a pattern is held against answers at all: not where a repeated part can itself be read in several ways, or it refers back. */
export function isQuickPattern(pattern: string): boolean {
	return longestFor(pattern) > 0;
}

/**
 * The longest text, in UTF-16 code units, that is held against a pattern. A matcher that goes back and tries again takes at most the length
 * to the power of the number of repetitions in a row, and twice as long for each part that may be absent; what repeats a repetition has no
 * such bound.
 */
function longestFor(pattern: string): number {
	/** Of each open group: whether it can be read in several ways. */
	const loose: boolean[] = [false];
	let inClass = false;
	let repetitions = 0;
	let doublings = 0;
	for (let at = 0; at < pattern.length; at++) {
		const sign = pattern.charAt(at);
		const rest = pattern.slice(at + 1);
		if (sign === '\\') {
			if (/^[1-9k]/.test(rest)) return 0;
			at++;
		} else if (inClass) inClass = sign !== ']';
		else if (sign === '[') inClass = true;
		else if (sign === '(') {
			loose.push(false);
			if (rest.startsWith('?')) at++;
		} else if (sign === ')') {
			const inner = loose.pop() ?? false;
			if (inner && /^[*+{]/.test(rest)) return 0;
			if (inner) loose[loose.length - 1] = true;
		} else if (/[*+?|]/.test(sign) || /^\{\d+,/.test(pattern.slice(at))) {
			loose[loose.length - 1] = true;
			if (sign === '?' || sign === '|') doublings++;
			else repetitions++;
		}
	}
	return Math.floor(Math.min(2000, (mostSteps / 2 ** doublings) ** (1 / Math.max(1, repetitions))));
}
