import type { Instrument, Item } from '#shared/domain/instrument/model.ts';
import { randomFrom } from '../node/fuzz.ts';

const text = (sv: string) => ({ sv });
const scaleLabels = [
	'Stämmer inte alls',
	'Stämmer inte så bra',
	'Varken ja eller nej',
	'Stämmer delvis',
	'Stämmer helt',
];
const topics = ['Ekonomi', 'Personal', 'Utbildning', 'Annat'];
const words = 'vi har fått mer tid för varandra och för det viktiga; säger "alla" som var med'.split(' ');

/** Sixty questions of every type that a service's export has; one in twenty is answered in words. */
export function bigInstrument(): Instrument {
	const items = Array.from({ length: 60 }, (_, at): Item => {
		const base = { id: String(at + 1), text: text(`Fråga nummer ${at + 1} om hur det går hos er`) };
		if (at % 20 === 19) return { ...base, type: 'text', long: true };
		if (at % 10 === 5) {
			return { ...base, type: 'multiple', options: topics.map((label, o) => ({ value: `o${o}`, label: text(label) })) };
		}
		if (at % 10 === 6) return { ...base, type: 'number' };
		if (at % 10 === 7) return { ...base, type: 'rating', min: 1, max: 10 };
		if (at % 30 === 8) return { ...base, type: 'date' };
		if (at === 0) {
			return { ...base, type: 'single', options: topics.map((label, o) => ({ value: `o${o}`, label: text(label) })) };
		}
		return { ...base, type: 'scale', scale: 's' };
	});
	const options = scaleLabels.map((label, at) => ({ value: String(at + 1), label: text(label) }));
	return {
		format: 'underlag-instrument/1',
		key: 'big',
		version: 1,
		title: text('Stor'),
		scales: [{ id: 's', options: [...options, { value: 'na', label: text('Vet ej'), missing: true }] }],
		items,
	};
}

/** As a service exports it: an id, a time, labels as texts, several choices in one cell, quotes where they are needed. The same each time. */
export function bigCsv(instrument: Instrument, rows: number): Uint8Array<ArrayBuffer> {
	const random = randomFrom(7);
	const below = (most: number) => Math.floor(random() * most);
	const encoder = new TextEncoder();
	const parts: Uint8Array[] = [];
	const heading = instrument.items.map((item) => `${item.id}. ${item.text.sv}`);
	let lines = [['Svars-ID', 'Inskickat', ...heading].join(';')];
	const flush = () => {
		parts.push(encoder.encode(`${lines.join('\r\n')}\r\n`));
		lines = [];
	};
	for (let row = 0; row < rows; row++) {
		const cells = instrument.items.map((item) => {
			if (below(25) === 0) return '';
			if (item.type === 'text') {
				if (below(3) > 0) return '';
				const said = Array.from({ length: 5 + below(20) }, () => words[below(words.length)]).join(' ');
				return `"${said.replaceAll('"', '""')}"`;
			}
			if (item.type === 'multiple') return `"${topics.filter(() => below(2)).join(';')}"`;
			if (item.type === 'single') return topics[below(4)];
			if (item.type === 'number') return String(below(100));
			if (item.type === 'rating') return String(1 + below(10));
			if (item.type === 'date') return `2016-0${1 + below(9)}-1${below(10)}`;
			return below(12) === 0 ? 'Vet ej' : scaleLabels[below(5)];
		});
		lines.push([`S${row + 1}`, `2016-06-07 0${below(10)}:1${below(10)}`, ...cells].join(';'));
		if (lines.length === 1000) flush();
	}
	if (lines.length > 0) flush();
	const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}
