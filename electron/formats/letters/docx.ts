import { Document, type ISectionOptions, Packer, Paragraph } from 'docx';
import { clean, run } from '../report/docx-text.ts';

/** One letter on paper. */
export interface PaperLetter {
	/** The name and the lines of the address. */
	address: string;
	subject: string;
	body: string;
	language: 'sv' | 'en';
}

/** Twips: A4 with the address where a window envelope (C5, window at the right) shows it. */
const page = { width: 11_906, height: 16_838, margin: { top: 1134, right: 1134, bottom: 1134, left: 1418 } };
const addressIndent = 5100;

/** Letters as one Word document, each from a page of its own. */
export async function writeLetters(letters: readonly PaperLetter[]): Promise<Uint8Array> {
	const document = new Document({
		creator: 'Underlag',
		styles: { default: { document: { run: { font: 'Calibri', size: 22 }, paragraph: { spacing: { line: 276 } } } } },
		sections: letters.map(asSection),
	});
	return new Uint8Array(await Packer.toBuffer(document));
}

function asSection({ address, subject, body, language }: PaperLetter): ISectionOptions {
	const lines = (text: string) => clean(text).split(/\r\n?|\n/);
	const tongue = { language: { value: language === 'sv' ? 'sv-SE' : 'en-GB' } };
	return {
		properties: { page: { size: { width: page.width, height: page.height }, margin: page.margin } },
		children: [
			new Paragraph({ spacing: { before: 1100, after: 0 }, indent: { left: addressIndent }, children: [] }),
			...lines(address).map(
				(line) => new Paragraph({ indent: { left: addressIndent }, spacing: { after: 0 }, children: [run(line)] }),
			),
			new Paragraph({ spacing: { before: 1100, after: 200 }, children: [run(subject, { bold: true })] }),
			...lines(body).map((line) => new Paragraph({ spacing: { after: 120 }, run: tongue, children: [run(line)] })),
		],
	};
}
