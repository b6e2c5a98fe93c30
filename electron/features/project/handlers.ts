import { randomUUID } from 'node:crypto';
import { realpathSync, statSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import type { ProjectDetails, projectCalls } from '#shared/contract/project.ts';
import type { AppContext, Handlers, ProjectContext } from '../../core/handlers.ts';
import { copyStore } from '../../store/copy.ts';
import { endKiosk, kioskRound } from '../../store/kiosk.ts';
import { overviewOf } from './overview.ts';
import { openSample } from './sample.ts';
import { verifyProject } from './verify.ts';

type Details = ProjectDetails & { uid: string };

function detailsOf({ db }: ProjectContext): Details {
	return db
		.prepare(`SELECT uid, title, commissioner, period_start AS periodStart, period_end AS periodEnd, language,
			smallest_group AS smallestGroup FROM project`)
		.get() as Details;
}

/** Notes the file that was just opened among the recent ones. */
function opened({ settings }: AppContext, at: ProjectContext) {
	const { title } = detailsOf(at);
	settings.touch(at.path, title, at.now);
	return { path: at.path, title };
}

export const projectHandlers: Handlers<typeof projectCalls> = {
	'project.create': (context, { path, title, language, passphrase }) => {
		const fill = (db: Database, now: string) =>
			db
				.prepare('INSERT INTO project (id, uid, title, language, created_at) VALUES (1, ?, ?, ?, ?)')
				.run(randomUUID(), title, language ?? context.settings.get().language, now);
		const at = context.create(path, { passphrase, fill });
		return opened(context, at);
	},
	'project.open': (context, { path, passphrase, again = false }) => {
		const at = context.open(path, { passphrase });
		// Whoever starts the program anew and opens the project is its owner; neither a core that died nor a project that was only closed lets a respondent out.
		if (!again && !context.leftInKiosk.has(realpathSync(at.path))) endKiosk(at.db);
		return opened(context, at);
	},
	'project.openSample': async (context, { path }) => opened(context, await openSample(context, path)),
	'project.close': (context) => {
		const { store, leftInKiosk } = context;
		if (store) {
			// Its title may be another than when it was opened.
			opened(context, context.project());
			if (kioskRound(store.db) === null) leftInKiosk.delete(store.realPath);
			else leftInKiosk.add(store.realPath);
		}
		context.close();
		return {};
	},
	'project.saveCopy': async ({ read, signal, onProgress }, { path }) => {
		onProgress({ done: 0, total: 0, step: 'copying' });
		signal.throwIfAborted();
		read(({ db }) => copyStore(db, path));
		return { path, size: statSync(path).size };
	},
	'project.get': (context) => ({ ...detailsOf(context), path: context.path }),
	'project.update': (context, change) => {
		const next = { ...detailsOf(context), ...change };
		context.db
			.prepare(`UPDATE project SET title = @title, commissioner = @commissioner, period_start = @periodStart,
				period_end = @periodEnd, language = @language, smallest_group = @smallestGroup`)
			.run(next);
		return {};
	},
	'project.overview': overviewOf,
	'project.verify': verifyProject,
};
