import { z } from 'zod';
import { codeAddress } from '#shared/domain/form/code.ts';

/** What is written to those asked: the first time, and to those who have not answered. */
export const letterKind = z.enum(['invitation', 'reminder']);
export type LetterKind = z.infer<typeof letterKind>;

/** What is written, with marks for what differs. */
export const letter = z.object({ subject: z.string().max(300), body: z.string().max(20_000) });
export type Letter = z.infer<typeof letter>;
const letterPair = z.object({ invitation: letter, reminder: letter });

/** What a round's letters are made of. */
export const letterSettings = z.object({
	/** Where the form is: an address, or words such as a room. */
	link: z.string().max(2000),
	/** The last day to answer. */
	lastDay: z.iso.date().nullable(),
	/** Who writes, and the address that answers go to: for .eml files. */
	senderName: z.string().max(200),
	senderEmail: z.string().max(300),
	texts: z.object({ sv: letterPair, en: letterPair }),
});
export type LetterSettings = z.infer<typeof letterSettings>;

/** What stands for something of the one who is written to. Null: nothing is written in the field it comes from. */
export interface LetterValues {
	name: string;
	firstName: string;
	code: string;
	link: string | null;
	/** In words, in the letter's language. */
	lastDay: string | null;
	round: string;
	sender: string | null;
}

/** The marks, by what they stand for: the words of both languages in either. */
const marks: Record<keyof LetterValues, readonly string[]> = {
	name: ['namn', 'name'],
	firstName: ['förnamn', 'first name'],
	code: ['kod', 'code'],
	link: ['länk', 'link'],
	lastDay: ['sista dag', 'last day'],
	round: ['omgång', 'round'],
	sender: ['avsändare', 'sender'],
};
const byMark = new Map(
	Object.entries(marks).flatMap(([value, words]) => words.map((word) => [word, value as keyof LetterValues])),
);
const mark = /\{\{\s*([^{}]{1,40}?)\s*\}\}/g;

/**
 * Fills the marks of a letter. A value is put in as it is and never read for marks of its own; a mark that stands for nothing, or for what
 * is not written yet, stays, so that it is seen.
 */
export function fillLetter(text: string, values: LetterValues): string {
	return text.replace(mark, (whole, word: string) => {
		const value = byMark.get(word.toLowerCase().normalize('NFC'));
		return (value && values[value]) ?? whole;
	});
}

/** What a letter uses, and the marks in it that stand for nothing. */
export function marksIn(text: string): { used: Set<keyof LetterValues>; unknown: string[] } {
	const used = new Set<keyof LetterValues>();
	const unknown: string[] = [];
	for (const [whole, word = ''] of text.matchAll(mark)) {
		const value = byMark.get(word.toLowerCase().normalize('NFC'));
		if (value) used.add(value);
		else unknown.push(whole);
	}
	return { used, unknown };
}

/** A field that a letter's text uses, and the mark as it stands in the text. */
export interface UsedField {
	field: 'link' | 'lastDay' | 'sender';
	mark: string;
}

/** The fields that some letters use and that nothing is written in, each once: a letter with such a gap is not sent. */
export function emptyFields(
	letters: readonly Letter[],
	{ link, lastDay, senderName }: Pick<LetterSettings, 'link' | 'lastDay' | 'senderName'>,
): UsedField[] {
	const written = { link: link.trim(), lastDay: lastDay ?? '', sender: senderName.trim() };
	const marks = letters.flatMap(({ subject, body }) => [...`${subject} ${body}`.matchAll(mark)]);
	const empty: UsedField[] = [];
	for (const field of ['link', 'lastDay', 'sender'] as const) {
		const used = marks.find(([, word = '']) => byMark.get(word.toLowerCase().normalize('NFC')) === field);
		if (used && written[field] === '') empty.push({ field, mark: used[0] });
	}
	return empty;
}

/**
 * Where one answers with their own code filled in, if the form lies at an address of the web: after "#", which no server is told. Words, and
 * those who have no code, get it as it is.
 */
export function personalLink(link: string, code: string): string {
	return code !== '' && /^https?:\/\/\S+$/.test(link.trim()) ? codeAddress(link.trim(), code) : link;
}
