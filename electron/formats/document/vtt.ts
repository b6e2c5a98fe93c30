import { decodeEntities } from '#shared/domain/document/entities.ts';
import type { ReadDocument } from '#shared/domain/document/model.ts';
import { normaliseText } from '#shared/domain/document/normalise.ts';
import { guessRole, labelKey } from '#shared/domain/document/speaker-label.ts';

interface Said {
	speaker: string | null;
	time: number;
	end: number;
	words: string;
}

/** A pause from here on, in milliseconds, begins a new paragraph where nobody is named. */
const pause = 2000;
/** The longest paragraph of captions where nobody is named, in characters, before the next full stop ends it. */
const longest = 600;

/**
 * Reads WebVTT: cues in order, voices (`<v Name>`) as speakers, other tags taken away, entities as characters; NOTE, STYLE and REGION left
 * out. Cues of one speaker in a row become one turn with the first one's time. In the text each turn is a paragraph that begins with
 * the name.
 */
export function readVtt(source: string): Omit<ReadDocument, 'title'> {
	const turns: Said[] = [];
	for (const said of readCues(source)) {
		const before = turns.at(-1);
		if (before && continues(before, said)) {
			before.words += ` ${said.words}`;
			before.end = said.end;
		} else turns.push({ ...said });
	}
	return asDocument(turns);
}

function continues(before: Said, said: Said): boolean {
	if (before.speaker !== said.speaker) return false;
	if (said.speaker !== null) return true;
	return said.time - before.end < pause && !(before.words.length > longest && /[.?!…]$/.test(before.words));
}

function readCues(source: string): Said[] {
	const cues: Said[] = [];
	let voice: string | null = null;
	for (const block of source.replace(/\r\n?/g, '\n').split(/\n{2,}/)) {
		const lines = block.split('\n');
		const at = lines.findIndex((line) => line.includes('-->'));
		// A time line stands first or after one line with the cue's name; in a NOTE it is part of the note.
		if (at < 0 || at > 1 || /^(?:NOTE|STYLE|REGION)(?:\s|$)/.test(lines[0] ?? '')) continue;
		const times = /^\s*(?:(\d{2,}):)?(\d{2}):(\d{2})[.,](\d{3})\s+-->\s+(?:(\d{2,}):)?(\d{2}):(\d{2})[.,](\d{3})/.exec(
			lines[at] ?? '',
		);
		if (!times) continue;
		const time = milliseconds(times.slice(1, 5));
		const end = milliseconds(times.slice(5, 9));
		const spoken = lines.slice(at + 1).join('\n');
		// A cue without a voice right after one with it goes on: captions name a speaker where he begins.
		if (cues.length > 0 && time - (cues.at(-1)?.end ?? 0) >= pause * 5) voice = null;
		for (const part of splitVoices(spoken, voice)) {
			voice = part.speaker;
			const words = normaliseText(plain(part.markup)).replace(/\s+/g, ' ').trim();
			if (words !== '') cues.push({ speaker: part.speaker, time, end, words });
		}
	}
	return cues;
}

function milliseconds(parts: (string | undefined)[]): number {
	const [hours = 0, minutes = 0, seconds = 0, rest = 0] = parts.map((part) => Number(part ?? 0));
	return ((hours * 60 + minutes) * 60 + seconds) * 1000 + rest;
}

/** A cue's text by voice. Text before the first voice belongs to who spoke before. */
function splitVoices(spoken: string, before: string | null): { speaker: string | null; markup: string }[] {
	const pieces = spoken.split(/<v(?:\.[^\s>]{0,80})?[ \t\n]([^>\n]{0,200})>/);
	const parts = [{ speaker: before, markup: pieces[0] ?? '' }];
	for (let at = 1; at < pieces.length; at += 2) {
		const name = plain(pieces[at] ?? '')
			.replace(/\s+/g, ' ')
			.trim();
		parts.push({ speaker: name || null, markup: pieces[at + 1] ?? '' });
	}
	return parts;
}

/** Cue text without its tags, with entities as the characters they stand for. */
const plain = (markup: string): string => decodeEntities(markup.replace(/<[^<>]{0,500}>/g, ''));

function asDocument(said: readonly Said[]): Omit<ReadDocument, 'title'> {
	const speakers: ReadDocument['speakers'] = [];
	const numbers = new Map<string, number>();
	const turns: ReadDocument['turns'] = [];
	let text = '';
	for (const { speaker: label, time, words } of said) {
		if (text !== '') text += '\n\n';
		let speaker: number | null = null;
		if (label !== null) {
			const key = labelKey(label);
			speaker = numbers.get(key) ?? speakers.length;
			if (speaker === speakers.length) {
				numbers.set(key, speaker);
				speakers.push({ label, role: guessRole(label) });
			}
			text += `${label}: `;
		}
		turns.push({ speaker, start: text.length, end: text.length + words.length, time });
		text += words;
	}
	return { text, speakers, turns };
}
