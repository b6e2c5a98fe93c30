import { z } from 'zod';
import { letter, letterKind, letterSettings } from '#shared/domain/asked/letters.ts';
import { askedStatus, listColumn, listProblem } from '#shared/domain/asked/model.ts';
import { bytes, id, isoDate, language, nothing, uid } from './basics.ts';
import { changingTask, command, query, task } from './kit.ts';
import { codeSource } from './link.ts';

/** What the key file knows of one: never in the project. */
const person = z.object({
	name: z.string().max(500),
	firstName: z.string().max(500),
	email: z.string().max(500),
	phone: z.string().max(500),
	address: z.string().max(2000),
	ownId: z.string().max(500),
});

const attributes = z.record(z.string().min(1).max(200), z.string().max(500));
const member = z.object({ groupId: id, from: isoDate.nullable(), to: isoDate.nullable() });

const listed = z.object({
	id,
	uid,
	/** What one is called where the key file is closed. */
	number: z.int(),
	status: askedStatus,
	statusOn: isoDate.nullable(),
	reminders: z.int(),
	language: language.nullable(),
	attributes,
	groups: z.array(member.extend({ name: z.string() })),
	/** Whether they have a personal code to the round's form. */
	hasCode: z.boolean(),
	/** Null where the key file is closed, or knows nothing of them. */
	person: person.extend({ code: z.string() }).nullable(),
});

const statusCounts = z.object({
	asked: z.int(),
	unreachable: z.int(),
	refused: z.int(),
	partial: z.int(),
	answered: z.int(),
	notEligible: z.int(),
});
/** Rates in per cent, 0-100. @see `shared/domain/asked/rates.ts` */
const rates = z.object({
	eligible: z.int(),
	counts: statusCounts,
	rr1: z.number().nullable(),
	rr2: z.number().nullable(),
});

const file = {
	roundId: id,
	/** `.xlsx` is read as a workbook, everything else as rows of text. */
	name: z.string(),
	bytes,
	columns: z.array(listColumn).optional(),
	/** Whether the first row is a heading; guessed where absent. */
	headed: z.boolean().optional(),
};
const fileErrors = ['NOT_FOUND', 'IMPORT_EMPTY', 'IMPORT_UNREADABLE', 'WORKER_LIMIT'] as const;
const sendingForm = z.enum(['csv', 'eml', 'docx']);

const matching = z.object({ roundId: id, source: codeSource, by: z.enum(['ownId', 'code', 'email']) });
const matches = z.object({
	total: z.int(),
	/** Two hundred at most. */
	first: z.array(
		z.object({
			responseId: id,
			/** The response's place in the round, from 1. */
			response: z.int(),
			code: z.string(),
			askedId: id,
			/** The person's number in the list, and name as the key file has it. */
			number: z.int(),
			name: z.string(),
			/** What the key file has of the person. */
			known: z.string(),
			only: z.boolean(),
		}),
	),
});

/**
 * Those who were asked in a round. The project knows them by number, status, attributes and groups; names, addresses and whatever else tells who
 * they are lie in the key file alone.
 */
export const askedCalls = {
	/** Reads a list without storing: what its columns were taken for, and what importing it would do. */
	'asked.previewList': task({
		input: z.object(file),
		output: z.object({
			headed: z.boolean(),
			columns: z.array(listColumn),
			sample: z.array(z.array(z.string())),
			rows: z.int(),
			/** People that would be stored; those in the list already (known only with the key file open); rows that are the same person's. */
			people: z.int(),
			known: z.int(),
			merged: z.int(),
			groups: z.array(z.string()),
			inSeveral: z.int(),
			problems: z.array(listProblem),
			/** Whether something in it may be kept only in the key file. */
			needsKeys: z.boolean(),
		}),
		errors: fileErrors,
	}),
	/** Stores a list's people: who they are in the key file, the rest in the project. */
	'asked.importList': changingTask({
		input: z.object(file),
		output: z.object({ stored: z.int(), known: z.int(), merged: z.int(), problems: z.array(listProblem) }),
		errors: [...fileErrors, 'IMPORT_NO_MATCH', 'KEYS_NEEDED'],
	}),
	/** A stretch of a round's list in its order. `search` is in names, addresses and own ids, and needs the key file; a number finds that person. */
	'asked.list': query({
		input: z.object({
			roundId: id,
			offset: z.int().min(0).optional(),
			limit: z.int().min(1).max(1000).optional(),
			status: askedStatus.optional(),
			groupId: id.optional(),
			search: z.string().max(200).optional(),
		}),
		output: z.object({
			total: z.int(),
			rows: z.array(listed),
		}),
		errors: ['NOT_FOUND'],
	}),
	'asked.update': command({
		input: z.object({
			id,
			attributes: attributes.optional(),
			language: language.nullable().optional(),
			groups: z.array(member).max(100).optional(),
			/** Kept in the key file; undo does not reach it. */
			person: person.partial().optional(),
		}),
		output: nothing,
		errors: ['NOT_FOUND', 'KEYS_NEEDED', 'EMAIL_INVALID'],
	}),
	/** Somebody who is asked too, last in the list. Who they are needs the key file. */
	'asked.add': command({
		input: z.object({
			roundId: id,
			attributes: attributes.optional(),
			language: language.nullable().optional(),
			groups: z.array(member).max(100).optional(),
			person: person.partial().optional(),
		}),
		output: z.object({ id }),
		errors: ['NOT_FOUND', 'KEYS_NEEDED', 'EMAIL_INVALID'],
	}),
	/** The names of the attributes that anybody in a list has, a hundred at most. */
	'asked.attributes': query({
		input: z.object({ roundId: id }),
		output: z.array(z.string()),
		errors: ['NOT_FOUND'],
	}),
	/** `on` is the day it is true from; today where absent. Of answers in an anonymous round no day is kept. */
	'asked.setStatus': command({
		input: z.object({ ids: z.array(id).min(1).max(100_000), status: askedStatus, on: isoDate.optional() }),
		output: z.object({ changed: z.int() }),
		errors: ['NOT_FOUND'],
	}),
	/** Takes people out of the list; their answers stay. What the key file knows of them stays there until they are erased. */
	'asked.remove': command({
		input: z.object({ ids: z.array(id).min(1).max(100_000) }),
		output: z.object({ removed: z.int() }),
		errors: ['NOT_FOUND'],
	}),
	'asked.groups': query({
		input: z.object({ roundId: id }),
		output: z.array(z.object({ id, name: z.string(), people: z.int() })),
		errors: ['NOT_FOUND'],
	}),
	'asked.addGroup': command({
		input: z.object({ roundId: id, name: z.string().trim().min(1).max(200) }),
		output: z.object({ id }),
		errors: ['NOT_FOUND', 'NAME_TAKEN'],
	}),
	'asked.renameGroup': command({
		input: z.object({ id, name: z.string().trim().min(1).max(200) }),
		output: nothing,
		errors: ['NOT_FOUND', 'NAME_TAKEN'],
	}),
	/** The people stay in the list. */
	'asked.removeGroup': command({ input: z.object({ id }), output: nothing, errors: ['NOT_FOUND'] }),
	/**
	 * Whose answer a response of a confidential round is, or nobody's. Their status follows it. An anonymous round refuses.
	 */
	'asked.link': command({
		input: z.object({ responseId: id, askedId: id.nullable() }),
		output: nothing,
		errors: ['NOT_FOUND', 'PROMISE_GIVEN', 'LINK_KNOWN'],
	}),
	/**
	 * Which responses of a confidential round may be whose, by a code in them and what the key file has of each: their own id, their code or their
	 * address. Of responses and people without each other alone. An anonymous round refuses.
	 */
	'asked.match': query({
		input: matching,
		output: z.object({
			/** Responses that are somebody's already, and those that are nobody's yet. */
			linked: z.int(),
			free: z.int(),
			/** The very same code, of one response and one person. */
			sure: matches,
			/** Alike: to be settled by a person. `only`: nothing else is like either. */
			uncertain: matches,
			/** Responses whose code is like nobody's, and those without one. */
			unmatched: z.int(),
			without: z.int(),
		}),
		errors: ['NOT_FOUND', 'KEYS_NEEDED', 'PROMISE_GIVEN'],
	}),
	/** Stores all that is sure. */
	'asked.linkSure': command({
		input: matching,
		output: z.object({ linked: z.int() }),
		errors: ['NOT_FOUND', 'KEYS_NEEDED', 'PROMISE_GIVEN', 'LINK_KNOWN'],
	}),
	/** Response rates of a round by its list. Groups as they were on the round's day. */
	'asked.rates': query({
		input: z.object({ roundId: id }),
		output: z.object({
			/**
			 * `list`: everybody's status is known. `responses`: nobody in the list is marked as having answered, so answers that came are counted as they
			 * are, and nothing is known by group. `invited`: there is no list, and they are counted of the number that was asked.
			 */
			source: z.enum(['list', 'responses', 'invited']),
			overall: rates,
			groups: z.array(
				rates.extend({
					id,
					name: z.string(),
					/** Of those who count, how many are in other groups too. */
					inSeveral: z.int(),
					/** Smaller than the project's smallest group. */
					small: z.boolean(),
				}),
			),
			/** People in more than one group. */
			inSeveral: z.int(),
			/** How many had answered by each day on which anybody did. */
			days: z.array(z.object({ day: isoDate, answered: z.int() })),
			/** Responses in the round, whoever gave them. */
			responses: z.int(),
			/** The day on which each was first made, in which formats, and for how many people in all of them. */
			sendings: z.array(z.object({ day: isoDate, kind: letterKind, forms: z.array(sendingForm), people: z.int() })),
		}),
		errors: ['NOT_FOUND'],
	}),
	/** How those who answered differ from those asked, by attribute and group. Empty where it is not known who answered. */
	'asked.nonResponse': query({
		input: z.object({ roundId: id }),
		output: z.array(
			z.object({
				/** Empty: the groups. */
				attribute: z.string(),
				values: z.array(
					z.object({
						value: z.string(),
						asked: z.int(),
						answered: z.int(),
						askedPercent: z.number().nullable(),
						answeredPercent: z.number().nullable(),
						difference: z.number().nullable(),
						small: z.boolean(),
					}),
				),
				more: z.int(),
			}),
		),
		errors: ['NOT_FOUND'],
	}),
	/** What a round's letters are made of; the program's own words where nothing is written yet. */
	'asked.letters': query({ input: z.object({ roundId: id }), output: letterSettings, errors: ['NOT_FOUND'] }),
	/** Changes what is given and nothing else: two fields may be saved at once. `letter` is one language's text of a kind, or a part of it. */
	'asked.saveLetters': command({
		input: letterSettings
			.omit({ texts: true })
			.partial()
			.extend({
				roundId: id,
				letter: letter.partial().extend({ language, kind: letterKind }).optional(),
			}),
		output: nothing,
		errors: ['NOT_FOUND', 'EMAIL_INVALID'],
		merge: ({ roundId, letter, ...change }) =>
			`${roundId}:${Object.keys(change).sort().join(',')}:${Object.keys(letter ?? {})
				.sort()
				.join(',')}`,
	}),
	/** Whom letters of a kind would go to. */
	'asked.reach': query({
		input: z.object({ roundId: id, kind: letterKind }),
		output: z.object({
			people: z.int(),
			/** Of them, how many lack what each format needs: an e-mail address, a postal address, any of them or a name. Null: the key file is closed. */
			without: z.object({ csv: z.int(), eml: z.int(), docx: z.int() }).nullable(),
			/** The languages that they are written to in. */
			languages: z.array(language),
		}),
		errors: ['NOT_FOUND'],
	}),
	/**
	 * Makes letters, and notes that and how many. Reminders go to those who have not answered; where that is not known, to everybody but those who
	 * refused. `csv`: a table for mail merge; `eml`: a zip of messages; `docx`: letters, a page or more each. `as`: whether the file belongs to the
	 * latest sending of its kind, so that nobody in that counts again, or to one of its own; by `isSameSending` where absent.
	 */
	'asked.invite': changingTask({
		input: z.object({ roundId: id, kind: letterKind, form: sendingForm, as: z.enum(['same', 'new']).optional() }),
		output: z.object({
			name: z.string(),
			bytes,
			/** In this file. */
			people: z.int(),
			/** Left out, because there is no address of the kind. */
			without: z.int(),
		}),
		errors: ['NOT_FOUND', 'KEYS_NEEDED', 'NOBODY_TO_WRITE', 'LETTER_UNFILLED', 'EMAIL_INVALID', 'WORKER_LIMIT'],
	}),
};
