/** A live value as written: `{{name key="value" word}}`. */
export interface ValueUse {
	name: string;
	/** By key; the words without a key are under their place from 0. */
	args: Record<string, string>;
	/** As it stands in the source. */
	raw: string;
	/** 1-based line, and 0-based UTF-16 column in it. */
	line: number;
	column: number;
}

/** What a live value is replaced by while the Markdown around it is read: a sign, its number, a sign. Neither is left in a source. */
export const marker = { open: '\uE000', close: '\uE001' } as const;

const longest = 600;
const argument = /([\p{L}\p{N}-]+)[ \t]*=[ \t]*(?:"((?:[^"\\]|\\.)*)"|[“”]([^“”]*)[“”]|'([^']*)'|(\S+))|(\S+)/gu;

/**
 * Takes the live values out of a text, each replaced by a marker with its number (from `values.length`). `line` is the text's first.
 * An opening without an end on the same line is left as it stands. Linear in the text's length.
 */
export function takeValues(text: string, line: number, values: ValueUse[]): string {
	if (!text.includes('{{')) return text;
	return text
		.split('\n')
		.map((one, at) => takeFromLine(one, line + at, values))
		.join('\n');
}

function takeFromLine(text: string, line: number, values: ValueUse[]): string {
	let out = '';
	let at = 0;
	for (;;) {
		const open = text.indexOf('{{', at);
		const close = open < 0 ? -1 : text.indexOf('}}', open);
		if (close < 0) return out + text.slice(at);
		const inner = text.slice(open + 2, close);
		out += text.slice(at, open);
		at = close + 2;
		const raw = text.slice(open, at);
		const use = inner.length <= longest ? readValue(inner) : null;
		if (!use) {
			out += raw;
			continue;
		}
		out += `${marker.open}${values.length}${marker.close}`;
		values.push({ ...use, raw, line, column: open });
	}
}

function readValue(inner: string): Pick<ValueUse, 'name' | 'args'> | null {
	const match = /^\s*([\p{L}][\p{L}\p{N}-]*)(?=\s|$)(.*)$/u.exec(inner);
	if (!match) return null;
	const args: Record<string, string> = Object.create(null);
	let place = 0;
	for (const [, key, quoted, curly, single, bare, word] of (match[2] ?? '').matchAll(argument)) {
		if (word !== undefined) args[String(place++)] = word;
		else if (key) args[key.toLowerCase()] = (quoted?.replace(/\\(.)/g, '$1') ?? curly ?? single ?? bare ?? '').trim();
	}
	return { name: (match[1] ?? '').toLowerCase(), args };
}

/** A value as it is written in the source. */
export function writeValue(name: string, args: Record<string, string>): string {
	const parts = Object.entries(args).map(([key, value]) =>
		/^\d+$/.test(key) ? value : `${key}="${value.replace(/["\\]/g, '\\$&')}"`,
	);
	return `{{${[name, ...parts].join(' ')}}}`;
}

/** A live block as it is written in the source. Entries without a value are left out. */
export function writeBlock(name: string, entries: Record<string, string>): string {
	const lines = Object.entries(entries)
		.filter(([, value]) => value !== '')
		.map(([key, value]) => `${key}: ${value.replace(/\s+/g, ' ')}`);
	return ['::: '.concat(name), ...lines, ':::'].join('\n');
}
