import type { LssTable } from '#shared/domain/instrument/exchange/lss/writer.ts';

/** Characters that XML 1.0 has no way to write. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken away
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const cdata = (text: string) => `<![CDATA[${text.replace(unwritable, '').replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

/** A LimeSurvey structure file. Names of tables and fields are ours, all else is text. */
export function writeLssFile({
	languages,
	tables,
}: {
	languages: readonly string[];
	tables: readonly LssTable[];
}): string {
	const lines = [
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<document>',
		' <LimeSurveyDocType>Survey</LimeSurveyDocType>',
		' <DBVersion>623</DBVersion>',
		' <languages>',
		...languages.map((one) => `  <language>${one}</language>`),
		' </languages>',
	];
	for (const { name, rows } of tables) {
		const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))];
		lines.push(
			` <${name}>`,
			'  <fields>',
			...fields.map((one) => `   <fieldname>${one}</fieldname>`),
			'  </fields>',
			'  <rows>',
		);
		for (const row of rows) {
			lines.push(
				'   <row>',
				...Object.entries(row).map(([field, text]) => `    <${field}>${cdata(text)}</${field}>`),
				'   </row>',
			);
		}
		lines.push('  </rows>', ` </${name}>`);
	}
	return `${[...lines, '</document>'].join('\n')}\n`;
}
