import type { Output, Parsed } from '#shared/contract/calls.ts';
import { AppError } from '#shared/contract/errors.ts';
import { readEmail } from '#shared/domain/asked/columns.ts';
import { emptyFields, fillLetter, type LetterSettings, marksIn, personalLink } from '#shared/domain/asked/letters.ts';
import { type Mail, writeMail } from '#shared/domain/asked/mail.ts';
import type { AskedStatus } from '#shared/domain/asked/model.ts';
import { fileName } from '#shared/domain/project/file-name.ts';
import { writeCsv } from '#shared/domain/responses/problem-list.ts';
import { formatDate } from '#shared/i18n/format.ts';
import { messages } from '#shared/i18n/messages.ts';
import type { ProjectContext, TaskContext } from '../../core/handlers.ts';
import { neededKeys } from '../../store/key-file.ts';
import { lettersOf } from './letters.ts';
import { type Person, peopleOfRound } from './people.ts';
import { type AskedRow, askedFields, findRound, type ListedRound } from './rows.ts';
import { noteSending } from './sendings.ts';

type Input = Parsed<'asked.invite'>;
type Language = 'sv' | 'en';

/** One letter, filled. */
interface Written {
	id: number;
	number: number;
	language: Language;
	person: Person;
	subject: string;
	body: string;
}

/** Whom it goes to: a reminder to those from whom nothing has come or who are half done, an invitation to all who should be asked. */
function isReached(kind: Input['kind'], status: AskedStatus): boolean {
	if (kind === 'invitation') return status === 'asked';
	return status === 'asked' || status === 'partial';
}

/** Those whom letters of a kind go to, each with what the key file knows of them (null: nothing, or it is closed) and their language. */
function reached(
	{ db, keys, query }: ProjectContext,
	{ roundId, kind }: Pick<Input, 'roundId' | 'kind'>,
): { id: number; number: number; language: Language; person: Person | null }[] {
	const { language: usual } = query('project.get', {});
	const people = peopleOfRound(keys, findRound(db, roundId).uid);
	const rows = db
		.prepare(`SELECT ${askedFields} FROM asked WHERE round_id = ? ORDER BY number`)
		.all(roundId) as AskedRow[];
	return rows
		.filter(({ status }) => isReached(kind, status))
		.map(({ id, uid, number, language, coded }) => {
			const person = people.get(uid);
			return {
				...{ id, number, language: language ?? usual },
				person: person ? { ...person, code: coded === 1 ? person.code : '' } : null,
			};
		});
}

/** @see `asked.reach` */
export function reach(context: ProjectContext, input: Parsed<'asked.reach'>): Output<'asked.reach'> {
	const all = reached(context, input);
	const lacking = (form: Input['form']) => all.filter(({ person }) => !person || !hasAddress(form, person)).length;
	return {
		people: all.length,
		without: context.keys && { csv: lacking('csv'), eml: lacking('eml'), docx: lacking('docx') },
		languages: [...new Set(all.map(({ language }) => language))],
	};
}

/** The letters that a round would send, and how many have no address of the kind that the form needs. */
function writeLetters(
	context: ProjectContext,
	{ roundId, kind, form }: Input,
): { letters: Written[]; without: number; round: ListedRound; settings: LetterSettings; language: Language } {
	const { db, query } = context;
	const round = findRound(db, roundId);
	neededKeys(context);
	const settings = lettersOf(db, roundId);
	const letters: Written[] = [];
	let without = 0;
	for (const { id, number, language, person } of reached(context, { roundId, kind })) {
		if (!person || !hasAddress(form, person)) {
			without++;
			continue;
		}
		const text = settings.texts[language][kind];
		const values = {
			name: person.name,
			firstName: person.firstName || person.name,
			code: person.code,
			link: personalLink(settings.link, person.code),
			lastDay: settings.lastDay && formatDate(settings.lastDay, language),
			round: round.name,
			sender: settings.senderName,
		};
		letters.push({
			id,
			number,
			language,
			person,
			subject: fillLetter(text.subject, values),
			body: fillLetter(text.body, values),
		});
	}
	return { letters, without, round, settings, language: query('project.get', {}).language };
}

/** Letters with a gap where a field is empty are not made, nor messages from what is no address. */
function refuseUnfit({ kind, form }: Input, letters: readonly Written[], settings: LetterSettings): void {
	const languages = [...new Set(letters.map(({ language }) => language))];
	const texts = languages.map((language) => settings.texts[language][kind]);
	const empty = emptyFields(texts, settings);
	if (empty.length > 0) throw new AppError('LETTER_UNFILLED', { marks: empty.map(({ mark }) => mark) });
	if (form === 'eml' && readEmail(settings.senderEmail) === null)
		throw new AppError('EMAIL_INVALID', { value: settings.senderEmail });
}

function hasAddress(form: Input['form'], { email, address, name }: Person): boolean {
	if (form === 'eml') return email !== '';
	return form === 'docx' ? address !== '' : email !== '' || name !== '' || address !== '';
}

/** @see `asked.invite` */
export async function invite(context: TaskContext, input: Input): Promise<Output<'asked.invite'>> {
	const { read, apply, onProgress } = context;
	onProgress({ done: 0, total: 0, step: 'filling' });
	const { letters, without, round, settings, language } = read((at) => writeLetters(at, input));
	if (letters.length === 0) throw new AppError('NOBODY_TO_WRITE', { form: input.form, without });
	refuseUnfit(input, letters, settings);
	onProgress({ done: 0, total: 0, step: 'writing' });
	const bytes = await asFile(context, input, letters, settings, language);
	return apply(({ db, now }) => {
		findRound(db, round.id);
		noteSending(
			db,
			input,
			letters.map(({ id }) => id),
			now.slice(0, 10),
		);
		const words = messages[language].asked.files;
		return {
			name: `${fileName(`${words[input.kind]} ${round.name}`, input.kind)}.${input.form === 'eml' ? 'zip' : input.form}`,
			bytes,
			people: letters.length,
			without,
		};
	});
}

async function asFile(
	{ ports, signal, onProgress }: TaskContext,
	{ form, kind }: Input,
	letters: readonly Written[],
	settings: LetterSettings,
	language: Language,
): Promise<Uint8Array> {
	if (form === 'csv') return new TextEncoder().encode(writeCsv(asTable(letters, settings, language, kind)));
	const signals = { signal, onProgress };
	if (form === 'docx')
		return ports.runJob(
			'letters.docx',
			letters.map(({ person, subject, body, language: own }) => ({
				address: `${person.name}\n${person.address}`.trim(),
				subject,
				body,
				language: own,
			})),
			signals,
		);
	const parts = letters.map(({ number, person, subject, body }) => {
		const mail: Mail = {
			toName: person.name,
			toEmail: person.email,
			fromName: settings.senderName,
			fromEmail: settings.senderEmail,
			subject,
			body,
		};
		// Numbers and no names: a folder of files is seen by others.
		return { name: `${String(number).padStart(5, '0')}.eml`, content: writeMail(mail) };
	});
	return ports.runJob('zip.write', parts, signals);
}

/** A row for each letter, with its parts and its whole. The code only where the letter uses it. */
function asTable(
	letters: readonly Written[],
	settings: LetterSettings,
	language: Language,
	kind: Input['kind'],
): string[][] {
	const { columns } = messages[language].asked.files;
	const text = settings.texts[language][kind];
	const coded =
		marksIn(`${text.subject} ${text.body}`).used.has('code') || letters.some(({ person }) => person.code !== '');
	return [
		[
			...[columns.number, columns.name, columns.firstName, columns.email, columns.phone, columns.address],
			...(coded ? [columns.code] : []),
			...[columns.link, columns.lastDay, columns.subject, columns.text],
		],
		...letters.map(({ number, person, subject, body }) => [
			...[String(number), person.name, person.firstName, person.email, person.phone, person.address],
			...(coded ? [person.code] : []),
			...[personalLink(settings.link, person.code), settings.lastDay ?? '', subject, body],
		]),
	];
}
