import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { forkNode } from '../../../electron/workers/fork.ts';
import { createRunJob } from '../../../electron/workers/run-job.ts';
import { makeDocx, makeZip } from './make-zip.ts';

const runJob = createRunJob(forkNode, fileURLToPath(new URL('../../../electron/workers/child.ts', import.meta.url)));
const read = (bytes: Uint8Array) =>
	runJob(
		'document.read',
		{ name: 'x.docx', bytes },
		{ signal: new AbortController().signal, onProgress: () => undefined },
	);
const p = (content: string) => `<w:p>${content}</w:p>`;
const r = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

test('words, line breaks, tabs and tables are kept; links and pictures are not', async () => {
	const link = '<w:hyperlink r:id="l1"><w:r><w:t>klicka</w:t></w:r></w:hyperlink>';
	const rels = {
		name: 'word/_rels/document.xml.rels',
		content:
			'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="l1" TargetMode="External" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="javascript:alert(1)"/></Relationships>',
	};
	const table = `<w:tbl><w:tr><w:tc>${p(r('cell ett'))}</w:tc><w:tc>${p(r('cell två'))}</w:tc></w:tr></w:tbl>`;
	const body = p(`${r('I: Hur?')}<w:r><w:br/></w:r>${r('SK1: Så')}<w:r><w:tab/></w:r>${link}`) + table;
	const got = await read(makeDocx(body, [rels]));
	expect(got.text).toBe('I: Hur?\nSK1: Så\tklicka\n\ncell ett\n\ncell två');
	expect(got.speakers).toHaveLength(2);
	expect(JSON.stringify(got)).not.toContain('javascript');
});

test('a document that unpacks to too much is refused before it is parsed', async () => {
	const bomb = makeDocx(p(r('a'.repeat(40_000_000))));
	expect(bomb.length).toBeLessThan(100_000);
	await expect(read(bomb)).rejects.toMatchObject({ code: 'WORKER_LIMIT', params: { what: 'memory' } });
});

test('a bomb under the bound of size but of a million elements ends its process, not the program', async () => {
	await expect(read(makeDocx('<w:p><w:r><w:t>x</w:t></w:r></w:p>'.repeat(900_000)))).rejects.toMatchObject({
		code: 'WORKER_LIMIT',
	});
}, 90_000);

test.each([
	['a zip of something else', makeZip([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' }])],
	['a zip with a path out of it', makeDocx(p(r('x')), [{ name: '../../evil.xml', content: '<a/>' }])],
	[
		'a part that lies about its size',
		makeDocx(p(r('x')), [{ name: 'word/styles.xml', content: 'a'.repeat(5000), statedSize: 10 }]),
	],
	['an encrypted part', makeDocx(p(r('x')), [{ name: 'word/styles.xml', content: '<a/>', encrypted: true }])],
	['broken XML', makeDocx('<w:p><w:r>')],
	[
		'the old format or an encrypted one',
		Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(600).fill(0)]),
	],
	['a truncated one', makeDocx(p(r('x'))).slice(0, 300)],
])('%s is refused as unreadable', async (_what, bytes) => {
	await expect(read(bytes)).rejects.toMatchObject({
		code: 'IMPORT_UNREADABLE',
		params: { name: 'x.docx', format: 'docx' },
	});
});

test('entities that a document declares itself are not expanded', async () => {
	const evil = makeZip([
		{
			name: '[Content_Types].xml',
			content: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
		},
		{
			name: 'word/document.xml',
			content: `<!DOCTYPE a [<!ENTITY b "${'x'.repeat(1000)}"><!ENTITY c "${'&b;'.repeat(1000)}"><!ENTITY f SYSTEM "file:///etc/passwd">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>hej &c;&f;</w:t></w:r></w:p></w:body></w:document>`,
		},
	]);
	const outcome = await read(evil).catch((error: { code: string }) => error.code);
	if (typeof outcome === 'string') expect(outcome).toBe('IMPORT_UNREADABLE');
	else expect(outcome.text).not.toMatch(/xxx|root:/);
});
