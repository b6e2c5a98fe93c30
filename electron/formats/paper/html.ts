import { conditionWords } from '#shared/domain/instrument/condition-words.ts';
import type { Condition, Instrument, Item, LocalText } from '#shared/domain/instrument/model.ts';
import { replacePipes } from '#shared/domain/instrument/pipe.ts';
import { questionsOf } from '#shared/domain/instrument/questions.ts';
import { inLanguage } from '#shared/domain/instrument/text.ts';
import { messages } from '#shared/i18n/messages.ts';
import { asHtml, cssString } from '../report/escape.ts';
import { fontRules } from '../report/html-style.ts';
import { fieldOf, mark } from './fields.ts';
import type { Paper, PaperSettings } from './paper.ts';
import { scaleTable, stackedScale } from './scale-table.ts';
import { paperStyle } from './style.ts';

/** The page that is printed. `formId` stands in the foot of each page, so that a sheet that has gone astray finds its way back. */
export function writePaper(
	instrument: Instrument,
	settings: PaperSettings & { formId: string; resourcesFolder: string },
): string {
	const { language, size, intro, formId } = settings;
	const words = messages[language].paper;
	const questions = questionsOf(instrument);
	const say = (text: LocalText) =>
		asHtml(replacePipes(inLanguage(text, language), (id) => words.answerTo(id.split(':')[0] ?? id)));
	const paper: Paper = { ...settings, instrument, questions, words, say };
	const foot = {
		left: cssString(formId),
		middle: cssString(`${words.formNumber} ……………………`),
		right: `${cssString(`${words.page} `)} counter(page) ${cssString(` ${words.of} `)} counter(pages)`,
	};
	const title = say(instrument.title);
	return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><title>${title}</title>
<style>
${fontRules(settings.resourcesFolder)}
${paperStyle(foot, size)}
</style></head>
<body>
<h1>${title}</h1>
${intro && instrument.intro ? `<div class="intro">${prose(say(instrument.intro))}</div>` : ''}
${howTo(paper)}
${blocksOf(instrument.items, paper).join('\n')}
${intro && instrument.thanks ? `<div class="thanks">${prose(say(instrument.thanks))}</div>` : ''}
</body></html>
`;
}

/** A table with more rows than this may go on over a page. */
const mostWhole = 8;

/** A text in paragraphs: an empty line parts them, a single one breaks the line. */
function prose(html: string): string {
	return html
		.split(/\n{2,}/)
		.map((part) => `<p>${part.replace(/\n/g, '<br>')}</p>`)
		.join('');
}

/** What the two kinds of box mean; only of those that the form has. */
function howTo({ questions, words, codes }: Paper): string {
	const one = questions.some(({ type }) => type === 'scale' || type === 'single' || type === 'rating');
	const several = questions.some(({ type }) => type === 'multiple');
	if (!one && !several) return '';
	return `<div class="how"><b>${asHtml(words.howTo)}</b>
${one ? `<span>${mark('one')} ${asHtml(words.one)}</span>` : ''}
${several ? `<span>${mark('several')} ${asHtml(words.several)}</span>` : ''}
${codes ? `<span>${asHtml(words.codes)}</span>` : ''}</div>`;
}

/** Everything in order. Statements in a row that share a scale, and are asked of all, stand in one table under its head. */
function blocksOf(items: readonly Item[], paper: Paper): string[] {
	const blocks: string[] = [];
	for (let at = 0; at < items.length; at++) {
		const item = items[at] as Item;
		if (item.type !== 'scale') {
			blocks.push(block(item, paper));
			continue;
		}
		const run = [item];
		for (let next = items[at + 1]; next?.type === 'scale' && joins(item, next); next = items[at + 1]) {
			run.push(next);
			at++;
		}
		blocks.push(statements(run, paper));
	}
	return blocks;
}

type ScaleItem = Extract<Item, { type: 'scale' }>;

const joins = (first: ScaleItem, next: ScaleItem) =>
	next.scale === first.scale && !first.shownIf && !next.shownIf && !first.help && !next.help;

function statements(run: readonly ScaleItem[], paper: Paper): string {
	const { say, size } = paper;
	const [first] = run;
	if (!first) return '';
	if (run.length === 1 || size === 'large')
		return run.map((item) => question(item, stackedOrRow(item, paper), paper, false)).join('\n');
	const rows = run.map((item) => ({ id: item.id, html: say(item.text) + needed(item, paper) }));
	return `<div class="question${rows.length > mostWhole ? ' breaks' : ''}">${scaleTable(first.scale, rows, paper)}</div>`;
}

const stackedOrRow = (item: ScaleItem, paper: Paper) =>
	paper.size === 'large' ? stackedScale(item.scale, paper) : scaleTable(item.scale, [], paper);

function block(item: Exclude<Item, ScaleItem>, paper: Paper): string {
	const { say, words } = paper;
	if (item.type === 'section')
		return `<h2>${say(item.text)}</h2>${only(item.shownIf, words.sectionOnlyIf, paper)}${help(item.help, paper)}`;
	if (item.type === 'info')
		return `<div class="question">${only(item.shownIf, words.onlyIf, paper)}${prose(say(item.text))}${help(item.help, paper)}</div>`;
	if (item.type === 'matrix') {
		const rows = item.rows.map((row) => ({ id: row.id, html: say(row.text) }));
		const body =
			paper.size === 'large'
				? rows
						.map(
							({ id, html }) =>
								`<div class="stacked"><div class="row"><b>${asHtml(id)}</b><span>${html}</span></div>${stackedScale(item.scale, paper)}</div>`,
						)
						.join('')
				: scaleTable(item.scale, rows, paper);
		return question(item, body, paper, paper.size === 'large' || item.rows.length > mostWhole);
	}
	return question(item, fieldOf(item, paper), paper, 'options' in item && item.options.length > mostWhole * 2);
}

/** A question with its number, of whom it is asked, its help and its field. `breaks`: whether a page may end within it. */
function question(item: Item, field: string, paper: Paper, breaks: boolean): string {
	return `<div class="question${breaks ? ' breaks' : ''}">${only(item.shownIf, paper.words.onlyIf, paper)}
<div class="ask"><span class="no">${asHtml(item.id)}</span><span>${paper.say(item.text)}${needed(item, paper)}</span></div>
<div class="body">${help(item.help, paper)}${field}</div></div>`;
}

const needed = (item: Item, { words }: Paper) =>
	'required' in item && item.required ? ` <span class="needed">(${asHtml(words.required)})</span>` : '';

const help = (text: LocalText | undefined, { say }: Paper) => (text ? `<p class="help">${say(text)}</p>` : '');

function only(condition: Condition | undefined, words: (condition: string) => string, paper: Paper): string {
	if (!condition) return '';
	return `<p class="only">${asHtml(words(conditionWords(condition, paper.questions, paper.language)))}</p>`;
}
