import { fold } from './fold.ts';

/** A heading that holds a question and a part of it: "Lead-in [Row]", "Question - Choice", REDCap's "Question (choice=Label)". */
export interface SplitHeading {
	lead: string;
	part: string;
}

/** A heading longer than this is not taken apart at every sign. */
const longest = 1000;

/**
 * The ways a heading can be a question and a part of it, the likeliest first. What services write: Google Forms and LimeSurvey "Lead [Row]",
 * Qualtrics, SurveyMonkey's own joining and Survey&Report "Lead - Row", REDCap "Lead (choice=Row)", others "Lead: Row" or "Lead / Row".
 */
export function splitHeading(heading: string): SplitHeading[] {
	const text = heading.slice(0, longest).trim();
	const found: SplitHeading[] = [];
	const add = (lead: string | undefined, part: string | undefined) => {
		const own = part?.replace(/^\s*[-–—:|/]\s+/, '').trim();
		// The number of a question is no question.
		if (lead?.trim() && own && !/^\s*\d{1,3}[a-z]?\.\s*$/i.test(lead)) found.push({ lead: lead.trim(), part: own });
	};
	const choice = /^(.*?)\s*\(choice=['"]?(.*?)['"]?\)$/isu.exec(text);
	if (choice) add(choice[1], choice[2]);
	const bracket = /^(.*?)\s*\[([^[\]]*(?:\[[^\]]*\])?[^[\]]*)\]$/su.exec(text);
	if (bracket) add(bracket[1], bracket[2]);
	for (const match of text.matchAll(/ [-–—|/] |: | > |\.\.? (?=\S)|\?:? ?(?=\S)/g)) {
		if (found.length > 12) break;
		const sign = match[0].trim();
		// Webropol joins the two with a colon alone: "Vad deltog du i?:Kursen".
		if (match[0] === '?') continue;
		const keep = sign.startsWith('?') || sign === '.' ? 1 : 0;
		add(text.slice(0, match.index + keep), text.slice(match.index + match[0].length));
	}
	return found;
}

/** A column's name that holds a question's code and one of a part of it. */
export interface SplitCode {
	base: string;
	part: string;
}

/**
 * The ways a column's name can be a code with another under it: LimeSurvey's "Q01[SQ001]" and, in its vv file, "Q01_SQ001"; REDCap's
 * "var___1"; Survey&Report's "VAR56_1"; "5.1", "Q5:2".
 */
export function splitCode(name: string): SplitCode[] {
	const text = name.trim();
	if (text.length > 80 || /\s/.test(text)) return [];
	const found: SplitCode[] = [];
	for (const form of [
		/^(.+?)___(.+)$/,
		/^(.+?)\[(.+?)\](?:\[\d+\])?$/,
		/^(.+)_([^_]+)$/,
		/^(.+?)_(.+)$/,
		/^(.+)[.:#]([^.:#]+)$/,
	]) {
		const match = form.exec(text);
		if (match?.[1] && match[2]) found.push({ base: match[1], part: match[2] });
	}
	return found;
}

/** A code without what services put before it ("Q", "VAR", "fråga", noughts), folded: "Q05", "VAR05" and "5" are the same. */
export function bareCode(code: string): string {
	const folded = fold(code).replaceAll(' ', '');
	const match = /^(?:q|f|var|v|sq|fråga|question|item)?0*(\d+[a-zåäö]?)$/u.exec(folded);
	return match?.[1] ?? folded;
}

/** The place that a part's code tells, as LimeSurvey's "SQ003", "A3" or a number do; null where it tells none. */
export function placeOf(part: string): number | null {
	const match = /^(?:sq|a|ao|y|x|q|c|opt|r|item|rad|val)?0*(\d{1,3})$/i.exec(part.trim());
	const place = Number(match?.[1] ?? 0);
	return place > 0 ? place : null;
}
