import { languagesOf } from '../../languages.ts';
import type { Instrument, Item, LocalText } from '../../model.ts';
import type { Loss } from '../model.ts';
import { escapeHtml } from '../plain-text.ts';
import { inOne, noteOwn, noteWhole, startLosses } from '../write-shared.ts';
import { namesOf } from './names.ts';
import { writeQuestion } from './write-question.ts';
import { type LssTable, put, type Question, relevance, sid, type Writer, words } from './writer.ts';

/** A questionnaire as a survey of LimeSurvey (structure version 5 and later), and what it can't hold. */
export function writeLss(instrument: Instrument): { languages: string[]; tables: LssTable[]; losses: Loss[] } {
	const { losses, lose } = startLosses();
	const languages = languagesOf(instrument);
	let id = 0;
	const next = () => String(++id);
	const tables: Writer['tables'] = new Map();
	const writer: Writer = { instrument, languages, lose, tables, next, ...namesOf(instrument, lose) };
	put(writer, 'surveys', {
		sid,
		language: languages[0] ?? 'sv',
		additional_languages: languages.slice(1).join(' '),
		active: 'N',
		anonymized: 'Y',
		datestamp: 'N',
		ipaddr: 'N',
		refurl: 'N',
		format: 'G',
	});
	for (const language of languages) {
		const html = (text: LocalText | undefined) => escapeHtml(inOne(text, language, languages));
		put(writer, 'surveys_languagesettings', {
			surveyls_survey_id: sid,
			surveyls_language: language,
			surveyls_title: inOne(instrument.title, language, languages),
			surveyls_description: html(instrument.description),
			surveyls_welcometext: html(instrument.intro),
			surveyls_endtext: html(instrument.thanks),
			surveyls_dateformat: language === 'sv' ? '6' : '1',
			surveyls_numberformat: language === 'sv' ? '1' : '0',
		});
	}
	noteWhole(instrument, lose);
	let group = 0;
	let order = 0;
	let block = '';
	for (const [at, item] of instrument.items.entries()) {
		if (item.type === 'section' || group === 0) {
			group++;
			order = 0;
			block = item.type === 'section' && item.shuffle ? `b${group}` : '';
			if (block !== '' && underSection(instrument.items, at) < 2) lose('setting', item.id, 'shuffle');
			writeGroup(item.type === 'section' ? item : null, String(group), writer);
			if (item.type === 'section') continue;
		}
		writeQuestion(item as Question, String(group), ++order, block, writer);
	}
	return { languages, tables: [...tables].map(([name, rows]) => ({ name, rows })), losses };
}

function writeGroup(section: Extract<Item, { type: 'section' }> | null, gid: string, writer: Writer): void {
	const { languages, lose, instrument } = writer;
	if (section) {
		noteOwn(section, lose);
		if (section.id !== `g${gid}`) lose('renamed', '', `${section.id} → g${gid}`);
	}
	put(writer, 'groups', {
		gid,
		sid,
		group_order: gid,
		randomization_group: '',
		grelevance: section?.shownIf ? relevance(section, writer) : '',
	});
	for (const language of languages) {
		put(writer, 'group_l10ns', {
			id: writer.next(),
			gid,
			// A survey must name its groups: the first is called as the survey where it has no heading.
			group_name: section ? words(section.text, language, writer) : inOne(instrument.title, language, languages),
			description: words(section?.help, language, writer),
			language,
		});
	}
}

/** How many items stand under a section: one alone has no order, and a group of LimeSurvey's shows its shuffling only on them. */
function underSection(items: readonly Item[], at: number): number {
	const next = items.findIndex((one, place) => place > at && one.type === 'section');
	return (next < 0 ? items.length : next) - at - 1;
}
