import fc from 'fast-check';
import { expect, test } from 'vitest';
import { headingsOf } from '../../../renderer/app/lists/headings.ts';
import { matchWords } from '../../../renderer/app/match-words.ts';
import { baseName, fileNameOf, freeName, joinPath } from '../../../renderer/features/start/file-name.ts';

test('a file name holds nothing that a system forbids, and ends as projects do', () => {
	expect(fileNameOf('Långsiktig samverkan: två år?')).toBe('Långsiktig samverkan två år.underlag');
	expect(fileNameOf('..')).toBe('projekt.underlag');
	expect(fileNameOf('A.underlag')).toBe('A.underlag');
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
			const name = fileNameOf(title);
			expect(name.endsWith('.underlag')).toBe(true);
			expect([...name].every((sign) => sign >= ' ' && !'/\\:*?"<>|'.includes(sign))).toBe(true);
			expect(name.startsWith('.')).toBe(false);
			expect(fileNameOf(name)).toBe(name);
		}),
	);
});

test('a free name is one that is not taken, whatever the case', () => {
	expect(freeName('A.underlag', [])).toBe('A.underlag');
	expect(freeName('A.underlag', ['a.UNDERLAG', 'A 2.underlag'])).toBe('A 3.underlag');
});

test('paths are joined with the separator of the folder', () => {
	expect(joinPath('/home/x', 'a')).toBe('/home/x/a');
	expect(joinPath('/', 'a')).toBe('/a');
	expect(joinPath('C:\\Users\\x', 'a')).toBe('C:\\Users\\x\\a');
	expect(joinPath('C:\\', 'a')).toBe('C:\\a');
	expect(joinPath('/home/odd\\name', 'a')).toBe('/home/odd\\name/a');
	expect(baseName('C:\\Users\\a.underlag')).toBe('a.underlag');
});

test('names are found by their words, in any order, with or without accents', () => {
	expect(matchWords('roll', 'Rollens otydlighet')).toBe(0);
	expect(matchWords('otyd', 'Rollens otydlighet')).toBe(1);
	expect(matchWords('otyd roll', 'Rollens otydlighet')).toBe(1);
	expect(matchWords('lens', 'Rollens otydlighet')).toBe(2);
	expect(matchWords('vem', 'Rollens otydlighet', 'Vem som gör vad')).toBe(3);
	expect(matchWords('aterkoppling', 'Återkoppling')).toBe(0);
	expect(matchWords('Åter', 'Återkoppling')).toBe(0);
	expect(matchWords('roll mandat', 'Rollens otydlighet')).toBeNull();
	expect(matchWords('', 'Allt')).toBe(0);
});

test('any words typed are taken as words', () => {
	fc.assert(
		fc.property(fc.string(), fc.string(), (query, name) => {
			const rank = matchWords(query, name);
			expect(rank === null || (rank >= 0 && rank <= 3)).toBe(true);
			expect(matchWords(name, name)).not.toBeNull();
		}),
	);
});

test('headings of a report, without those in code and without their anchors', () => {
	const text = '# Ett {#a}\n\n```\n# inte\n```\n## **Två**\n#### fyra\n~~~\n## inte\n```\n~~~\n### Tre ###';
	expect(headingsOf(text)).toEqual([
		{ level: 1, text: 'Ett', line: 1 },
		{ level: 2, text: 'Två', line: 6 },
		{ level: 3, text: 'Tre', line: 12 },
	]);
});
