import fc from 'fast-check';
import { expect, test } from 'vitest';
import { faultOfAddress } from '#shared/domain/form/address.ts';
import { codeAddress } from '#shared/domain/form/code.ts';

test('a form lies at an address of the web; what is none is told by what it is', () => {
	const fine = [
		'https://exempel.se/enkat.html',
		'http://127.0.0.1:8080/',
		'https://förening.se',
		' https://x.se/a?b=1#c ',
	];
	for (const text of fine) expect([text, faultOfAddress(text)]).toEqual([text, null]);
	const faults = {
		file: [
			'enkät.html',
			'min enkät.htm',
			'file:///home/a/f.html',
			'C:\\Enkäter\\f.html',
			'/home/a/f.html',
			'\\\\server\\f.html',
		],
		'no-scheme': ['exempel.se', 'www.exempel.se/enkat.html', 'exempel.se:8080/a'],
		'not-web': [
			'javascript:alert(1)',
			'JavaScript://exempel.se/%0aalert(1)',
			'mailto:a@b.se',
			'data:text/html,x',
			'ftp://x.se',
			'',
		],
	};
	for (const [fault, texts] of Object.entries(faults))
		for (const text of [
			...texts,
			...(fault === 'not-web' ? ['Stora salen', 'https://', 'https:// x.se', 'https://x.se/a b'] : []),
		])
			expect([text, faultOfAddress(text)]).toEqual([text, fault]);
});

test('property: an address that is taken is of the web, in one piece, and stays one with a code in it', () => {
	const text = fc.oneof(
		fc.webUrl({ withFragments: true }),
		fc.string(),
		fc.string().map((rest) => `https://${rest}`),
	);
	fc.assert(
		fc.property(text, (typed) => {
			if (faultOfAddress(typed) !== null) return;
			const { protocol } = new URL(codeAddress(typed.trim(), 'ABCD-EFGH'));
			expect(['http:', 'https:']).toContain(protocol);
			expect(typed.trim()).not.toMatch(/\s/);
		}),
	);
});
