/** The end of a project's file name. */
const projectEnding = '.underlag';

/** A file name made of a title: without the signs that some system forbids, and with the project's ending. */
export function fileNameOf(title: string): string {
	const plain = [...title]
		.map((sign) => (sign < ' ' || '/\\:*?"<>|'.includes(sign) ? ' ' : sign))
		.join('')
		.replace(/\s+/g, ' ')
		.replace(/^[. ]+|[. ]+$/g, '')
		.slice(0, 100)
		.trim();
	const name = plain.endsWith(projectEnding) ? plain.slice(0, -projectEnding.length) : plain;
	return `${name || 'projekt'}${projectEnding}`;
}

/** The name itself, or with a number, so that no file of that name is in the folder. Capital and small letters count as the same. */
export function freeName(name: string, taken: readonly string[]): string {
	const there = new Set(taken.map((one) => one.toLowerCase()));
	const stem = name.endsWith(projectEnding) ? name.slice(0, -projectEnding.length) : name;
	for (let number = 1; ; number++) {
		const candidate = number === 1 ? `${stem}${projectEnding}` : `${stem} ${number}${projectEnding}`;
		if (!there.has(candidate.toLowerCase())) return candidate;
	}
}

/** A file in a folder, with the separator that the folder's own path uses. */
export function joinPath(folder: string, name: string): string {
	const separator = folder.includes('\\') && !folder.startsWith('/') ? '\\' : '/';
	return folder.endsWith(separator) ? folder + name : folder + separator + name;
}

/** The last part of a path. */
export function baseName(path: string): string {
	return path.split(/[\\/]/).at(-1) ?? path;
}
