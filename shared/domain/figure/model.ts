import { z } from 'zod';

/** One bar: a statement or a group, its counts in the order of the figure's options. */
const figureRow = z.object({
	label: z.string(),
	/** The item's number, or nothing for a group. */
	no: z.string(),
	counts: z.array(z.int()),
	n: z.int(),
});

/**
 * A figure as data: stacked bars of one scale. `diverging` centres each bar on the border between the negative and the positive half
 * (on the middle of the neutral option where the number of options is odd); `stacked` starts all at zero and fills 100 %.
 * From this alone `chart.ts` makes the one Chart.js definition that screen, report and terminal draw.
 */
export const figure = z.object({
	kind: z.enum(['diverging', 'stacked']),
	unit: z.enum(['count', 'percent']),
	/** From the most negative to the most positive. */
	options: z.array(z.object({ value: z.string(), label: z.string() })),
	/** Whether the options are an ordered scale; unordered alternatives get the qualitative colours and never diverge. */
	ordered: z.boolean(),
	rows: z.array(figureRow),
	language: z.enum(['sv', 'en']),
});
export type Figure = z.infer<typeof figure>;
export type FigureRow = z.infer<typeof figureRow>;
