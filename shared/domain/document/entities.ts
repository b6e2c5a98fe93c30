const named: Record<string, string> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: '\u00a0',
	lrm: '\u200e',
	rlm: '\u200f',
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

/** Entities of HTML as the characters they stand for: those of text, and any number. A name that is none stays; a sign of control is gone. */
export function decodeEntities(text: string): string {
	return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/gi, (whole, hex, decimal, name) => {
		// Some of them may be written large: "&AMP;".
		if (name) return own(name) ?? (/[a-z]/.test(name) ? undefined : own(name.toLowerCase())) ?? whole;
		const point = hex ? Number.parseInt(hex, 16) : Number(decimal);
		if (point === 9 || point === 10 || point === 13) return ' ';
		return point > 31 && point <= 0x10ffff && !(point >= 0xd800 && point < 0xe000) ? String.fromCodePoint(point) : '';
	});
}

const own = (name: string): string | undefined => (Object.hasOwn(named, name) ? named[name] : undefined);
