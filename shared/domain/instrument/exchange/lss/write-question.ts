import type { LocalText } from '../../model.ts';
import { writeCondition } from '../condition.ts';
import { inOne, noteOwn } from '../write-shared.ts';
import { writeParts } from './write-parts.ts';
import { addRow, put, type Question, relevance, type Writer } from './writer.ts';

/** A question with all it has, in the tables. `block`: the group that is shuffled, or empty. */
export function writeQuestion(item: Question, gid: string, order: number, block: string, writer: Writer): void {
	const { lose, code } = writer;
	noteOwn(item, lose);
	const { type, theme } = typeOf(item, writer);
	const other = (item.type === 'single' || item.type === 'multiple') && item.options.some((one) => one.other);
	if (other && !item.options.at(-1)?.other) lose('setting', code(item.id), 'order');
	const asked = item.type === 'info' ? null : item;
	const { pattern } = asked?.validation ?? {};
	const qid = addRow(
		'questions',
		{
			gid,
			type,
			title: code(item.id),
			preg: pattern ? `/^(?:${pattern})$/u` : '',
			other: other ? 'Y' : 'N',
			mandatory: asked?.required ? 'Y' : 'N',
			question_order: String(order),
			relevance: relevance(item, writer),
			question_theme_name: theme,
		},
		item,
		writer,
	);
	const attribute = (name: string, value: string | number | undefined, language = '') => {
		if (value !== undefined && value !== '')
			put(writer, 'question_attributes', { qid, attribute: name, value: String(value), language });
	};
	const local = (name: string, text: LocalText | undefined) => {
		if (text)
			for (const language of writer.languages) attribute(name, inOne(text, language, writer.languages), language);
	};
	attribute('random_group', block);
	if (asked?.default !== undefined) lose('default', item.id, String(asked.default));
	if (asked?.validation?.rule) {
		const rule = writeCondition(asked.validation.rule, writer.dialect);
		if (rule === null) lose('rule', item.id, 'rule');
		else attribute('em_validation_q', rule);
	}
	if (asked?.validation)
		local('em_validation_q_tip', asked.validation.message.sv === '' ? undefined : asked.validation.message);
	writeParts(item, qid, gid, attribute, local, writer);
}

function typeOf(item: Question, { lose }: Writer): { type: string; theme: string } {
	switch (item.type) {
		case 'info':
			return { type: 'X', theme: 'boilerplate' };
		case 'scale':
		case 'single':
			return { type: 'L', theme: 'listradio' };
		case 'multiple':
			return { type: 'M', theme: 'multiplechoice' };
		case 'ranking':
			return { type: 'R', theme: 'ranking' };
		case 'matrix':
			return { type: 'F', theme: 'arrays/array' };
		case 'rating':
			if (item.min < 0) {
				lose('type', item.id, 'rating');
				return { type: 'N', theme: 'numerical' };
			}
			if (item.min === 1 && item.max === 5 && !item.minLabel && !item.maxLabel)
				return { type: '5', theme: '5pointchoice' };
			return { type: 'L', theme: 'listradio' };
		case 'number':
			return { type: 'N', theme: 'numerical' };
		case 'date':
			return { type: 'D', theme: 'date' };
		case 'text':
			return item.long === false ? { type: 'S', theme: 'shortfreetext' } : { type: 'T', theme: 'longfreetext' };
	}
}
