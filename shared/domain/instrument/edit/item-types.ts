import type { ItemType } from '../model.ts';

/** Every type of item, in the order they are offered. */
export const itemTypes = [
	'scale',
	'matrix',
	'single',
	'multiple',
	'ranking',
	'rating',
	'number',
	'date',
	'text',
	'info',
	'section',
] as const satisfies readonly ItemType[];
