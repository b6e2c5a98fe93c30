/** What a text is that is no table of rows: a web page, other markup, a questionnaire of LimeSurvey, a JSON document, or prose. */
export type NoTable = 'html' | 'xml' | 'lss' | 'json' | 'prose';

/**
 * What the beginning of a text says it is, where it is no table; null for what may be one. A heading in a table may hold a tag of its own, so
 * only what a whole document begins with counts.
 */
export function noTable(beginning: string): Exclude<NoTable, 'prose'> | null {
	const text = beginning.slice(0, 2000).trimStart();
	if (/^(?:<!doctype\s+html|<html[\s>])/i.test(text)) return 'html';
	if (/^<\?xml\s/i.test(text))
		return /<html[\s>]/i.test(text) ? 'html' : /LimeSurveyDocType/i.test(text) ? 'lss' : 'xml';
	return /^(?:\{\s*["}]|\[\s*(?:[{["\]]|-?\d+\s*[,\]]))/.test(text) ? 'json' : null;
}
