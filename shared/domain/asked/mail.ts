import { toBase64 } from '#shared/domain/form/base64.ts';

/** A letter to one person. */
export interface Mail {
	toName: string;
	toEmail: string;
	fromName: string;
	fromEmail: string;
	subject: string;
	body: string;
}

/**
 * A message as a file that a mail program opens as a draft (`X-Unsent`): RFC 5322 with the texts as UTF-8 by RFC 2045 and 2047. Nothing in a name or subject can
 * make a header of its own. No date and no identity: the program that sends it gives both.
 */
export function writeMail({ toName, toEmail, fromName, fromEmail, subject, body }: Mail): string {
	const headers = [
		...(fromEmail ? [`From: ${mailbox(fromName, fromEmail)}`] : []),
		`To: ${mailbox(toName, toEmail)}`,
		`Subject: ${words(subject)}`,
		'X-Unsent: 1',
		'MIME-Version: 1.0',
		'Content-Type: text/plain; charset=utf-8',
		'Content-Transfer-Encoding: base64',
	];
	const content = toBase64(new TextEncoder().encode(body.replace(/\r\n?|\n/g, '\r\n')));
	return `${headers.join('\r\n')}\r\n\r\n${(content.match(/.{1,76}/g) ?? []).join('\r\n')}\r\n`;
}

function mailbox(name: string, email: string): string {
	const bare = email.replace(/[\s\p{Cc}<>"(),;:\\]/gu, '');
	return name.trim() === '' ? bare : `${words(name)}\r\n <${bare}>`;
}

/** A text as encoded words, each of whole characters, on lines of their own of at most 76 signs with the header's name before the first. */
function words(text: string): string {
	const clean = text.replace(/\p{Cc}+/gu, ' ').trim();
	if (clean === '') return '';
	const parts: string[] = [];
	let part = '';
	for (const character of clean) {
		if (new TextEncoder().encode(part + character).length > 39) {
			parts.push(part);
			part = '';
		}
		part += character;
	}
	return [...parts, part].map((one) => `=?utf-8?B?${toBase64(new TextEncoder().encode(one))}?=`).join('\r\n ');
}
