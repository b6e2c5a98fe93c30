import { digitOf } from '#shared/domain/instrument/digit.ts';
import { limitWords } from '#shared/domain/instrument/limits.ts';
import { linesToWrite } from '#shared/domain/instrument/lines.ts';
import type { Item, Option } from '#shared/domain/instrument/model.ts';
import { formatNumber } from '#shared/i18n/format.ts';
import { asHtml } from '../report/escape.ts';
import type { Paper } from './paper.ts';

type Field<T extends Item['type']> = Extract<Item, { type: T }>;
type Choice = Field<'single' | 'multiple' | 'ranking'>;

/** A box to be filled in: round for one of several, square where several may be ticked, larger where a rank is written. */
export function mark(kind: 'one' | 'several' | 'rank'): string {
	return `<span class="mark ${kind}"></span>`;
}

/** Where an item is answered. Scales and matrices are tables of their own. */
export function fieldOf(item: Exclude<Item, { type: 'section' | 'info' | 'scale' | 'matrix' }>, paper: Paper): string {
	switch (item.type) {
		case 'single':
		case 'multiple':
		case 'ranking':
			return instruction(item, paper) + options(item, paper);
		case 'rating':
			return rating(item, paper);
		case 'number':
			return number(item, paper);
		case 'date':
			return date(paper);
		case 'text':
			return lines(linesToWrite(item));
	}
}

/** Rules to write on. */
const lines = (count: number) => '<div class="write"></div>'.repeat(count);

function instruction(item: Choice, { words }: Paper): string {
	const said = item.type === 'ranking' ? words.rank(item.max ?? item.options.length) : howMany(item, words);
	return said ? `<p class="help">${asHtml(said)}</p>` : '';
}

function howMany(item: Choice, words: Paper['words']): string {
	if (item.type !== 'multiple') return '';
	const between = (least: number, most: number) => (least === most ? words.exactly(least) : words.between(least, most));
	return limitWords(item, { between, atLeast: words.atLeast, atMost: words.atMost });
}

/** Alternatives one under another, in two columns where they are many and short. */
function options(item: Choice, paper: Paper): string {
	const { language, size } = paper;
	const kind = item.type === 'single' ? 'one' : item.type === 'multiple' ? 'several' : 'rank';
	const longest = Math.max(...item.options.map((one) => (one.label[language] ?? one.label.sv).length));
	const two = size === 'normal' && item.options.length > 5 && longest < 34 && !item.options.some((one) => one.other);
	const rows = item.options.map((option, index) => row(option, index, kind, paper)).join('');
	return `<ul class="options${two ? ' two' : ''}">${rows}</ul>`;
}

function row(option: Option, index: number, kind: 'one' | 'several' | 'rank', { say, words, codes }: Paper): string {
	const code = codes && kind !== 'rank' ? `<span class="code">${digitOf(index)}</span>` : '';
	const note = option.exclusive ? ` <span class="note">(${asHtml(words.exclusive)})</span>` : '';
	const line = option.other ? '<span class="line"></span>' : '';
	return `<li${option.missing ? ' class="apart"' : ''}>${code}${mark(kind)}<span>${say(option.label)}${note}</span>${line}</li>`;
}

/** Whole numbers in a row, with words at both ends. */
function rating({ min, max, look = 'numbers', minLabel, maxLabel }: Field<'rating'>, { say }: Paper): string {
	const steps = Array.from({ length: max - min + 1 }, (_, at) => min + at);
	const face = (at: number) =>
		look === 'faces' ? drawFace(at / Math.max(1, steps.length - 1)) : look === 'stars' ? '★' : '';
	const ends =
		minLabel || maxLabel
			? `<div class="ends"><span>${minLabel ? say(minLabel) : ''}</span><span>${maxLabel ? say(maxLabel) : ''}</span></div>`
			: '';
	const cells = steps.map((step, at) => `<span>${face(at)}<b>${step}</b>${mark('one')}</span>`).join('');
	return `${ends}<div class="numbers">${cells}</div>`;
}

/** A face whose mouth goes from a frown at 0 to a smile at 1. */
function drawFace(gladness: number): string {
	const curve = 15.5 + (gladness - 0.5) * 9;
	const corners = 15.5 - (gladness - 0.5) * 3;
	return `<svg viewBox="0 0 24 24" fill="none" stroke="#000" stroke-width="1.3" aria-hidden="true"><circle cx="12" cy="12" r="10.5"/><path d="M7 ${corners} Q12 ${curve} 17 ${corners}"/><circle cx="8.5" cy="9.5" r=".9" fill="#000"/><circle cx="15.5" cy="9.5" r=".9" fill="#000"/></svg>`;
}

const boxes = (count: number) => `<span class="boxes">${'<i></i>'.repeat(count)}</span>`;

/** A box for each digit where it is known how many there may be, else one that has room. */
function number(item: Field<'number'>, { say, words, language }: Paper): string {
	const { min, max, decimals = 10, unit } = item;
	const write = (value: number) => formatNumber(value, language, 10);
	const digits = max !== undefined && decimals === 0 && (min ?? 0) >= 0 ? String(Math.trunc(max)).length : 0;
	const field = digits > 0 && digits <= 8 ? boxes(digits) : '<span class="wide"></span>';
	const bounds =
		min !== undefined && max !== undefined
			? words.range(write(min), write(max))
			: min !== undefined
				? words.from(write(min))
				: max !== undefined
					? words.to(write(max))
					: '';
	return `<div class="cells">${field}<span class="unit">${unit ? say(unit) : ''} ${bounds ? `<small>(${asHtml(bounds)})</small>` : ''}</span></div>`;
}

function date({ words }: Paper): string {
	const group = (count: number, name: string) =>
		`<span class="group">${boxes(count)}<small>${asHtml(name)}</small></span>`;
	const dash = '<span class="dash">–</span>';
	const { year, month, day } = words.date;
	return `<div class="cells">${group(4, year)}${dash}${group(2, month)}${dash}${group(2, day)}</div>`;
}
