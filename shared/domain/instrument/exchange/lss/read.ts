import { startDraft } from '../draft.ts';
import type { Reading } from '../model.ts';
import { relevance, repeated } from './conditions.ts';
import { readQuestion } from './question.ts';
import { attribute, get, groupedBy, type LssRow, type LssTables, type Survey } from './survey.ts';

/** A survey of LimeSurvey as a questionnaire: groups become sections. Both forms of the file, texts in the rows or in tables of their own. */
export function readLss(tables: LssTables, name: string): Reading | null {
	const rows = (table: string) => tables.get(table) ?? [];
	const survey = rows('surveys')[0];
	if (!survey || rows('questions').length === 0) return null;
	const main = get(survey, 'language') || 'en';
	const languages = get(survey, 'additional_languages').split(/\s+/).filter(Boolean);
	const draft = startDraft(main, languages);
	const byParent = (table: string, key: string, order: string) => {
		const grouped = groupedBy(rows(table), key);
		for (const group of grouped.values()) group.sort((a, b) => Number(get(a, order)) - Number(get(b, order)));
		return grouped;
	};
	const l10n = new Map(
		['group_l10ns', 'question_l10ns', 'answer_l10ns'].map((table) => {
			const key = { group_l10ns: 'gid', question_l10ns: 'qid', answer_l10ns: 'aid' }[table] ?? 'id';
			return [table, byParent(table, key, 'id')] as const;
		}),
	);
	const made: Survey = {
		main,
		draft,
		sid: get(survey, 'sid'),
		subquestions: byParent('subquestions', 'parent_qid', 'question_order'),
		answers: byParent('answers', 'qid', 'sortorder'),
		attributes: byParent('question_attributes', 'qid', 'qaid'),
		conditions: groupedBy(rows('conditions'), 'qid'),
		refers: new Map(),
		texts: (table, _key, own, id, field) => {
			const apart = l10n.get(table)?.get(id) ?? [];
			return new Map(
				[...own, ...apart]
					.filter((row) => row.has(field))
					.map((row) => [get(row, 'language') || main, get(row, field)]),
			);
		},
	};
	const settings = rows('surveys_languagesettings');
	const setting = (field: string) =>
		new Map(settings.map((row) => [get(row, 'surveyls_language') || main, get(row, field)]));
	const title = setting('surveyls_title');
	draft.reserve(rows('questions').map((row) => get(row, 'title').trim()));
	const groups = byParent('groups', 'gid', 'group_order');
	const inOrder = [...groups.values()].sort(
		(a, b) => Number(get(a[0] as LssRow, 'group_order')) - Number(get(b[0] as LssRow, 'group_order')),
	);
	const questions = byParent('questions', 'gid', 'question_order');
	for (const [at, group] of inOrder.entries()) readGroup(group, at, questions, title, made);
	const codes = new Map(rows('questions').map((row) => [get(row, 'qid'), get(row, 'title')]));
	for (const row of rows('subquestions'))
		if (!codes.has(get(row, 'parent_qid'))) draft.lose('item', get(row, 'title'), 'subquestion');
	for (const row of rows('answers')) if (!codes.has(get(row, 'qid'))) draft.lose('item', get(row, 'code'), 'answer');
	for (const table of ['quota', 'defaultvalues', 'assessments'])
		for (const row of rows(table))
			draft.lose(
				table === 'defaultvalues' ? 'default' : 'setting',
				codes.get(get(row, 'qid')) ?? '',
				table === 'defaultvalues' ? get(row, 'defaultvalue') : table,
			);
	return draft.finish({
		key: name.replace(/\.lss$/i, ''),
		title,
		description: setting('surveyls_description'),
		intro: setting('surveyls_welcometext'),
		thanks: setting('surveyls_endtext'),
	});
}

function readGroup(
	group: readonly LssRow[],
	at: number,
	questions: Map<string, LssRow[]>,
	surveyTitle: Map<string, string>,
	survey: Survey,
): void {
	const { draft, main } = survey;
	const row = group[0] as LssRow;
	const gid = get(row, 'gid');
	const said = survey.texts('group_l10ns', 'gid', group, gid, 'group_name');
	const help = survey.texts('group_l10ns', 'gid', group, gid, 'description');
	const condition = relevance(get(row, 'grelevance'), `g${gid}`, survey);
	// The questions of a group, each once whatever the number of languages.
	const rows = questions.get(gid) ?? [];
	const own = [...groupedBy(rows, 'qid').values()].filter((one) =>
		['', '0'].includes(get(one[0] as LssRow, 'parent_qid')),
	);
	const blocks = own.map((one) => attribute(get(one[0] as LssRow, 'qid'), 'random_group', survey));
	const shuffle = blocks.length > 1 && blocks[0] !== '' && blocks.every((one) => one === blocks[0]);
	const name = said.get(main)?.trim() ?? '';
	const isFirst = at === 0 && (name === '' || name === surveyTitle.get(main)?.trim());
	if (!(isFirst && !condition && !shuffle)) {
		const id = draft.idFor(`g${gid}`);
		const words = repeated(draft.text(help, id), survey, id);
		draft.add({
			type: 'section',
			id,
			text: repeated(draft.text(said, id), survey, id),
			...(words.sv ? { help: words } : {}),
			...(condition ? { shownIf: condition } : {}),
			...(shuffle ? { shuffle } : {}),
		});
	}
	for (const one of own) readQuestion(one, survey);
}
