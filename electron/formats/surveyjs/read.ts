import { AppError } from '#shared/contract/errors.ts';

/** The deepest nesting of a JSON file. What walks through it goes as deep. */
const deepest = 100;

/** A JSON file's value. @throws AppError IMPORT_UNREADABLE for what is no JSON or nests too deeply */
export function readJson(name: string, text: string): unknown {
	if (depthOf(text) > deepest) throw new AppError('IMPORT_UNREADABLE', { name, format: 'JSON' });
	try {
		return JSON.parse(text);
	} catch (error) {
		throw new AppError('IMPORT_UNREADABLE', { name, format: 'JSON' }, error);
	}
}

/** How deep brackets and braces nest, those inside texts aside. */
function depthOf(text: string): number {
	let depth = 0;
	let most = 0;
	let quoted = false;
	for (let at = 0; at < text.length; at++) {
		const unit = text[at];
		if (quoted) {
			if (unit === '\\') at++;
			else if (unit === '"') quoted = false;
		} else if (unit === '"') quoted = true;
		else if (unit === '[' || unit === '{') most = Math.max(most, ++depth);
		else if (unit === ']' || unit === '}') depth--;
	}
	return most;
}
