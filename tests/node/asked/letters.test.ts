import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import mammoth from 'mammoth';
import { expect, test } from 'vitest';
import { emptyFields, fillLetter, marksIn } from '#shared/domain/asked/letters.ts';
import { writeMail } from '#shared/domain/asked/mail.ts';
import { messages } from '#shared/i18n/messages.ts';
import { writeLetters } from '../../../electron/formats/letters/docx.ts';
import { measureZip } from '../../../electron/formats/zip/measure.ts';
import { writeZip } from '../../../electron/formats/zip/write.ts';

const values = {
	...{ name: 'Ann Berg', firstName: 'Ann', code: 'K7QF', link: 'https://exempel.se', lastDay: '3 maj 2026' },
	...{ round: 'Styrelsen', sender: 'Bo {{kod}}' },
};

test('marks are filled in both languages, a value is never read for marks, and an unknown one stays', () => {
	expect(fillLetter('{{namn}}/{{ Name }}/{{Sista dag}}/{{first name}}/{{avsändare}}/{{adress}}', values)).toBe(
		'Ann Berg/Ann Berg/3 maj 2026/Ann/Bo {{kod}}/{{adress}}',
	);
	expect(marksIn('{{kod}} {{adress}}')).toEqual({ used: new Set(['code']), unknown: ['{{adress}}'] });
});

test('a field that a text uses and nothing is written in is told, in the text’s own word, and its mark stays to be seen', () => {
	const letters = [
		{ subject: '{{ Länk }}', body: '{{link}} {{kod}} {{adress}}' },
		{ subject: '', body: '{{last day}}' },
	];
	const nothing = { link: ' ', lastDay: null, senderName: '' };
	expect(emptyFields(letters, nothing)).toEqual([
		{ field: 'link', mark: '{{ Länk }}' },
		{ field: 'lastDay', mark: '{{last day}}' },
	]);
	expect(emptyFields(letters, { ...nothing, link: 'Rum 4', lastDay: '2026-05-03' })).toEqual([]);
	expect(fillLetter('{{länk}} {{kod}}', { ...values, link: null, code: '' })).toBe('{{länk}} ');
});

test('the program’s own letters use only marks that stand for something', () => {
	for (const language of ['sv', 'en'] as const)
		for (const letter of Object.values(messages[language].asked.letters))
			expect(marksIn(`${letter.subject}${letter.body}`).unknown).toEqual([]);
});

/** A message as a mail program reads it: the headers unfolded and decoded, and the text. */
function readMail(mail: string) {
	const [head = '', ...body] = mail.split('\r\n\r\n');
	const headers = head.replace(/\r\n /g, ' ').split('\r\n');
	const decode = (text: string) =>
		text
			.replace(/\?= =\?utf-8\?B\?/g, '?==?utf-8?B?')
			.replace(/=\?utf-8\?B\?([^?]*)\?=/g, (_, word: string) => Buffer.from(word, 'base64').toString('utf8'));
	return { headers: headers.map(decode), text: Buffer.from(body.join(''), 'base64').toString('utf8') };
}

test('a message is read as it was written, and no name or subject makes a header of its own', () => {
	const hostile = fc.string({
		unit: fc.oneof(fc.constantFrom('\r', '\n', ':', '<', '>', '"', 'å', '🙂'), fc.string({ maxLength: 1 })),
		maxLength: 120,
	});
	fc.assert(
		fc.property(hostile, hostile, hostile, (name, subject, body) => {
			const mail = writeMail({ toName: name, toEmail: 'a@b.se', fromName: name, fromEmail: 'c@d.se', subject, body });
			expect(mail.split('\r\n').every((line) => line.length <= 76)).toBe(true);
			const { headers, text } = readMail(mail);
			expect(headers.map((header) => header.split(':')[0])).toEqual([
				...['From', 'To', 'Subject', 'X-Unsent', 'MIME-Version', 'Content-Type', 'Content-Transfer-Encoding'],
			]);
			expect(headers[2]).toBe(`Subject: ${subject.replace(/\p{Cc}+/gu, ' ').trim()}`);
			expect(text).toBe(body.replace(/\r\n?|\n/g, '\r\n'));
		}),
	);
	const addressed = (toEmail: string) =>
		readMail(writeMail({ toName: '', toEmail, fromName: '', fromEmail: '', subject: '', body: '' })).headers;
	expect(addressed('a@b.se\r\nBcc: c@d.se\u0000').slice(0, 3)).toEqual([
		'To: a@b.seBccc@d.se',
		'Subject: ',
		'X-Unsent: 1',
	]);
});

test('a zip is one to unzip and to our own reader, and its names cannot leave its folder', async () => {
	const parts = [
		{ name: '00001.eml', content: 'Hej å' },
		{ name: 'mapp/två.txt', content: new Uint8Array([0, 255, 10]) },
		{ name: 'tom.txt', content: '' },
	];
	const bytes = writeZip(parts);
	const names = await measureZip('a.zip', Buffer.from(bytes), { xml: 1e6, all: 1e6, parts: 9 });
	expect([...names]).toEqual(['00001.eml', 'mapp/två.txt', 'tom.txt']);
	for (const name of ['../a', '/a', 'a/../b', 'a\\b']) expect(() => writeZip([{ name, content: '' }])).toThrow();
	if (!existsSync('/usr/bin/unzip')) return;
	const folder = mkdtempSync(join(tmpdir(), 'underlag-zip-'));
	try {
		writeFileSync(join(folder, 'a.zip'), bytes);
		execFileSync('/usr/bin/unzip', ['-q', 'a.zip'], { cwd: folder, env: { LC_ALL: 'C.UTF-8' } });
		expect(readFileSync(join(folder, '00001.eml'), 'utf8')).toBe('Hej å');
		expect([...readFileSync(join(folder, 'mapp/två.txt'))]).toEqual([0, 255, 10]);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
});

test('letters in Word have the address, the subject and every line', async () => {
	const bytes = await writeLetters([
		{
			address: 'Ann Berg\nVägen 1\n740 10 Almunge',
			subject: 'Enkäten',
			body: 'Hej!\n\nSvara\u0000 nu.',
			language: 'sv',
		},
		{ address: 'Bo Ek', subject: 'Enkäten', body: 'Hej Bo!', language: 'en' },
	]);
	const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
	expect(value.split(/\n+/).filter((line) => line !== '')).toEqual([
		...['Ann Berg', 'Vägen 1', '740 10 Almunge', 'Enkäten', 'Hej!', 'Svara nu.', 'Bo Ek', 'Enkäten', 'Hej Bo!'],
	]);
});
