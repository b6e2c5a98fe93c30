import type { LocalText, Option } from '../../model.ts';
import { noteOutside, scaleOptions } from '../write-shared.ts';
import { addRow, put, type Question, type Writer, words } from './writer.ts';

/** What a question consists of: its answers, subquestions and attributes. */
export function writeParts(
	item: Question,
	qid: string,
	gid: string,
	attribute: (name: string, value: string | number | undefined, language?: string) => void,
	local: (name: string, text: LocalText | undefined) => void,
	writer: Writer,
): void {
	const { instrument, lose, code, value } = writer;
	const answer = (text: LocalText, own: string, at: number, weight: number) => {
		const aid = writer.next();
		put(writer, 'answers', {
			aid,
			qid,
			code: own,
			sortorder: String(at),
			assessment_value: String(weight),
			scale_id: '0',
		});
		for (const language of writer.languages)
			put(writer, 'answer_l10ns', {
				id: writer.next(),
				aid,
				answer: words(text, language, writer),
				language,
			});
	};
	const sub = (text: LocalText, own: string, at: number) =>
		addRow(
			'subquestions',
			{ gid, parent_qid: qid, type: item.type === 'matrix' ? 'F' : 'M', title: own, question_order: String(at) },
			{ text },
			writer,
		);
	if (item.type === 'scale' || item.type === 'matrix') {
		let weight = 0;
		for (const [at, one] of scaleOptions(instrument, item, lose).entries())
			answer(one.label, value(item.id, one.value), at, one.missing ? 0 : ++weight);
	}
	if (item.type === 'matrix') {
		for (const [at, row] of item.rows.entries()) sub(row.text, code(row.id), at);
		if (item.shuffleRows) attribute('random_order', 1);
	}
	if (item.type === 'single' || item.type === 'multiple' || item.type === 'ranking') {
		const exclusive: string[] = [];
		for (const [at, one] of item.options.entries()) {
			if (!one.other) noteOption(one, item, exclusive, writer);
			if (one.other && item.type === 'ranking') lose('setting', code(item.id), `other: ${one.value}`);
			if (one.other && item.type !== 'ranking') local('other_replace_text', one.label);
			else if (item.type === 'multiple') sub(one.label, value(item.id, one.value), at);
			else answer(one.label, value(item.id, one.value), at, 0);
		}
		attribute('exclude_all_others', exclusive.join(';'));
		if (item.shuffleOptions) attribute('random_order', 1);
	}
	if (item.type === 'multiple') attribute('min_answers', item.min);
	if (item.type === 'multiple' || item.type === 'ranking') attribute('max_answers', item.max);
	if (item.type === 'rating' && item.min < 0) {
		attribute('min_num_value_n', item.min);
		attribute('max_num_value_n', item.max);
		attribute('num_value_int_only', 1);
	} else if (item.type === 'rating' && (item.min !== 1 || item.max !== 5 || item.minLabel || item.maxLabel)) {
		for (let at = item.min; at <= item.max; at++) {
			const end = at === item.min ? item.minLabel : at === item.max ? item.maxLabel : undefined;
			const label = end
				? { sv: `${at} ${end.sv}`, ...(end.en === undefined ? {} : { en: `${at} ${end.en}` }) }
				: { sv: String(at), en: String(at) };
			answer(label, String(at), at - item.min, 0);
		}
	}
	if (item.type === 'number') {
		attribute('min_num_value_n', item.min);
		attribute('max_num_value_n', item.max);
		if (item.decimals === 0) attribute('num_value_int_only', 1);
		if (item.decimals) lose('setting', item.id, 'decimals');
		local('suffix', item.unit);
	}
	if (item.type === 'date') {
		attribute('date_format', 'yyyy-mm-dd');
		attribute('date_min', item.from);
		attribute('date_max', item.to);
	}
	if (item.type === 'text') attribute('maximum_chars', item.maxLength);
}

function noteOption(option: Option, item: Question, exclusive: string[], { lose, value, code }: Writer): void {
	noteOutside(option, code(item.id), lose);
	if (!option.exclusive) return;
	if (item.type === 'multiple') exclusive.push(value(item.id, option.value));
	else lose('setting', code(item.id), `exclusive: ${option.value}`);
}
