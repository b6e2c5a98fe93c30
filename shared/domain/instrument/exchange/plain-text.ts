const named: Record<string, string> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: ' ',
	ndash: '–',
	mdash: '—',
	hellip: '…',
	aring: 'å',
	auml: 'ä',
	ouml: 'ö',
	Aring: 'Å',
	Auml: 'Ä',
	Ouml: 'Ö',
	eacute: 'é',
	uuml: 'ü',
	rsquo: '’',
	lsquo: '‘',
	rdquo: '”',
	ldquo: '“',
	bull: '•',
	copy: '©',
	shy: '',
};

/** Tags whose going changes nothing that one reads. */
const silent = new Set(['p', 'br', 'div', 'span', 'o:p', 'font', 'small']);

/**
 * The words of a text that may be HTML: line breaks for paragraphs and breaks, a dash for items of a list, entities as characters, scripts
 * and styles gone. `tags`: the names of the tags whose going a reader would see (bold, links, pictures), each once.
 */
export function plainText(source: string): { text: string; tags: string[] } {
	const tags = new Set<string>();
	const text = source
		.replace(/\r\n?/g, '\n')
		.replace(/<!--[\s\S]*?(?:-->|$)/g, '')
		.replace(/<(script|style|iframe|object|svg)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, (_whole, tag: string) => {
			tags.add(tag.toLowerCase());
			return ' ';
		})
		.replace(/<\/?([a-z][a-z0-9:]*)(?=[\s/>])[^<>]*>/gi, (whole, name: string) => {
			const tag = name.toLowerCase();
			if (!silent.has(tag)) tags.add(tag);
			if (tag === 'br' || tag === 'hr') return '\n';
			if (tag === 'li') return whole.startsWith('</') ? '' : '\n– ';
			return whole.startsWith('</') && /^(?:p|div|h[1-6]|ul|ol|tr|table)$/.test(tag) ? '\n' : '';
		})
		.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/gi, (whole, hex, decimal, name) => {
			if (name) return (Object.hasOwn(named, name) ? named[name] : undefined) ?? whole;
			const point = hex ? Number.parseInt(hex, 16) : Number(decimal);
			return point > 31 && point <= 0x10ffff && !(point >= 0xd800 && point < 0xe000) ? String.fromCodePoint(point) : '';
		})
		.replace(/[ \t\u00a0]+/g, ' ')
		.replace(/ ?\n ?/g, '\n')
		.replace(/\n{3,}/g, '\n\n')
		.trim();
	return { text, tags: [...tags] };
}

/** Words as they are, where HTML is read. */
export const asPlain = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** A text as it stands in HTML. */
export function escapeHtml(text: string): string {
	return text
		.replace(/&/g, '&amp;')
		.replace(/</g, '&lt;')
		.replace(/>/g, '&gt;')
		.replace(/"/g, '&quot;')
		.replace(/\n/g, '<br />');
}
