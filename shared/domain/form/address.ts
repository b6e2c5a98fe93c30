/**
 * Why a text is no address that a code could be filled into: the name of a file on one's own machine, an address without "https://" in
 * front, or anything else.
 */
export type AddressFault = 'file' | 'no-scheme' | 'not-web';

/**
 * What is wrong with where a form is said to lie; null for an address of the web. Others (`javascript:`, `file:`) lead nobody to the form, or
 * do something else on the machine of whoever follows them.
 */
export function faultOfAddress(typed: string): AddressFault | null {
	const text = typed.trim();
	if (/^https?:\/\/(?:[\p{L}\p{N}_.~-]+|\[[\da-f:.]+\])(?::\d{1,5})?(?:[/?#]\S*)?$/iu.test(text)) return null;
	const bare = /^(?:www\.)?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?::\d{1,5})?(?:[/?#]\S*)?$/u;
	if (/^(?:file:|[a-z]:\\|\/|\\\\)/i.test(text) || /^[^/]*\.html?$/i.test(text)) return 'file';
	return bare.test(text) ? 'no-scheme' : 'not-web';
}
