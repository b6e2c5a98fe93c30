type Triple = [number, number, number];

/** "#0b5563" as linear light, 0-1 each (IEC 61966-2-1). */
function linearOf(hex: string): Triple {
	const part = (at: number) => {
		const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
		return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
	};
	return [part(1), part(3), part(5)];
}

function hexOf(linear: Triple): string {
	const part = (value: number) => {
		const clipped = Math.min(1, Math.max(0, value));
		const coded = clipped <= 0.0031308 ? clipped * 12.92 : 1.055 * clipped ** (1 / 2.4) - 0.055;
		return Math.round(coded * 255)
			.toString(16)
			.padStart(2, '0');
	};
	return `#${linear.map(part).join('')}`;
}

/** Relative luminance, 0 black to 1 white (WCAG 2.2). */
export function luminance(hex: string): number {
	const [r, g, b] = linearOf(hex);
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The contrast of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
	const [a, b] = [luminance(one), luminance(other)];
	return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Oklab, where equal steps look equal (Björn Ottosson 2020): lightness 0-1, and two axes of colour. */
export function oklab(hex: string): Triple {
	const [r, g, b] = linearOf(hex);
	const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
	const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
	const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
	return [
		0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
		1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
		0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
	];
}

function fromOklab([lightness, a, b]: Triple): string {
	const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
	const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
	const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
	return hexOf([
		4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
		-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
		-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
	]);
}

/** The colour `part` of the way (0-1) from one to another, by equal steps for the eye. */
export function mix(one: string, other: string, part: number): string {
	const [from, to] = [oklab(one), oklab(other)];
	const at = (index: 0 | 1 | 2) => from[index] + (to[index] - from[index]) * part;
	return fromOklab([at(0), at(1), at(2)]);
}
