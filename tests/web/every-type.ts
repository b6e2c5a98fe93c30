import type { Input } from '#shared/contract/calls.ts';

const option = (value: string, sv: string, marks: object = {}) => ({ value, label: { sv }, ...marks });
const five = ['Stämmer inte alls', 'Stämmer inte så bra', 'Varken eller', 'Stämmer delvis', 'Stämmer helt'];
const scaleOf = (id: string, more: object = {}) => ({
	id,
	options: [...five.map((label, at) => option(String(at + 1), label)), option('x', 'Vet inte', { missing: true })],
	...more,
});

/** A questionnaire with every type of question, on two pages: for what a respondent meets. */
export const everyType: Input<'instrument.add'> = {
	name: 'alla-slag.json',
	definition: {
		format: 'underlag-instrument/1',
		key: 'alla-slag',
		version: 1,
		title: { sv: 'Medlemmarnas enkät', en: 'Members’ survey' },
		intro: {
			sv: 'Tack för att du svarar. Det tar fem minuter.',
			en: 'Thank you for answering. It takes five minutes.',
		},
		thanks: { sv: 'Tack! Dina svar betyder mycket.', en: 'Thank you!' },
		languages: ['sv', 'en'],
		scales: [scaleOf('alla'), scaleOf('andar', { labels: 'ends', numbered: true })],
		items: [
			{ type: 'section', comment: 'Till oss själva', id: 'om', text: { sv: 'Om föreningen' } },
			{ type: 'scale', id: '1', text: { sv: 'Jag trivs i föreningen' }, scale: 'alla', required: true },
			{ type: 'scale', id: '2', text: { sv: 'Jag kan påverka' }, scale: 'andar' },
			{
				type: 'matrix',
				id: '3',
				text: { sv: 'Hur fungerar det här?' },
				scale: 'andar',
				rows: [
					{ id: '3a', text: { sv: 'Informationen' } },
					{ id: '3b', text: { sv: 'Träningstiderna' } },
				],
			},
			{
				type: 'multiple',
				id: '4',
				text: { sv: 'Vad deltar du i?' },
				max: 2,
				options: [
					option('t', 'Träning'),
					option('m', 'Möten'),
					option('r', 'Resor'),
					option('a', 'Annat, nämligen', { other: true }),
					option('i', 'Inget av detta', { exclusive: true }),
				],
			},
			{
				type: 'ranking',
				id: '5',
				text: { sv: 'Vad är viktigast?' },
				options: [option('v', 'Vänner'), option('h', 'Hälsa'), option('s', 'Segrar')],
			},
			{ type: 'section', id: 'dig', text: { sv: 'Om dig' } },
			{ type: 'info', id: 'i1', text: { sv: 'De här frågorna är frivilliga.' } },
			{ type: 'rating', id: '6', text: { sv: 'Hur mår du?' }, min: 1, max: 5, look: 'faces' },
			{
				type: 'rating',
				id: '7',
				text: { sv: 'Vilket betyg får vi?' },
				min: 1,
				max: 5,
				look: 'stars',
				maxLabel: { sv: 'Högst' },
			},
			{ type: 'number', id: '8', text: { sv: 'Hur länge har du varit med?' }, min: 0, max: 90, unit: { sv: 'år' } },
			{ type: 'date', id: '9', text: { sv: 'När kom du senast?' }, from: '2026-01-01' },
			{ type: 'text', id: '10', text: { sv: 'Du svarade ”{{1}}”. Varför?' }, maxLength: 20 },
			{
				type: 'text',
				id: '11',
				text: { sv: 'Ditt postnummer' },
				long: false,
				validation: { pattern: '\\d{3} ?\\d{2}', message: { sv: 'Skriv fem siffror.' } },
			},
		],
	},
};
