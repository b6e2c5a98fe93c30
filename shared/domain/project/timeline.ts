/** Something with a date, to be laid on a line of time. */
export interface TimelineItem {
	key: string;
	/** The row it belongs to. */
	row: string;
	/** ISO 8601 calendar date. */
	date: string;
}

export interface TimelineMark {
	key: string;
	/** 0 at the left edge, 1 at the right. */
	at: number;
	/** 0 the first line of the row; higher where marks would lie on one another. */
	lane: number;
}

export interface Timeline {
	from: string;
	to: string;
	rows: { row: string; lanes: number; marks: TimelineMark[] }[];
	/** First days of months, at most nine, evenly many months apart. */
	ticks: { date: string; at: number }[];
}

const day = 86_400_000;
const stamp = (iso: string) => Date.parse(`${iso}T00:00:00Z`);
const isoOf = (time: number) => new Date(time).toISOString().slice(0, 10);
/** Marks nearer to one another than this part of the width would touch. */
const nearest = 0.035;
const mostTicks = 9;

/**
 * Lays dated things on a common line of time, a row for each of `rows` that has any, in that order. Null when there are none. The line
 * begins with the month of the first and ends with the month of the last, so that no mark stands on an edge.
 */
export function layTimeline(items: readonly TimelineItem[], rows: readonly string[]): Timeline | null {
	const dates = items.map((item) => item.date).sort();
	const [first, last] = [dates[0], dates.at(-1)];
	if (first === undefined || last === undefined) return null;
	const start = monthStart(first, 0);
	const end = monthStart(last, 1);
	const at = (time: number) => (time - start) / (end - start);
	return {
		from: first,
		to: last,
		rows: rows.flatMap((row) => {
			const own = items.filter((item) => item.row === row).sort((a, b) => a.date.localeCompare(b.date));
			return own.length === 0 ? [] : [layRow(row, own, (iso) => at(stamp(iso) + day / 2))];
		}),
		ticks: ticksBetween(start, end).map((time) => ({ date: isoOf(time), at: at(time) })),
	};
}

/** The first day of the month of a date, or of one some months later, as a time stamp. */
function monthStart(iso: string, later: number): number {
	const date = new Date(stamp(iso));
	return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + later, 1);
}

function layRow(row: string, items: readonly TimelineItem[], at: (iso: string) => number) {
	const lastInLane: number[] = [];
	const marks = items.map((item): TimelineMark => {
		const place = at(item.date);
		const free = lastInLane.findIndex((last) => place - last >= nearest);
		const lane = free >= 0 ? free : lastInLane.length;
		lastInLane[lane] = place;
		return { key: item.key, at: place, lane };
	});
	return { row, lanes: lastInLane.length, marks };
}

function ticksBetween(start: number, end: number): number[] {
	const months: number[] = [];
	for (let time = start; time < end; time = monthStart(isoOf(time), 1)) months.push(time);
	const step = [1, 2, 3, 6, 12, 24, 60, 120].find((one) => months.length / one <= mostTicks) ?? 1200;
	return months.filter((_, index) => index % step === 0).slice(0, mostTicks);
}
