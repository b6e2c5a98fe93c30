import { documentKind } from '../document/model.ts';

/** What the value of a key is: the editor offers the right picker, and the filling checks it. */
export type KeyKind =
	| 'round'
	| 'rounds'
	| 'item'
	| 'items'
	| 'group'
	| 'code'
	| 'instrument'
	| 'text'
	| 'texts'
	| 'number'
	| 'yes'
	| 'choice'
	| 'word';

export interface KeySpec {
	kind: KeyKind;
	required?: true;
	/** For `choice`. The first is the usual one. */
	choices?: readonly string[];
	/** Several choices, with commas between. */
	several?: true;
}

export interface BlockSpec {
	/** What it is numbered as. */
	numbered?: 'table' | 'figure';
	keys: Record<string, KeySpec>;
}

const captioned = { caption: { kind: 'text' }, id: { kind: 'word' }, note: { kind: 'text' } } as const;

export const measures = ['top-two', 'top-two-percent', 'n', 'median', 'options', 'options-percent'] as const;

const kinds = documentKind.options;

/** Every live block there is, with its keys. */
export const blockSpecs = {
	'front-page': {
		keys: { title: { kind: 'text' }, subtitle: { kind: 'text' }, lines: { kind: 'texts' } },
	},
	contents: { keys: { title: { kind: 'text' } } },
	'page-break': { keys: {} },
	'response-rate': { numbered: 'table', keys: { rounds: { kind: 'rounds' }, ...captioned } },
	material: { numbered: 'table', keys: { kinds: { kind: 'choice', choices: kinds, several: true }, ...captioned } },
	'item-table': {
		numbered: 'table',
		keys: {
			round: { kind: 'round', required: true },
			items: { kind: 'items' },
			headings: { kind: 'texts' },
			measure: { kind: 'choice', choices: measures, several: true },
			numbers: { kind: 'yes' },
			...captioned,
		},
	},
	'item-figure': {
		numbered: 'figure',
		keys: {
			round: { kind: 'round', required: true },
			items: { kind: 'items', required: true },
			unit: { kind: 'choice', choices: ['count', 'percent'] },
			kind: { kind: 'choice', choices: ['diverging', 'stacked'] },
			...captioned,
		},
	},
	'group-figure': {
		numbered: 'figure',
		keys: {
			round: { kind: 'round', required: true },
			item: { kind: 'item', required: true },
			by: { kind: 'group', required: true },
			'single-group-only': { kind: 'yes' },
			'with-all': { kind: 'yes' },
			unit: { kind: 'choice', choices: ['count', 'percent'] },
			kind: { kind: 'choice', choices: ['diverging', 'stacked'] },
			...captioned,
		},
	},
	'category-list': {
		numbered: 'table',
		keys: {
			code: { kind: 'code', required: true },
			order: { kind: 'choice', choices: ['book', 'count'] },
			definitions: { kind: 'yes' },
			...captioned,
		},
	},
	quotations: {
		keys: {
			code: { kind: 'code', required: true },
			limit: { kind: 'number' },
			order: { kind: 'choice', choices: ['text', 'long', 'short'] },
			pick: { kind: 'texts' },
			attribution: { kind: 'choice', choices: ['full', 'speaker', 'source', 'none'] },
		},
	},
	instrument: { keys: { key: { kind: 'instrument', required: true } } },
} as const satisfies Record<string, BlockSpec>;

export type BlockName = keyof typeof blockSpecs;
export const blockNames = Object.keys(blockSpecs) as BlockName[];

/** Every live value there is, with its keys. */
export const valueSpecs = {
	answered: { round: { kind: 'round', required: true } },
	invited: { round: { kind: 'round', required: true } },
	'response-rate': { round: { kind: 'round', required: true } },
	n: { round: { kind: 'round', required: true }, item: { kind: 'item', required: true } },
	'top-two': { round: { kind: 'round', required: true }, item: { kind: 'item', required: true } },
	'top-two-percent': { round: { kind: 'round', required: true }, item: { kind: 'item', required: true } },
	codings: { code: { kind: 'code', required: true } },
	sources: { code: { kind: 'code', required: true } },
	/** The table, figure or heading with an id: its place is the word without a key. */
	ref: { id: { kind: 'word', required: true } },
} as const satisfies Record<string, Record<string, KeySpec>>;

export type ValueName = keyof typeof valueSpecs;
export const valueNames = Object.keys(valueSpecs) as ValueName[];

export const isBlockName = (name: string): name is BlockName => Object.hasOwn(blockSpecs, name);
export const isValueName = (name: string): name is ValueName => Object.hasOwn(valueSpecs, name);
