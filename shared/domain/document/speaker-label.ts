import type { SpeakerRole } from './model.ts';

/** Words that those who ask go by in transcripts, Swedish and English. */
const interviewers = new Set(
	'intervjuare intervjuaren intervjuledare interviewer intervieware moderator moderatorn samtalsledare samtalsledaren utvärderare utvärderaren utv evaluator facilitator researcher forskare i int intv q question f fråga mod'.split(
		' ',
	),
);
/** And those who answer. */
const informants = new Set(
	'informant intervjuperson intervjupersonen respondent deltagare participant interviewee svar answer ip r s a p alla flera all several'.split(
		' ',
	),
);
/** Words that begin a line with a colon in notes and reports and are nobody. */
const nobody = new Set(
	'datum tid plats närvarande deltagare: deltog medverkande syfte tema fråga: rubrik obs notera anm anmärkning kommentar exempel t.ex sammanfattning slutsats bakgrund metod resultat längd inspelning inspelat utskrift utskriven ämne punkt kapitel avsnitt figur tabell bilaga del steg date time place venue present purpose theme note notes nb example summary conclusion background method results length recording transcribed subject topic item chapter section figure table appendix part step http https www'.split(
		' ',
	),
);
const questionHeadings = new Set(['fråga', 'question', 'tema', 'theme', 'svar', 'answer']);

/** "SK1", "id12", "Informant 3", "Koordinator 2": a word and a number. */
const wordAndNumber = /^(\p{L}{1,20})[ .-]?(\d{1,3})$/u;

/** A label as speakers are told apart by: case and runs of space do not count. */
export function labelKey(label: string): string {
	return label.replace(/\s+/g, ' ').trim().toLocaleLowerCase('sv');
}

/** How sure it is that a label before a colon names a speaker: by itself, only if it comes again, or never. */
export function labelStrength(label: string): 'strong' | 'weak' | 'none' {
	const key = labelKey(label);
	const numbered = wordAndNumber.exec(key);
	const word = numbered?.[1] ?? key;
	if (nobody.has(word)) return 'none';
	if (numbered) return questionHeadings.has(word) ? 'none' : 'strong';
	if (interviewers.has(key) || informants.has(key)) return 'strong';
	const words = key.split(' ');
	if (words.length > 4 || words.some((one) => nobody.has(one))) return 'none';
	return /^\p{Lu}/u.test(label) ? 'weak' : 'none';
}

/** Whether a label is one that interviewers go by: "Intervjuare", "I2", "Moderator", "Q". All else is an informant. */
export function guessRole(label: string): SpeakerRole {
	const key = labelKey(label);
	return interviewers.has(wordAndNumber.exec(key)?.[1] ?? key) ? 'interviewer' : 'informant';
}
