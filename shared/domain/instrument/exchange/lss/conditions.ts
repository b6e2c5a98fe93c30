import type { Condition, LocalText } from '../../model.ts';
import { type Referred, type Resolve, readCondition } from '../condition.ts';
import { allOf } from '../draft.ts';
import { eachLanguage } from '../local-text.ts';
import { get, type LssRow, type Survey } from './survey.ts';

/** A relevance expression as a condition; one that cannot be expressed is listed as lost. */
export function relevance(source: string, at: string, { refers, draft }: Survey): Condition | undefined {
	const text = source.trim();
	if (text === '' || text === '1' || text === '(1)') return undefined;
	const read = readCondition(text, resolveIn(refers));
	if (!read) draft.lose('condition', at, text);
	return read ?? undefined;
}

/** Finds what a name in an expression refers to, whatever of a question it asks for. */
export const resolveIn =
	(refers: Map<string, Referred>): Resolve =>
	(name) =>
		refers.get(name.replace(/\.(?:NAOK|code|value|valueNAOK|shown)$/i, '')) ?? null;

/** Conditions as older files have them, in a table of their own: any scenario, in it all questions, of each any value. */
export function fromTable(qid: string, at: string, { conditions, refers, draft, sid }: Survey): Condition | undefined {
	const rows = conditions.get(qid) ?? [];
	const scenarios = new Map<string, Map<string, Condition[]>>();
	for (const row of rows) {
		const field = get(row, 'cfieldname').replace(/^\+/, '');
		const method = get(row, 'method').trim() || '==';
		const condition = readCondition(
			`${`{${field}}`} ${method} "${get(row, 'value').replace(/"/g, '')}"`,
			resolveIn(refers),
		);
		if (!condition) {
			draft.lose('condition', at, `${field.replace(`${sid}X`, '')} ${method} ${get(row, 'value')}`);
			return undefined;
		}
		const scenario = scenarios.get(get(row, 'scenario')) ?? new Map<string, Condition[]>();
		scenario.set(field, [...(scenario.get(field) ?? []), condition]);
		scenarios.set(get(row, 'scenario'), scenario);
	}
	const all = [...scenarios.values()].map((scenario) =>
		allOf([...scenario.values()].map((any) => (any.length > 1 ? { any } : any[0]))),
	);
	const real = all.filter((one) => one !== undefined);
	return real.length > 1 ? { any: real } : real[0];
}

/** `{code.NAOK}` or `{code.shown}` in a text repeats an answer. */
export function repeated(text: LocalText, { refers, draft }: Survey, at: string): LocalText {
	const one = (words: string) =>
		words.replace(/\{(?:INSERTANS:)?([A-Za-z0-9_.]+)\}/g, (whole, name: string) => {
			const found = resolveIn(refers)(name);
			if (!found) draft.lose('markup', at, whole);
			return found ? `{{${found.words ?? found.id}}}` : whole;
		});
	return eachLanguage(text, one);
}

/** Notes what a question is called in expressions; an earlier one of the same code keeps it. */
export function refer(
	{ refers }: Survey,
	code: string,
	values: Map<string, string>,
	id: string,
	more: Partial<Referred> = {},
): void {
	if (!refers.has(code)) refers.set(code, { id, value: (foreign) => values.get(foreign) ?? foreign, ...more });
}

/** Rows have no rule of their own with us: it is listed as lost. */
export function noteOwnRelevance(row: LssRow, at: string, { draft }: Survey): void {
	const source = get(row, 'relevance').trim();
	if (source !== '' && source !== '1') draft.lose('condition', at, source);
}
