/** The shape of the messages of the source language, Swedish: a text, or a function from values to a text. Other languages must fill it whole. */
export type Shape<T> = {
	[K in keyof T]: T[K] extends string
		? string
		: T[K] extends (...values: infer V) => string
			? (...values: V) => string
			: Shape<T[K]>;
};
