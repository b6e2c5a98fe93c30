import { isOutside } from '#shared/domain/instrument/exchange/known-scales.ts';
import type { CodedVariable } from './codebook.ts';
import { foldSpace } from './fold.ts';
import { readNumber } from './number.ts';

/** Codes that are used for no answer. */
const missingNumbers = /^-?(?:9{2,4}|8{2,4}|7{2,3})$/;
/** Such codes of one digit: only on a short scale do they stand out. */
const shortMissing = /^-[789]$/;
const longestShort = 10;

/** Words that are used for no answer, folded by space. */
const missingWords = new Set(
	[
		'vet ej',
		'vet inte',
		'ej svar',
		'inget svar',
		'uppgift saknas',
		'saknas',
		'saknat värde',
		'bortfall',
		'no answer',
		"don't know",
		'do not know',
	]
		.concat(['missing', 'missing value', 'na', 'nan', 'none', '#null!', '.', '..', 'ej besvarad', 'not answered'])
		.concat(['skipped', 'refused', '(blank)', 'n.a.', 'system missing', 'sysmis']),
);

/** Whether a cell says by itself that there is no answer, in a word or a code. */
export const saysMissing = (cell: string): boolean => missingNumbers.test(cell) || missingWords.has(foldSpace(cell));

/** Whether a value list's word for a code says that there is no answer. */
export const isMissingWord = (label: string): boolean => missingWords.has(foldSpace(label));

/**
 * The codes for no answer among the different cells of a column of numbers, where they would pass for answers: negative ones where no other
 * number is, and such as 999 that are more than five times the greatest of the others. How many rows there are does not matter.
 */
export function missingCodes(cells: readonly string[]): string[] {
	const isCode = (cell: string) => missingNumbers.test(cell) || shortMissing.test(cell);
	const others = cells.filter((cell) => !isCode(cell)).flatMap((cell) => readNumber(cell) ?? []);
	if (others.length === 0) return [];
	const [least, greatest] = [Math.min(...others), Math.max(...others)];
	const isScale = greatest <= longestShort && others.every(Number.isInteger);
	return cells.filter((cell) => {
		if (shortMissing.test(cell)) return least >= 0 && isScale;
		if (!missingNumbers.test(cell)) return false;
		if (Number(cell) < 0) return least >= 0;
		return Number(cell) > 5 * Math.max(1, greatest) && (isScale || others.length >= 3);
	});
}

/** The cells of a column that is to become a question that are no answers: by a value list, or as codes among numbers alone. */
export function noAnswers(different: readonly string[], coded: CodedVariable | undefined): string[] {
	const said = new Set(coded?.missing.map(foldSpace));
	const isList = (coded?.values.length ?? 0) > 1;
	// What stands outside a scale is an option of it.
	for (const { code, label } of coded?.values ?? [])
		if (isMissingWord(label) && !(isList && isOutside(label))) said.add(foldSpace(code));
	const listed = different.filter((cell) => said.has(foldSpace(cell)));
	const rest = different.filter((cell) => !said.has(foldSpace(cell)));
	const named = new Set(coded?.values.map(({ code }) => foldSpace(code)));
	const areNumbers = rest.every((cell) => readNumber(cell) !== null);
	return [...listed, ...(areNumbers ? missingCodes(rest).filter((cell) => !named.has(foldSpace(cell))) : [])];
}
