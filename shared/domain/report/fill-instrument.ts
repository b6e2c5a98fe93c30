import type { Condition, Instrument, Item, LocalText, Option } from '../instrument/model.ts';
import { inLanguage } from '../instrument/text.ts';
import { type Args, type Filling, report } from './filling.ts';
import type { Block, Inline } from './model.ts';
import { findByName } from './nearest.ts';

/** `instrument`: a questionnaire in words, as an appendix has it: what was asked, with which options, and of whom. */
export function fillInstrument(filling: Filling, args: Args): Block[] | null {
	const given = args.get('key');
	if (!given) return null;
	const known = filling.lookup.instruments();
	const found = findByName(given.value, known, (one) => one.key) ?? findByName(given.value, known, (one) => one.title);
	const instrument = found && filling.lookup.instrument(found.key);
	if (!instrument)
		return report(
			filling,
			given.place,
			'no-instrument',
			given.value,
			known.map((one) => one.key),
		);
	const writer = new Writer(filling, instrument, args.place.line);
	return writer.write();
}

class Writer {
	readonly blocks: Block[] = [];
	private lastScale = '';
	private readonly filling: Filling;
	private readonly instrument: Instrument;
	private readonly line: number;

	constructor(filling: Filling, instrument: Instrument, line: number) {
		this.filling = filling;
		this.instrument = instrument;
		this.line = line;
	}

	write(): Block[] {
		this.prose(this.instrument.intro);
		for (const item of this.instrument.items) this.item(item);
		this.prose(this.instrument.thanks);
		return this.blocks;
	}

	private say(text: LocalText): string {
		return inLanguage(text, this.filling.language);
	}

	private add(content: Inline[]): void {
		this.blocks.push({ kind: 'paragraph', content, line: this.line });
	}

	private prose(text: LocalText | undefined): void {
		if (!text) return;
		for (const part of this.say(text).split(/\n{2,}/)) this.add([{ text: part.replace(/\n/g, ' ') }]);
	}

	private item(item: Item): void {
		const { words } = this.filling;
		const condition = item.shownIf ? [{ text: ` ${words.shownIf(this.condition(item.shownIf))}`, italic: true }] : [];
		if (item.type === 'section') this.add([{ text: this.say(item.text), bold: true }, ...condition]);
		else if (item.type === 'info') this.prose(item.text);
		else {
			if (item.type === 'scale' || item.type === 'matrix') this.scale(item.scale);
			else this.lastScale = '';
			this.add([{ text: `${item.id}. `, bold: true }, { text: this.say(item.text) }, ...condition]);
			if (item.help) this.add([{ text: this.say(item.help), italic: true }]);
			this.answers(item);
		}
	}

	/** How an item is answered, where its scale does not say so already. */
	private answers(item: Item): void {
		const { words } = this.filling;
		const say = (text: string) => this.add([{ text, italic: true }]);
		if (item.type === 'matrix') this.list(item.rows.map((row) => `${row.id}. ${this.say(row.text)}`));
		else if (item.type === 'single') this.options(item.options);
		else if (item.type === 'multiple') this.options(item.options, `${words.severalChoices}: `);
		else if (item.type === 'text') say(words.freeText);
		else if (item.type === 'number') say(words.numberAnswer);
		else if (item.type === 'date') say(words.dateAnswer);
		else if (item.type === 'rating') {
			const end = (value: number, label: LocalText | undefined) =>
				label ? `${value} (${this.say(label)})` : String(value);
			say(words.ratingFrom(end(item.min, item.minLabel), end(item.max, item.maxLabel)));
		}
	}

	/** The options of a scale stand once above the items in a row that share it. */
	private scale(id: string): void {
		if (id === this.lastScale) return;
		this.lastScale = id;
		const options = this.instrument.scales.find((one) => one.id === id)?.options ?? [];
		this.options(options, `${this.filling.words.scaleOf}: `);
	}

	private options(options: readonly Option[], lead = ''): void {
		this.add([{ text: lead + options.map((one) => this.say(one.label)).join(' · '), italic: true }]);
	}

	private list(texts: string[]): void {
		const items = texts.map((text): Block[] => [{ kind: 'paragraph', content: [{ text }], line: this.line }]);
		this.blocks.push({ kind: 'list', ordered: false, start: 1, items, line: this.line });
	}

	private condition(condition: Condition): string {
		const { words } = this.filling;
		if ('all' in condition) return condition.all.map((one) => this.condition(one)).join(` ${words.and} `);
		if ('any' in condition) return condition.any.map((one) => this.condition(one)).join(` ${words.orWord} `);
		if ('not' in condition) return words.conditionNot(this.condition(condition.not));
		if ('answered' in condition) {
			return condition.answered ? words.conditionAnswered(condition.item) : words.conditionNotAnswered(condition.item);
		}
		if ('is' in condition) {
			const labels = condition.is.map((value) => `”${this.optionName(condition.item, value)}”`);
			return words.conditionIs(condition.item, labels.join(` ${words.orWord} `));
		}
		if ('chosenAtLeast' in condition) return words.conditionChosen(condition.item, condition.chosenAtLeast);
		if ('atLeast' in condition) return words.conditionAtLeast(condition.item, this.filling.number(condition.atLeast));
		return words.conditionAtMost(condition.item, this.filling.number(condition.atMost));
	}

	private optionName(itemId: string, value: string): string {
		const item = this.instrument.items.find(
			(one) => one.id === itemId || (one.type === 'matrix' && one.rows.some((row) => row.id === itemId)),
		);
		const options =
			item?.type === 'scale' || item?.type === 'matrix'
				? this.instrument.scales.find((one) => one.id === item.scale)?.options
				: item?.type === 'single' || item?.type === 'multiple'
					? item.options
					: [];
		const option = options?.find((one) => one.value === value);
		return option ? this.say(option.label) : value;
	}
}
