import type { z } from 'zod';
import type { ErrorCode } from './errors.ts';

/**
 * What a call does to the world:
 * - `query` reads the open project;
 * - `command` changes the open project in one transaction that is one undo step;
 * - `task` may be long: it reports progress, can be cancelled, and at most once applies a change in one transaction (one undo step);
 *   On the program as such (`appTask`) it makes or opens a file instead, and is no undo step;
 * - `erasure` removes something from the open project for good: one transaction, and the history goes with it;
 * - `action` changes the program rather than a project's content: which file is open, language, undo itself. Not an undo step.
 */
export type CallKind = 'query' | 'command' | 'task' | 'erasure' | 'action';

/** Whether the call works on the open project, or on the program as such. */
export type CallScope = 'app' | 'project';

/** One call of the core, whole: every shell, the router and the typed client are derived from objects of this shape. */
export interface CallSpec<
	K extends CallKind = CallKind,
	S extends CallScope = CallScope,
	I extends z.ZodType = z.ZodType,
	O extends z.ZodType = z.ZodType,
	C extends boolean = boolean,
> {
	readonly kind: K;
	readonly scope: S;
	/** Parsed on every call. */
	readonly input: I;
	/** Parsed in tests. */
	readonly output: O;
	/** The codes this call may refuse with, beside those that any call may (`BAD_INPUT`, `NO_PROJECT`, `INTERNAL` …). */
	readonly errors: readonly ErrorCode[];
	/** Whether it changes the project, and so is an undo step: every `command`, and a `task` that ends in a change. */
	readonly changes: C;
	/**
	 * Of a `command` that is called as one types: calls in a row that give the same text here, with a few seconds between, are one undo
	 * step. Null where this input stands for itself.
	 */
	readonly merge?: ((input: z.output<I>) => string | null) | undefined;
	/** Of a `command`: whether its time is a respondent's own. Then the history has its day alone, and the log has no line of it. */
	readonly untimed?: ((input: z.output<I>) => boolean) | undefined;
}

interface Parts<I extends z.ZodType, O> {
	input: I;
	output: O;
	errors?: readonly ErrorCode[];
}

const maker =
	<K extends CallKind, S extends CallScope, C extends boolean>(kind: K, scope: S, changes: C) =>
	<I extends z.ZodType, O extends z.ZodType>(parts: Parts<I, O>): CallSpec<K, S, I, O, C> => ({
		kind,
		scope,
		changes,
		errors: [],
		...parts,
	});

const makeCommand = maker('command', 'project', true);

/** A merge key of one thing's fields: the same thing and the very same fields. */
export function sameFields(input: Readonly<Record<string, unknown>>): string {
	return `${String(input.id ?? '')}:${Object.keys(input).sort().join(',')}`;
}

/** A call that reads the open project. */
export const query = maker('query', 'project', false);
/** A call that reads the program's own state; needs no project. */
export const appQuery = maker('query', 'app', false);
/** A call that changes the project in one transaction and one undo step. */
export const command = <I extends z.ZodType, O extends z.ZodType>(
	parts: Parts<I, O> & Pick<CallSpec<'command', 'project', I>, 'merge' | 'untimed'>,
): CallSpec<'command', 'project', I, O, true> => ({
	...makeCommand(parts),
	merge: parts.merge,
	untimed: parts.untimed,
});
/** A long call that leaves the project as it is (an export, a preview). */
export const task = maker('task', 'project', false);
/** A long call that ends in one change of the project (an import): one transaction, one undo step. */
export const changingTask = maker('task', 'project', true);
/** A call that removes something for good, from the history too: nothing can be undone over it. */
export const erasure = maker('erasure', 'project', false);
/** A call that changes the program and not a project's content. */
export const action = maker('action', 'app', false);
/** A long call that changes the program and not a project's content: it makes a file and opens it. */
export const appTask = maker('task', 'app', false);
