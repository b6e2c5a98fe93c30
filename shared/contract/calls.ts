import type { z } from 'zod';
import { appCalls } from './app.ts';
import { askedCalls } from './asked.ts';
import { codeCalls } from './code.ts';
import { codingCalls } from './coding.ts';
import { documentCalls } from './document.ts';
import { entryCalls } from './entry.ts';
import { erasureCalls } from './erasure.ts';
import { formCalls } from './form.ts';
import { handoverCalls } from './handover.ts';
import { historyCalls } from './history.ts';
import { importMapCalls } from './import-map.ts';
import { instrumentCalls } from './instrument.ts';
import { keysCalls } from './keys.ts';
import { kioskCalls } from './kiosk.ts';
import type { CallKind, CallSpec } from './kit.ts';
import { linkCalls } from './link.ts';
import { projectCalls } from './project.ts';
import { reportCalls } from './report.ts';
import { responseCalls } from './response.ts';
import { resultsCalls } from './results.ts';
import { roundCalls } from './round.ts';

/** Every call there is, by name. The preload's allow-list, the router, the HTTP route, the terminal and the client derive from it. */
export const calls = {
	...appCalls,
	...projectCalls,
	...historyCalls,
	...keysCalls,
	...instrumentCalls,
	...roundCalls,
	...responseCalls,
	...importMapCalls,
	...formCalls,
	...kioskCalls,
	...askedCalls,
	...linkCalls,
	...entryCalls,
	...resultsCalls,
	...documentCalls,
	...codeCalls,
	...codingCalls,
	...reportCalls,
	...erasureCalls,
	...handoverCalls,
} satisfies Record<string, CallSpec>;

export type Calls = typeof calls;
export type CallName = keyof Calls;
/** What a caller gives. */
export type Input<N extends CallName> = z.input<Calls[N]['input']>;
/** What a handler gets: the input parsed. */
export type Parsed<N extends CallName> = z.output<Calls[N]['input']>;
export type Output<N extends CallName> = z.output<Calls[N]['output']>;

/** The names of calls of a kind. */
export type NamesOf<K extends CallKind> = { [N in CallName]: Calls[N]['kind'] extends K ? N : never }[CallName];
/** The calls that are undo steps: every command, and the tasks that end in a change. */
export type ChangingName = { [N in CallName]: Calls[N]['changes'] extends true ? N : never }[CallName];

export const callNames = Object.keys(calls) as CallName[];

/** Whether a word from outside is the name of a call. */
export function isCallName(name: unknown): name is CallName {
	return typeof name === 'string' && Object.hasOwn(calls, name);
}

/** The names of all calls that are undo steps, as the contract marks them. */
export const changingNames = callNames.filter((name) => (calls[name] as CallSpec).changes) as ChangingName[];
