import type { Option } from '../../model.ts';
import { recogniseScale } from '../known-scales.ts';
import { looseOptions } from './beside.ts';
import { conditionIn, unclearCondition } from './condition.ts';
import type { Line } from './lines.ts';
import { addInfo, addSection, close, open, type Reader } from './reader.ts';

/** Words that no mark tells what they are. Gives how many more lines belong to them. */
export function plain(text: string, gap: boolean, at: number, reader: Reader): number {
	const { lines, numbered, current, memory } = reader;
	const listed =
		/^(?:svarsalternativ|alternativ|skala|svarsskala|response options|options|scale)\s*:\s*(.+)$/i.exec(text)?.[1] ??
		/^\(([^()]+(?:\/[^()]+){2,})\)$/.exec(text)?.[1];
	if (listed) {
		const options = splitListed(listed);
		if (options.length > 1) {
			if (current && current.options.length === 0 && current.numbers === null) current.options.push(...options);
			else memory.scale = options;
			return 0;
		}
	}
	const next = lines.slice(at + 1).find((one) => one.kind !== 'gap');
	if (followsUp(text, gap, reader)) return 0;
	if (/^(?:del|avsnitt|section|part)\s+(?:[a-z]|\d{1,2})\b/i.test(text) && text.length <= 80) {
		close(reader);
		addSection(text, reader);
		return 0;
	}
	const paragraph = paragraphAt(at, lines);
	const isQuestion =
		!numbered &&
		(/[?:]$/.test(text) || (gap && reader.started && tells.test(text))) &&
		text.length > 3 &&
		!(current && current.options.length === 0 && !gap && /:$/.test(text));
	const looksLikeHead = text.length <= 80 && !/[.?!,;:_]$/.test(text) && paragraph === 1 && gap;
	const answers =
		next?.kind === 'boxes' ||
		next?.kind === 'numbers' ||
		next?.kind === 'field' ||
		(next?.kind === 'cells' && recognised(next.cells));
	if (isQuestion || (!numbered && answers && gap && text.length > 3)) {
		open('', text, reader);
		return 0;
	}
	if (reader.started && next && asks(next) && conditionAlone.test(text) && !skips.test(text)) {
		close(reader);
		reader.condition = conditionIn(text, memory, reader.draft.scales);
		if (reader.condition === null) {
			addInfo(text, reader);
			const unclear = unclearCondition(text);
			if (unclear) reader.draft.lose('condition', reader.draft.items.at(-1)?.id ?? '', unclear);
		}
		return 0;
	}
	if (!reader.started) {
		const isTitleOf =
			looksLikeHead &&
			reader.head.length > 0 &&
			(next?.kind === 'question' || (!numbered && next?.kind === 'plain' && /\?$/.test(next.text)));
		if (isTitleOf) addSection(text, reader);
		else if (!gap && reader.head.length > 1) reader.head.push(`${reader.head.pop() ?? ''}\n${text}`);
		else reader.head.push(text);
		return 0;
	}
	if (!current) {
		if (looksLikeHead) addSection(text, reader);
		else addInfo(text, reader);
		return 0;
	}
	const hasAnswer =
		current.options.length > 0 || current.points.length > 0 || current.numbers !== null || current.isOpen;
	if (numbered && gap && hasAnswer && /\?$/.test(text) && text.length > 10) {
		open('', text, reader);
		return 0;
	}
	if (
		looksLikeHead &&
		(next?.kind === 'question' ||
			next?.kind === 'heading' ||
			next?.kind === 'cells' ||
			(next?.kind === 'plain' && (hasAnswer || /[.:?]$/.test(next.text))))
	) {
		close(reader);
		addSection(text, reader);
		return 0;
	}
	const ended = /[?.:!)”"]$/.test(current.text) || hasAnswer || gap;
	// A question goes on on the next line; a short name of what is asked ("Kön") does not.
	const goesOn = current.text.length > 50 || !/^\p{Lu}/u.test(text);
	if (!ended && goesOn && current.options.length === 0) {
		current.text = `${current.text} ${text}`;
		return 0;
	}
	if (gap && hasAnswer && (text.length > 80 || /[.:]$/.test(text))) {
		close(reader);
		addInfo(text, reader);
		return 0;
	}
	if (instructs(text) || text.length > 80 || /[.:]$/.test(text)) current.help.push(text);
	else current.options.push(text);
	return 0;
}

/** Takes what stands under a question's options: "Om ja, vilken? ____" asks on, and "Ja  Nej  Vet ej" are the options themselves. */
function followsUp(text: string, gap: boolean, reader: Reader): boolean {
	const { current } = reader;
	if (!current) return false;
	const hasAnswer = current.options.length > 0 || current.numbers !== null;
	if (!hasAnswer) {
		const isFree = current.points.length === 0 && !current.isOpen && !/[_…]{3,}/.test(current.text);
		const row = isFree ? looseOptions(text) : null;
		if (!row) return false;
		current.options.push(...row);
		current.guesses.push({ kind: 'row', detail: row.join(' | ') });
		return true;
	}
	if (!conditional.test(text)) return false;
	if (skips.test(text)) {
		if (!gap) current.help.push(text);
		return !gap;
	}
	if (!askedOn.test(text) && !/\?$|[_…]{3,}|\.{4,}/.test(text)) return false;
	const { number } = current;
	open('', text, reader);
	if (!reader.current) return false;
	if (number !== '') reader.current.name = `${number}_om`;
	reader.current.isOpen = true;
	reader.current.guesses.push({ kind: 'follow-up', detail: text });
	return true;
}

/** "Om ja, …". */
const conditional = /^\(?(?:om|if)\s/i;
/** "…, vilken": asks, whether or not a question mark follows. */
const askedOn =
	/,\s*(?:(?:på|i|av|med) )?(?:vilk\p{L}+|vad|vem|hur|varför|när|var|ange|beskriv|motivera|skriv|berätta|which|what|who|how|why|when|where|please|describe|specify)(?!\p{L})/iu;

/** Asks for words without a question mark. */
const tells = /^(?:berätta|beskriv|förklara|ge exempel|describe|tell us|explain|give (?:an )?example)/i;

const asks = (line: Line) => line.kind === 'question' || (line.kind === 'plain' && line.text.endsWith('?'));

/** 'Om du svarat "Praktik" på fråga 4a:' on a line of its own. */
const conditionAlone = /^\(?(?:om|if)\s[^?.]{1,120}[:,.)]*$/i;
/** Says the opposite, or of more than the next question. */
const skips = /\b(?:gå (?:vidare |direkt )?till|hoppa|fortsätt|go to|skip|continue)\b|(?:frågorna|questions)\s+\d/i;

const recognised = (labels: string[]) =>
	recogniseScale(labels.map((label): Option => ({ value: label, label: { sv: label } }))) !== null;

/** Instructions to who answers. */
const instructs = (text: string) =>
	/^\(.*\)$|flera (?:alternativ|svar)|ett eller flera|kryssa|markera|välj|rangordna|med egna ord|motivera|kommentera|beskriv|all that apply|select|choose|tick|rank|in your own words|describe|explain/i.test(
		text,
	);

/** How many lines of plain words stand together from here. */
function paragraphAt(at: number, lines: readonly Line[]): number {
	let count = 0;
	while (lines[at + count]?.kind === 'plain') count++;
	return count;
}

/** Options in one line: with strokes, semicolons, or commas before a capital. */
function splitListed(text: string): string[] {
	const separator = /\//.test(text)
		? /\s*\/\s*/
		: /;/.test(text)
			? /\s*;\s*/
			: /\|/.test(text)
				? /\s*\|\s*/
				: / [–-] /.test(text)
					? / [–-] /
					: /,\s*(?=\p{Lu})/u;
	return text
		.replace(/\.$/, '')
		.split(separator)
		.map((one) => one.trim())
		.filter((one) => one !== '');
}
