import type { Instrument, LocalText } from '../../model.ts';
import type { Guess } from '../model.ts';
import { asPlain, plainText } from '../plain-text.ts';

/** Words that only say what follows them, and so are not kept: "Fråga 1", "Svarsalternativ: …", "(obligatorisk)". */
const marks = new Set(
	'fråga fr question svarsalternativ alternativ skala svarsskala response options scale obligatorisk required'.split(
		' ',
	),
);

const wordsOf = (text: string) =>
	(
		text
			.normalize('NFC')
			.toLowerCase()
			.match(/\p{L}{2,}/gu) ?? []
	).filter((one) => !marks.has(one));

/**
 * The lines of a text whose words are neither in the questionnaire that was made of it nor in what is told of it: as many times as they
 * stand there. Nothing is left out in silence, whatever the reader made of a text.
 */
export function untold(source: string, definition: Instrument, guesses: readonly Guess[]): string[] {
	const left = new Map<string, number>();
	const count = (text: string) => {
		for (const word of wordsOf(text)) left.set(word, (left.get(word) ?? 0) + 1);
	};
	for (const text of textsOf(definition)) count(text.sv);
	for (const one of guesses) if (one.kind === 'condition') count(one.detail);
	return source.split('\n').filter((line) => {
		let isWhole = true;
		for (const word of wordsOf(plainText(asPlain(line)).text)) {
			const more = left.get(word) ?? 0;
			if (more === 0) isWhole = false;
			else left.set(word, more - 1);
		}
		return !isWhole;
	});
}

/** Every text of a questionnaire, a scale's as often as it is used. */
function textsOf({ title, intro, thanks, items, scales }: Instrument): LocalText[] {
	const labels = new Map(scales.map((one) => [one.id, one.options.map((option) => option.label)]));
	const texts = [title, intro, thanks];
	for (const item of items) {
		texts.push(item.text, item.help);
		if ('options' in item) texts.push(...item.options.map((one) => one.label));
		if ('scale' in item) texts.push(...(labels.get(item.scale) ?? []));
		if (item.type === 'matrix') texts.push(...item.rows.map((one) => one.text));
		if (item.type === 'rating') texts.push(item.minLabel, item.maxLabel);
		if (item.type === 'number') texts.push(item.unit);
	}
	return texts.filter((one) => one !== undefined);
}
