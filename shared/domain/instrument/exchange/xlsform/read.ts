import { type Said, startDraft } from '../draft.ts';
import { languageIn } from '../language-in.ts';
import type { Reading } from '../model.ts';
import { type Form, isYes, type Row } from './form.ts';
import { beginGroup, lastLoose } from './groups.ts';
import { readQuestion } from './question.ts';
import { languageCode, languageOf, rowsOf, said, type Workbook } from './rows.ts';

/** An XLSForm (ODK, Kobo) as a questionnaire: groups become sections, and matrices where they are tables. */
export function readXlsForm({ sheets }: Workbook, name: string): Reading | null {
	const sheet = (wanted: string) => rowsOf(sheets.find((one) => one.name.trim().toLowerCase() === wanted)?.rows ?? []);
	const survey = sheet('survey');
	if (!survey.some((row) => row.has('type'))) return null;
	const settings = sheet('settings')[0] ?? new Map<string, string>();
	const columns = [...new Set([...survey, ...sheet('choices'), settings].flatMap((row) => [...row.keys()]))];
	const languages = columns.flatMap((one) => languageOf(one) ?? []);
	const main = languageCode(settings.get('default_language') ?? '') ?? languages[0] ?? languageIn(labelsOf(survey));
	const draft = startDraft(main, languages);
	const lists = new Map<string, Row[]>();
	for (const row of sheet('choices')) {
		const list = row.get('list_name') ?? row.get('list name') ?? '';
		if (list === '') continue;
		if (lists.has(list)) lists.get(list)?.push(row);
		else lists.set(list, [row]);
	}
	const form: Form = { draft, main, lists, refers: new Map(), open: [], skipped: 0 };
	draft.reserve(
		survey.filter((row) => !/^(?:begin|end)/i.test(row.get('type') ?? '')).map((row) => row.get('name') ?? ''),
	);
	const note = (row: Row | undefined, wanted: string) =>
		row?.get('type') === 'note' && row.get('name') === wanted && row;
	const intro = note(survey[0], 'intro');
	const thanks = note(survey.at(-1), 'thanks');
	const asked = survey.slice(intro ? 1 : 0, thanks ? -1 : undefined);
	const loose = lastLoose(asked);
	for (const [at, row] of asked.entries()) readRow(row, at > loose, form);
	// A table that the file never ends holds its rows all the same.
	while (form.open.length > 0) closeGroup(form);
	const title = settings.get('form_title') || name.replace(/\.xlsx$/i, '');
	return draft.finish({
		key: settings.get('form_id') || name.replace(/\.xlsx$/i, ''),
		title: titleOf(title, settings, main),
		...(intro ? { intro: said(intro, 'label', main) } : {}),
		...(thanks ? { thanks: said(thanks, 'label', main) } : {}),
	});
}

const labelsOf = (rows: readonly Row[]) => rows.map((row) => row.get('label') ?? '').join('\n');

function titleOf(title: string, settings: Row, main: string): Said {
	const others = [...settings].filter(([key]) => key.startsWith('form_title::'));
	return new Map([[main, title], ...others.map(([key, text]) => [languageOf(key) ?? main, text] as const)]);
}

function closeGroup(form: Form): void {
	const closed = form.open.pop();
	if (closed?.kind === 'repeat') form.skipped--;
	if (closed?.matrix && closed.matrix.rows.length > 0) form.draft.add(closed.matrix);
}

function readRow(row: Row, isLast: boolean, form: Form): void {
	const { draft } = form;
	const type = (row.get('type') ?? '').toLowerCase().replace(/\s+/g, ' ').trim();
	const name = row.get('name') ?? '';
	if (type === '' || type.startsWith('#')) return;
	const begins = /^begin[ _](group|repeat|loop.*)$/.exec(type);
	if (begins) {
		beginGroup(begins[1] === 'group' ? 'group' : 'repeat', { row, name, isLast }, form);
		return;
	}
	if (/^end[ _](?:group|repeat|loop)/.test(type)) {
		closeGroup(form);
		return;
	}
	if (form.skipped > 0) {
		draft.lose('item', name, type);
		return;
	}
	if (isYes(row.get('disabled'))) return;
	readQuestion(row, type, name, form);
}
