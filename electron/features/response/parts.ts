import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { ReadRow } from '#shared/domain/responses/rows.ts';
import type { NewResponse } from '../../store/responses.ts';

/** A response that can be stored. */
export type PreparedResponse = NewResponse & { status: 'partial' | 'complete' };

/**
 * Responses as a worker hands them over: all of them wait for the last before any is stored, so that they must be small. Answers that are
 * not in words are few different ones: each is written once, as it is stored, and is a number from then on.
 */
export interface Part {
	/** Answers that are new with this part; numbered on from those of the parts before, from 1. */
	answers: string[];
	/** The answers of one response after another; 0 is an answer of its own. */
	numbers: Uint16Array;
	/** The rest, pressed together. */
	rest: Uint8Array;
}

/** What a response has beside its numbered answers: how many these are, and those that have no number. */
type Rest = Pick<ReadRow, 'key' | 'code' | 'submittedAt' | 'status' | 'texts' | 'answered'> & { own: string[] };

/** Answers that are given numbers, as many as two bytes count. Files with more, as of amounts with decimals, repeat few of those to come. */
const numbered = 2 ** 16 - 1;

/** Packs the rows of a file, one after another; `take` gives what has come since it was last called. */
export interface PartPacker {
	add(row: ReadRow): void;
	/** Rows that wait to be taken. */
	readonly waiting: number;
	take(): Part;
}

/** Makes a packer for one file. */
export function partPacker(): PartPacker {
	const numberOf = new Map<string, number>();
	let answers: string[] = [];
	let rest: Rest[] = [];
	let numbers = new Uint16Array(2 ** 12);
	let at = 0;
	const numberFor = (packed: string): number => {
		const known = numberOf.get(packed);
		if (known !== undefined) return known;
		if (numberOf.size === numbered) return 0;
		answers.push(packed);
		numberOf.set(packed, numberOf.size + 1);
		return numberOf.size;
	};
	return {
		get waiting() {
			return rest.length;
		},
		add({ key, code, submittedAt, status, texts, answered, closed }) {
			if (at + closed.length > numbers.length) {
				const larger = new Uint16Array(2 * (at + closed.length));
				larger.set(numbers);
				numbers = larger;
			}
			const own: string[] = [];
			for (const answer of closed) {
				answer.number ??= numberFor(answer.packed);
				numbers[at++] = answer.number;
				if (answer.number === 0) own.push(answer.packed);
			}
			rest.push({ key, code, submittedAt, status, texts, answered, own });
		},
		take() {
			const part: Part = {
				answers,
				numbers: numbers.slice(0, at),
				rest: deflateRawSync(JSON.stringify(rest), { level: 1 }),
			};
			answers = [];
			rest = [];
			at = 0;
			return part;
		},
	};
}

/** The responses again, one by one; all the parts of a file from the first on. */
export function* unpackParts(parts: readonly Part[]): Generator<PreparedResponse> {
	const answers = [''];
	for (const part of parts) {
		for (const answer of part.answers) answers.push(answer);
		let at = 0;
		for (const { key, own, ...rest } of JSON.parse(inflateRawSync(part.rest).toString('utf8')) as Rest[]) {
			let closed = '';
			let ownAt = 0;
			for (const end = at + rest.answered - rest.texts.length; at < end; at++) {
				const number = part.numbers[at] ?? 0;
				closed += `${closed === '' ? '' : ','}${number === 0 ? own[ownAt++] : answers[number]}`;
			}
			yield { ...rest, sourceKey: key, closed: `{${closed}}` };
		}
	}
}
