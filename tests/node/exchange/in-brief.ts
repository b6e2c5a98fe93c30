import type { Reading } from '#shared/domain/instrument/exchange/model.ts';

/** A reading as lines one can compare by eye: title, intro, and each item with its type, words, options and condition. */
export function inBrief({ definition }: Reading): string[] {
	const scales = new Map(definition.scales.map((one) => [one.id, one]));
	const labels = (
		options: readonly {
			label: { sv: string };
			missing?: boolean | undefined;
			other?: boolean | undefined;
			exclusive?: boolean | undefined;
		}[],
	) =>
		options
			.map((one) => `${one.label.sv}${one.missing ? '?' : ''}${one.other ? '…' : ''}${one.exclusive ? '!' : ''}`)
			.join(' | ');
	return [
		`= ${definition.title.sv}${definition.intro ? ` (${definition.intro.sv})` : ''}`,
		...definition.items.flatMap((item) => {
			const parts = [`${item.id} ${item.type}: ${item.text.sv}`];
			if (item.help) parts.push(`(${item.help.sv})`);
			if ('required' in item && item.required) parts.push('*');
			if ('scale' in item) parts.push(`[${labels(scales.get(item.scale)?.options ?? [])}]`);
			if ('options' in item) parts.push(`[${labels(item.options)}]`);
			if (item.type === 'rating')
				parts.push(`[${item.min} ${item.minLabel?.sv ?? ''}–${item.max} ${item.maxLabel?.sv ?? ''}]`);
			if ('max' in item && item.max !== undefined && item.type !== 'rating') parts.push(`max ${item.max}`);
			if (item.type === 'text') parts.push(item.long === false ? 'short' : 'long');
			if (item.shownIf) parts.push(`if ${JSON.stringify(item.shownIf)}`);
			const rows = item.type === 'matrix' ? item.rows.map((row) => `  ${row.id} ${row.text.sv}`) : [];
			return [parts.join(' '), ...rows];
		}),
	];
}
