import { basename, resolve } from 'node:path';
import type { Output } from '#shared/contract/calls.ts';
import { AppError, type ErrorData } from '#shared/contract/errors.ts';
import { errorText } from '#shared/i18n/error-text.ts';
import type { Command } from '../command.ts';
import { openNamed } from '../project-at.ts';
import { readBytes } from './round.ts';

/** `document import FILE DOC…`: each file by itself; the refused ones are named, and the rest is stored. */
export const documentImport: Command = {
	name: 'document import',
	usage: 'FILE DOC…',
	words: { least: 2, most: Number.POSITIVE_INFINITY },
	run: async (run) => {
		await openNamed(run);
		const documents: ({ name: string } & Output<'document.import'>)[] = [];
		const refused: ({ name: string } & ErrorData)[] = [];
		const lines: string[] = [];
		for (const file of run.words.slice(1)) {
			const name = basename(file);
			try {
				const one = await run.core.call('document.import', { name, bytes: readBytes(resolve(file)) });
				documents.push({ name, ...one });
				lines.push(
					one.known ? run.text.cli.knownDocument(name) : run.text.cli.importedDocument(name, one.turns, one.speakers),
				);
			} catch (error) {
				if (!(error instanceof AppError)) throw error;
				refused.push({ name, ...error.toData() });
				const { happened, safe, next } = errorText(error.toData(), run.text);
				lines.push(`${happened} ${safe} ${next}`);
			}
		}
		return { data: { documents, refused }, lines, status: refused.length > 0 ? 1 : 0 };
	},
};

/** `codings FILE` */
export const codings: Command = {
	name: 'codings',
	usage: 'FILE',
	words: { least: 1, most: 1 },
	run: async (run) => {
		await openNamed(run);
		const codes = new Map((await run.core.call('code.list', {})).map((code) => [code.id, code]));
		const rows = [];
		for (const code of codes.values()) {
			for (const one of await run.core.call('coding.excerpts', { codeId: code.id })) {
				rows.push({ ...one, code: code.name, parent: codes.get(code.parentId ?? 0)?.name ?? null });
			}
		}
		return {
			data: { codings: rows },
			lines: rows.map((one) => `${one.code}  ${one.source}${one.speaker ? `, ${one.speaker}` : ''}: ”${one.quote}”`),
		};
	},
};
