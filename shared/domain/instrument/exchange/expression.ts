/** An expression of a shown-if rule as SurveyJS, LimeSurvey and XLSForm write them, in one form. */
export type Expression =
	| { kind: 'all' | 'any'; parts: Expression[] }
	| { kind: 'not'; part: Expression }
	| { kind: 'compare'; sign: Sign; left: Expression; right: Expression }
	| { kind: 'call'; name: string; args: Expression[] }
	| { kind: 'name'; name: string }
	| { kind: 'value'; value: string }
	| { kind: 'list'; values: Expression[] };

export type Sign =
	| '='
	| '<>'
	| '<'
	| '<='
	| '>'
	| '>='
	| 'contains'
	| 'notcontains'
	| 'anyof'
	| 'allof'
	| 'empty'
	| 'notempty';

const signs: Record<string, Sign> = {
	'=': '=',
	'==': '=',
	eq: '=',
	equal: '=',
	is: '=',
	'!=': '<>',
	'<>': '<>',
	ne: '<>',
	notequal: '<>',
	'<': '<',
	lt: '<',
	less: '<',
	'<=': '<=',
	le: '<=',
	lessorequal: '<=',
	'>': '>',
	gt: '>',
	greater: '>',
	'>=': '>=',
	ge: '>=',
	greaterorequal: '>=',
	contains: 'contains',
	contain: 'contains',
	'*=': 'contains',
	notcontains: 'notcontains',
	notcontain: 'notcontains',
	anyof: 'anyof',
	allof: 'allof',
	empty: 'empty',
	notempty: 'notempty',
};

type Token = { kind: 'name' | 'text' | 'number' | 'word' | 'sign'; value: string };

const token =
	/\s+|(?<ref>\$?\{[^{}]*\})|'(?<one>[^']*)'|"(?<two>[^"]*)"|[‘’](?<curly>[^‘’]*)’|[“”](?<curlies>[^“”]*)”|(?<number>\d+(?:\.\d+)?)(?![\w.])|(?<word>[A-Za-z_][\w:]*(?:[.-][A-Za-z_0-9][\w]*)*)|(?<sign>&&|\|\||==|!=|<>|>=|<=|\*=|[=<>!(),[\]+*/-]|\.)/gy;

/** The deepest nesting that is followed. */
const deepest = 60;

/** Reads an expression. Null for what is none, or does what no rule of ours can (arithmetic, too deep). */
export function parseExpression(source: string): Expression | null {
	if (source.length > 20_000) return null;
	const tokens = tokensOf(source);
	if (!tokens) return null;
	let at = 0;
	const peek = () => tokens[at];
	const isWord = (...words: string[]) => {
		const next = tokens[at];
		return (
			next !== undefined && (next.kind === 'word' || next.kind === 'sign') && words.includes(next.value.toLowerCase())
		);
	};
	const take = (...words: string[]) => {
		if (!isWord(...words)) return false;
		at++;
		return true;
	};
	const expect = (word: string) => {
		if (!take(word)) throw new SyntaxError(word);
	};
	const series = (
		kind: 'all' | 'any',
		words: string[],
		part: (depth: number) => Expression,
		depth: number,
	): Expression => {
		const parts = [part(depth)];
		while (take(...words)) parts.push(part(depth));
		return parts.length === 1 ? (parts[0] as Expression) : { kind, parts };
	};
	const any = (depth: number): Expression => {
		if (depth > deepest) throw new SyntaxError('deep');
		return series('any', ['or', '||'], all, depth);
	};
	const all = (depth: number): Expression => series('all', ['and', '&&'], compared, depth);
	const compared = (depth: number): Expression => {
		if (depth > deepest) throw new SyntaxError('deep');
		if (take('not', '!')) return { kind: 'not', part: compared(depth + 1) };
		const left = primary(depth);
		const next = peek();
		const sign = next && (next.kind === 'sign' || next.kind === 'word') ? next.value.toLowerCase() : '';
		if (!Object.hasOwn(signs, sign)) return left;
		at++;
		const known = signs[sign] as Sign;
		if (known === 'empty' || known === 'notempty') return { kind: 'compare', sign: known, left, right: left };
		return { kind: 'compare', sign: known, left, right: primary(depth) };
	};
	const listed = (end: string, depth: number): Expression[] => {
		const values: Expression[] = [];
		if (take(end)) return values;
		do values.push(any(depth + 1));
		while (take(','));
		expect(end);
		return values;
	};
	const primary = (depth: number): Expression => {
		const next = tokens[at++];
		if (!next) throw new SyntaxError('end');
		if (next.kind === 'name') return { kind: 'name', name: next.value };
		if (next.kind === 'text' || next.kind === 'number') return { kind: 'value', value: next.value };
		if (next.kind === 'word') {
			if (take('(')) return { kind: 'call', name: next.value.toLowerCase(), args: listed(')', depth) };
			if (/^(?:true|false)$/i.test(next.value)) return { kind: 'value', value: next.value.toLowerCase() };
			return { kind: 'name', name: next.value };
		}
		if (next.value === '(') {
			const inner = any(depth + 1);
			expect(')');
			return inner;
		}
		if (next.value === '[') return { kind: 'list', values: listed(']', depth) };
		if (next.value === '.') return { kind: 'name', name: '.' };
		const number = peek();
		if (next.value === '-' && number?.kind === 'number') {
			at++;
			return { kind: 'value', value: `-${number.value}` };
		}
		throw new SyntaxError(next.value);
	};
	try {
		const whole = any(0);
		return at === tokens.length ? whole : null;
	} catch (error) {
		if (error instanceof SyntaxError) return null;
		throw error;
	}
}

function tokensOf(source: string): Token[] | null {
	const tokens: Token[] = [];
	token.lastIndex = 0;
	let at = 0;
	while (at < source.length) {
		token.lastIndex = at;
		const found = token.exec(source);
		if (!found?.groups) return null;
		at = token.lastIndex;
		// A word processor, or a spreadsheet on its own, bends the marks.
		const { ref, curly, curlies, one = curly, two = curlies, number, word, sign } = found.groups;
		if (ref !== undefined) tokens.push({ kind: 'name', value: ref.replace(/^\$?\{\s*|\s*\}$/g, '') });
		else if (one !== undefined || two !== undefined) tokens.push({ kind: 'text', value: one ?? two ?? '' });
		else if (number !== undefined) tokens.push({ kind: 'number', value: number });
		else if (word !== undefined) tokens.push({ kind: 'word', value: word });
		else if (sign !== undefined) tokens.push({ kind: 'sign', value: sign });
	}
	return tokens;
}
