import type { AskedStatus } from './model.ts';

/** How often a value stands among those asked and among those who answered. */
export interface ValueShare {
	/** Empty: nothing is known of it. */
	value: string;
	asked: number;
	answered: number;
	/** Per cent of all asked, and of all who answered: 0-100; null where there is none. */
	askedPercent: number | null;
	answeredPercent: number | null;
	/** Percentage points that it is over (+) or under among those who answered. */
	difference: number | null;
	/** Fewer were asked than the smallest group that may be shown. */
	small: boolean;
}

/** One attribute or the groups: its values, the most frequent first. */
export interface AttributeShares {
	attribute: string;
	values: ValueShare[];
	/** Values beyond those listed, with fewer people each. */
	more: number;
}

/** Values of an attribute that are listed; one with more tells little. */
const listed = 30;

/**
 * How those who answered (in whole or in part) differ from those asked, for each attribute. Those who should not have been asked are left
 * out. One may have several values of the same attribute (groups) and then counts in each.
 */
export function nonResponse(
	people: readonly { status: AskedStatus; values: ReadonlyMap<string, readonly string[]> }[],
	attributes: readonly string[],
	smallest: number,
): AttributeShares[] {
	const eligible = people.filter(({ status }) => status !== 'notEligible');
	const has = (status: AskedStatus) => status === 'answered' || status === 'partial';
	const answered = eligible.filter(({ status }) => has(status)).length;
	return attributes.map((attribute) => {
		const counts = new Map<string, { asked: number; answered: number }>();
		for (const { status, values } of eligible) {
			for (const value of values.get(attribute) ?? ['']) {
				const found = counts.get(value) ?? { asked: 0, answered: 0 };
				found.asked++;
				if (has(status)) found.answered++;
				counts.set(value, found);
			}
		}
		const values = [...counts]
			.toSorted(([a, one], [b, other]) => other.asked - one.asked || (a < b ? -1 : 1))
			.map(([value, count]) => {
				const askedPercent = percent(count.asked, eligible.length);
				const answeredPercent = percent(count.answered, answered);
				const difference = askedPercent === null || answeredPercent === null ? null : answeredPercent - askedPercent;
				return { value, ...count, askedPercent, answeredPercent, difference, small: count.asked < smallest };
			});
		return { attribute, values: values.slice(0, listed), more: Math.max(0, values.length - listed) };
	});
}

function percent(part: number, whole: number): number | null {
	return whole === 0 ? null : (100 * part) / whole;
}
