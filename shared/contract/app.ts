import { z } from 'zod';
import { instant, language, nothing } from './basics.ts';
import { action, appQuery } from './kit.ts';

export const theme = z.enum(['auto', 'light', 'dark']);
export type Theme = z.infer<typeof theme>;

const recentProject = z.object({ path: z.string(), title: z.string(), openedAt: instant, exists: z.boolean() });

/** The program itself: settings, recent projects, and the folders of the machine for a window without native dialogs. */
export const appCalls = {
	'app.status': appQuery({
		input: nothing,
		output: z.object({
			version: z.string(),
			language,
			theme,
			recent: z.array(recentProject),
			/** The open project, if one is. */
			project: z
				.object({
					path: z.string(),
					title: z.string(),
					encrypted: z.boolean(),
					/** Whether it stands in the kiosk: then it answers few calls, and the window shows nothing else. */
					kiosk: z.boolean(),
				})
				.nullable(),
		}),
	}),
	'app.configure': action({
		input: z.object({ language: language.optional(), theme: theme.optional() }),
		output: nothing,
	}),
	'app.forgetRecent': action({ input: z.object({ path: z.string() }), output: nothing }),
	/** The folders and project files in a folder, the person's documents folder by default. */
	'app.listFolder': appQuery({
		input: z.object({ path: z.string().optional() }),
		output: z.object({
			path: z.string(),
			/** From the root to `path`: what a bread-crumb shows. */
			trail: z.array(z.object({ name: z.string(), path: z.string() })),
			entries: z.array(z.object({ name: z.string(), path: z.string(), kind: z.enum(['folder', 'project']) })),
		}),
		errors: ['FILE_NOT_FOUND'],
	}),
};
