import type { z } from 'zod';
import type { ErrorCode } from './errors.ts';

/**
 * What a call does to the world:
 * - `query` reads the open project;
 * - `command` changes the open project in one transaction that is one undo step;
 * - `task` may be long: it reports progress, can be cancelled, and at most once applies a change in one transaction (one undo step);
 *   On the program as such (`appTask`) it makes or opens a file instead, and is no undo step;
 * - `action` changes the program rather than a project's content: which file is open, language, undo itself. Not an undo step.
 */
export type CallKind = 'query' | 'command' | 'task' | 'action';

/** Whether the call works on the open project, or on the program as such. */
export type CallScope = 'app' | 'project';

/** One call of the core, whole: every shell, the router and the typed client are derived from objects of this shape. */
export interface CallSpec<
	K extends CallKind = CallKind,
	S extends CallScope = CallScope,
	I extends z.ZodType = z.ZodType,
	O extends z.ZodType = z.ZodType,
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
	readonly changes: boolean;
}

interface Parts<I, O> {
	input: I;
	output: O;
	errors?: readonly ErrorCode[];
}

const maker =
	<K extends CallKind, S extends CallScope>(kind: K, scope: S, changes: boolean) =>
	<I extends z.ZodType, O extends z.ZodType>(parts: Parts<I, O>): CallSpec<K, S, I, O> => ({
		kind,
		scope,
		changes,
		errors: [],
		...parts,
	});

/** A call that reads the open project. */
export const query = maker('query', 'project', false);
/** A call that reads the program's own state; needs no project. */
export const appQuery = maker('query', 'app', false);
/** A call that changes the project in one transaction and one undo step. */
export const command = maker('command', 'project', true);
/** A long call that leaves the project as it is (an export, a preview). */
export const task = maker('task', 'project', false);
/** A long call that ends in one change of the project (an import): one transaction, one undo step. */
export const changingTask = maker('task', 'project', true);
/** A call that changes the program and not a project's content. */
export const action = maker('action', 'app', false);
/** A long call that changes the program and not a project's content: it makes a file and opens it. */
export const appTask = maker('task', 'app', false);
