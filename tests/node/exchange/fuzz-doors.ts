import { readFileSync } from 'node:fs';
import { readXlsForm } from '#shared/domain/instrument/exchange/xlsform/read.ts';
import { readInstrumentFile } from '../../../electron/formats/instrument/read.ts';
import { makeDocx } from '../document/make-zip.ts';
import type { FuzzDoor } from '../fuzz.ts';
import { openSheet, rowsXml } from '../xlsx/make-sheet.ts';
import { samples } from './pasted-samples.ts';

const file = (path: string) => new Uint8Array(readFileSync(new URL(`../../../${path}`, import.meta.url)));
const fixture = (name: string) => file(`tests/fixtures/forms/${name}`);
const bytesOf = (text: string) => new TextEncoder().encode(text);
const refusals = [
	'IMPORT_EMPTY',
	'IMPORT_UNREADABLE',
	'INSTRUMENT_FOREIGN',
	'INSTRUMENT_OF_ANSWERS',
	'INSTRUMENT_INVALID',
	'INSTRUMENT_NONE',
	'WORKER_LIMIT',
] as const;
const open = (name: string) => (bytes: Uint8Array) => readInstrumentFile({ name, bytes });

/** The sheets of a form, their names on a line that begins with `#`, cells apart by tabs. */
const form = `#survey
type	name	label::Svenska (sv)	label::English (en)	relevant	required	constraint	constraint_message	appearance	default	parameters	hint	choice_filter	calculation
begin_group	g	Om dig	About you
select_one yn or_other	a	Är du med?	Are you in?		yes
select_multiple yn	b	Vilka?	Which?	\${a} = 'y'		count-selected(.) <= 2	Högst två			randomize=true
integer	c	Ålder	Age	selected(\${b}, 'n')		. >= 0 and . < 120	Mellan 0 och 120		35
end_group
begin_group	t	Tabell	Table					table-list
select_one yn	t1	Rad \${a}	Row
end_group
rank yn	r	Ordna	Order
range	s	Hur bra?	How good?						5	start=0 end=10 step=1	0 = inte alls · 10 = helt
date	d	När?	When?			. >= date('2020-01-01')
text	w	Ord	Words			regex(., '^[a-z]+$')		multiline
begin_repeat	rep	Igen	Again
text	x	Namn	Name
end_repeat
calculate	k				1 + 1
#choices
list_name	name	label::Svenska (sv)	label::English (en)
yn	y	Ja	Yes
yn	n	Nej	No
yn	dk	Vet ej	Don't know
#settings
form_title	form_id	default_language
Prov	prov	Svenska (sv)
`;
function sheetsOf(bytes: Uint8Array) {
	const sheets: { name: string; rows: string[][] }[] = [];
	for (const line of new TextDecoder().decode(bytes).split('\n'))
		if (line.startsWith('#')) sheets.push({ name: line.slice(1), rows: [] });
		else sheets.at(-1)?.rows.push(line.split('\t'));
	return sheets;
}
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const boxes = samples.boxes.split('\n').map(paragraph).join('');

export const doors: FuzzDoor[] = [
	{
		name: 'LimeSurvey',
		seeds: ['lssdoc_audit_demo.lss'].map(fixture),
		tokens: [
			'<row>',
			']]>',
			'<relevance><![CDATA[((q.NAOK == "1"))]]></relevance>',
			'<type>F</type>',
			'</rows></questions>',
		],
		open: open('fil.lss'),
		refusals,
	},
	{
		name: 'XLSForm',
		seeds: ['or_other.xlsx', 'group.xlsx', 'specify_other.xlsx'].map(fixture),
		open: open('fil.xlsx'),
		refusals,
	},
	{
		name: 'XLSForm, its XML',
		seeds: [
			bytesOf(
				rowsXml([
					['type', 'name', 'label'],
					['text', 'a', 'Hur?'],
					['note', 'b', 'Tack'],
				]),
			),
		],
		tokens: ['<c', '<c r="C2">', '<v>1e9</v>', ' t="s"', ' t="d"', '<f>1+1</f>', '<row r="9">'],
		open: openSheet(open('fil.xlsx'), 'survey'),
		refusals,
	},
	{
		name: 'XLSForm, its sheets',
		seeds: [bytesOf(form)],
		tokens: [
			'\nbegin_group\tg',
			'\nend_group',
			`selected(\${a}, 'x')`,
			'select_one ',
			' or_other',
			'not((((',
			'\t\t',
			'${',
		],
		open: (bytes) => readXlsForm({ sheets: sheetsOf(bytes) }, 'fil.xlsx'),
		refusals: [],
	},
	{
		name: 'SurveyJS',
		seeds: ['american_history_quiz.json'].map(fixture),
		tokens: [
			'"type":"matrix",',
			'"visibleIf":"{a} = 1",',
			'"elements":[',
			'"validators":[{"type":"',
			'"choices":[{',
			'"default":',
		],
		open: open('fil.json'),
		refusals,
	},
	{
		name: 'own JSON',
		seeds: [file('resources/instruments/board.json'), file('resources/instruments/lokus.json')],
		tokens: ['"shownIf":{"not":', '"is":[', '"scale":"', '"default":', '"uid":"', '{"all":['],
		open: open('fil.json'),
		refusals,
	},
	{
		name: 'pasted text',
		seeds: Object.values(samples).map(bytesOf),
		tokens: ['1. ', '☐ ', '\t\t', 'Om ja, ', '1 2 3 4 5', '- ', '____', '(Flera alternativ kan markeras)'],
		open: open('fil.txt'),
		refusals,
	},
	{
		name: 'Word questionnaire',
		seeds: [bytesOf(boxes)],
		tokens: [
			'<w:tbl><w:tr><w:tc>',
			'</w:p>',
			'<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>',
			'<w:sdt>',
			'<w:br/>',
		],
		open: (bytes) => open('fil.docx')(makeDocx(new TextDecoder().decode(bytes))),
		refusals,
	},
];
