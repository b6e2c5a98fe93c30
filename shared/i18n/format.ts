import type { Language } from '#shared/contract/basics.ts';

const locale: Record<Language, string> = { sv: 'sv-SE', en: 'en-GB' };

/** A number as the language writes it, with at most `decimals` decimals. */
export function formatNumber(value: number, language: Language, decimals = 0): string {
	return new Intl.NumberFormat(locale[language], { maximumFractionDigits: decimals }).format(value);
}

/** A percentage, 0-100, whole by default: "85 %" with a no-break space in Swedish, "85%" in English. */
export function formatPercent(value: number, language: Language, decimals = 0): string {
	const number = new Intl.NumberFormat(locale[language], {
		minimumFractionDigits: decimals,
		maximumFractionDigits: decimals,
	}).format(value);
	return language === 'sv' ? `${number}\u00a0%` : `${number}%`;
}

/** A calendar date "2016-06-07" in words: "7 juni 2016", "7 June 2016". Another text comes back as it was. */
export function formatDate(iso: string, language: Language, style: 'long' | 'month' | 'short' = 'long'): string {
	const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
	if (!match) return iso;
	const date = new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])));
	const options: Intl.DateTimeFormatOptions = {
		timeZone: 'UTC',
		year: 'numeric',
		month: style === 'short' ? 'short' : 'long',
		...(style === 'month' ? {} : { day: 'numeric' }),
	};
	return new Intl.DateTimeFormat(locale[language], options).format(date);
}

/** A time of day, by the machine's clock: "09:03". */
export function formatClock(time: Date, language: Language): string {
	return new Intl.DateTimeFormat(locale[language], { hour: '2-digit', minute: '2-digit' }).format(time);
}

/** The one of two words that goes with a count; Swedish and English both have a form for one and one for the rest. */
export function plural(count: number, one: string, other: string): string {
	return count === 1 ? one : other;
}
