import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReportLookup } from '#shared/domain/report/lookup.ts';
import { block, problem } from '#shared/domain/report/model.ts';
import { distance, nearest } from '#shared/domain/report/nearest.ts';
import { parseReport, type SourceNode } from '#shared/domain/report/parse.ts';
import { resolveReport } from '#shared/domain/report/resolve.ts';
import { normaliseSource, splitSource } from '#shared/domain/report/source.ts';
import { blockNames, valueNames } from '#shared/domain/report/specs.ts';
import { escapeMarkdown, fillTemplate, readTemplate } from '#shared/domain/report/template.ts';
import { takeValues, type ValueUse, writeBlock, writeValue } from '#shared/domain/report/values.ts';
import { costOf } from '../cost.ts';

/** A project with nothing in it. */
const empty: ReportLookup = {
	title: 'Tom',
	project: { title: 'Tom', commissioner: '', periodStart: null, periodEnd: null, smallestGroup: 6 },
	rounds: () => [],
	analyse: () => {
		throw new Error('there is no round');
	},
	instrumentOf: () => {
		throw new Error('there is no round');
	},
	instruments: () => [],
	instrument: () => null,
	documents: () => [],
	codes: () => [],
	excerpts: () => [],
};
const fill = (source: string) => resolveReport(parseReport(source), empty, 'sv');

const piece = fc.oneof(
	fc.string({ maxLength: 30, unit: 'binary' }),
	fc.constantFrom(
		...[
			'\n',
			'\n\n',
			'# ',
			'## ',
			' {-}',
			' {bilaga}',
			'> ',
			'- ',
			'1. ',
			'```\n',
			'~~~',
			':::\n',
			'::: ',
			'{{',
			'}}',
			'|',
		],
		...['<script>', '[a](javascript:x)', '**', '_', '\t', '\r\n', '\u0000', '\uE000', '0\uE001', '![', '](', '&amp;'],
	),
	fc.constantFrom(...blockNames).map((name) => `::: ${name}\n`),
	fc.constantFrom(...valueNames).map((name) => `{{${name} round="x"}}`),
	fc.constantFrom('round: x\n', 'items: 1 | 2\n', 'code: y\n', 'id: a\n', '{{ref a}}'),
);
const source = fc.array(piece, { maxLength: 60 }).map((parts) => parts.join(''));

describe('any text', () => {
	it('is a report: it is read and filled without an error, and comes out in shape', () => {
		fc.assert(
			fc.property(source, (text) => {
				const { document, problems } = fill(text);
				for (const one of document.blocks) block.parse(one);
				for (const one of problems) problem.parse(one);
			}),
			{ numRuns: 400 },
		);
	});

	it('has every line in one part, blocks and problems on lines that there are', () => {
		fc.assert(
			fc.property(source, (text) => {
				const plain = normaliseSource(text);
				const lines = plain.split('\n').length;
				let next = 1;
				for (const part of splitSource(plain)) {
					expect(part.line).toBe(next);
					next = part.kind === 'block' ? part.endLine + 1 : next + part.text.split('\n').length;
				}
				expect(next).toBe(lines + 1);
				for (const { line } of fill(text).problems) {
					expect(line).toBeGreaterThanOrEqual(1);
					expect(line).toBeLessThanOrEqual(lines);
				}
			}),
		);
	});

	it('keeps what was typed: nothing becomes an address that runs', () => {
		fc.assert(
			fc.property(source, (text) => {
				const out = JSON.stringify(fill(text).document);
				expect(out).not.toMatch(/"href":"(?!https?:|mailto:|#)/);
			}),
		);
	});
});

describe('lines', () => {
	const lineOf = (nodes: SourceNode[], kind: SourceNode['kind']) =>
		nodes.filter((node) => node.kind === kind).map((node) => node.line);
	it('are those of the source, for each kind of block', () => {
		const { nodes, values } = parseReport(
			'# A\n\ntext\nmer {{answered round="x"}}\n\n- ett\n- två\n\n> citat\n\n::: contents\n:::\n\n| a |\n|---|\n| b |\n\n```\n::: inte\n```\n## B {#b}\n',
		);
		expect(lineOf(nodes, 'heading')).toEqual([1, 21]);
		expect(lineOf(nodes, 'paragraph')).toEqual([3, 18]);
		expect(lineOf(nodes, 'list')).toEqual([6]);
		expect(lineOf(nodes, 'quote')).toEqual([9]);
		expect(lineOf(nodes, 'live')).toEqual([11]);
		expect(lineOf(nodes, 'table')).toEqual([14]);
		expect(values).toMatchObject([{ line: 4, column: 4, name: 'answered' }]);
	});
});

describe('hostile Markdown', () => {
	const size = 1_000_000;
	const repeat = (unit: string, to = size) => unit.repeat(Math.ceil(to / unit.length));
	for (const [name, text] of Object.entries({
		'a million quotation marks': repeat('>'),
		'bullets in bullets': repeat('- ', 100_000),
		'quotations in quotations': Array.from({ length: 900 }, (_, at) => `${'> '.repeat(at)}a`).join('\n'),
		'lists in lists': Array.from({ length: 900 }, (_, at) => `${'  '.repeat(at)}- a`).join('\n'),
		'emphasis that never ends': repeat('**a *b'),
		'emphasis in words': repeat('_a'),
		'links that never end': repeat('[a]('),
		'opened values': repeat('{{'),
		'values without end': repeat('{{answered round="'),
		'unknown values': repeat('{{x}} ', 200_000),
		'opened blocks': repeat('::: item-table\n', 200_000),
		'blocks with lines that do not belong': `::: item-table\n${repeat('inte en uppgift\n', 300_000)}`,
		'headings of one name': repeat('# a\n', 200_000),
		'one long line': repeat('ord '),
		'many paragraphs': repeat('ord\n\n', 500_000),
	})) {
		it(`${name}: read and filled in reasonable time`, async () => {
			expect(await costOf(() => fill(text))).toBeLessThan(100);
		});
	}

	it('shows raw HTML as text, and drops addresses that are not links', () => {
		const { document } = fill(
			'<script>alert(1)</script>\n\nhej <b onclick=x>du</b> [a](javascript:alert(1)) [b](data:text/html,x) ![c](http://x/y.png)',
		);
		const texts = document.blocks.flatMap((one) => (one.kind === 'paragraph' ? one.content : []));
		expect(texts.map((one) => one.text).join('')).toContain('<script>alert(1)</script>');
		expect(texts.map((one) => one.text).join('')).toContain('<b onclick=x>');
		expect(texts.every((one) => one.href === undefined)).toBe(true);
	});
});

describe('what is written is read back', () => {
	const text = fc.string({ maxLength: 40 }).filter((one) => !/[\n\r]|\}\}|\{\{/.test(one));
	it('values, with any name of a round', () => {
		fc.assert(
			fc.property(text, (name) => {
				const values: ValueUse[] = [];
				takeValues(writeValue('answered', { round: name }), 1, values);
				expect(values[0]?.args.round).toBe(name.trim());
			}),
		);
	});
	it('blocks, with any caption', () => {
		fc.assert(
			fc.property(text, (caption) => {
				const plain = caption
					.replace(/["'“”]/g, '')
					.replace(/\s+/g, ' ')
					.trim();
				const [block] = splitSource(writeBlock('contents', { title: plain }));
				expect(block?.kind === 'block' && (block.entries[0]?.value ?? '')).toBe(plain);
			}),
		);
	});
	it('headings, with any text', () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 30 }), (raw) => {
				const plain = raw
					.replace(/\s+/g, ' ')
					.trim()
					.replace(/\{\{|\}\}/g, '');
				fc.pre(plain !== '' && !/^#+$/.test(plain));
				const [node] = parseReport(`## ${escapeMarkdown(plain)}`).nodes;
				const said =
					node?.kind === 'heading' ? node.content.map((one) => ('text' in one ? one.text : '')).join('') : '';
				expect(said).toBe(plain);
			}),
		);
	});
});

describe('numbering', () => {
	it('counts by level, leaves out what is marked, and names appendices', () => {
		const { document } = fill(
			'# S {-}\n\n# A\n\n## B\n\n## C\n\n# D\n\n### E\n\n# F {bilaga}\n\n## G\n\n# H {appendix}',
		);
		const numbers = document.blocks.flatMap((one) => (one.kind === 'heading' ? [one.number] : []));
		expect(numbers).toEqual(['', '1', '1.1', '1.2', '2', '2.1.1', 'Bilaga 1', '', 'Bilaga 2']);
	});
	it('gives every heading a place of its own', () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom('a', 'a-2', 'A', 'ä', 'b', '!'), { maxLength: 30 }), (names) => {
				const { document } = fill(names.map((name) => `# ${name}`).join('\n\n'));
				const anchors = document.blocks.flatMap((one) => (one.kind === 'heading' ? [one.anchor] : []));
				expect(new Set(anchors).size).toBe(names.length);
			}),
		);
	});
	it('refuses the same id twice', () => {
		expect(fill('# A {#x}\n\n# B {#x}').problems.map((one) => one.reason)).toEqual(['double-id']);
	});
});

describe('nearest words', () => {
	it('are nearest first, and all there is where none is like it', () => {
		expect(nearest('Styrelsn', ['Lokus', 'Styrelsen', 'Styrelser'])[0]).toBe('Styrelsen');
		expect(nearest('xyzxyz', ['ett', 'två'])).toEqual(['ett', 'två']);
	});
	it('are measured as a distance is: none to itself, the same both ways', () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
				expect(distance(a, a)).toBe(0);
				expect(distance(a, b)).toBe(distance(b, a));
				expect(distance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
			}),
		);
	});
});

describe('a template', () => {
	it('is whole for a project with nothing in it', () => {
		const template = readTemplate(
			'x',
			'title: T\ndescription: D\norder: 3\n---\n# A\n\n[[rates]]\n\n[[surveys 3]]\n\n[[categories]]\n\nB\n',
		);
		expect(template).toMatchObject({ title: 'T', description: 'D', order: 3 });
		expect(fillTemplate(template, empty, 'sv')).toBe('# A\n\nB\n');
	});
});
