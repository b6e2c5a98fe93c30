import type { LocalText } from '../model.ts';

/** A text changed in each of its languages. */
export const eachLanguage = (text: LocalText, change: (words: string) => string): LocalText => ({
	sv: change(text.sv),
	...(text.en === undefined ? {} : { en: change(text.en) }),
});

/** A question's text with that of one of its parts after it: "What did you think? – The food". */
export const partOf = (whole: LocalText, part: LocalText): LocalText => ({
	sv: `${whole.sv} – ${part.sv}`,
	...(part.en === undefined ? {} : { en: `${whole.en ?? whole.sv} – ${part.en}` }),
});

/** A pattern without the signs that bind it to the beginning and the end, which ours has by itself; null where it is not bound. */
export function unbound(pattern: string): string | null {
	return /^\^\(\?:(.*)\)\$$/s.exec(pattern)?.[1] ?? /^\^(.*)\$$/s.exec(pattern)?.[1] ?? null;
}
