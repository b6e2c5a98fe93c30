import type { Answers, AnswerValue, Instrument, Item } from '#shared/domain/instrument/model.ts';
import { otherId } from '#shared/domain/instrument/questions.ts';

/**
 * Writers of files in the shape of each service, for tests alone: what the service is known to write is told in
 * tests/fixtures/services/SOURCE.md. They are made without a word of the readers, so that the one can hold the other.
 */
export interface Written {
	rows: string[][];
	/** A value list that comes with the file, as rows. */
	list?: string[][];
}

interface Column {
	head: string;
	/** Of two rows of headings the second. */
	under?: string;
	cell: (answers: Answers, row: number) => string;
}

const one = (value: AnswerValue | undefined) => (value === undefined ? '' : String(value));
const many = (value: AnswerValue | undefined): string[] => (Array.isArray(value) ? value : []);
type Chosen = Extract<Item, { type: 'single' | 'multiple' | 'ranking' }>;
const labelOf = (instrument: Instrument, item: Item, value: string) => {
	const options = 'options' in item ? item.options : 'scale' in item ? optionsOf(instrument, item.scale) : [];
	return options.find((option) => option.value === value)?.label.sv ?? value;
};
const optionsOf = (instrument: Instrument, scale: string) =>
	instrument.scales.find(({ id }) => id === scale)?.options ?? [];
const other = (item: Chosen) => item.options.find((option) => option.other)?.value;

/** One column for each item; several choices in one cell between `sign`; rows of a matrix as `matrix` writes them. */
function inCells(
	instrument: Instrument,
	{ sign, end = '', matrix }: { sign: string; end?: string; matrix: (lead: string, row: string) => string },
): Column[] {
	const columns: Column[] = [];
	for (const item of instrument.items) {
		if (item.type === 'section' || item.type === 'info') continue;
		const head = item.text.sv;
		if (item.type === 'matrix') {
			for (const row of item.rows)
				columns.push({
					head: matrix(head, row.text.sv),
					cell: (answers) => (answers[row.id] === undefined ? '' : labelOf(instrument, item, one(answers[row.id]))),
				});
		} else if (item.type === 'multiple' || item.type === 'ranking' || item.type === 'single')
			columns.push({
				head,
				cell: (answers) => {
					const words = one(answers[otherId(item.id)]);
					const values = item.type === 'single' ? [one(answers[item.id])].filter(Boolean) : many(answers[item.id]);
					const labels = values.map((value) =>
						value === other(item) && words ? words : labelOf(instrument, item, value),
					);
					return labels.length === 0 ? '' : labels.join(sign) + (item.type === 'single' ? '' : end);
				},
			});
		else
			columns.push({
				head,
				cell: (answers) =>
					item.type === 'scale' && answers[item.id] !== undefined
						? labelOf(instrument, item, one(answers[item.id]))
						: one(answers[item.id]),
			});
	}
	return columns;
}

/** A column for each choice; `yes` and `no` fill it. The words to an "other" have one of their own. */
function spread(
	instrument: Instrument,
	shape: {
		head: (item: Item, part: { text: string; code: string; place: number } | null) => [head: string, under?: string];
		yes: (label: string) => string;
		no: string;
		/** How an option is written: its label or a code. */
		option: (item: Item, value: string) => string;
		/** A ranking has a column for each place, else for each alternative. */
		places: boolean;
		/** The column of an "other" that only holds its words. */
		wordsOnly: boolean;
	},
): Column[] {
	const columns: Column[] = [];
	const add = ([head, under]: [string, string?], cell: Column['cell']) =>
		columns.push({ head, ...(under === undefined ? {} : { under }), cell });
	for (const item of instrument.items) {
		if (item.type === 'section' || item.type === 'info') continue;
		if (item.type === 'matrix') {
			for (const [at, row] of item.rows.entries())
				add(shape.head(item, { text: row.text.sv, code: row.id, place: at + 1 }), (answers) =>
					answers[row.id] === undefined ? '' : shape.option(item, one(answers[row.id])),
				);
		} else if (item.type === 'multiple') {
			for (const [at, option] of item.options.entries()) {
				if (option.other && shape.wordsOnly) continue;
				add(shape.head(item, { text: option.label.sv, code: option.value, place: at + 1 }), (answers) =>
					many(answers[item.id]).includes(option.value) ? shape.yes(option.label.sv) : answers[item.id] ? shape.no : '',
				);
			}
		} else if (item.type === 'ranking') {
			for (const [at, option] of item.options.entries())
				if (shape.places)
					add(shape.head(item, { text: String(at + 1), code: String(at + 1), place: at + 1 }), (answers) => {
						const value = many(answers[item.id])[at];
						return value === undefined ? '' : shape.option(item, value);
					});
				else
					add(shape.head(item, { text: option.label.sv, code: option.value, place: at + 1 }), (answers) => {
						const place = many(answers[item.id]).indexOf(option.value);
						return place < 0 ? '' : String(place + 1);
					});
		} else
			add(shape.head(item, null), (answers) => {
				const value = answers[item.id];
				return value === undefined
					? ''
					: item.type === 'scale' || item.type === 'single'
						? shape.option(item, one(value))
						: one(value);
			});
		if ((item.type === 'multiple' || item.type === 'single') && other(item) !== undefined)
			add(shape.head(item, { text: 'Annat', code: 'other', place: 0 }), (answers) => one(answers[otherId(item.id)]));
	}
	return columns;
}

function table(before: Column[], columns: Column[], answers: readonly Answers[], two = false): string[][] {
	const all = [...before, ...columns];
	return [
		all.map(({ head }) => head),
		...(two ? [all.map(({ under }) => under ?? '')] : []),
		...answers.map((each, row) => all.map(({ cell }) => cell(each, row))),
	];
}

const count: Column = { head: 'ID', cell: (_answers, row) => String(row + 1) };
const fixed = (head: string, cell: string, under?: string): Column => ({
	head,
	...(under === undefined ? {} : { under }),
	cell: () => cell,
});

/** Every service's writer. */
export const writers: Record<string, (instrument: Instrument, answers: readonly Answers[]) => Written> = {
	'microsoft-forms': (instrument, answers) => ({
		rows: table(
			[
				count,
				fixed('Starttid', '6/27/26 9:01:12'),
				fixed('Slutförandetid', '6/27/26 9:12:44'),
				fixed('E-post', 'anonymous'),
				fixed('Namn', ''),
			],
			inCells(instrument, { sign: ';', end: ';', matrix: (_lead, row) => row }),
			answers,
		),
	}),
	'google-forms': (instrument, answers) => ({
		rows: table(
			[fixed('Tidstämpel', '2026-06-27 09.12.44')],
			inCells(instrument, { sign: ', ', matrix: (lead, row) => `${lead} [${row}]` }),
			answers,
		),
	}),
	limesurvey: (instrument, answers) => ({
		rows: table(
			[
				{ ...count, head: 'id' },
				fixed('submitdate', '2026-06-27 09:12:44'),
				fixed('lastpage', '3'),
				fixed('startlanguage', 'sv'),
			],
			spread(instrument, {
				head: (item, part) => [
					part === null
						? `Q${item.id}`
						: `Q${item.id}[${part.code === 'other' ? 'other' : item.type === 'ranking' ? part.code : `SQ${String(part.place).padStart(3, '0')}`}]`,
				],
				yes: () => 'Y',
				no: '',
				option: (_item, value) => value,
				places: true,
				wordsOnly: true,
			}),
			answers,
		),
	}),
	'limesurvey-vv': (instrument, answers) => {
		const columns = spread(instrument, {
			head: (item, part) => [
				part === null ? item.text.sv : `${item.text.sv} [${part.text}]`,
				part === null
					? `Q${item.id}`
					: `Q${item.id}_${part.code === 'other' ? 'other' : item.type === 'ranking' ? part.code : `SQ${String(part.place).padStart(3, '0')}`}`,
			],
			yes: () => 'Y',
			no: '',
			option: (_item, value) => value,
			places: true,
			wordsOnly: true,
		}).map((column) => ({
			...column,
			cell: (each: Answers, row: number) => {
				const cell = column.cell(each, row);
				return cell === ''
					? '{question_not_shown}'
					: cell.replaceAll('{', '{lbrace}').replaceAll('\n', '{newline}').replaceAll('\t', '{tab}');
			},
		}));
		const before = [
			{ ...count, head: 'Svars-ID', under: 'id' },
			fixed('Datum för inskickande', '2026-06-27 09:12:44', 'submitdate'),
			fixed('Sista sidan', '3', 'lastpage'),
			fixed('Startspråk', 'sv', 'startlanguage'),
		];
		return { rows: table(before, columns, answers, true) };
	},
	redcap: (instrument, answers) => ({
		rows: table(
			[{ ...count, head: 'record_id' }],
			[
				...spread(instrument, {
					head: (item, part) => [
						part === null ? item.id : part.code === 'other' ? `${item.id}_other` : `${item.id}___${part.code}`,
					],
					yes: () => '1',
					no: '0',
					option: (_item, value) => value,
					places: false,
					wordsOnly: false,
				}),
				fixed('member_survey_complete', '2'),
			],
			answers,
		),
	}),
	surveymonkey: (instrument, answers) => {
		let last = '';
		const columns = spread(instrument, {
			head: (item, part) => {
				const lead = item.text.sv === last ? '' : item.text.sv;
				last = item.text.sv;
				return [
					lead,
					part === null
						? item.type === 'text'
							? 'Open-Ended Response'
							: 'Response'
						: part.code === 'other'
							? 'Other (please specify)'
							: part.text,
				];
			},
			yes: (label) => label,
			no: '',
			option: (item, value) => labelOf(instrument, item, value),
			places: false,
			wordsOnly: true,
		});
		const before = [
			{ ...count, head: 'Respondent ID' },
			fixed('Collector ID', '4711'),
			fixed('Start Date', '06/27/2026 09:01:12 AM'),
			fixed('End Date', '06/27/2026 09:12:44 AM'),
			fixed('IP Address', ''),
		];
		return { rows: table(before, columns, answers, true) };
	},
	'survey-report': (instrument, answers) => {
		const list: string[][] = [['Variable Name', 'Label', 'Type', 'Data Type', 'Value Codes', 'Missing Code']];
		const names = new Map<string, string>();
		const columns = spread(instrument, {
			head: (item, part) => {
				const base = names.get(item.id) ?? `VAR${String(names.size + 1).padStart(2, '0')}`;
				names.set(item.id, base);
				const name = part === null ? base : part.code === 'other' ? `${base}C` : `${base}_${part.place}`;
				const codes =
					item.type === 'multiple' && part && part.code !== 'other'
						? '1 = Ja\n2 = Nej'
						: item.type === 'matrix' || item.type === 'scale'
							? optionsOf(instrument, item.scale)
									.map(({ label }, at) => `${at + 1} = ${label.sv}`)
									.join('\n')
							: item.type === 'single' && !part
								? item.options.map(({ label }, at) => `${at + 1} = ${label.sv}`).join('\n')
								: '';
				const label = part === null ? item.text.sv : `${item.text.sv} - ${part.text}`;
				list.push([name, label, '', codes ? 'Numeric' : 'String', codes, codes ? '999' : '']);
				return [name];
			},
			yes: () => '1',
			no: '2',
			option: (item, value) => {
				const options = 'options' in item ? item.options : 'scale' in item ? optionsOf(instrument, item.scale) : [];
				return String(options.findIndex((option) => option.value === value) + 1);
			},
			places: false,
			wordsOnly: false,
		}).map((column, at) => ({
			...column,
			// What was not answered has a code where the column is coded.
			cell: (each: Answers, row: number) => column.cell(each, row) || (list[at + 1]?.[5] ?? ''),
		}));
		return { rows: table([count], columns, answers), list };
	},
	'plain-labels': (instrument, answers) => ({
		rows: table(
			[count],
			spread(instrument, {
				head: (item, part) => [part === null ? item.text.sv : `${item.text.sv} - ${part.text}`],
				yes: () => 'Ja',
				no: 'Nej',
				option: (item, value) => labelOf(instrument, item, value),
				places: false,
				wordsOnly: true,
			}),
			answers,
		),
	}),
};
