import { languageIn } from '#shared/domain/instrument/exchange/language-in.ts';
import type { Instrument, Scale } from '#shared/domain/instrument/model.ts';
import type { Codebook } from './codebook.ts';
import { groupsOf, type Source } from './column-guess.ts';
import type { ColumnMatch } from './columns.ts';
import { fold, foldSpace } from './fold.ts';
import type { ItemGuess } from './guess.ts';
import { differentCells, proposeHabits } from './habits.ts';
import { Maker } from './instrument-maker.ts';
import { noAnswers } from './missing-codes.ts';
import { cellsOf, codedBy, type FileBeginning } from './propose.ts';
import { rolesOf } from './roles.ts';

/** A questionnaire made of a file, what each column is of it, and why. */
export interface ProposedInstrument {
	instrument: Instrument;
	columns: ColumnMatch[];
	guesses: ItemGuess[];
}

/** What services write that is no answer: who and when, the address, the time it took. Folded. */
const unasked =
	/^(?:start(?:tid| time|date| date|ad)?|starttid|påbörjad|e post(?:adress)?|email(?: address)?|name|namn|first name|last name|förnamn|efternamn|ip(?: adress| address|addr|address)?|ipaddr|refurl|refererande url|collector id|custom data \d+|seed|lastpage|last page|sista sidan|datestamp|interviewtime|total tid|.*time \d+|grouptime ?\d*|duration(?: in seconds)?|varaktighet.*|progress|recipient.*|externalreference|external data reference|location ?(?:latitude|longitude)|distributionchannel|distribution channel|last modified time|senast ändrad|tid för senaste ändring|poäng|total points|quiz feedback|redcap .*|.* timestamp)$/;

/** Columns that a questionnaire is made of. */
const mostColumns = 1000;

/**
 * A questionnaire made of a file of responses: each column's type is guessed from its heading and cells, columns of one lead-in are put
 * together, scales that are among `scales` are known by their labels. It is a draft, to be looked through: what was never chosen is not
 * in a file. The match is of that same file.
 */
export function makeInstrument(
	file: FileBeginning,
	{
		title,
		key,
		scales,
		codebook = null,
	}: { title: string; key: string; scales: readonly Scale[]; codebook?: Codebook | null },
): ProposedInstrument {
	const { layout } = file;
	const cells = cellsOf(file);
	const coded = codedBy(layout, codebook);
	const columns: ColumnMatch[] = layout.header.map((header, index) => ({
		index,
		header,
		target: { kind: 'ignore' },
		how: 'none',
	}));
	const isAsked = (index: number) =>
		!unasked.test(fold(layout.names[index] ?? '')) && !unasked.test(fold(layout.header[index] ?? ''));
	for (const { index, target } of rolesOf(layout.header, layout.names, layout.service, () => true))
		columns[index] = { index, header: layout.header[index] ?? '', target, how: 'text', sure: 1 };
	const sources = columns
		.slice(0, mostColumns)
		.filter(({ index, target, header }) => target.kind === 'ignore' && header !== '' && isAsked(index))
		.map(({ index }): Source => {
			const variable = coded(index);
			const missing = noAnswers(differentCells(cells(index)), variable);
			const own = missing.length === 0 ? cells(index) : withoutCells(cells(index), missing);
			const text = variable?.label ?? layout.header[index] ?? '';
			return {
				index,
				text,
				name: layout.names[index] ?? '',
				cells: own,
				different: differentCells(own),
				coded: variable,
				missing,
			};
		});
	const isEnglish = languageIn(sources.map(({ text }) => text).join('\n')) === 'en';
	const maker = new Maker(scales, isEnglish);
	for (const group of groupsOf(sources)) maker.add(group);
	for (const [index, target] of maker.targets)
		columns[index] = { index, header: layout.header[index] ?? '', target, how: 'text', sure: 1 };
	const local = isEnglish ? { sv: title, en: title } : { sv: title };
	const instrument: Instrument = {
		format: 'underlag-instrument/1',
		key,
		version: 1,
		...(isEnglish ? { languages: ['en' as const] } : {}),
		title: local,
		scales: maker.scales,
		items: maker.items,
	};
	const habits = proposeHabits(columns, instrument, { service: layout.service, cells, coded });
	return { instrument, columns: habits.columns, guesses: maker.guesses };
}

/** Cells with those that are no answers empty. */
function withoutCells(cells: readonly string[], missing: readonly string[]): string[] {
	const none = new Set(missing.map(foldSpace));
	return cells.map((cell) => (none.has(foldSpace(cell)) ? '' : cell));
}
