import type { Language } from '#shared/contract/basics.ts';
import { formatDate } from '#shared/i18n/format.ts';

/** A day with its time of day where it has one: "7 juni 2016 09:03". What ends in Z is shown in the machine's own time zone. */
export function formatTime(value: string, language: Language): string {
	const local = value.endsWith('Z') ? localOf(new Date(value)) : value;
	const time = /T(\d{2}:\d{2})/.exec(local)?.[1];
	const date = formatDate(local, language, 'short');
	return time ? `${date} ${time}` : date;
}

function localOf(date: Date): string {
	const two = (number: number) => String(number).padStart(2, '0');
	const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
	return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}
