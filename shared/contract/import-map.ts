import { z } from 'zod';
import { columnMatch } from '#shared/domain/responses/columns.ts';
import { services } from '#shared/domain/responses/layout.ts';
import { id, instant, nothing } from './basics.ts';
import { command, query } from './kit.ts';

const map = z.object({
	name: z.string().trim().min(1).max(200),
	/** The service whose files it was made for. */
	service: z.enum(services),
	columns: z.array(columnMatch).max(20_000),
});

/** Matches of columns that are saved by name in the project, to be used again for the next file of the same headings. */
export const importMapCalls = {
	/** The last saved first. */
	'importMap.list': query({ input: nothing, output: z.array(map.extend({ id, at: instant })) }),
	/** Saves one, in the place of one by the same name. */
	'importMap.save': command({ input: map, output: z.object({ id }) }),
	'importMap.remove': command({ input: z.object({ id }), output: nothing, errors: ['NOT_FOUND'] }),
};
