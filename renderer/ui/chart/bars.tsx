import { useComputedColorScheme } from '@mantine/core';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { chartOf } from '#shared/domain/figure/chart.ts';
import type { Domain } from '#shared/domain/figure/layout.ts';
import type { Figure } from '#shared/domain/figure/model.ts';
import styles from './bars.module.css';
import { drawChart, figureFont } from './register.ts';

interface Place {
	left: number;
	top: number;
	width: number;
	heights: number[];
}

/**
 * The bars of a figure on the rows of a table: one canvas over the cells marked `data-bar` in `table`, a row of the figure each, whatever
 * height they have. The table is what is read; the canvas is only looked at, and lets the pointer through.
 */
export function Bars({
	figure,
	domain,
	table,
}: {
	figure: Figure;
	domain?: Domain | undefined;
	table: RefObject<HTMLElement | null>;
}) {
	const theme = useComputedColorScheme('light');
	const canvas = useRef<HTMLCanvasElement>(null);
	const [place, setPlace] = useState<Place | null>(null);
	const [fonts, setFonts] = useState(false);

	useEffect(() => {
		void document.fonts.ready.then(() => setFonts(true));
	}, []);

	useEffect(() => {
		const frame = table.current;
		if (!frame) return;
		const measure = () => setPlace((before) => same(before, placeOf(frame, figure)));
		measure();
		const observer = new ResizeObserver(measure);
		observer.observe(frame);
		for (const cell of frame.querySelectorAll('[data-bar]')) observer.observe(cell);
		return () => observer.disconnect();
	}, [table, figure]);

	useEffect(() => {
		if (!fonts || !canvas.current || !place || place.width < 20 || place.heights.length !== figure.rows.length) return;
		const height = place.heights.reduce((sum, one) => sum + one, 0);
		canvas.current.width = place.width;
		canvas.current.height = height;
		const chart = drawChart(
			canvas.current,
			chartOf(figure, {
				parts: 'bars',
				theme,
				width: place.width,
				rowHeights: place.heights,
				domain,
				font: figureFont,
			}),
		);
		return () => chart.destroy();
	}, [figure, domain, place, theme, fonts]);

	return (
		<canvas
			ref={canvas}
			aria-hidden
			className={styles.canvas}
			style={place ? { left: place.left, top: place.top } : { display: 'none' }}
		/>
	);
}

/** Kept free at the right of the bars, before the numbers of the next column. */
const air = 10;

function placeOf(frame: HTMLElement, figure: Figure): Place | null {
	const marked = [...frame.querySelectorAll('[data-bar]')].slice(0, figure.rows.length);
	const cells = marked.map((cell) => cell.getBoundingClientRect());
	const [first] = cells;
	if (!first) return null;
	const outer = frame.getBoundingClientRect();
	return {
		left: first.left - outer.left + frame.scrollLeft,
		top: first.top - outer.top,
		width: Math.floor(first.width) - air,
		heights: cells.map((cell, at) => (cells[at + 1]?.top ?? cell.bottom) - cell.top),
	};
}

/** The place as it was where nothing moved, so that nothing is drawn anew. */
function same(before: Place | null, now: Place | null): Place | null {
	return JSON.stringify(before) === JSON.stringify(now) ? before : now;
}
