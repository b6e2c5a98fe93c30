import { splitSource } from './source.ts';

/** How many words the author has written: those of the text and not of the live blocks. */
export function countReportWords(source: string): number {
	let words = 0;
	for (const part of splitSource(source)) {
		if (part.kind === 'text')
			words += part.text.replace(/\{\{[^}\n]*\}\}/g, '0').match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
	}
	return words;
}
