let seen: string | null = null;

/** Whether `path` is another view than the one asked about before: true once for each move, and not for the first view of the window. */
export function takeNavigation(path: string): boolean {
	const moved = seen !== null && seen !== path;
	seen = path;
	return moved;
}
