import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkInstrument } from '#shared/domain/instrument/check.ts';
import type { Answers, Instrument, Item } from '#shared/domain/instrument/model.ts';
import { otherId } from '#shared/domain/instrument/questions.ts';
import { codebookOf } from '#shared/domain/responses/codebook.ts';
import { fieldsOf } from '#shared/domain/responses/fields.ts';
import { layoutOf } from '#shared/domain/responses/layout.ts';
import { makeInstrument } from '#shared/domain/responses/make-instrument.ts';
import { proposeColumns } from '#shared/domain/responses/propose.ts';
import { writers } from './write.ts';

const texts = [
	...[
		'Hur nöjd är du med mötena?',
		'Vilka kanaler läser du?',
		'Ordna arbetsformerna',
		'Var bor du?',
		'Hur väl stämmer det här?',
	],
	...[
		'Hur länge har du varit medlem?',
		'När gick du med?',
		'Vad vill du säga till styrelsen?',
		'Rekommenderar du oss?',
	],
	...['Vilka kurser har du gått?', 'Vilket ansvar har du?', 'Hur ofta deltar du?'],
];
const labels = [
	['Inte alls', 'Lite', 'Ganska mycket', 'Helt'],
	['Brevet', 'Webben', 'Lokalpressen', 'Affischen'],
	['Samtal i grupp', 'Föreläsning', 'Studiebesök', 'Eget arbete'],
];
const rows = [['Jag blir lyssnad på', 'Jag vet vem som bestämmer', 'Tiden räcker']];

/** Questionnaires of all types as one has them, with texts of their own, and answers to them. */
const survey: fc.Arbitrary<{ instrument: Instrument; answers: Answers[] }> = fc
	.record({
		kinds: fc.shuffledSubarray(
			[
				'scale',
				'single',
				'multiple',
				'ranking',
				'matrix',
				'rating',
				'number',
				'date',
				'text',
				'multiple2',
				'single2',
			] as const,
			{ minLength: 2 },
		),
		other: fc.boolean(),
		seed: fc.array(fc.nat(9999), { minLength: 12, maxLength: 12 }),
		count: fc.integer({ min: 1, max: 8 }),
	})
	.map(({ kinds, other, seed, count }) => {
		const items = kinds.map((kind, at): Item => {
			const base = { id: String(at + 1), text: { sv: texts[at] ?? '' } };
			const options = (labels[(seed[at] ?? 0) % 3] ?? []).map((label, place) => ({
				value: `v${place + 1}`,
				label: { sv: label },
			}));
			const withOther = other
				? [...options, { value: 'annat', label: { sv: 'Annat' }, other: true as const }]
				: options;
			if (kind === 'scale') return { ...base, type: kind, scale: 's' };
			if (kind === 'single' || kind === 'single2') return { ...base, type: 'single', options: withOther };
			if (kind === 'multiple' || kind === 'multiple2') return { ...base, type: 'multiple', options: withOther };
			if (kind === 'ranking') return { ...base, type: kind, options };
			if (kind === 'matrix') {
				const own = (rows[0] ?? []).map((text, place) => ({ id: `${at + 1}${'abc'[place]}`, text: { sv: text } }));
				return { ...base, type: kind, scale: 's', rows: own };
			}
			if (kind === 'rating') return { ...base, type: kind, min: 1, max: 10 };
			if (kind === 'number') return { ...base, type: kind, decimals: 1 };
			return { ...base, type: kind };
		});
		const instrument: Instrument = {
			format: 'underlag-instrument/1',
			key: 'gjord',
			version: 1,
			title: { sv: 'Gjord' },
			scales: [
				{
					id: 's',
					options: ['Aldrig', 'Sällan', 'Ibland', 'Ofta', 'Alltid'].map((label, at) => ({
						value: String(at + 1),
						label: { sv: label },
					})),
				},
			],
			items,
		};
		let turn = 0;
		const next = (size: number) => ((seed[turn++ % seed.length] ?? 0) + turn * 7) % size;
		const answers = Array.from({ length: count }, () => {
			const each: Answers = {};
			for (const item of items) {
				if (next(5) === 0) continue;
				if (item.type === 'scale') each[item.id] = String(next(5) + 1);
				else if (item.type === 'matrix') for (const row of item.rows) each[row.id] = String(next(5) + 1);
				else if (item.type === 'single') each[item.id] = item.options[next(item.options.length)]?.value ?? '';
				else if (item.type === 'multiple')
					each[item.id] = item.options
						.filter((_option, place) => place === 0 || next(2) === 0)
						.map(({ value }) => value);
				else if (item.type === 'ranking') {
					const values = item.options.map(({ value }) => value);
					each[item.id] = next(2) === 0 ? values.reverse() : values;
				} else if (item.type === 'rating') each[item.id] = next(10) + 1;
				else if (item.type === 'number') each[item.id] = next(400) / 10;
				else if (item.type === 'date') each[item.id] = `2026-0${next(9) + 1}-${next(18) + 10}`;
				else if (item.type === 'text')
					each[item.id] = ['Bra möten, {helt enkelt}.', 'Två\nrader; med\ttabb', '=SUMMA(A1)'][next(3)] ?? '';
				const chosen = each[item.id];
				if (chosen === 'annat' || (Array.isArray(chosen) && chosen.includes('annat')))
					each[otherId(item.id)] = 'Grannens hund';
			}
			return each;
		});
		return { instrument, answers };
	});

function importTable(written: ReturnType<(typeof writers)[string]>, instrument: Instrument) {
	const layout = layoutOf(written.rows);
	const data = written.rows.slice(layout.skip);
	const codebook = written.list ? codebookOf(written.list) : null;
	const { columns } = proposeColumns({ layout, rows: data }, instrument, { codebook });
	const fields = fieldsOf(columns, instrument, layout.service);
	const faults: unknown[] = [];
	const answers = data.map((cells) => {
		const each: Answers = {};
		for (const field of fields) {
			const read = field.read(cells, (fault) => faults.push(fault));
			if (read) each[field.id] = read.answer;
		}
		return each;
	});
	return { layout, columns, answers, faults };
}

for (const [service, write] of Object.entries(writers))
	test(`property: what is written as ${service} does comes back as it was answered`, () => {
		fc.assert(
			fc.property(survey, ({ instrument, answers }) => {
				const found = importTable(write(instrument, answers), instrument);
				if (!service.startsWith('plain')) expect(found.layout.service).toBe(service);
				expect(found.faults).toEqual([]);
				expect(found.answers).toEqual(answers);
			}),
			{ numRuns: 60 },
		);
	});

for (const [service, write] of Object.entries(writers))
	test(`property: a questionnaire made of what ${service} writes is sound, and reads its own file without a fault`, () => {
		fc.assert(
			fc.property(survey, ({ instrument, answers }) => {
				const written = write(instrument, answers);
				const layout = layoutOf(written.rows);
				const file = { layout, rows: written.rows.slice(layout.skip) };
				const made = makeInstrument(file, {
					title: 'Ur en fil',
					key: 'ur-en-fil',
					scales: instrument.scales,
					codebook: written.list ? codebookOf(written.list) : null,
				});
				expect(checkInstrument(made.instrument)).toEqual([]);
				const fields = fieldsOf(made.columns, made.instrument, layout.service);
				const faults: unknown[] = [];
				for (const cells of file.rows) for (const field of fields) field.read(cells, (fault) => faults.push(fault));
				expect(faults).toEqual([]);
			}),
			{ numRuns: 40 },
		);
	});
