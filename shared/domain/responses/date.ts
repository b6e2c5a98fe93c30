import { isIsoDate } from '#shared/domain/instrument/answer.ts';

const months = new Map(
	['januari january', 'februari february', 'mars march', 'april', 'maj may', 'juni june', 'juli july']
		.concat(['augusti august', 'september', 'oktober october', 'november', 'december'])
		.flatMap((names, index) =>
			names.split(' ').flatMap((name) => [[name, index + 1] as const, [name.slice(0, 3), index + 1] as const]),
		),
);

/** A time after a day, in lower case: "t09:03", " kl. 9.03", " 9:03:12 em", " 9:03 PM GMT+2". */
const clock =
	/[t ,]+(?:kl\.? ?)?(\d{1,2})[:.](\d{2})(?:[:.]\d{2}(?:\.\d+)?)?(?: ?([apfe])\.?m\.?)?(?: ?(?:z|utc|gmt)?(?:[+\-\u2212]\d{1,2}(?::?\d{2})?)?)?$/;

/** Two numbers and a year: "7/6/2016", "7.6.16", and as one writes by hand "7/6 2016", "7.6. 2016", "7/6 -16". */
const twoNumbers = /^ ?(\d{1,2})[-/.](\d{1,2})(?:[-/.]| ?[-\u2013'\u2019]|\.? (?=\d{4}))(\d{4}|\d{2})(?!\d)/;

/** "7 juni 2016", "7:e juni 2016", "7 juni -16", "June 7th, 2016". */
const inWords =
	/^(?:(\d{1,2})(?:\.|:?[ea])? )?(?:den )?([a-z]+)\.? ?(?:(\d{1,2})(?:st|nd|rd|th)?,? )?(\d{4}|[-\u2013'\u2019]\d{2})$/;

/** A year, month and day in digits as an ISO date, or null where there is no such day. Two digits of a year are of this century. */
function iso(year: string, month: string | number, day: string): string | null {
	const full = year.length === 2 ? `20${year}` : year;
	const text = `${full}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
	return isIsoDate(text) ? text : null;
}

/** Which of two numbers before a year is the day: the first, as in Swedish and British use, or the second, as in American. */
export type DateOrder = 'dmy' | 'mdy';

/**
 * The day in a text, as YYYY-MM-DD; a time after it is left out. Read are "2016-06-07", "20160607", "2016/6/7", "7/6/2016", "7.6.16",
 * "7/6 2016", "7/6 -16", "7 juni 2016", "7:e juni -16", "June 7, 2016". Of two numbers before a year the day stands as `order` says, unless only the other way gives a month.
 * @returns null where it is no day
 */
export function readDate(text: string, order: DateOrder = 'dmy'): string | null {
	const bare = text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
	const dated = bare.replace(clock, '');
	let match = /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})$/.exec(dated);
	if (match && (match[2] !== '' || dated.length === 8)) return iso(match[1] ?? '', match[3] ?? '', match[4] ?? '');
	match = twoNumbers.exec(dated);
	if (match && match[0].length === dated.length) {
		const [first = '', second = '', year = ''] = match.slice(1);
		const [day, month] = order === 'dmy' ? [first, second] : [second, first];
		return iso(year, month, day) ?? iso(year, day, month);
	}
	match = inWords.exec(dated.replace(/^den /, ''));
	const month = months.get(match?.[2] ?? '');
	const day = match?.[1] ?? match?.[3];
	return match && month && day ? iso((match[4] ?? '').slice(-4).replace(/^\D/, ''), month, day) : null;
}

/**
 * When a response was sent in, from a column of times: "YYYY-MM-DDTHH:MM" without a zone, since services write local time, or the day
 * alone where there is no time.
 * @returns null where it cannot be read: a time is not worth a response
 */
export function readTime(text: string, order: DateOrder = 'dmy'): string | null {
	const date = readDate(text, order);
	if (!date) return readSerial(text);
	const match = clock.exec(text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase());
	if (!match) return date;
	const half = match[3];
	const hour = Number(match[1]);
	const isAfternoon = half === 'p' || half === 'e';
	const hours = isAfternoon && hour < 12 ? hour + 12 : half && !isAfternoon && hour === 12 ? 0 : hour;
	if (hours > 23 || Number(match[2]) > 59) return date;
	return `${date}T${String(hours).padStart(2, '0')}:${match[2]}`;
}

/**
 * The day, and the time where there is one, that a spreadsheet's serial number stands for: days since 30 December 1899, which makes 1 the
 * first of January 1900 but for Excel's own extra day in that February. Only numbers of the years 1950-2099 are taken for one.
 * @returns null where it is none
 */
export function readSerial(text: string): string | null {
	const match = /^\s*(\d{5})(?:[.,](\d+))?\s*$/.exec(text);
	if (!match) return null;
	const days = Number(`${match[1]}.${match[2] ?? '0'}`);
	if (days < 18_264 || days >= 73_051) return null;
	const minutes = Math.round(days * 24 * 60);
	const [day = '', clock = ''] = new Date(minutes * 60_000 - 25_569 * 86_400_000).toISOString().slice(0, 16).split('T');
	return match[2] === undefined ? day : `${day}T${clock}`;
}

/**
 * How days with two numbers before the year are to be read in a column: what some of them are only possible as, `mixed` where they
 * contradict each other, `open` where all can be both.
 * @returns null where no day is written like that
 */
export function dateOrderOf(cells: Iterable<string>): DateOrder | 'mixed' | 'open' | null {
	let [seen, day, month] = [false, false, false];
	for (const cell of cells) {
		const match = twoNumbers.exec(cell.normalize('NFKC').replace(/\s+/g, ' '));
		if (!match) continue;
		seen = true;
		if (Number(match[1]) > 12) day = true;
		if (Number(match[2]) > 12) month = true;
	}
	if (!seen) return null;
	return day && month ? 'mixed' : day ? 'dmy' : month ? 'mdy' : 'open';
}
