import type { Language } from '#shared/contract/basics.ts';
import { inLanguage } from '#shared/domain/instrument/text.ts';
import type { RuleBreach } from '#shared/domain/responses/breaches.ts';
import { formatDate, formatNumber } from './format.ts';
import type { Messages } from './messages.ts';

/** The rule that answers break, in words. */
export function breachText(
	{ kind, limit = 0, day = '', message }: RuleBreach,
	language: Language,
	{ response }: Pick<Messages, 'response'>,
): string {
	const text = response.breach;
	if (kind === 'rule') return text.rule(message ? inLanguage(message, language) : '');
	if (kind === 'before' || kind === 'after') return text[kind](formatDate(day, language));
	if (kind === 'exclusive' || kind === 'unheld' || kind === 'not-asked') return text[kind];
	if (kind === 'too-many-decimals') return text[kind](limit);
	return text[kind](formatNumber(limit, language, 10));
}

/** The rows of a breach: the first of them, and that there are more. */
export function breachRows({ rows, count }: RuleBreach, language: Language): string {
	const shown = rows.map((row) => formatNumber(row, language)).join(', ');
	return count > rows.length ? `${shown} …` : shown;
}
