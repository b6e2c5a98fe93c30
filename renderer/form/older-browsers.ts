/**
 * What the form's code uses that browsers of five years ago lack, added where it is missing. Imported before everything else. Syntax is
 * brought down by the build; `tests/node/form/cli.test.ts` holds both.
 */
const at = function <T>(this: ArrayLike<T>, place: number): T | undefined {
	return this[place < 0 ? this.length + place : place];
};

function add(target: object, name: string, value: unknown): void {
	if (!(name in target)) Object.defineProperty(target, name, { value, writable: true, configurable: true });
}

add(Array.prototype, 'at', at);
add(String.prototype, 'at', at);
// Not by `hasOwnProperty`: linters write that as the very function that is lacking.
add(Object, 'hasOwn', (of: object, key: PropertyKey) => Object.getOwnPropertyDescriptor(of, key) !== undefined);
