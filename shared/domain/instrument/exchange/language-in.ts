/** Whether a text is Swedish or English, by its commonest words. */
export function languageIn(text: string): 'sv' | 'en' {
	const count = (pattern: RegExp) => (text.slice(0, 50_000).match(pattern) ?? []).length;
	const swedish = count(/[åäöÅÄÖ]|\b(?:och|att|som|det|inte|hur|vad|för|med|på|vilken|ja|nej)\b/gi);
	return swedish >= count(/\b(?:the|and|of|to|you|how|what|is|are|your|which|yes|no|with)\b/gi) ? 'sv' : 'en';
}
