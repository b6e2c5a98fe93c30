/**
 * A number as people and services write it: "7", "1 234,5", "1.234,5", "1,234.5", "−3", "12 %". A single comma is a decimal comma.
 * @returns null where it is none
 */
export function readNumber(text: string): number | null {
	const bare = text
		.normalize('NFKC')
		.replace(/[\u2212\u2013]/g, '-')
		.replace(/(\d)[\s']+(?=\d{3}(?!\d))/g, '$1')
		.trim()
		.replace(/\s*%$/, '');
	const match = /^([+-]?)((?:\d[\d.,]*)?\d|\d+[.,]|[.,]\d+)$/.exec(bare);
	if (!match) return null;
	const digits = match[2] ?? '';
	const comma = digits.lastIndexOf(',');
	const point = digits.lastIndexOf('.');
	const decimal = comma >= 0 && point >= 0 ? (comma > point ? ',' : '.') : comma >= 0 ? ',' : '.';
	const thousands = decimal === ',' ? '.' : ',';
	const parts = digits.split(decimal);
	const several = parts.length > 2;
	// Several of the same sign can only part thousands: "1.234.567".
	if (several && (digits.includes(thousands) || !isGrouped(digits, decimal))) return null;
	const whole = several ? parts.join('') : (parts[0] ?? '');
	if (!several && whole.includes(thousands) && !isGrouped(whole, thousands)) return null;
	const fraction = several ? '' : (parts[1] ?? '');
	if (fraction.includes(thousands)) return null;
	const value = Number(`${match[1] === '-' ? '-' : ''}${whole.replaceAll(thousands, '') || '0'}.${fraction || '0'}`);
	return Number.isFinite(value) ? value + 0 : null;
}

/**
 * A number of things as people write it: "28", "1 000", and, since half a thing is none, "1.000" and "1,000" for a thousand.
 * @returns null where it is none
 */
export function readCount(text: string): number | null {
	const bare = text.normalize('NFKC').trim();
	const [sign] = /[.,]/.exec(bare) ?? [];
	const number = sign && isGrouped(bare, sign) ? readNumber(bare.replaceAll(sign, '')) : readNumber(bare);
	return number !== null && Number.isSafeInteger(number) && number >= 0 && !/[%+]/.test(bare) ? number : null;
}

function isGrouped(text: string, sign: string): boolean {
	const [first = '', ...rest] = text.split(sign);
	return first.length >= 1 && first.length <= 3 && rest.length > 0 && rest.every((part) => part.length === 3);
}
