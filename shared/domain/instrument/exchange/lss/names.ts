import type { Instrument } from '../../model.ts';
import { questionsOf } from '../../questions.ts';
import { type Dialect, never } from '../condition.ts';
import { type Lose, namesFor } from '../write-shared.ts';
import type { Writer } from './writer.ts';

/** Names as LimeSurvey allows them: questions of letters and digits, a letter first; answers of five letters and digits at most. */
export function namesOf(instrument: Instrument, lose: Lose): Pick<Writer, 'code' | 'field' | 'value' | 'dialect'> {
	const asCode = (id: string) => {
		const plain = id.replace(/[^A-Za-z0-9]/g, '');
		return /^[A-Za-z]/.test(plain) ? plain : `Q${plain}`;
	};
	const asked = instrument.items.filter((item) => item.type !== 'section');
	const codes = namesFor(
		asked.map((item) => item.id),
		asCode,
		20,
		lose,
	);
	const rows = namesFor(
		asked.flatMap((item) => (item.type === 'matrix' ? item.rows.map((row) => row.id) : [])),
		asCode,
		20,
		lose,
	);
	const values = new Map<string, Map<string, string>>();
	for (const item of asked) {
		if (!('options' in item) && !('scale' in item)) continue;
		const options =
			'options' in item ? item.options : (instrument.scales.find((one) => one.id === item.scale)?.options ?? []);
		const most = item.type === 'multiple' ? 20 : 5;
		const ranked = item.type === 'ranking';
		const plain = options.filter((one) => ranked || !one.other).map((one) => one.value);
		const named = namesFor(
			plain,
			(value) => value.replace(/[^A-Za-z0-9]/g, '') || 'A',
			most,
			lose,
			codes.get(item.id) ?? item.id,
		);
		for (const one of options)
			if (one.other && !ranked) {
				named.set(one.value, '-oth-');
				if (one.value !== 'other') lose('renamed', codes.get(item.id) ?? item.id, `${one.value} → other`);
			}
		values.set(item.id, named);
		if (item.type === 'matrix') for (const row of item.rows) values.set(row.id, named);
	}
	const questions = new Map(questionsOf(instrument).map((one) => [one.id, one]));
	const field = (id: string) => {
		const question = questions.get(id);
		if (question?.otherOf) return `${codes.get(question.otherOf)}_other`;
		return question?.matrix ? `${codes.get(question.matrix)}_${rows.get(id)}` : (codes.get(id) ?? id);
	};
	const name = (id: string) => `${field(id)}.NAOK`;
	const value = (id: string, one: string) => values.get(id)?.get(one) ?? one;
	const options = (id: string) => questions.get(id)?.options ?? [];
	const chosen = (id: string, one: string) =>
		value(id, one) === '-oth-'
			? `!is_empty(${codes.get(id)}_other.NAOK)`
			: `${codes.get(id)}_${value(id, one)}.NAOK == "Y"`;
	const dialect: Dialect = {
		answered: (id) => {
			const type = questions.get(id)?.type;
			if (type === 'ranking') return null;
			if (type === 'multiple')
				return `(${options(id)
					.map((one) => chosen(id, one.value))
					.join(' or ')})`;
			return `!is_empty(${name(id)})`;
		},
		is: (id, all) => {
			const question = questions.get(id);
			if (question?.type === 'ranking' || all.some((one) => one.includes('"'))) return null;
			const each = all.map((one) =>
				question?.type === 'multiple' ? chosen(id, one) : `${name(id)} == "${value(id, one)}"`,
			);
			return each.length === 1 ? (each[0] ?? null) : `(${each.join(' or ')})`;
		},
		chosenAtLeast: (id, count) => {
			const type = questions.get(id)?.type;
			if (type === 'ranking') return null;
			if (type === 'multiple') return `count(that.${codes.get(id)}.NAOK) >= ${count}`;
			return count === 1 ? dialect.answered(id) : never(id, dialect);
		},
		compare: (id, sign, number) => {
			const type = questions.get(id)?.type;
			return type === 'multiple' || type === 'ranking'
				? never(id, dialect)
				: `(!is_empty(${name(id)}) and ${name(id)} ${sign} ${number})`;
		},
		not: (inner) => `!(${inner})`,
	};
	return { code: (id) => codes.get(id) ?? rows.get(id) ?? id, field, value, dialect };
}
