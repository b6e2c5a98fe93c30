import { basename, join } from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import type { Progress } from '#shared/contract/events.ts';
import { findQuote } from '#shared/domain/coding/find-quote.ts';
import type { AppTaskContext, Call, ProjectContext } from '../../core/handlers.ts';
import { readSample, type SampleFiles } from './sample-files.ts';

/** A text that can be coded: a document, or one open answer. */
interface Codable {
	target: { kind: 'document'; documentId: number } | { kind: 'answer'; answerId: number };
	text: string;
}

/** Makes the sample project at `path` and opens it. @throws AppError FILE_EXISTS, FILE_NOT_WRITABLE, CANCELLED; NOT_FOUND for a fault in the files */
export async function openSample(context: AppTaskContext, path: string): Promise<ProjectContext> {
	const files = readSample(join(context.ports.resourcesFolder, 'sample'));
	const { title, language } = files.project;
	await context.build(path, { title, language }, (call) => buildSample(call, files, context.onProgress));
	return context.open(path, {});
}

/**
 * Makes everything in the sample through the program's own calls, in the order an evaluator would: so it has today's shape, and a call
 * that refuses what it once took is found out. Nothing in the files is passed over: a quotation that is not found stops the work.
 */
export async function buildSample(
	call: Call,
	files: SampleFiles,
	onProgress: (progress: Progress) => void = () => undefined,
): Promise<void> {
	const total =
		files.rounds.length + files.documents.length + files.codings.documents.length + files.codings.answers.length;
	let done = 0;
	const tell = (step: Progress['step']) => onProgress({ done: done++, total, step });
	await call('project.update', files.project);
	const rounds = new Map<string, number>();
	for (const round of files.rounds) {
		tell('reading');
		rounds.set(round.name, await addRound(call, files, round));
	}
	const documents = new Map<string, Codable>();
	for (const document of files.documents) {
		tell('reading');
		documents.set(document.file, await addDocument(call, files, document));
	}
	const codes = await addCodes(call, files.codebook);
	const quotations: Quotations = new Map();
	const code = async (codable: Codable | undefined, coding: Quoted, ref: string) => {
		tell('storing');
		const ids = await addCodings(call, codes, codable, coding, ref);
		if (coding.ref) quotations.set(coding.ref, ids);
	};
	for (const [at, coding] of files.codings.documents.entries())
		await code(documents.get(coding.document), coding, `codings.json documents ${at}`);
	const answers = await openAnswers(call, rounds);
	for (const [at, coding] of files.codings.answers.entries()) {
		const holders = (answers.get(`${coding.round} ${coding.item}`) ?? []).filter((one) =>
			one.text.includes(coding.quote),
		);
		await code(holders.length === 1 ? holders[0] : undefined, coding, `codings.json answers ${at}`);
	}
	await call('report.add', {
		title: files.report.title,
		language: files.project.language,
		markdown: withQuotations(files.markdown, quotations),
	});
}

/** The codings of a passage that the report quotes: by what it calls the passage, then by code. */
type Quotations = Map<string, ReadonlyMap<string, number>>;

/** The report with the numbers of the codings it picks, which only the project knows: of the code in the line above. */
function withQuotations(markdown: string, quotations: Quotations): string {
	return markdown.replace(/^(code: (.+)\npick: )(.+)$/gm, (_all, head: string, code: string, picks: string) => {
		const numbers = picks.replace(/\[\[([^\]]+)\]\]/g, (_ref, ref: string) => {
			const id = quotations.get(ref)?.get(code);
			if (id === undefined) throw missing(`report.md ${ref}`);
			return String(id);
		});
		return head + numbers;
	});
}

async function addRound(call: Call, files: SampleFiles, round: SampleFiles['rounds'][number]): Promise<number> {
	const instrument = await call('instrument.add', { key: round.instrument });
	const { id } = await call('round.add', {
		name: round.name,
		instrumentId: instrument.id,
		date: round.date,
		invited: round.invited,
	});
	const { problems } = await call('response.import', {
		roundId: id,
		name: basename(round.file),
		bytes: files.bytes(round.file),
	});
	if (problems.length) throw missing(round.file);
	return id;
}

async function addDocument(
	call: Call,
	files: SampleFiles,
	document: SampleFiles['documents'][number],
): Promise<Codable> {
	const { file, memo, ...about } = document;
	const { id } = await call('document.import', { ...about, name: basename(file), bytes: files.bytes(file) });
	if (memo) await call('document.update', { id, memo });
	const { text } = await call('document.get', { id });
	return { target: { kind: 'document', documentId: id }, text };
}

/** The ids of all codes by name. Names are unique in the whole sample. */
async function addCodes(call: Call, codebook: SampleFiles['codebook']): Promise<Map<string, number>> {
	const ids = new Map<string, number>();
	for (const { children, ...parent } of codebook) {
		const { id } = await call('code.add', parent);
		ids.set(parent.name, id);
		for (const child of children) ids.set(child.name, (await call('code.add', { ...child, parentId: id })).id);
	}
	return ids;
}

/** The open answers by "round item". */
async function openAnswers(call: Call, rounds: ReadonlyMap<string, number>): Promise<Map<string, Codable[]>> {
	const found = new Map<string, Codable[]>();
	for (const [name, roundId] of rounds) {
		for (const { itemId, answers } of await call('results.openAnswers', { roundId })) {
			const codable = answers.map(({ id, text }) => ({ target: { kind: 'answer' as const, answerId: id }, text }));
			found.set(`${name} ${itemId}`, codable);
		}
	}
	return found;
}

type Quoted = Pick<SampleFiles['codings']['documents'][number], 'quote' | 'occurrence' | 'codes' | 'memo' | 'ref'>;

async function addCodings(
	call: Call,
	codes: ReadonlyMap<string, number>,
	codable: Codable | undefined,
	{ quote, occurrence, codes: names, memo = '' }: Quoted,
	ref: string,
): Promise<ReadonlyMap<string, number>> {
	const range = codable && findQuote(codable.text, quote, occurrence).range;
	if (!codable || !range) throw missing(ref);
	const ids = new Map<string, number>();
	for (const name of names) {
		const codeId = codes.get(name);
		if (codeId === undefined) throw missing(ref);
		ids.set(name, (await call('coding.add', { target: codable.target, ...range, codeId, memo })).id);
	}
	return ids;
}

/** A fault in the files that the program brings: says which entry, never the words. */
const missing = (ref: string) => new AppError('NOT_FOUND', { what: 'sample', ref });
