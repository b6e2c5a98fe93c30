import type { ParseArgsConfig } from 'node:util';
import type { Language } from '#shared/contract/basics.ts';
import type { Messages } from '#shared/i18n/messages.ts';
import type { Core } from '../core/core.ts';

/** What a command of the terminal is given. */
export interface Run {
	core: Core;
	/** The words after the command, and its options by name. */
	words: string[];
	options: Record<string, string | boolean | undefined>;
	text: Messages;
	language: Language;
}

/** What it leaves: data for `--json`, and the same in lines for a reader. */
export interface Result {
	data: unknown;
	lines: string[];
	/** 1 where the work was done and something of it was refused, or its answer is no (a project that is not sound). */
	status?: 0 | 1;
}

/** One command of the terminal. */
export interface Command {
	/** Its words: `round add`. */
	name: string;
	/** What follows them in the help. */
	usage: string;
	options?: NonNullable<ParseArgsConfig['options']>;
	/** How many words it takes: exactly, or at least. */
	words: { least: number; most: number };
	run: (run: Run) => Promise<Result>;
}

/** The command line is not one that the program has: exit status 2. */
export class UsageError extends Error {}

/** An option that must be there. @throws UsageError */
export function needed(run: Run, option: string): string {
	const value = run.options[option];
	if (typeof value !== 'string' || value === '') throw new UsageError(run.text.cli.missing(`--${option}`));
	return value;
}

/** The word at a place; the number of words has been checked before. */
export function word(run: Run, place: number): string {
	return run.words[place] ?? '';
}
