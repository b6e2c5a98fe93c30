import { generate } from 'lean-qr';
import { toSvgSource } from 'lean-qr/extras/svg';
import type { Output, Parsed } from '#shared/contract/calls.ts';
import { codeAddress } from '#shared/domain/form/code.ts';
import { fileName } from '#shared/domain/project/file-name.ts';
import { writeCsv } from '#shared/domain/responses/problem-list.ts';
import { messages } from '#shared/i18n/messages.ts';
import type { TaskContext } from '../../core/handlers.ts';
import { asHtml } from '../../formats/report/escape.ts';
import { fontRules } from '../../formats/report/html-style.ts';
import { formRound } from './round.ts';

/** Codes as a table or as slips to cut apart: `form.printCodes`. */
export async function printCodes(
	{ read, ports, signal, onProgress }: TaskContext,
	{ roundId, codes, as, address = '', language }: Parsed<'form.printCodes'>,
): Promise<Output<'form.printCodes'>> {
	const { name } = read(({ db }) => formRound(db, roundId));
	const words = messages[language].form.codes;
	const file = `${fileName(name, 'form')} – ${words.fileName}`;
	if (as === 'list') {
		const rows = codes.map((code) => (address ? [code, codeAddress(address, code)] : [code]));
		const head = address ? [words.code, words.addressColumn] : [words.code];
		return { name: `${file}.csv`, bytes: new TextEncoder().encode(writeCsv([head, ...rows])) };
	}
	onProgress({ done: 0, total: 0, step: 'printing' });
	const title = words.sheetTitle(name);
	const slips = codes.map((code) => {
		const svg = toSvgSource(generate(address ? codeAddress(address, code) : code), { on: 'black', off: 'white' });
		return `<li>${svg}<p>${asHtml(words.slip(name))}</p><p class="code">${asHtml(code)}</p></li>`;
	});
	const html = `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${asHtml(title)}</title><style>
${fontRules(ports.resourcesFolder)}
@page{size:A4;margin:12mm}body{margin:0;font:10pt/1.35 "Report Sans",Arial,sans-serif;color:#000}
ul{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:1fr 1fr}
li{box-sizing:border-box;display:grid;grid-template-columns:30mm 1fr;column-gap:5mm;align-content:center;min-height:44mm;padding:4mm;border:.2mm dashed #888;break-inside:avoid}
ul{padding-right:.2mm}li svg{grid-row:1/3;width:30mm;height:30mm}p{margin:0;align-self:end}p.code{align-self:start;font-size:17pt;font-weight:600;line-height:1.4;letter-spacing:.06em;font-variant-numeric:tabular-nums}
</style><ul>${slips.join('')}</ul></html>`;
	return { name: `${file}.pdf`, bytes: await ports.print({ html, title, language }, { signal, onProgress }) };
}
