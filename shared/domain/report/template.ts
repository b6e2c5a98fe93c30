import type { Language } from '#shared/contract/basics.ts';
import type { Code } from '#shared/contract/code.ts';
import { messages } from '#shared/i18n/messages.ts';
import type { ItemResult } from '../results/model.ts';
import { groupByScale } from './fill-table.ts';
import { codePath } from './filling.ts';
import type { LookupRound, ReportLookup } from './lookup.ts';
import { parseReport } from './parse.ts';
import { resolveReport } from './resolve.ts';
import { writeBlock, writeValue } from './values.ts';

/** A report to start from. Its text has places such as `[[surveys 3]]`, which are filled with what the project has. */
export interface Template {
	key: string;
	title: string;
	description: string;
	order: number;
	text: string;
}

/** A template's file: lines of `title:`, `description:` and `order:`, a line of three hyphens, the text. */
export function readTemplate(key: string, file: string): Template {
	const [head = '', ...rest] = file.replace(/\r\n?/g, '\n').split(/^---\n/m);
	const entry = (name: string) => new RegExp(`^${name}:[ \\t]*(.*)$`, 'm').exec(head)?.[1]?.trim() ?? '';
	const text = rest.join('---\n').trim();
	return {
		key,
		title: entry('title') || key,
		description: entry('description'),
		order: Number(entry('order')) || 99,
		text,
	};
}

/**
 * A template as the source of a report on this project: a section for each round with answers, one for each main category with passages,
 * an appendix for each questionnaire used. A place for which the project has nothing disappears, so that every block can be filled.
 */
export function fillTemplate(template: Template, lookup: ReportLookup, language: Language): string {
	const maker = new SectionMaker(lookup, language);
	const text = template.text.replace(
		/^\[\[([a-z-]+)(?:[ \t]+([1-6]))?\]\][ \t]*$/gm,
		(_all, name: string, level?: string) => maker.section(name, Number(level ?? 2)),
	);
	return `${text.replace(/\n{3,}/g, '\n\n').trim()}\n`;
}

class SectionMaker {
	private readonly lookup: ReportLookup;
	private readonly language: Language;
	private readonly words: (typeof messages)['sv']['report']['template'];

	constructor(lookup: ReportLookup, language: Language) {
		this.lookup = lookup;
		this.language = language;
		this.words = messages[language].report.template;
	}

	section(name: string, level: number): string {
		const parts = {
			rates: () => [this.ifFillable(writeBlock('response-rate', { id: 'rates' }))],
			material: () => [this.ifFillable(writeBlock('material', { id: 'material' }))],
			observations: () => [this.ifFillable(writeBlock('material', { kinds: 'observation', id: 'observations' }))],
			surveys: () => this.answeredRounds().flatMap((round, at) => this.round(round, at + 1, level)),
			categories: () => this.categories(level),
			instruments: () => this.instruments(level),
		}[name];
		return parts ? parts().filter(Boolean).join('\n\n') : '';
	}

	private answeredRounds(): LookupRound[] {
		return this.lookup.rounds().filter((round) => round.answered > 0);
	}

	/** A piece of source if everything in it can be filled, else nothing. */
	private ifFillable(source: string): string {
		const { problems } = resolveReport(parseReport(source), this.lookup, this.language);
		return problems.every((problem) => problem.reason === 'no-reference') ? source : '';
	}

	private round(round: LookupRound, at: number, level: number): string[] {
		const { words } = this;
		const value = (name: string) => writeValue(name, { round: round.name });
		const items = this.lookup.analyse(round.id).items;
		const positive = items.filter((item) => item.topTwo !== null && item.n > 0);
		const groups = groupByScale(positive);
		const list = groups.map((group) => group.map((item) => item.id).join(', '));
		const tableId = `survey-${at}-table`;
		const table =
			groups.length > 0
				? this.ifFillable(writeBlock('item-table', { round: round.name, items: list.join(' | '), id: tableId }))
				: '';
		const rate = round.invited
			? words.rate(value('answered'), value('invited'), value('response-rate'))
			: words.answeredOnly(value('answered'));
		const sentence = this.ifFillable(table ? `${rate} ${words.seeTable(writeValue('ref', { 0: tableId }))}` : rate);
		const single = items.filter((item) => (item.type === 'single' || item.type === 'multiple') && item.n > 0);
		return [
			heading(level, round.name),
			sentence,
			table,
			positive.length > 0 ? guide(words.afterTable) : '',
			...list.map((ids) => this.ifFillable(writeBlock('item-figure', { round: round.name, items: ids }))),
			...this.groupFigures(round, positive, backgroundOf(items)),
			...single.map((item) =>
				this.ifFillable(writeBlock('item-table', { round: round.name, items: item.id, measure: 'options' })),
			),
		];
	}

	/** Each item by the first background question that gives at least two groups that may be shown. */
	private groupFigures(round: LookupRound, items: readonly ItemResult[], groupings: readonly ItemResult[]): string[] {
		const least = this.lookup.project.smallestGroup;
		const shown = (by: ItemResult) =>
			this.lookup.analyse(round.id, by.id).items[0]?.groups?.filter((group) => group.size >= least).length ?? 0;
		const by = groupings.find((one) => shown(one) >= 2);
		if (!by) return groupings.length > 0 ? [this.words.smallGroups(String(least))] : [];
		return [
			guide(this.words.groups(escapeMarkdown(by.label.toLowerCase()))),
			...items.map((item) =>
				this.ifFillable(writeBlock('group-figure', { round: round.name, item: item.id, by: by.id })),
			),
		];
	}

	private categories(level: number): string[] {
		const codes = this.lookup.codes();
		const used = (code: Code) => this.lookup.excerpts(code.id).length > 0;
		return codes
			.filter((code) => code.parentId === null && used(code))
			.flatMap((code) => {
				const name = nameFor(code, codes);
				const children = codes.filter((one) => one.parentId === code.id);
				return [
					heading(level, code.name),
					guide(code.definition ? this.words.categoryOf(escapeMarkdown(code.definition)) : this.words.category),
					children.length > 0 ? this.ifFillable(writeBlock('category-list', { code: name })) : '',
					...(children.length > 0 ? children.filter(used) : [code]).flatMap((one) => [
						one === code ? '' : `**${escapeMarkdown(one.name)}.** ${guide(this.words.finding)}`,
						this.ifFillable(writeBlock('quotations', { code: nameFor(one, codes), limit: '2', order: 'long' })),
					]),
				];
			});
	}

	private instruments(level: number): string[] {
		const keys = new Map(this.lookup.rounds().map((round) => [this.lookup.instrumentOf(round.id).key, round]));
		const titles = new Map(this.lookup.instruments().map((one) => [one.key, one.title]));
		return [...keys.keys()].flatMap((key) => {
			const block = this.ifFillable(writeBlock('instrument', { key }));
			return block ? [heading(level, titles.get(key) ?? key, ` ${this.words.appendixMark}`), block] : [];
		});
	}
}

/** The alternatives asked before anything is judged: who one is, and so what answers are broken down by. */
function backgroundOf(items: readonly ItemResult[]): ItemResult[] {
	const first = items.findIndex((item) => item.topTwo !== null);
	return items
		.slice(0, Math.max(0, first))
		.filter((item) => (item.type === 'single' || item.type === 'multiple') && item.n > 0);
}

const guide = (text: string) => `*${text}*`;
const heading = (level: number, text: string, mark = '') => `${'#'.repeat(level)} ${escapeMarkdown(text)}${mark}`;

/** A code's name, or its path where others bear the same. */
function nameFor(code: Code, codes: readonly Code[]): string {
	return codes.filter((one) => one.name === code.name).length > 1 ? codePath(code, codes) : code.name;
}

/** A text on one line in which no sign means anything to Markdown. */
export function escapeMarkdown(text: string): string {
	return text
		.replace(/\s+/g, ' ')
		.trim()
		.replace(/[\\`*_[\]<>#{}|~&]/g, '\\$&');
}
