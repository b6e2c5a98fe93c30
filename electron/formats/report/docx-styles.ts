import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ImportedXmlComponent, type IPropertiesOptions, LevelFormat, LineRuleType } from 'docx';

/** The families, as the files that are embedded call themselves. */
const serif = 'Underlag Serif';
const sans = 'Inter';

const ink = '1C2226';
const second = '4A545B';
const line = 'CFCAC0';

/** Twentieths of a point. A4, with the margins of the printed page, so that both have the same column of text. */
export const page = {
	width: 11906,
	height: 16838,
	margin: { top: 1531, right: 1304, bottom: 1417, left: 1304, header: 709, footer: 709 },
};
export const textWidth = page.width - page.margin.left - page.margin.right;

const heading = (size: number, before: number, after: number, level: number) => ({
	run: { font: serif, size, bold: true, color: ink },
	paragraph: {
		spacing: { before, after, line: 252, lineRule: LineRuleType.AUTO },
		keepNext: true,
		keepLines: true,
		outlineLevel: level,
	},
});

type Styles = NonNullable<IPropertiesOptions['styles']>;

/** Word's own styles in the report's look, and a few more: whoever goes on in Word changes a style and not each paragraph. */
export function docxStyles(language: 'sv' | 'en'): Styles {
	const small = { run: { font: sans, size: 17, color: ink } };
	return {
		default: {
			document: {
				run: { font: serif, size: 21, color: ink, language: { value: language === 'sv' ? 'sv-SE' : 'en-GB' } },
				paragraph: { spacing: { after: 150, line: 298, lineRule: LineRuleType.AUTO } },
			},
			title: {
				run: { font: serif, size: 54, bold: true, color: ink },
				paragraph: { spacing: { before: 3000, after: 160, line: 260, lineRule: LineRuleType.AUTO } },
			},
			heading1: heading(38, 0, 220, 0),
			heading2: heading(28, 360, 120, 1),
			heading3: heading(23, 300, 90, 2),
			heading4: heading(21, 260, 80, 3),
			heading5: heading(21, 240, 80, 4),
			heading6: heading(21, 240, 80, 5),
			listParagraph: { paragraph: { spacing: { after: 70 } } },
			hyperlink: { run: { color: '0B5563', underline: {} } },
		},
		paragraphStyles: [
			{
				id: 'Subtitle',
				name: 'Subtitle',
				basedOn: 'Normal',
				quickFormat: true,
				run: { size: 30, color: second },
				paragraph: { spacing: { after: 900 } },
			},
			{
				id: 'FrontLine',
				name: 'Front line',
				basedOn: 'Normal',
				run: { font: sans, size: 21 },
				paragraph: { spacing: { after: 60 } },
			},
			{
				id: 'Caption',
				name: 'caption',
				basedOn: 'Normal',
				quickFormat: true,
				...small,
				paragraph: {
					keepNext: true,
					keepLines: true,
					spacing: { before: 240, after: 90, line: 252, lineRule: LineRuleType.AUTO },
				},
			},
			{
				id: 'Note',
				name: 'Note',
				basedOn: 'Normal',
				quickFormat: true,
				run: { font: sans, size: 16, color: second },
				paragraph: { spacing: { before: 70, after: 280, line: 252, lineRule: LineRuleType.AUTO } },
			},
			{
				id: 'Quote',
				name: 'Quote',
				basedOn: 'Normal',
				quickFormat: true,
				paragraph: { indent: { left: 567, right: 284 }, spacing: { before: 60, after: 60 }, keepLines: true },
			},
			{
				id: 'QuoteSource',
				name: 'Quote source',
				basedOn: 'Quote',
				run: { font: sans, size: 17, color: second },
				paragraph: { spacing: { after: 200 } },
			},
			{
				id: 'TableText',
				name: 'Table text',
				basedOn: 'Normal',
				quickFormat: true,
				...small,
				paragraph: { spacing: { before: 30, after: 30, line: 240, lineRule: LineRuleType.AUTO } },
			},
			{
				id: 'TableNumber',
				name: 'Table number',
				basedOn: 'TableText',
				quickFormat: true,
				paragraph: { alignment: 'right' },
			},
			{
				id: 'Figure',
				name: 'Figure',
				basedOn: 'Normal',
				paragraph: { keepNext: true, spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO } },
			},
			{
				id: 'TOCHeading',
				name: 'TOC Heading',
				basedOn: 'Normal',
				quickFormat: true,
				run: { size: 38, bold: true },
				paragraph: { spacing: { after: 300 }, keepNext: true },
			},
			...[1, 2, 3].map((level) => ({
				id: `TOC${level}`,
				name: `toc ${level}`,
				basedOn: 'Normal',
				run: { font: sans, size: 20, bold: level === 1 },
				paragraph: {
					indent: { left: (level - 1) * 340 },
					spacing: { before: level === 1 ? 90 : 0, after: 30, line: 252, lineRule: LineRuleType.AUTO },
				},
			})),
			...[1, 2, 3, 4, 5, 6].map((level) => ({
				id: `UnlistedHeading${level}`,
				name: `Unlisted heading ${level}`,
				basedOn: `Heading${level}`,
				next: 'Normal',
				paragraph: { outlineLevel: 9 },
			})),
			{ id: 'Header', name: 'header', basedOn: 'Normal', run: { font: sans, size: 16, color: second } },
			{
				id: 'Footer',
				name: 'footer',
				basedOn: 'Normal',
				run: { font: sans, size: 16, color: second },
				paragraph: { alignment: 'right' },
			},
		],
	};
}

/** The style of the report's tables, which `docx` has no options for and which is added to its styles. */
export const docxTableStyle = () => ImportedXmlComponent.fromXmlString(tableStyle);

/** Lines between the rows, stronger round the heading; nothing down the columns. */
const tableStyle = `<w:style xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" w:type="table" w:customStyle="1" w:styleId="ReportTable">
<w:name w:val="Report table"/><w:uiPriority w:val="99"/><w:qFormat/>
<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="12" w:space="0" w:color="${ink}"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="${line}"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="${line}"/></w:tblBorders>
<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr>
<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="6" w:space="0" w:color="${ink}"/></w:tcBorders></w:tcPr></w:tblStylePr>
</w:style>`;

const levels = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;
const bullets = ['•', '–', '·'] as const;

/** Numbered headings, appendices, and lists; one numbering for each number that an ordered list starts at. */
export function docxNumbering(
	appendix: string,
	starts: readonly number[],
): NonNullable<IPropertiesOptions['numbering']> {
	const list = (level: number) => ({ paragraph: { indent: { left: 397 * (level + 1), hanging: 397 } } });
	return {
		config: [
			{
				reference: 'headings',
				levels: levels.slice(0, 6).map((level) => ({
					level,
					format: LevelFormat.DECIMAL,
					text: levels
						.slice(0, level + 1)
						.map((one) => `%${one + 1}`)
						.join('.'),
					suffix: 'tab' as const,
					style: { paragraph: { indent: { left: 0, firstLine: 0 }, tabStops: [] } },
				})),
			},
			{
				reference: 'appendices',
				levels: [
					{
						level: 0,
						format: LevelFormat.DECIMAL,
						text: `${appendix} %1`,
						suffix: 'space' as const,
						style: { paragraph: { indent: { left: 0, firstLine: 0 } } },
					},
				],
			},
			{
				reference: 'bullets',
				levels: levels.map((level) => ({
					level,
					format: LevelFormat.BULLET,
					text: bullets[level % 3] ?? '•',
					style: list(level),
				})),
			},
			...[...new Set([1, ...starts])].map((start) => ({
				reference: `numbers-${start}`,
				levels: levels.map((level) => ({
					level,
					start: level === 0 ? start : 1,
					format: LevelFormat.DECIMAL,
					text: `%${level + 1}.`,
					style: list(level),
				})),
			})),
		],
	};
}

/** The fonts that go with the document, since hardly any machine has them. */
export function docxFonts(resourcesFolder: string): NonNullable<IPropertiesOptions['fonts']> {
	const file = (name: string) => readFileSync(join(resourcesFolder, 'fonts', `${name}.ttf`));
	return [
		{
			name: serif,
			data: file('source-serif-4-400'),
			bold: file('source-serif-4-600'),
			italic: file('source-serif-4-400-italic'),
		},
		{ name: sans, data: file('inter-400'), bold: file('inter-600') },
	];
}
