/** A response and the code that tells whose it is, as it was written. */
export interface Coded {
	responseId: number;
	/** Which round it is from. */
	roundId: number;
	code: string;
}

/**
 * How two codes are alike: `same` after case, spaces and signs are left out; `similar` when signs that look alike are taken for one
 * (0 and O, 1 and I and l, 5 and S, 8 and B, 2 and Z, å and a …); `near` at one sign more, less or other, or two neighbours swapped.
 */
export type CodeLikeness = 'same' | 'similar' | 'near';

/** Two responses from different rounds that may be one person's. */
export interface CodePair {
	a: Coded;
	b: Coded;
	likeness: CodeLikeness;
	/** Neither could be anyone else's: the only pair that either is in, in their two rounds. */
	only: boolean;
}

/** A code that several responses of one round have: two people with the same, or one who answered twice. */
export interface RepeatedCode {
	roundId: number;
	code: string;
	responses: Coded[];
	/** Responses of other rounds with the same code. */
	others: Coded[];
}

/** Which responses of several rounds belong together. */
export interface CodeMatch {
	/** Responses with the very same code, at most one of each round, two or more. */
	sure: Coded[][];
	/** To be settled by a person, those that are `only` and most alike first. */
	uncertain: CodePair[];
	repeated: RepeatedCode[];
	/** Have a code, and nothing in another round is like it. */
	unmatched: Coded[];
	/** Have no code. */
	without: number;
}

/** A shorter code is like too many others. */
const shortest = 4;
/** A longer one is no code but an answer in words, and only the very same is like it: what is left of a code without each sign grows by its square. */
const longest = 64;
/** Responses that one is held against at most: a deletion that many share tells nothing. */
const mostAlike = 200;

/** A code without differences of case, spaces, hyphens and composed letters: "an-07 " is "AN07". */
export function normaliseCode(code: string): string {
	return code
		.normalize('NFKC')
		.toUpperCase()
		.replace(/[^\p{L}\p{N}]+/gu, '');
}

const lookAlikes: Record<string, string> = {
	...{ O: '0', Q: '0', I: '1', L: '1', J: '1', S: '5', B: '8', Z: '2', G: '6' },
	...{ Å: 'A', Ä: 'A', Á: 'A', À: 'A', Ö: '0', Ø: '0', É: 'E', È: 'E', Ü: 'U', Æ: 'A' },
};

/** A normalised code with one sign for all that look alike in print or handwriting. */
function foldLookAlikes(normalised: string): string {
	return normalised.replace(/./gu, (sign) => lookAlikes[sign] ?? sign);
}

/** The same, with each number in it without the noughts in front: a day written with and without, "CD03" and "CD3", is the same. */
const bareNumbers = (normalised: string) => foldLookAlikes(normalised.replace(/(?<!\d)0+(?=\d)/g, ''));

/** How alike two normalised codes are; null where they are not. */
export function likenessOf(a: string, b: string): CodeLikeness | null {
	if (a === b) return 'same';
	if (Math.max(a.length, b.length) > longest) return null;
	const [one, other] = [foldLookAlikes(a), foldLookAlikes(b)];
	if (one === other || bareNumbers(a) === bareNumbers(b)) return 'similar';
	if (Math.min(one.length, other.length) < shortest) return null;
	return isOneEditAway(one, other) ? 'near' : null;
}

/**
 * Whether one sign more, less or other, or two neighbours swapped, makes one text the other (a distance of one; source: Damerau 1964). In
 * UTF-16 code units.
 */
export function isOneEditAway(a: string, b: string): boolean {
	const [short, long] = a.length <= b.length ? [a, b] : [b, a];
	if (long.length - short.length > 1) return false;
	let at = 0;
	while (at < short.length && short[at] === long[at]) at++;
	if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
	if (short.slice(at + 1) === long.slice(at + 1)) return at < short.length;
	return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
}

/**
 * Matches responses over rounds by their codes, one to one: nobody has two responses in a round. Only the very same code, once in each
 * round, is sure; what is merely alike is for a person to settle.
 * @param settled pairs that a person has said are, or are not, one person's: those are left out, and the first are not given to others
 */
export function matchCodes(
	responses: readonly Coded[],
	settled: { together: readonly (readonly number[])[]; apart: readonly (readonly [number, number])[] } = {
		together: [],
		apart: [],
	},
): CodeMatch {
	const coded = responses.map((one) => ({ ...one, normal: normaliseCode(one.code) }));
	const given = coded.filter(({ normal }) => normal !== '');
	const linked = new Set(settled.together.flat());
	const apart = new Set(settled.apart.map(([a, b]) => pairKey(a, b)));
	const byCode = new Map<string, Normal[]>();
	for (const one of given) {
		const found = byCode.get(one.normal);
		if (found) found.push(one);
		else byCode.set(one.normal, [one]);
	}
	const result: CodeMatch = {
		sure: [],
		uncertain: [],
		repeated: [],
		unmatched: [],
		without: responses.length - given.length,
	};
	const done = new Set<number>(linked);
	for (const [, alike] of byCode) {
		const byRound = Map.groupBy(alike, ({ roundId }) => roundId);
		const several = [...byRound].filter(([, those]) => those.length > 1);
		for (const [roundId, those] of several) {
			if (those.every(({ responseId }) => linked.has(responseId))) continue;
			const others = alike.filter((one) => one.roundId !== roundId);
			result.repeated.push({
				roundId,
				code: those[0]?.code ?? '',
				responses: those.map(plain),
				others: others.map(plain),
			});
		}
		const free = alike.filter(({ responseId }) => !linked.has(responseId));
		const parted = free.some((a) => free.some((b) => apart.has(pairKey(a.responseId, b.responseId))));
		if (several.length === 0 && free.length > 1 && free.length === alike.length && !parted) {
			result.sure.push(free.map(plain));
			for (const one of free) done.add(one.responseId);
		}
	}
	const pairs = pairsOf(given, byCode, done, apart);
	const uses = new Map<string, number>();
	const sidesOf = ({ a, b }: { a: Coded; b: Coded }) => [
		`${a.responseId} ${b.roundId}`,
		`${b.responseId} ${a.roundId}`,
	];
	for (const pair of pairs) for (const side of sidesOf(pair)) uses.set(side, (uses.get(side) ?? 0) + 1);
	result.uncertain = pairs
		.map((pair) => ({ ...pair, only: sidesOf(pair).every((side) => uses.get(side) === 1) }))
		.toSorted(
			(x, y) =>
				Number(y.only) - Number(x.only) ||
				order[x.likeness] - order[y.likeness] ||
				x.a.responseId - y.a.responseId ||
				x.b.responseId - y.b.responseId,
		);
	const paired = new Set(result.uncertain.flatMap(({ a, b }) => [a.responseId, b.responseId]));
	result.unmatched = given.filter(({ responseId }) => !done.has(responseId) && !paired.has(responseId)).map(plain);
	return result;
}

type Normal = Coded & { normal: string };
const order: Record<CodeLikeness, number> = { same: 0, similar: 1, near: 2 };
const plain = ({ responseId, roundId, code }: Coded): Coded => ({ responseId, roundId, code });
const pairKey = (a: number, b: number) => (a < b ? `${a} ${b}` : `${b} ${a}`);

/**
 * Pairs of different rounds that are alike and not settled. Found by what is left of each code when one sign is taken out: two codes that
 * are one edit apart share one of those (the idea is Mor and Fraenkel's, 1982), so nobody is held against everybody.
 */
function pairsOf(
	given: readonly Normal[],
	byCode: ReadonlyMap<string, readonly Normal[]>,
	done: ReadonlySet<number>,
	apart: ReadonlySet<string>,
): Omit<CodePair, 'only'>[] {
	const codes = [...byCode.keys()].filter((code) => byCode.get(code)?.some(({ responseId }) => !done.has(responseId)));
	const byRest = new Map<string, string[]>();
	for (const code of codes) {
		for (const rest of restsOf(code)) {
			const found = byRest.get(rest);
			if (!found) byRest.set(rest, [code]);
			else if (found.length < mostAlike) found.push(code);
		}
	}
	const pairs = new Map<string, Omit<CodePair, 'only'>>();
	for (const a of given) {
		if (done.has(a.responseId)) continue;
		const alike = new Set([a.normal, ...[...restsOf(a.normal)].flatMap((rest) => byRest.get(rest) ?? [])]);
		for (const code of alike) {
			const likeness = likenessOf(a.normal, code);
			if (!likeness) continue;
			for (const b of byCode.get(code) ?? []) {
				const key = pairKey(a.responseId, b.responseId);
				if (b.roundId === a.roundId || done.has(b.responseId) || apart.has(key)) continue;
				const [first, second] = a.responseId < b.responseId ? [a, b] : [b, a];
				pairs.set(key, { a: plain(first), b: plain(second), likeness });
			}
		}
	}
	return [...pairs.values()];
}

/** A normalised code with look-alikes folded, without noughts before its numbers, and what is left of it without each of its signs; of a long one only itself. */
function restsOf(normalised: string): Set<string> {
	if (normalised.length > longest) return new Set([normalised]);
	const code = foldLookAlikes(normalised);
	const rests = new Set([code, bareNumbers(normalised)]);
	if (code.length >= shortest)
		for (let at = 0; at < code.length; at++) rests.add(code.slice(0, at) + code.slice(at + 1));
	return rests;
}
