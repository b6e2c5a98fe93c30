/**
 * What the form's code uses that browsers of five years ago lack, added where it is missing. Imported before everything else. Syntax is
 * brought down by the build; `tests/node/form/template.test.ts` holds both.
 */
const at = function <T>(this: ArrayLike<T>, place: number): T | undefined {
	return this[place < 0 ? this.length + place : place];
};

function add(target: object, name: string, value: unknown): void {
	if (!(name in target)) Object.defineProperty(target, name, { value, writable: true, configurable: true });
}

add(Array.prototype, 'at', at);
add(String.prototype, 'at', at);
add(Object, 'hasOwn', (of: object, key: PropertyKey) => Object.hasOwn(of, key));
