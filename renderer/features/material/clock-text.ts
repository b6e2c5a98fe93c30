import type { Language } from '#shared/contract/basics.ts';

/** A time in a recording as it is written: "04.12" or "1.04.12" in Swedish, with colons in English. */
export function clockText(milliseconds: number, language: Language): string {
	const seconds = Math.floor(milliseconds / 1000);
	const two = (value: number) => String(value).padStart(2, '0');
	const parts = [two(Math.floor(seconds / 60) % 60), two(seconds % 60)];
	if (seconds >= 3600) parts.unshift(String(Math.floor(seconds / 3600)));
	return parts.join(language === 'sv' ? '.' : ':');
}
