import { type Line, lineOf } from './lines.ts';

const thanks =
	/^(?:(?:ett |så )?(?:stort |varmt |hjärtligt )?tack(?:ar)?(?:\s+(?!vare)\p{L}|\s*!|$)|(?:many |with )?thank(?:s| you)\b)/iu;
const endsWithThanks = /[.!]\s+(?:stort |varmt |many )?(?:tack|thanks|thank you)\b[^.?!]{0,60}[.!]*$/i;
const handIn =
	/^(?:lämna|skicka|lägg|posta|vi ber dig (?:lämna|skicka)|please (?:return|send|submit|hand)|return|send)\b.*[.!]$/i;

/** What a questionnaire asks: a line that begins so is not part of its farewell. */
const asking: ReadonlySet<Line['kind']> = new Set(['question', 'point', 'boxes', 'numbers', 'field']);

/**
 * The farewell at the end of a questionnaire ("Tack för din medverkan!" and who signs it), and what stands before it. Empty where the last
 * lines say no thanks, ask something, or are all there is.
 */
export function closingOf(source: string): { body: string; thanks: string } {
	const lines = source.split(/\r\n?|[\n\u2028\u2029\f\v]/);
	const words = lines.flatMap((line, at) => (line.trim() === '' ? [] : [at]));
	let from = -1;
	for (const at of words.slice(-8).toReversed()) {
		const text = (lines[at] ?? '').trim().replace(/^#{1,6}\s+/, '');
		if (text.includes('?') || text.length > 1000 || asking.has(lineOf(text).kind)) break;
		if (thanks.test(text) || endsWithThanks.test(text) || (from >= 0 && handIn.test(text))) from = at;
		else if (from >= 0) break;
	}
	if (from <= (words[0] ?? 0)) return { body: source, thanks: '' };
	const said = lines.slice(from).map((line) => line.trim().replace(/^#{1,6}\s+/, ''));
	return { body: lines.slice(0, from).join('\n'), thanks: said.join('\n').trim() };
}
