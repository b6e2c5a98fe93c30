// What every place that shared code runs in has, but the plain ECMAScript library lacks.
declare class TextEncoder {
	encode(text?: string): Uint8Array<ArrayBuffer>;
}
declare class TextDecoder {
	constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
	decode(bytes?: Uint8Array): string;
}
declare function structuredClone<T>(value: T): T;
