import type { Condition } from '../../model.ts';
import type { Resolve } from '../condition.ts';
import { allOf, given, type Said, startDraft } from '../draft.ts';
import type { Reading } from '../model.ts';
import { asRecord, type Foreign, field, isOn, list, records, word } from '../record.ts';
import { readQuestion } from './question.ts';
import { type Names, type Reader, repeated, said, shownIf } from './reader.ts';
import { noteRest, surveySettings } from './rest.ts';

/** The deepest nesting of panels that is followed. */
const deepest = 20;

/** A survey of SurveyJS (its JSON, parsed) as a questionnaire. Pages and panels become sections. */
export function readSurveyJs(source: unknown, name: string): Reading | null {
	const survey = asRecord(source);
	if (!survey || !(Array.isArray(field(survey, 'pages')) || Array.isArray(field(survey, 'elements', 'questions'))))
		return null;
	const main = word(survey, 'locale') || 'en';
	const draft = startDraft(main, localesIn(survey));
	const ids: Names['ids'] = new Map();
	const resolve: Resolve = (one) => ids.get(one) ?? null;
	const reader: Reader = { draft, names: { ids, resolve }, main };
	const pages = Array.isArray(field(survey, 'pages'))
		? records(survey, 'pages')
		: [{ elements: field(survey, 'elements', 'questions') }];
	const intro = introOf(survey, pages[0], main);
	const shifted = intro !== undefined && pages[0] !== undefined && list(pages[0], 'elements').length === 1;
	if (shifted) pages.shift();
	draft.reserve(pages.flatMap((page) => namesIn(page, 0)));
	for (const [at, page] of pages.entries()) {
		const elements = records(page, 'elements').slice(intro && at === 0 && !shifted ? 1 : 0);
		readPage({ ...page, elements }, reader, pages.length > 1);
	}
	noteRest(survey, '', surveySettings, draft);
	return draft.finish({
		key: name.replace(/\.json$/i, ''),
		title: said(field(survey, 'title'), main) ?? new Map([[main, name.replace(/\.json$/i, '')]]),
		...given<{ description: Said; intro: Said; thanks: Said }>({
			intro,
			description: said(field(survey, 'description'), main),
			thanks: said(field(survey, 'completedHtml'), main),
		}),
	});
}

/** What stands first on a page that starts the survey is its introduction. */
function introOf(survey: Foreign, page: Foreign | undefined, main: string): Said | undefined {
	const first = page && records(page, 'elements')[0];
	if (!isOn(survey, 'firstPageIsStartPage') || !first || word(first, 'type') !== 'html') return undefined;
	return said(field(first, 'html'), main);
}

function localesIn(value: unknown, found = new Set<string>(), depth = 0): Set<string> {
	if (depth > deepest || value === null || typeof value !== 'object') return found;
	const record = asRecord(value);
	const texts = record && 'default' in record && Object.values(record).every((one) => typeof one === 'string');
	if (texts) for (const key of Object.keys(record)) if (key !== 'default') found.add(key);
	for (const one of Object.values(value)) localesIn(one, found, depth + 1);
	return found;
}

function namesIn(container: Foreign, depth: number): string[] {
	if (depth > deepest) return [];
	return list(container, 'elements').flatMap((one) => {
		const element = asRecord(one);
		if (!element) return [];
		return word(element, 'type') === 'panel' ? namesIn(element, depth + 1) : (word(element, 'name') ?? []);
	});
}

function readPage(page: Foreign, reader: Reader, several: boolean): void {
	const { draft, main } = reader;
	const title = said(field(page, 'title'), main);
	const condition = shownIf(page, word(page, 'name') ?? '', reader);
	const shuffle = word(page, 'questionsOrder') === 'random' || word(page, 'questionOrder') === 'random';
	const elements = records(page, 'elements');
	if (title || condition || shuffle || (several && draft.items.some((one) => one.type === 'section'))) {
		addSection(page, condition, shuffle, reader);
	}
	readElements(elements, [], [condition], reader, 0);
}

function addSection(
	container: Foreign,
	condition: Condition | undefined | null,
	shuffle: boolean,
	{ draft, main, names }: Reader,
): void {
	const id = draft.idFor(word(container, 'name') ?? 'page');
	const help = said(field(container, 'description'), main);
	draft.add({
		type: 'section',
		id,
		text: repeated(draft.text(said(field(container, 'title'), main) ?? new Map(), id), names),
		...(help ? { help: repeated(draft.text(help, id), names) } : {}),
		...(condition ? { shownIf: condition } : {}),
		...(shuffle ? { shuffle } : {}),
	});
}

/** `own`: conditions of panels around, for each item; `page`: those that its section has already. */
function readElements(
	elements: readonly Foreign[],
	own: (Condition | null)[],
	page: (Condition | null)[],
	reader: Reader,
	depth: number,
): void {
	const { draft, main, names } = reader;
	if (depth > deepest) {
		draft.lose('item', '', 'panel');
		return;
	}
	for (const [at, element] of elements.entries()) {
		if (word(element, 'type') !== 'panel') {
			readQuestion(element, own, reader);
			continue;
		}
		const name = word(element, 'name') ?? '';
		const condition = shownIf(element, name, reader);
		const inner = records(element, 'elements');
		const title = said(field(element, 'title'), main);
		// A section goes on to the next: a panel can only be one where nothing but panels comes after it.
		const asSection =
			title && depth === 0 && elements.slice(at).every((one) => word(one, 'type') === 'panel' && field(one, 'title'));
		if (asSection) {
			addSection(element, allOf([...page, ...own, condition]), word(element, 'questionsOrder') === 'random', reader);
			readElements(inner, [], [...page, ...own, condition], reader, depth + 1);
			continue;
		}
		const conditions = [...own, condition];
		if (title) {
			const id = draft.idFor(name || 'panel');
			const holds = allOf(conditions);
			draft.add({
				type: 'info',
				id,
				text: repeated(draft.text(title, id), names),
				...(holds ? { shownIf: holds } : {}),
			});
		}
		readElements(inner, conditions, page, reader, depth + 1);
	}
}
