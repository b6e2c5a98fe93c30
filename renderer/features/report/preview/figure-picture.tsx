import { useEffect, useRef, useState } from 'react';
import { chartOf } from '#shared/domain/figure/chart.ts';
import { layoutOf, pageWidth } from '#shared/domain/figure/layout.ts';
import type { Figure } from '#shared/domain/figure/model.ts';
import { drawChart, figureFont } from '../../../ui/chart/register.ts';
import styles from './preview.module.css';

/** A figure as the printed page has it, drawn once it comes into view. */
export function FigurePicture({ figure, alt }: { figure: Figure; alt: string }) {
	const canvas = useRef<HTMLCanvasElement>(null);
	const [near, setNear] = useState(false);
	const { width, height } = layoutOf(figure, { width: pageWidth });

	useEffect(() => {
		if (!canvas.current) return;
		const observer = new IntersectionObserver(
			(entries) => {
				if (entries.some((entry) => entry.isIntersecting)) setNear(true);
			},
			{ rootMargin: '600px' },
		);
		observer.observe(canvas.current);
		return () => observer.disconnect();
	}, []);

	useEffect(() => {
		if (!near || !canvas.current) return;
		let gone = false;
		let chart: { destroy: () => void } | null = null;
		void document.fonts.ready.then(() => {
			if (gone || !canvas.current) return;
			canvas.current.width = Math.ceil(width);
			canvas.current.height = Math.ceil(height);
			const definition = chartOf(figure, { theme: 'print', width: pageWidth, font: figureFont });
			chart = drawChart(canvas.current, {
				...definition,
				options: { ...definition.options, responsive: false, devicePixelRatio: 2 },
			});
			// Chart.js fixes the size in pixels; on the page it follows the column.
			canvas.current.style.width = '100%';
			canvas.current.style.height = 'auto';
		});
		return () => {
			gone = true;
			chart?.destroy();
		};
	}, [figure, near, width, height]);

	return (
		<div className={styles.picture} style={{ aspectRatio: `${width} / ${height}` }}>
			<canvas ref={canvas} role="img" aria-label={alt} width={Math.ceil(width)} height={Math.ceil(height)} />
		</div>
	);
}
