import { readdirSync } from 'node:fs';
import { AppError, type ErrorCode } from '#shared/contract/errors.ts';

/**
 * A way by which foreign bytes come in. Each lies in a file `fuzz-doors.ts` of its format's tests, among its `doors`: there both the
 * ten-second test and `npm run bench -- fuzz` find it.
 */
export interface FuzzDoor {
	name: string;
	/** Sound files, small ones: what is tried is made of them. */
	seeds: readonly Uint8Array[];
	/** What the format's own grammar is made of: put in at any place. */
	tokens?: readonly string[];
	/** Reads the bytes as the program does, in this process. */
	open: (bytes: Uint8Array) => unknown;
	/** The refusals that are an answer. Anything else that is thrown is a finding. */
	refusals: readonly ErrorCode[];
	/** The most processor time that one file may take, in milliseconds: what else the machine does is no finding. */
	patience?: number;
}

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = Math.imul(state ^ (state >>> 15), state | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}

/** What breaks readers whatever the format: quotes, line ends, zeros, marks of other encodings, long numbers, formulas, paths, entities. */
const hostile = [
	...[
		'"',
		'""',
		"'",
		'\0',
		'\r',
		'\n',
		'\r\n',
		'\t',
		';',
		',',
		'\\',
		'\ufeff',
		'\u2028',
		'\u202e',
		'\ud800',
		'🙂',
		'e\u0301',
	],
	...[
		'=1+1',
		'=HYPERLINK("http://x.test")',
		'+1',
		'-1',
		'@SUM(A1)',
		'__proto__',
		'constructor',
		'../../x',
		'%s%n',
		'{{1}}',
	],
	...['NaN', '1e309', '-0', '9007199254740993', '0x10', '99999999999999999999', '9999-99-99', '2016-02-30'],
	...['<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '&x;', '<![CDATA[', '-->', '</', '[[[[[[', '{"a":'],
	'x'.repeat(70_000),
];
const bytesOf = (text: string) => new TextEncoder().encode(text);
const hostileBytes = [
	...hostile.map(bytesOf),
	...[
		[0xff, 0xfe],
		[0xfe, 0xff],
		[0xc3],
		[0xed, 0xa0, 0x80],
		[0x80],
		[0x50, 0x4b, 0x03, 0x04],
		[0xff, 0xff, 0xff, 0xff],
	].map((one) => Uint8Array.from(one)),
];

function joined(...parts: readonly Uint8Array[]): Uint8Array {
	const whole = new Uint8Array(parts.reduce((sum, one) => sum + one.length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}

/** A file that is `from` but for one to six changes: bits flipped, bytes set, pieces cut, repeated, moved in from `other`, hostile tokens put in. */
export function mutate(
	from: Uint8Array,
	random: () => number,
	other: Uint8Array = from,
	tokens: readonly Uint8Array[] = hostileBytes,
): Uint8Array {
	const below = (most: number) => Math.floor(random() * most);
	let bytes: Uint8Array = from.slice();
	for (let times = 1 + below(6); times > 0; times--) {
		const at = below(bytes.length + 1);
		const length = below(2) ? below(8) : below(Math.max(1, bytes.length - at));
		const token = tokens[below(tokens.length)] ?? bytes;
		const before = bytes.subarray(0, at);
		const after = bytes.subarray(at);
		const ways: (() => Uint8Array)[] = [
			() => bytes.with(Math.min(at, bytes.length - 1), (bytes[at] ?? 0) ^ (1 << below(8))),
			() => bytes.with(Math.min(at, bytes.length - 1), [0, 0x20, 0x22, 0x0a, 0x7f, 0x80, 0xff][below(7)] ?? 0),
			() => joined(before, after.subarray(length)),
			() => bytes.slice(0, at),
			() => joined(before, after.subarray(0, length), after),
			() =>
				joined(before, ...Array.from({ length: 1 + below(40) }, () => after.subarray(0, Math.min(length, 64))), after),
			() => joined(before, other.subarray(below(other.length), below(other.length + 1)), after),
			() => joined(before, token, after),
			() => joined(before, token, after),
		];
		bytes = (bytes.length > 0 ? ways[below(ways.length)]?.() : token) ?? bytes;
	}
	return bytes;
}

/**
 * Tries a door with its sound files, which must be read, and then with made ones for so long, four at least. @returns how many were tried, and how often each refusal came
 * @throws Error naming seed and number of the file that was answered with anything but a reading or a known refusal, or too slowly
 */
export async function fuzz(
	door: FuzzDoor,
	{ seed, milliseconds }: { seed: number; milliseconds: number },
): Promise<{ runs: number; read: number; refused: Record<string, number> }> {
	const random = randomFrom(seed);
	const tokens = [...hostileBytes, ...(door.tokens ?? []).map(bytesOf)];
	const pick = () => door.seeds[Math.floor(random() * door.seeds.length)] ?? new Uint8Array(0);
	const { patience = 5000 } = door;
	const until = performance.now() + milliseconds;
	const refused: Record<string, number> = {};
	let runs = 0;
	let read = 0;
	const attempt = async (bytes: Uint8Array, isSound: boolean) => {
		const before = process.cpuUsage();
		const found = (what: string, cause?: unknown) =>
			new Error(`${door.name}: ${what}; seed ${seed}, file ${runs}, ${bytes.length} bytes`, { cause });
		try {
			await inTime(door.open(bytes), 20 * patience);
			read++;
		} catch (error) {
			if (!(error instanceof AppError)) throw found(`threw ${String(error)}`, error);
			if (isSound || !door.refusals.includes(error.code)) throw found(`refused with ${error.code}`, error);
			refused[error.code] = (refused[error.code] ?? 0) + 1;
		}
		const { user, system } = process.cpuUsage(before);
		const took = (user + system) / 1000;
		if (took > patience) throw found(`took ${took.toFixed(0)} ms`);
		runs++;
	};
	for (const bytes of door.seeds) await attempt(bytes, true);
	for (let made = 0; made < 4 || performance.now() < until; made++)
		await attempt(mutate(pick(), random, pick(), tokens), false);
	return { runs, read, refused };
}

/** Waits for an answer, but not for ever: what never comes is a finding too. */
async function inTime(answer: unknown, milliseconds: number): Promise<void> {
	if (!(answer instanceof Promise)) return;
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise((_resolve, reject) => {
		timer = setTimeout(() => reject(new Error('no answer')), milliseconds);
	});
	try {
		await Promise.race([answer, late]);
	} finally {
		clearTimeout(timer);
	}
}

/** Every door there is. */
export async function allDoors(): Promise<FuzzDoor[]> {
	const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
		.filter((name) => /(^|[\\/])fuzz-doors\.ts$/.test(name))
		.sort();
	const modules = files.map(
		(name) => import(new URL(name.replaceAll('\\', '/'), import.meta.url).href) as Promise<{ doors: FuzzDoor[] }>,
	);
	return (await Promise.all(modules)).flatMap(({ doors }) => doors);
}
