import { createHash, randomUUID } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { Output } from '#shared/contract/calls.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { reportCalls } from '#shared/contract/report.ts';
import { countReportWords } from '#shared/domain/report/count-words.ts';
import { parseReport } from '#shared/domain/report/parse.ts';
import { resolveReport } from '#shared/domain/report/resolve.ts';
import { normaliseSource } from '#shared/domain/report/source.ts';
import { fillTemplate } from '#shared/domain/report/template.ts';
import type { Handlers } from '../../core/handlers.ts';
import { exportReport } from './export.ts';
import { lookupOf } from './lookup.ts';
import { findTemplate, listTemplates } from './templates.ts';

type Row = Omit<Output<'report.get'>, 'words'>;

const select = 'SELECT id, uid, title, template, language, markdown, updated_at AS updatedAt FROM report';
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

function findReport(db: Database, id: number): Row {
	const row = db.prepare(`${select} WHERE id = ?`).get(id) as Row | undefined;
	if (!row) throw new AppError('NOT_FOUND', { what: 'report', ref: String(id) });
	return row;
}

const withWords = (row: Row) => ({ ...row, words: countReportWords(row.markdown) });

export const reportHandlers: Handlers<typeof reportCalls> = {
	'report.list': ({ db }) =>
		(db.prepare(`${select} ORDER BY id`).all() as Row[]).map((row) => {
			const { markdown: _, ...summary } = withWords(row);
			return summary;
		}),
	'report.get': ({ db }, { id }) => withWords(findReport(db, id)),
	'report.templates': ({ ports, settings }, { language }) =>
		listTemplates(ports.resourcesFolder, language ?? settings.get().language).map(({ key, title, description }) => ({
			key,
			title,
			description,
		})),
	'report.add': (context, { title, template, language: chosen, markdown }) => {
		const { db, now, query, resourcesFolder } = context;
		const language = chosen ?? query('project.get', {}).language;
		const source = template
			? fillTemplate(findTemplate(resourcesFolder, template, language), lookupOf(context, title, language), language)
			: (markdown ?? '');
		const text = normaliseSource(source);
		const { lastInsertRowid } = db
			.prepare(
				'INSERT INTO report (uid, title, template, language, markdown, hash, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
			)
			.run(randomUUID(), title, template ?? null, language, text, hashOf(text), now);
		return { id: Number(lastInsertRowid) };
	},
	'report.update': ({ db, now }, { id, ...change }) => {
		const next = { ...findReport(db, id), ...change };
		const text = normaliseSource(next.markdown);
		db.prepare('UPDATE report SET title = ?, language = ?, markdown = ?, hash = ?, updated_at = ? WHERE id = ?').run(
			next.title,
			next.language,
			text,
			hashOf(text),
			now,
			id,
		);
		return {};
	},
	'report.remove': ({ db }, { id }) => {
		findReport(db, id);
		db.prepare('DELETE FROM report WHERE id = ?').run(id);
		return {};
	},
	'report.preview': (context, { id, markdown }) => {
		const report = findReport(context.db, id);
		const lookup = lookupOf(context, report.title, report.language);
		return resolveReport(parseReport(markdown ?? report.markdown), lookup, report.language);
	},
	'report.export': exportReport,
};
