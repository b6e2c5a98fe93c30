import { languagesOf } from '../../languages.ts';
import type { Condition, Instrument, Item, LocalText } from '../../model.ts';
import { writeCondition } from '../condition.ts';
import type { Loss } from '../model.ts';
import type { Foreign } from '../record.ts';
import { noteOwn, noteWhole, startLosses } from '../write-shared.ts';
import { ownFields } from './write-fields.ts';
import { type Writer, wordingOf } from './writer.ts';

/** A questionnaire as a survey of SurveyJS, and what it can't hold. */
export function writeSurveyJs(instrument: Instrument): { survey: Foreign; losses: Loss[] } {
	const { losses, lose } = startLosses();
	const writer: Writer = {
		instrument,
		lose,
		...wordingOf(instrument),
	};
	const pages: { elements: Foreign[]; [field: string]: unknown }[] = [];
	for (const item of instrument.items) {
		if (item.type === 'section') {
			pages.push({
				name: item.id,
				title: writer.text(item.text),
				...(item.help ? { description: writer.text(item.help) } : {}),
				...rule(item, writer),
				...(item.shuffle ? { questionsOrder: 'random' } : {}),
				elements: [],
			});
			noteOwn(item, lose);
			continue;
		}
		if (pages.length === 0) pages.push({ name: 'page1', elements: [] });
		pages.at(-1)?.elements.push(element(item, writer));
	}
	const [locale] = languagesOf(instrument);
	noteWhole(instrument, lose);
	const survey: Foreign = {
		title: writer.text(instrument.title),
		...(instrument.description ? { description: writer.text(instrument.description) } : {}),
		locale,
		...(instrument.thanks ? { completedHtml: asHtml(writer.text(instrument.thanks)) } : {}),
		pages: instrument.intro ? [introPage(instrument.intro, writer), ...pages] : pages,
		...(instrument.intro ? { firstPageIsStartPage: true } : {}),
	};
	return { survey, losses };
}

function introPage(intro: LocalText, { text }: Writer): Foreign {
	return { name: 'intro', elements: [{ type: 'html', name: 'intro_text', html: asHtml(text(intro)) }] };
}

function asHtml(text: string | Foreign): string | Foreign {
	const one = (words: unknown) =>
		String(words).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\n/g, '<br>');
	return typeof text === 'string'
		? one(text)
		: Object.fromEntries(Object.entries(text).map(([key, words]) => [key, one(words)]));
}

function rule(item: { id: string; shownIf?: Condition | undefined }, { dialect, lose }: Writer): Foreign {
	if (!item.shownIf) return {};
	const written = writeCondition(item.shownIf, dialect);
	if (written === null) lose('condition', item.id, item.id);
	return written === null ? {} : { visibleIf: written };
}

function element(item: Exclude<Item, { type: 'section' }>, writer: Writer): Foreign {
	const { lose } = writer;
	noteOwn(item, lose, ['look']);
	if (item.type === 'info') {
		if (item.help) lose('setting', item.id, 'help');
		return { type: 'html', name: item.id, html: asHtml(writer.text(item.text)), ...rule(item, writer) };
	}
	const { type, ...own } = ownFields(item, writer);
	const start = item.default === undefined ? {} : { defaultValue: item.default };
	return {
		type,
		name: item.id,
		title: writer.text(item.text),
		...(item.help ? { description: writer.text(item.help) } : {}),
		...rule(item, writer),
		...(item.required ? { isRequired: true } : {}),
		...own,
		...start,
		...validators(item, writer),
	};
}

function validators(item: Exclude<Item, { type: 'section' | 'info' }>, writer: Writer): Foreign {
	const { validation } = item;
	if (!validation) return {};
	const message = { text: writer.text(validation.message) };
	const all: Foreign[] = [];
	if (validation.pattern) all.push({ type: 'regex', regex: validation.pattern, ...message });
	if (validation.rule) {
		const expression = writeCondition(validation.rule, writer.dialect);
		if (expression === null) writer.lose('rule', item.id, 'rule');
		else all.push({ type: 'expression', expression, ...message });
	}
	return all.length > 0 ? { validators: all } : {};
}
