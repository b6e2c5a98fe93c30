/** A text in which no sign means anything to HTML, in content and in attributes. */
export function asHtml(text: string): string {
	return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A text as CSS writes it: every sign that could end it or mean something is escaped. */
export function cssString(text: string): string {
	const short = text.length > 90 ? `${text.slice(0, 88).trimEnd()}…` : text;
	return `"${short.replace(/[^\p{L}\p{N} .,:;!?…–-]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 32).toString(16)} `)}"`;
}
