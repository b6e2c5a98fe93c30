import type { Condition, LocalText } from '../../model.ts';
import { type Referred, type Resolve, readCondition } from '../condition.ts';
import { eachLanguage } from '../local-text.ts';
import { type Form, isYes, type Row } from './form.ts';

/** Finds what a name refers to; `.` is the answer itself. */
export const resolveIn =
	(refers: Map<string, Referred>, self?: Referred): Resolve =>
	(name) =>
		name === '.' ? (self ?? null) : (refers.get(name) ?? null);

/** A condition as XPath writes it. Dates and numbers stand in functions of their own there. */
export function condition(source: string | undefined, resolve: Resolve): Condition | null | undefined {
	if (!source || isYes(source)) return undefined;
	return readCondition(
		source
			.replace(/\b(?:date|number|int|string)\(\s*('[^']*'|"[^"]*"|\$\{[^}]*\}|\.|-?\d+(?:\.\d+)?)\s*\)/g, '$1')
			.replace(/\btrue\(\)/g, "'true'")
			.replace(/\bfalse\(\)/g, "'false'"),
		resolve,
	);
}

/** When a row is shown; what cannot be expressed is listed as lost. */
export function relevant(row: Row, at: string, { draft, refers }: Form): Condition | undefined {
	const source = row.get('relevant');
	const read = condition(source, resolveIn(refers));
	if (read === null) draft.lose('condition', at, source ?? '');
	return read ?? undefined;
}

/** `${name}` in a text repeats an answer. */
export function repeated(text: LocalText, { refers, draft }: Form): LocalText {
	const one = (words: string) =>
		words.replace(/\$\{\s*([^{}]+?)\s*\}/g, (whole, name: string) => {
			const found = refers.get(name);
			if (!found) draft.lose('markup', '', whole);
			return found ? `{{${found.words ?? found.id}}}` : whole;
		});
	return eachLanguage(text, one);
}
