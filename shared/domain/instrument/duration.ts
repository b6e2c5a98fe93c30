import type { Language } from '#shared/contract/basics.ts';
import { wordsOf } from './lix.ts';
import type { Instrument, Item, LocalText } from './model.ts';
import { inLanguage } from './text.ts';

/**
 * Words read in a minute. Silent reading of plain text is about 240 (M. Brysbaert, How many words do we read per minute?, Journal of Memory and
 * Language 109, 2019); questions are read with more care.
 */
const wordsPerMinute = 200;

/**
 * Seconds to think and to answer, beside the reading. Rules of thumb of this program, set high rather than low: a tick takes some five seconds, each
 * thing to weigh in a list one more, a few words of one's own a quarter of a minute and some lines three quarters.
 */
export const answerSeconds = {
	tick: 5,
	option: 1,
	rank: 4,
	typed: 8,
	line: 15,
	lines: 45,
} as const;

/** Seconds that an item takes. */
function secondsOf(item: Item, instrument: Instrument, language: Language): number {
	const read = (...texts: (LocalText | undefined)[]) =>
		texts.reduce(
			(sum, text) => sum + (text ? (wordsOf(inLanguage(text, language)).length * 60) / wordsPerMinute : 0),
			0,
		);
	const own = read(item.text, item.help);
	switch (item.type) {
		case 'section':
		case 'info':
			return own;
		case 'scale':
		case 'rating':
			return own + answerSeconds.tick;
		case 'matrix': {
			const options = instrument.scales.find((one) => one.id === item.scale)?.options ?? [];
			const rows = item.rows.reduce((sum, row) => sum + read(row.text) + answerSeconds.tick, 0);
			return own + read(...options.map((one) => one.label)) + rows;
		}
		case 'single':
			return own + read(...item.options.map((one) => one.label)) + answerSeconds.tick;
		case 'multiple':
			return (
				own +
				read(...item.options.map((one) => one.label)) +
				answerSeconds.tick +
				item.options.length * answerSeconds.option
			);
		case 'ranking':
			return (
				own +
				read(...item.options.map((one) => one.label)) +
				item.options.length * answerSeconds.option +
				(item.max ?? item.options.length) * answerSeconds.rank
			);
		case 'number':
		case 'date':
			return own + answerSeconds.typed;
		case 'text':
			return own + (item.long === false ? answerSeconds.line : answerSeconds.lines);
	}
}

/** How long it takes to answer, in minutes. What is shown to some only counts by half: who answers meets about half of it. */
export function estimatedMinutes(instrument: Instrument, language: Language): number {
	const around = [instrument.intro, instrument.thanks].reduce(
		(sum, text) => sum + (text ? wordsOf(inLanguage(text, language)).length / wordsPerMinute : 0),
		0,
	);
	let underCondition = false;
	let seconds = 0;
	for (const item of instrument.items) {
		if (item.type === 'section') underCondition = item.shownIf !== undefined;
		seconds += secondsOf(item, instrument, language) * (underCondition || item.shownIf ? 0.5 : 1);
	}
	return around + seconds / 60;
}
