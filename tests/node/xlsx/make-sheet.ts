import { makeZip, type Part } from '../document/make-zip.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const rels = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a workbook around its sheet. */
export const aroundSheet = (name = 'A'): readonly Part[] => [
	{
		name: '[Content_Types].xml',
		content: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
	},
	{
		name: 'xl/workbook.xml',
		content: `<workbook xmlns="${main}" xmlns:r="${rels}"><sheets><sheet name="${name}" sheetId="1" r:id="r1"/></sheets></workbook>`,
	},
	{
		name: 'xl/_rels/workbook.xml.rels',
		content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${rels}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
	},
];

/** The XML of a sheet around its rows. */
export const sheetXml = (rows: string) => `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`;

/** A workbook with one sheet put together by hand from its rows as XML. */
export const makeSheet = (rows: string, name = 'A') =>
	makeZip([...aroundSheet(name), { name: 'xl/worksheets/sheet1.xml', content: sheetXml(rows) }]);

const column = (at: number): string =>
	at < 26 ? String.fromCharCode(65 + at) : column(Math.floor(at / 26) - 1) + column(at % 26);

/** Rows of texts as XML. */
export const rowsXml = (rows: readonly (readonly string[])[]) =>
	rows
		.map((cells, at) => {
			const all = cells.map((text, place) => {
				const words = text.replace(/[<&]/g, (sign) => (sign === '<' ? '&lt;' : '&amp;'));
				return `<c r="${column(place)}${at + 1}" t="inlineStr"><is><t>${words}</t></is></c>`;
			});
			return `<row r="${at + 1}">${all.join('')}</row>`;
		})
		.join('');

/**
 * Opens a sheet's XML as a workbook. What speaks of a place far away is passed over: either it is refused, as `read.test.ts` shows, or much
 * room is made for it in this process, which is that of the tests.
 */
export const openSheet =
	(open: (workbook: Uint8Array) => unknown, name = 'A') =>
	(bytes: Uint8Array) => {
		const xml = new TextDecoder().decode(bytes);
		const places = [...xml.matchAll(/r\s*=\s*["']\s*([A-Z]*)(\d*)/gi)];
		const isFar = places.some(([, letters = '', digits = '']) => letters.length > 2 || digits.length > 3);
		return isFar ? undefined : open(makeSheet(xml, name));
	};
