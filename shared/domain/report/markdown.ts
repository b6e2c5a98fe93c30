import { Lexer, type Token, type Tokens } from 'marked';

/** A paragraph with more signs of emphasis and links than this is taken as it stands: finding their pairs takes the square of their number. */
const mostMarks = 1500;
/** Lists and quotes deeper than this are taken as they stand. */
const deepest = 20;

const nested = new RegExp(`^(?:[ \\t]*(?:>|[-*+]|\\d{1,9}[.)])[ \\t]*){${deepest},}`);

/**
 * The tokens of a piece of Markdown, in CommonMark with the tables and marks of GitHub. Never throws, and takes time in proportion to the
 * text: what would take longer becomes plain paragraphs.
 */
export function lexMarkdown(text: string): Token[] {
	const lines = text.split('\n');
	if (lines.some((line) => nested.test(line) || /^[ \t]{100}/.test(line))) return plain(text);
	try {
		const lexer = new Lexer({ gfm: true });
		const tokens = lexer.blockTokens(text, lexer.tokens);
		for (const { src, tokens: into } of lexer.inlineQueue) {
			if (countMarks(src) > mostMarks) into.push({ type: 'text', raw: src, text: src } satisfies Tokens.Text);
			else lexer.inlineTokens(src, into);
		}
		return tokens;
	} catch {
		// Nothing in a report may stop its preview: marked gives up on some hostile nestings.
		return plain(text);
	}
}

function countMarks(text: string): number {
	let count = 0;
	for (let at = 0; at < text.length; at++) if ('*_~[]`<&@:'.includes(text.charAt(at))) count++;
	return count;
}

function plain(text: string): Token[] {
	return text.split(/(\n\n+)/).map((raw, at): Token => {
		if (at % 2) return { type: 'space', raw };
		const inner: Tokens.Text = { type: 'text', raw, text: raw };
		return { type: 'paragraph', raw, text: raw, tokens: [inner] };
	});
}
