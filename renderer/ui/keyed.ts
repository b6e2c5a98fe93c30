/** Each thing with a key of its own for React: what `nameOf` says, with a count where several say the same. */
export function keyed<T>(
	things: readonly T[],
	nameOf: (thing: T) => string | number,
): { key: string; one: T; at: number }[] {
	const seen = new Map<string, number>();
	return things.map((one, at) => {
		const name = String(nameOf(one));
		const count = (seen.get(name) ?? 0) + 1;
		seen.set(name, count);
		return { key: count === 1 ? name : `${name} (${count})`, one, at };
	});
}
