import type { Figure } from '#shared/domain/figure/model.ts';

const statements = [
	'Vi har strukturer som gör det lätt att ta, behålla och vårda relationer mellan aktörerna',
	'Det finns en strategi',
	'Uppföljningen har använts för att utveckla insatserna',
	'Verksamhetsutvecklingssamordningsprocesserna fungerar',
	'Kort',
];

/** A made-up figure with so many points on its scale and so many bars. */
export function figureWith(points: number, rows: number, change: Partial<Figure> = {}): Figure {
	return {
		kind: 'diverging',
		unit: 'count',
		ordered: true,
		options: Array.from({ length: points }, (_, at) => ({ value: String(at + 1), label: `Svarsalternativ ${at + 1}` })),
		rows: Array.from({ length: rows }, (_, row) => {
			const counts = Array.from({ length: points }, (_, at) => (row * 7 + at * 5 + row * at) % 9);
			return {
				label: statements[row % statements.length] ?? '',
				no: `${row + 1}`,
				counts,
				n: counts.reduce((sum, one) => sum + one, 0),
			};
		}),
		language: 'sv',
		...change,
	};
}
