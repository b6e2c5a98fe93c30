import { isIsoDate } from '#shared/domain/instrument/answer.ts';

const months = new Map(
	['januari january', 'februari february', 'mars march', 'april', 'maj may', 'juni june', 'juli july']
		.concat(['augusti august', 'september', 'oktober october', 'november', 'december'])
		.flatMap((names, index) =>
			names.split(' ').flatMap((name) => [[name, index + 1] as const, [name.slice(0, 3), index + 1] as const]),
		),
);

/** A year, month and day in digits as an ISO date, or null where there is no such day. Two digits of a year are of this century. */
function iso(year: string, month: string | number, day: string): string | null {
	const full = year.length === 2 ? `20${year}` : year;
	const text = `${full}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
	return isIsoDate(text) ? text : null;
}

/**
 * The day in a text, as YYYY-MM-DD; a time after it is left out. Read are "2016-06-07", "20160607", "2016/6/7", "7/6/2016", "7.6.16",
 * "7 juni 2016", "June 7, 2016". Of two numbers before a year the first is the day, as in Swedish and British use, unless only the
 * other way gives a month.
 * @returns null where it is no day
 */
export function readDate(text: string): string | null {
	const bare = text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
	const dated = bare.replace(
		/[t ,]+\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?(?: ?[ap]\.?m\.?)?(?: ?(?:z|[+-]\d{2}:?\d{2}))?$/,
		'',
	);
	let match = /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})$/.exec(dated);
	if (match && (match[2] !== '' || dated.length === 8)) return iso(match[1] ?? '', match[3] ?? '', match[4] ?? '');
	match = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/.exec(dated);
	if (match) {
		const [first = '', second = '', year = ''] = match.slice(1);
		return iso(year, second, first) ?? iso(year, first, second);
	}
	match = /^(?:(\d{1,2})\.? )?(?:den )?([a-z]+)\.? (?:(\d{1,2})(?:st|nd|rd|th)?,? )?(\d{4})$/.exec(
		dated.replace(/^den /, ''),
	);
	const month = months.get(match?.[2] ?? '');
	const day = match?.[1] ?? match?.[3];
	return match && month && day ? iso(match[4] ?? '', month, day) : null;
}

/**
 * When a response was sent in, from a column of times: "YYYY-MM-DDTHH:MM" without a zone, since services write local time, or the day
 * alone where there is no time.
 * @returns null where it cannot be read: a time is not worth a response
 */
export function readTime(text: string): string | null {
	const date = readDate(text);
	if (!date) return null;
	const match =
		/[t ,](\d{1,2})[:.](\d{2})(?:[:.]\d{2}(?:\.\d+)?)?(?: ?([ap])\.?m\.?)?(?: ?(?:z|[+-]\d{2}:?\d{2}))?$/i.exec(
			text.normalize('NFKC').trim(),
		);
	if (!match) return date;
	const half = match[3]?.toLowerCase();
	const hour = Number(match[1]);
	const hours = half === 'p' && hour < 12 ? hour + 12 : half === 'a' && hour === 12 ? 0 : hour;
	if (hours > 23 || Number(match[2]) > 59) return date;
	return `${date}T${String(hours).padStart(2, '0')}:${match[2]}`;
}
