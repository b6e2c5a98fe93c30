import type { Item, LocalText, Option } from '../../model.ts';
import type { Draft } from '../draft.ts';
import { asScale, isOutside, recogniseScale } from '../known-scales.ts';
import { asPlain } from '../plain-text.ts';
import type { Asked, Memory } from './asked.ts';
import { conditionIn, unclearCondition } from './condition.ts';
import { endsIn, scaleIn } from './lines.ts';

const several =
	/flera (?:alternativ|svar)|ett eller flera|fler än ett|alla som|kryssa (?:i |för )?alla|select all|all that apply|more than one|one or more|several (?:answers|options)/i;
const ranks = /\branka\b|rangordna|rangordning|i ordning efter|viktigast först|rank (?:the|these|your)|in order of/i;
const words =
	/med egna ord|fritext|beskriv|motivera|kommentera|kommentar|vad (?:är|kan|skulle|tycker|behöver)|övriga synpunkter|in your own words|describe|explain|comment|please specify|what (?:could|would|do|is|are)|other remarks/i;
const other = /^(?:annat|annan|annat svar|övrigt|övriga|other|something else)\b/i;
const none =
	/^(?:(?:inget|ingen|inga|inget alternativ|none)(?:\s+(?:av|of)(?!\p{L})|\s+alls\s*$|\s*[.!]?$)|inget alternativ)/iu;
const count: Record<string, number> = {
	en: 1,
	ett: 1,
	one: 1,
	två: 2,
	two: 2,
	tre: 3,
	three: 3,
	fyra: 4,
	four: 4,
	fem: 5,
	five: 5,
};

/** Adds what a gathered question is: one item, or a lead-in and one for each sub-item. */
export function addQuestion(asked: Asked, draft: Draft, memory: Memory): void {
	const local = (text: string): LocalText => draft.text(new Map([[memory.language, asPlain(text)]]), '');
	memory.count++;
	const id = draft.idFor(asked.number || asked.name || String(memory.count));
	for (const one of asked.guesses) draft.guess(one.kind, id, one.detail);
	const all = [asked.text, ...asked.help].join(' ');
	const ends = endsIn(all);
	const told = ends ?? scaleIn(all);
	const beside = takeOutside(asked, told !== null);
	if (beside.length === 0 && (told || asked.numbers) && asked.options.length === 0) beside.push(...outsideSaid(all));
	takeEnds(asked);
	const labels = optionLabels(asked, memory, all, ends !== null);
	const points = labels.from === 'points' ? [] : asked.points;
	const numbers = asked.numbers ?? (told && labels.all.length === 0 ? told : null);
	if (numbers && points.length === 1) asked.help.push(...points.map((one) => one.text));
	const isCount = isNumber(asked.text, all) && labels.all.length === 0 && !numbers && points.length === 0;
	const required = /\*\s*$|\((?:obligatorisk|required)\)/i.test(asked.text);
	const isField = /[_.…]{4,}/.test(asked.text);
	const unit = /[_…]{3,}\s*(\p{L}{1,12})\s*$/u.exec(asked.text)?.[1];
	const text = asked.text
		.replace(/([_…]{3,})\s*\p{L}{1,12}\s*$/u, isCount ? '$1' : '$&')
		.replace(/[_…]{3,}|\.{4,}/g, '')
		.replace(/\*\s*$|\((?:obligatorisk|required)\)/i, '')
		.trim();
	const condition = asked.condition ?? conditionIn(asked.text, memory, draft.scales);
	const base = {
		id,
		text: local(text || id),
		...(asked.help.length > 0 ? { help: local(asked.help.join('\n')) } : {}),
		...(condition ? { shownIf: condition.holds } : {}),
	};
	const common = { ...base, ...(required ? { required } : {}) };
	const add = (item: Item) => {
		draft.add(item);
		draft.guess('type', item.id, item.type);
		memory.asked.push({ number: asked.number, item });
	};
	if (condition) draft.guess('condition', id, condition.words);
	else {
		const unclear = unclearCondition(asked.text);
		if (unclear) draft.lose('condition', id, unclear);
	}
	const isMany = several.test(all);
	const isRank = ranks.test(all);
	if (numbers && points.length < 2 && beside.length === 0) {
		const [low, high] = [numbers.low || told?.low, numbers.high || told?.high];
		add({
			...common,
			type: 'rating',
			min: numbers.min,
			max: numbers.max,
			...(low ? { minLabel: local(low) } : {}),
			...(high ? { maxLabel: local(high) } : {}),
		});
		return;
	}
	const values =
		numbers && (points.length > 1 || beside.length > 0)
			? Array.from({ length: numbers.max - numbers.min + 1 }, (_, at) =>
					numberLabel(numbers, numbers.min + at, told),
				).concat(beside)
			: labels.all;
	const options = asOptions(values, isMany, local, draft);
	if (numbers && points.length < 2 && options.length > 1) {
		// "Don't know" beside the numbers: a rating has no place for it, a scale has.
		add({ ...common, type: 'scale', scale: scaleOf(options, id, draft) });
		return;
	}
	if (points.length > 0 && options.length > 1) {
		const rows = points.map((one, at) => ({
			id: draft.rowIdFor(id, `${id}${one.letter || String.fromCharCode(97 + (at % 26))}${at > 25 ? at : ''}`),
			text: local(one.text),
		}));
		add({ ...common, type: 'matrix', scale: scaleOf(options, id, draft), rows });
		return;
	}
	if (points.length > 0) {
		draft.add({ ...base, type: 'info' });
		for (const [at, one] of points.entries())
			add({
				...common,
				id: draft.rowIdFor(id, `${id}${one.letter || String.fromCharCode(97 + (at % 26))}`),
				text: local(one.text.replace(/[_…]{3,}|\.{4,}/g, '').trim() || id),
				type: 'text',
				long: !/[_.…]{4,}/.test(one.text),
			});
		return;
	}
	if (options.length > 1 && isRank) {
		const max = mostIn(all, options.length);
		add({
			...common,
			type: 'ranking',
			options: options.map(({ missing: _none, ...one }) => one),
			...(max ? { max } : {}),
		});
	} else if (options.length > 1 && isMany) {
		const max = mostIn(all, options.length);
		for (const { label, exclusive } of options) if (exclusive) draft.guess('exclusive', id, label.sv);
		add({ ...common, type: 'multiple', options, ...(max ? { max } : {}) });
	} else if (options.length > 1) {
		const known = options.some((one) => one.other) ? null : recogniseScale(options);
		if (known || labels.from === 'memory') add({ ...common, type: 'scale', scale: scaleOf(options, id, draft) });
		else add({ ...common, type: 'single', options });
	} else add(openQuestion(common, asked, all, isField, unit && local(unit)));
}

/** Takes what stands outside a scale of numbers off what stands beside it: "1 2 3 4 5 Vet ej", or in a box of its own under them. */
function takeOutside(asked: Asked, isTold: boolean): string[] {
	const { numbers, options } = asked;
	if (!numbers && !(isTold && options.length === 1)) return [];
	const found: string[] = [];
	// A word for each number and what is outside are all of them options.
	if (options.length <= 3)
		for (const one of options.filter(isOutside)) {
			found.push(one);
			options.splice(options.indexOf(one), 1);
		}
	const words = numbers?.high.split(/\s+/) ?? [];
	for (let at = 0; numbers && at < words.length; at++) {
		const last = words.slice(at).join(' ');
		if (!isOutside(last)) continue;
		numbers.high = words
			.slice(0, at)
			.join(' ')
			.replace(/[\s/|–-]+$/, '');
		found.push(last);
		break;
	}
	return found;
}

/** "(1 = inte alls, 5 = helt, vet ej)": what the words about a scale of numbers say is outside it. */
function outsideSaid(text: string): string[] {
	const parts = [...text.matchAll(/\(([^()]{1,300})\)/g)].flatMap(([, inside = '']) =>
		inside.split(/[,;/]|(?<!\p{L})(?:eller|samt|och|or|and)(?!\p{L})/iu),
	);
	const said = parts.map((one) => one.replace(/^\s*\d{1,2}\s*=\s*/, '').trim()).filter(isOutside);
	return [...new Set(said)].map((one) => `${one.charAt(0).toUpperCase()}${one.slice(1)}`);
}

/** Two options beside numbers are the words at their ends; a lone option, or what else stands beside numbers, is kept as help. */
function takeEnds(asked: Asked): void {
	const { numbers, options } = asked;
	// A word for each number.
	if (numbers && options.length === numbers.max - numbers.min + 1) {
		asked.numbers = null;
		asked.help.push(...[numbers.low, numbers.high].filter((one) => one !== ''));
	} else if (numbers && options.length === 2 && !numbers.low && !numbers.high)
		[numbers.low = '', numbers.high = ''] = options.splice(0);
	else if (options.length === 1 || numbers) asked.help.push(...options.splice(0));
}

/** A number of a scale, with words at its ends. */
function numberLabel(
	numbers: { min: number; max: number; low: string; high: string },
	number: number,
	told: { low: string; high: string } | null,
): string {
	const words =
		number === numbers.min ? numbers.low || told?.low : number === numbers.max ? numbers.high || told?.high : '';
	return words ? `${number} ${words}` : String(number);
}

/** Options with a value each: their place, so that labels can be reworded. */
function asOptions(
	labels: readonly string[],
	isMany: boolean,
	local: (text: string) => LocalText,
	draft: Draft,
): Option[] {
	let hasOther = false;
	return draft.options(
		labels.map((raw, at) => {
			const label =
				raw
					.replace(/[\s_…]*[_…]{2,}[\s_…]*|\.{4,}/g, ' ')
					.replace(/\s*:\s*$/, '')
					.trim() || raw;
			const isOther = !hasOther && other.test(raw) && (raw.length < 60 || /[_…:]/.test(raw));
			hasOther ||= isOther;
			return {
				value: String(at + 1),
				label: local(label),
				...(isOutside(label) ? { missing: true } : {}),
				...(isMany && (none.test(label) || isOutside(label)) ? { exclusive: true } : {}),
				...(isOther ? { other: true } : {}),
			};
		}),
	);
}

function scaleOf(options: readonly Option[], id: string, draft: Draft): string {
	const known = recogniseScale(options);
	if (known) draft.guess('scale', id, known.id);
	if (known?.turned) draft.guess('turned', id, known.id);
	const inOrder = asScale(
		options.map(({ exclusive: _none, other: _other, ...one }) => one),
		known?.turned ?? false,
	);
	// Values in the order of the scale, so that the same scale turned is the same.
	let step = 0;
	const values = inOrder.map((one) => ({ ...one, value: one.missing ? `x${one.value}` : String(++step) }));
	for (const one of values) if (one.missing) draft.guess('missing', id, one.value);
	return draft.scaleFor({ options: values });
}

/** The labels of a question's options, wherever they stand. */
function optionLabels(
	asked: Asked,
	memory: Memory,
	all: string,
	hasEnds: boolean,
): { all: string[]; from: 'own' | 'points' | 'memory' } {
	if (asked.options.length > 1) return { all: asked.options, from: 'own' };
	const wordsWanted = asked.isOpen || /[_…]{4,}/.test(asked.text);
	const short = asked.points.every(
		({ text }) => text.length <= 70 && (other.test(text) || !/[?:]$|[_…]{3,}/.test(text)),
	);
	const asks = several.test(all) || ranks.test(all);
	const isList = asks || (!memory.scale && !wordsWanted && !hasEnds && short);
	if (asked.points.length > 1 && isList && asked.numbers === null) {
		return { all: [...asked.points.map((one) => one.text)], from: 'points' };
	}
	const isWords = words.test(all) && asked.points.length === 0;
	if (memory.scale && !wordsWanted && !isWords && asked.numbers === null) return { all: memory.scale, from: 'memory' };
	return { all: [], from: 'own' };
}

const isNumber = (text: string, all: string) =>
	!words.test(all) && /^(?:hur många|antal|hur gammal|ålder|how many|number of|how old|age)\b/i.test(text.trim());

/** How a date is to be written: "(ÅÅÅÅ-MM-DD)". One with more after it is a number of a person. */
const dateShape = /(?:^|[\s(])(?:[åy]{2,4}[-/. ]?mm[-/. ]?dd|dd[-/. ]?mm[-/. ]?[åy]{2,4})(?![-\p{L}])/iu;

function openQuestion(
	common: { id: string; text: LocalText },
	asked: Asked,
	all: string,
	isField: boolean,
	unit: LocalText | undefined | '',
): Item {
	if (isNumber(asked.text, all)) {
		return { ...common, type: 'number', min: 0, decimals: 0, ...(unit ? { unit } : {}) };
	}
	if (dateShape.test(all)) return { ...common, type: 'date' };
	if (/^(?:datum|vilket datum|date|on what date)\b/i.test(asked.text.trim())) return { ...common, type: 'date' };
	return { ...common, type: 'text', long: !isField };
}

/** "Välj högst tre", "at most 3": how many may be chosen. */
function mostIn(text: string, options: number): number | null {
	const found =
		/(?:högst|max(?:imalt|\.)?|up to|at most|no more than)\s+(\d{1,2}|\p{L}+)/iu.exec(text) ??
		/(?:välj|ange|choose|select|rangordna|rank)\s+(?:de |the )?(\d{1,2}|två|tre|fyra|fem|two|three|four|five)\b/iu.exec(
			text,
		);
	const word = found?.[1]?.toLowerCase() ?? '';
	const most = Object.hasOwn(count, word) ? (count[word] ?? 0) : Number(word);
	return Number.isInteger(most) && most > 0 && most <= options ? most : null;
}
