import type { Item } from '../../model.ts';
import { type Resolve, readCondition } from '../condition.ts';
import { unbound } from '../local-text.ts';
import { resolveIn } from './conditions.ts';
import { attribute, attributeText, type Context, get } from './survey.ts';

/** The rule and the pattern that an answer must satisfy, with their message. */
export function readValidation(
	item: Exclude<Item, { type: 'section' | 'info' }>,
	{ qid, row, code, survey }: Context,
): void {
	const { draft, refers } = survey;
	const message = attributeText(qid, 'em_validation_q_tip', item.id, survey) ?? { sv: '' };
	const rule = attribute(qid, 'em_validation_q', survey);
	const pattern = /^\/(.+)\/[a-z]*$/s.exec(get(row, 'preg').trim())?.[1];
	const resolve: Resolve = (name) => {
		const bare = name.replace(/\.NAOK$/i, '');
		return bare === 'this' || bare === code ? { id: item.id } : resolveIn(refers)(name);
	};
	const condition = rule === '' ? null : readCondition(rule, resolve);
	if (rule !== '' && !condition) draft.lose('rule', item.id, rule);
	const whole = pattern && (unbound(pattern) ?? `.*(?:${pattern}).*`);
	if (whole && (item.type !== 'text' || whole.length > 500)) draft.lose('rule', item.id, pattern ?? '');
	const kept = whole && item.type === 'text' && whole.length <= 500 ? { pattern: whole } : {};
	if (condition || 'pattern' in kept) item.validation = { ...kept, ...(condition ? { rule: condition } : {}), message };
}
