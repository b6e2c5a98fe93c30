import { digitOf } from '#shared/domain/instrument/digit.ts';
import type { Option, Scale } from '#shared/domain/instrument/model.ts';
import { asHtml } from '../report/escape.ts';
import { mark } from './fields.ts';
import type { Paper } from './paper.ts';

const scaleOf = ({ instrument }: Paper, id: string): Scale =>
	instrument.scales.find((one) => one.id === id) ?? { id, options: [] };

/** A scale's options as they are drawn: with its words, or its words at the ends alone, and with its number where it has one. */
function pointsOf(scale: Scale, { say, codes }: Paper) {
	const points = scale.options.filter((one) => !one.missing);
	return scale.options.map((option, index) => {
		const at = points.indexOf(option);
		const inside = scale.labels === 'ends' && at > 0 && at < points.length - 1;
		const words = inside && !option.missing ? '' : say(option.label);
		const number = scale.numbered && at >= 0 ? String(at + 1) : '';
		return {
			option,
			/** The first that stands outside the scale is set apart from it. */
			apart: option.missing === true && !scale.options[index - 1]?.missing,
			label: [number, words].filter((one) => one !== '').join('<br>'),
			line: [number, words].filter((one) => one !== '').join(' '),
			// The number of a point is its digit already; an empty one keeps the column.
			code: codes ? `<span class="code">${digitOf(index) === number ? '' : digitOf(index)}</span>` : '',
		};
	});
}

/** A table with the scale in its head, which is repeated on each page; without rows, one row for a question that stands above. */
export function scaleTable(id: string, rows: readonly { id: string; html: string }[], paper: Paper): string {
	const points = pointsOf(scaleOf(paper, id), paper);
	const apart = (one: { apart: boolean }) => (one.apart ? ' class="apart"' : '');
	const alone = rows.length === 0;
	const share = alone ? 100 / points.length : Math.min(13, 70 / points.length);
	const columns = `<colgroup>${alone ? '' : '<col>'}${`<col style="width:${share}%">`.repeat(points.length)}</colgroup>`;
	const head = points.map((one) => `<th scope="col"${apart(one)}>${one.label}${one.code}</th>`).join('');
	const cells = points.map((one) => `<td${apart(one)}>${mark('one')}</td>`).join('');
	const lines = alone
		? `<tr>${cells}</tr>`
		: rows
				.map(
					(row) =>
						`<tr><th scope="row" class="row"><span class="words"><span class="no">${asHtml(row.id)}</span><span>${row.html}</span></span></th>${cells}</tr>`,
				)
				.join('\n');
	return `<table>${columns}<thead><tr>${alone ? '' : '<th class="row"></th>'}${head}</tr></thead><tbody>${lines}</tbody></table>`;
}

/** A scale with one option under another: for the large print, where a table has no room. */
export function stackedScale(id: string, paper: Paper): string {
	const points = pointsOf(scaleOf(paper, id), paper);
	return `<ul class="options">${points.map((one) => `<li${one.apart ? ' class="apart"' : ''}>${one.code}${mark('one')}<span>${one.line || digitOf(optionPlace(points, one.option))}</span></li>`).join('')}</ul>`;
}

const optionPlace = (points: readonly { option: Option }[], option: Option) =>
	points.findIndex((one) => one.option === option);
