import { fold } from './fold.ts';

/** What a service or a colleague says of the columns of a file: a value list. */
export interface Codebook {
	variables: CodedVariable[];
}

/** One column: its name in the file, its question in words, what its codes mean, and which of them mean no answer. */
export interface CodedVariable {
	name: string;
	label: string | null;
	values: { code: string; label: string }[];
	missing: string[];
}

/** Codes of one variable; more are no value list. Codes that mean no answer, of one variable; and codes of all variables together. */
const mostCodes = 2000;
const mostMissing = 100;
const mostInAll = 1_000_000;

/**
 * A value list in any of the ways it is handed over:
 * - rows of variable, value and label, as a table with such headings in Swedish or English;
 * - REDCap's data dictionary ("Variable / Field Name", "Choices, Calculations, OR Slider Labels": `1, Yes | 2, No`), as its own export writes it;
 * - Survey&Report's sheet VariableView ("Variable Name", "Label", "Value Codes": `1 = Ja` a line each, "Missing Code"), as read by a public
 *   program that decodes such an export at Blekinge Institute of Technology.
 * @returns null where the table is none of these
 */
export function codebookOf(rows: readonly (readonly string[])[]): Codebook | null {
	for (const [at, row] of rows.slice(0, 10).entries()) {
		const find = (...names: string[]) => row.findIndex((cell) => names.includes(fold(cell)));
		const name = find(
			...[
				'variable',
				'variabel',
				'variable name',
				'variabelnamn',
				'variable field name',
				'name',
				'namn',
				'kolumn',
				'column',
			],
			...['fråga', 'question'],
		);
		if (name < 0) continue;
		const label = find('label', 'field label', 'variable label', 'variabeletikett', 'frågetext', 'question text');
		const packed = find('choices calculations or slider labels', 'choices', 'value codes', 'values', 'värden', 'koder');
		const code = find('value', 'värde', 'code', 'kod');
		const text = find('value label', 'label', 'etikett', 'text', 'betydelse', 'svarsalternativ', 'svar', 'meaning');
		const missing = find('missing code', 'missing', 'bortfall', 'missing values');
		const below = rows.slice(at + 1);
		if (packed >= 0) return packedList(below, { name, label, packed, missing });
		if (code >= 0 && text >= 0 && code !== name) return longList(below, { name, code, text });
	}
	return null;
}

function packedList(
	rows: readonly (readonly string[])[],
	at: { name: number; label: number; packed: number; missing: number },
): Codebook {
	const variables = rows.flatMap((row): CodedVariable[] => {
		const name = (row[at.name] ?? '').trim();
		if (name === '') return [];
		const missing = (row[at.missing] ?? '').split(/[;,\s]+/).filter((one) => /^[+-]?\d+$/.test(one));
		const label = stripTags(row[at.label] ?? '');
		return [{ name, label: label === '' ? null : label, values: packedValues(row[at.packed] ?? ''), missing }];
	});
	return { variables };
}

/** `1, Yes | 2, No`, or `1 = Yes` a line each. */
function packedValues(text: string): CodedVariable['values'] {
	const parts = text.includes('|') ? text.split('|') : text.split(/\r\n?|\n/);
	return parts.slice(0, mostCodes).flatMap((part) => {
		const match = /^([^,=]{1,64}?)\s*[,=]\s*(.+)$/su.exec(part.trim());
		return match ? [{ code: match[1] ?? '', label: stripTags(match[2] ?? '') }] : [];
	});
}

/** A variable's name may stand in its first row alone. */
function longList(rows: readonly (readonly string[])[], at: { name: number; code: number; text: number }): Codebook {
	const variables = new Map<string, CodedVariable>();
	let name = '';
	for (const row of rows) {
		name = (row[at.name] ?? '').trim() || name;
		const code = (row[at.code] ?? '').trim();
		const label = (row[at.text] ?? '').trim();
		if (name === '' || (code === '' && label === '')) continue;
		const variable = variables.get(name) ?? { name, label: null, values: [], missing: [] };
		variables.set(name, variable);
		if (code === '') variable.label = label;
		else if (variable.values.length < mostCodes) variable.values.push({ code, label });
	}
	return { variables: [...variables.values()] };
}

/** Questions come with the marks of a web page from REDCap and LimeSurvey. */
function stripTags(text: string): string {
	return text
		.replace(/<[^>]{0,500}>/g, ' ')
		.replace(/&nbsp;/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
}

/**
 * A value list as SPSS syntax, which LimeSurvey and others write beside their data: VARIABLE LABELS, VALUE LABELS (also ADD VALUE LABELS) and
 * MISSING VALUES; what else it holds is passed by. Source of the form: IBM SPSS Statistics Command Syntax Reference.
 * @returns null where there is no such command
 */
export function codebookOfSyntax(text: string): Codebook | null {
	const variables = new Map<string, CodedVariable>();
	const of = (name: string) => {
		const variable = variables.get(name) ?? { name, label: null, values: [], missing: [] };
		variables.set(name, variable);
		return variable;
	};
	let known = false;
	for (const command of commandsOf(text)) {
		const words = wordsOf(command);
		const head = words.slice(0, 3).map((one) => (one.quoted ? '' : one.text.toUpperCase()));
		if (head[0]?.startsWith('VAR') && head[1]?.startsWith('LAB')) {
			known = true;
			for (let at = 2; at + 1 < words.length; at += 2) {
				if (words[at]?.text === '/') at++;
				const [name, label] = [words[at], words[at + 1]];
				if (name && label && !name.quoted && label.quoted) of(name.text).label = stripTags(label.text) || null;
			}
		} else if ((head[0] === 'VALUE' && head[1]?.startsWith('LAB')) || (head[0] === 'ADD' && head[1] === 'VALUE')) {
			known = true;
			valueLabels(words.slice(head[0] === 'ADD' ? 3 : 2), of);
		} else if (head[0]?.startsWith('MIS') && head[1]?.startsWith('VAL')) {
			known = true;
			const list = command.replace(/^\s*\S+\s+\S+/, '');
			for (const part of list.split(')').slice(0, -1)) {
				const [named = '', listed] = part.split('(').slice(-2);
				if (listed === undefined) continue;
				const codes = listed
					.split(/[\s,]+/)
					.map((one) => one.replace(/^["']|["']$/g, ''))
					.filter((one) => /^[+-]?\d+(?:\.\d+)?$/.test(one))
					.slice(0, mostMissing);
				for (const name of named.split(/[\s,/]+/).filter(Boolean)) {
					const { missing } = of(name);
					if (missing.length < mostMissing) missing.push(...codes);
				}
			}
		}
	}
	return known ? { variables: [...variables.values()] } : null;
}

interface Word {
	text: string;
	quoted: boolean;
}

function valueLabels(words: readonly Word[], of: (name: string) => CodedVariable): void {
	let names: string[] = [];
	let begun = false;
	let inAll = 0;
	for (let at = 0; at < words.length; at++) {
		const [word, next] = [words[at], words[at + 1]];
		if (!word) continue;
		if (!word.quoted && word.text === '/') {
			names = [];
			begun = false;
			continue;
		}
		const isCode = word.quoted || /^[+-]?\d+(?:\.\d+)?$/.test(word.text);
		if (isCode && next?.quoted) {
			begun = true;
			const label = stripTags(next.text);
			for (const name of names) {
				const { values } = of(name);
				if (values.length < mostCodes && inAll++ < mostInAll) values.push({ code: word.text, label });
			}
			at++;
		} else if (!begun && !word.quoted) names.push(word.text);
	}
}

/** Commands end with a period at the end of a line. One within quotes ends none. */
function commandsOf(text: string): string[] {
	const commands: string[] = [];
	let [start, quote] = [0, ''];
	for (let at = 0; at < text.length; at++) {
		const sign = text[at] ?? '';
		if (quote !== '') {
			if (sign === quote) quote = '';
		} else if (sign === '"' || sign === "'") quote = sign;
		else if (sign === '.' && /^[ \t]*(?:\r|\n|$)/.test(text.slice(at + 1, at + 40))) {
			commands.push(text.slice(start, at));
			start = at + 1;
		}
	}
	commands.push(text.slice(start));
	return commands;
}

/** A quote within quotes is written twice. */
function wordsOf(command: string): Word[] {
	const words: Word[] = [];
	for (const match of command.matchAll(/"((?:[^"]|"")*)"|'((?:[^']|'')*)'|\/|[^\s"'/,]+/g)) {
		if (match[1] !== undefined) words.push({ text: match[1].replaceAll('""', '"'), quoted: true });
		else if (match[2] !== undefined) words.push({ text: match[2].replaceAll("''", "'"), quoted: true });
		else words.push({ text: match[0], quoted: false });
	}
	return words;
}
