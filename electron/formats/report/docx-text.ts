import { Tab, TextRun } from 'docx';

/** How a run of letters looks. */
export interface Look {
	bold?: boolean;
	italics?: boolean;
	font?: string;
	style?: string;
}

/** Letters of one look; tabs become Word's. */
export function run(text: string, look: Look = {}): TextRun {
	const parts = clean(text).split('\t');
	const children = parts.flatMap((part, at) => (at === 0 ? [part] : [new Tab(), part]));
	return new TextRun({ ...look, children });
}

/** A text without the signs that XML cannot hold. */
export function clean(text: string): string {
	return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}
