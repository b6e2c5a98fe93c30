import { BarController, BarElement, Chart, LinearScale } from 'chart.js';
import type { FigureChart } from '#shared/domain/figure/chart.ts';

Chart.register(BarController, BarElement, LinearScale);

/** Draws a figure's definition on a canvas; `destroy` the chart before another one is drawn there. */
export function drawChart(canvas: HTMLCanvasElement, definition: FigureChart): Chart<'bar', unknown, string> {
	return new Chart(canvas, definition);
}

/** The family that figures are lettered in, as the window has it. */
export const figureFont = '"Inter Variable", Inter, sans-serif';
