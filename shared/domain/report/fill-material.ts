import type { Excerpt } from '#shared/contract/coding.ts';
import { formatDate } from '#shared/i18n/format.ts';
import type { FilledTable } from './fill-table.ts';
import { type Args, type Filling, findCode, isYes, report, splitList } from './filling.ts';
import type { Block } from './model.ts';
import { inQuotationMarks } from './quotation-marks.ts';

/** The different documents and rounds that passages stand in. */
export function sourcesOf(excerpts: readonly Excerpt[]): number {
	const names = excerpts.map(({ target, roundId }) =>
		target.kind === 'document' ? `d${target.documentId}` : `r${roundId}`,
	);
	return new Set(names).size;
}

/** `material`: the transcripts and notes, with date, people and length; of the named kinds, or all. */
export function fillDocuments(filling: Filling, args: Args): FilledTable | null {
	const { lookup, words, number, language } = filling;
	const kinds = args.get('kinds') ? splitList(args.get('kinds')?.value ?? '', ',') : null;
	const documents = lookup.documents().filter((one) => !kinds || kinds.includes(one.kind));
	if (documents.length === 0) return report(filling, args.place, 'no-material', kinds?.join(', ') ?? args.place.name);
	return {
		kind: 'table',
		caption: words.captionMaterial,
		note: '',
		table: {
			columns: [
				{ label: words.material, width: 42, align: 'left' },
				{ label: words.kind, width: 18, align: 'left' },
				{ label: words.date, width: 16, align: 'left' },
				{ label: words.people, width: 12, align: 'right' },
				{ label: words.wordCount, width: 12, align: 'right' },
			],
			rows: documents.map(({ title, kind, date, words: length, informants }) => ({
				kind: 'normal',
				indent: 0,
				cells: [
					title,
					words.kinds[kind],
					date ? formatDate(date, language, 'month') : words.unknown,
					informants > 0 ? number(informants) : words.unknown,
					number(length),
				],
			})),
		},
	};
}

/** `category-list`: the codes under a code, with how many passages and sources each has, its own codes counted in. */
export function fillCategories(filling: Filling, args: Args): FilledTable | null {
	const { lookup, words, number } = filling;
	const parent = findCode(filling, args);
	if (!parent) return null;
	const children = lookup
		.codes()
		.filter((code) => code.parentId === parent.id)
		.map((code) => {
			const excerpts = lookup.excerpts(code.id);
			return { name: code.name, definition: code.definition, codings: excerpts.length, sources: sourcesOf(excerpts) };
		});
	if (children.length === 0)
		return report(filling, args.get('code')?.place ?? args.place, 'no-quotations', parent.name);
	if (args.get('order')?.value === 'count') children.sort((a, b) => b.codings - a.codings);
	const defined = isYes(args, 'definitions');
	const left = (label: string, width: number) => ({ label, width, align: 'left' as const });
	const right = (label: string, width: number) => ({ label, width, align: 'right' as const });
	return {
		kind: 'table',
		caption: words.captionCategories(parent.name),
		note: '',
		table: {
			columns: [
				left(words.category, defined ? 24 : 76),
				...(defined ? [left(words.definition, 54)] : []),
				right(words.codings, defined ? 11 : 12),
				right(words.sources, defined ? 11 : 12),
			],
			rows: children.map((one) => ({
				kind: 'normal' as const,
				indent: 0,
				cells: [one.name, ...(defined ? [one.definition] : []), number(one.codings), number(one.sources)],
			})),
		},
	};
}

const usualLimit = 3;

/** `quotations`: coded passages as indented quotations, each with who said it and where. */
export function fillQuotations(filling: Filling, args: Args): Block[] | null {
	const code = findCode(filling, args);
	if (!code) return null;
	const excerpts = [...filling.lookup.excerpts(code.id)];
	if (excerpts.length === 0) return report(filling, args.get('code')?.place ?? args.place, 'no-quotations', code.name);
	const chosen = pick(filling, args, excerpts);
	if (!chosen) return null;
	return chosen.map((excerpt) => ({
		kind: 'quote',
		blocks: [
			{
				kind: 'paragraph',
				content: [{ text: inQuotationMarks(excerpt.quote, filling.words), live: true }],
				line: args.place.line,
			},
		],
		source: attribution(filling, args, excerpt),
		line: args.place.line,
	}));
}

function pick(filling: Filling, args: Args, excerpts: Excerpt[]): Excerpt[] | null {
	const given = args.get('pick');
	if (given) {
		const wanted = given.value
			.split(/[,|]/)
			.map((one) => one.trim())
			.filter(Boolean);
		const found = wanted.map((one) => excerpts.find((excerpt) => String(excerpt.id) === one || excerpt.uid === one));
		const missing = wanted.filter((_, at) => !found[at]);
		if (missing.length > 0) {
			return report(
				filling,
				given.place,
				'bad-value',
				missing.join(', '),
				excerpts.slice(0, 5).map((one) => String(one.id)),
			);
		}
		return found.filter((one) => one !== undefined);
	}
	const limit = args.get('limit');
	if (limit && !/^[1-9]\d{0,3}$/.test(limit.value))
		return report(filling, limit.place, 'bad-value', limit.value, [String(usualLimit)]);
	const order = args.get('order')?.value;
	if (order === 'long') excerpts.sort((a, b) => b.quote.length - a.quote.length);
	if (order === 'short') excerpts.sort((a, b) => a.quote.length - b.quote.length);
	return excerpts.slice(0, limit ? Number(limit.value) : usualLimit);
}

function attribution({ words }: Filling, args: Args, excerpt: Excerpt): string {
	const how = args.get('attribution')?.value ?? 'full';
	const source = excerpt.target.kind === 'answer' ? words.openAnswer(excerpt.source) : excerpt.source;
	if (how === 'none') return '';
	if (how === 'source') return source;
	if (how === 'speaker') return excerpt.speaker ?? '';
	return [splitList(excerpt.speaker ?? '', '|').join(' '), source].filter(Boolean).join(', ');
}
