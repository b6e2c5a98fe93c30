import { decodeEntities } from '#shared/domain/document/entities.ts';

/** Tags whose going changes nothing that one reads. */
const silent = new Set(['p', 'br', 'div', 'span', 'o:p', 'font', 'small']);

/**
 * The words of a text that may be HTML: line breaks for paragraphs and breaks, a dash for items of a list, entities as characters, scripts
 * and styles gone. `tags`: the names of the tags whose going a reader would see (bold, links, pictures), each once.
 */
export function plainText(source: string): { text: string; tags: string[] } {
	const tags = new Set<string>();
	const bare = source
		.replace(/\r\n?/g, '\n')
		.replace(/<!--[\s\S]*?(?:-->|$)/g, '')
		.replace(/<(script|style|iframe|object|svg)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, (_whole, tag: string) => {
			tags.add(tag.toLowerCase());
			return ' ';
		})
		.replace(/<\/?([a-z][a-z0-9:]*)(?=[\s/>])[^<>]*>/gi, (whole, name: string) => {
			const tag = name.toLowerCase();
			if (!silent.has(tag)) tags.add(tag);
			if (tag === 'br' || tag === 'hr') return '\n';
			if (tag === 'li') return whole.startsWith('</') ? '' : '\n– ';
			return whole.startsWith('</') && /^(?:p|div|h[1-6]|ul|ol|tr|table)$/.test(tag) ? '\n' : '';
		});
	const text = decodeEntities(bare)
		.replace(/[ \t\u00a0]+/g, ' ')
		.replace(/ ?\n ?/g, '\n')
		.replace(/\n{3,}/g, '\n\n')
		.trim();
	return { text, tags: [...tags] };
}

/** Words as they are, where HTML is read. */
export const asPlain = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** A text as it stands in HTML. */
export function escapeHtml(text: string): string {
	return text
		.replace(/&/g, '&amp;')
		.replace(/</g, '&lt;')
		.replace(/>/g, '&gt;')
		.replace(/"/g, '&quot;')
		.replace(/\n/g, '<br />');
}
