import type { Instrument } from '#shared/domain/instrument/model.ts';

/** A questionnaire as its author would have typed it: the scales from the positive end or not, as told, and no more than words. */
export function asText({ title, intro, items, scales }: Instrument, turned: ReadonlySet<string> = new Set()): string {
	const lines = [title.sv, '', ...(intro ? [intro.sv, ''] : [])];
	const row = (id: string) => {
		const labels = (scales.find((one) => one.id === id)?.options ?? []).map((one) => one.label.sv);
		return (turned.has(id) ? labels.toReversed() : labels).join('    ');
	};
	for (const item of items) {
		if (item.type === 'section') lines.push(item.text.sv, '');
		if (item.type === 'section') continue;
		lines.push(`${item.id}. ${item.text.sv}`);
		if (item.type === 'scale') lines.push(row(item.scale));
		if (item.type === 'matrix') lines.push(row(item.scale), ...item.rows.map((one) => `- ${one.text.sv}`));
		if (item.type === 'multiple') lines.push('(Flera alternativ kan markeras)');
		if ('options' in item) lines.push(...item.options.map((one) => `☐ ${one.label.sv}`));
		if (item.type === 'text') lines.push('______________________');
		lines.push('');
	}
	return lines.join('\n');
}
