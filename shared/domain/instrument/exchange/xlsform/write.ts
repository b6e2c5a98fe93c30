import { languagesOf } from '../../languages.ts';
import type { Instrument } from '../../model.ts';
import type { Loss } from '../model.ts';
import { inOne, noteOwn, noteWhole, startLosses } from '../write-shared.ts';
import { writeItem } from './write-item.ts';
import { languageTitle, local, namesOf, shared, type Writer } from './writer.ts';

/** A sheet to be written: the first row holds the headings. */
export interface WrittenSheet {
	name: string;
	rows: string[][];
}

/** A questionnaire as an XLSForm, and what it can't hold. */
export function writeXlsForm(instrument: Instrument): { sheets: WrittenSheet[]; losses: Loss[] } {
	const { losses, lose } = startLosses();
	const languages = languagesOf(instrument);
	const [main = 'sv'] = languages;
	const writer: Writer = {
		instrument,
		languages,
		lose,
		survey: [],
		choices: [],
		lists: new Map(),
		listNames: new Set(),
		...namesOf(instrument, lose),
	};
	noteWhole(instrument, lose);
	if (instrument.description) lose('setting', '', 'description');
	// What is read first and last stands in notes of their own.
	if (instrument.intro)
		writer.survey.push({ type: 'note', name: 'intro', ...local('label', instrument.intro, writer) });
	let open = false;
	for (const item of instrument.items) {
		if (item.type === 'section') {
			if (open) writer.survey.push({ type: 'end_group' });
			open = true;
			noteOwn(item, lose);
			if (item.shuffle) lose('setting', item.id, 'shuffle');
			// A group without a label is no section.
			const isNameless = item.text.sv === '' && !item.text.en;
			if (isNameless) lose('setting', item.id, 'text');
			const labelled = isNameless ? { ...item, text: { sv: item.id, en: item.id } } : item;
			writer.survey.push({ type: 'begin_group', name: writer.name(item.id), ...shared(labelled, writer) });
		} else writeItem(item, writer);
	}
	if (open) writer.survey.push({ type: 'end_group' });
	if (instrument.thanks)
		writer.survey.push({ type: 'note', name: 'thanks', ...local('label', instrument.thanks, writer) });
	const title = Object.fromEntries(
		languages.slice(1).map((one) => [`form_title::${languageTitle[one]}`, inOne(instrument.title, one, languages)]),
	);
	const settings = {
		form_title: inOne(instrument.title, main, languages),
		form_id: instrument.key,
		version: String(instrument.version),
		default_language: languageTitle[main],
		...title,
	};
	return {
		sheets: [asSheet('survey', writer.survey), asSheet('choices', writer.choices), asSheet('settings', [settings])],
		losses,
	};
}

function asSheet(name: string, rows: readonly Record<string, string>[]): WrittenSheet {
	const first = { survey: ['type', 'name'], choices: ['list_name', 'name'], settings: [] }[name] ?? [];
	const columns = [...new Set([...first, ...rows.flatMap((row) => Object.keys(row))])];
	return { name, rows: [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))] };
}
