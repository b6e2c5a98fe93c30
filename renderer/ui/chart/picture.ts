import { chartOf } from '#shared/domain/figure/chart.ts';
import { figureSize, pageWidth } from '#shared/domain/figure/layout.ts';
import type { Figure } from '#shared/domain/figure/model.ts';
import { figureTokens } from '#shared/domain/figure/palette.ts';
import { drawChart, figureFont } from './register.ts';

/** The figure as it stands in a report, as a PNG of 300 dots to the inch. */
export async function pictureOf(figure: Figure): Promise<Blob> {
	await document.fonts.ready;
	const { width, height } = figureSize(figure);
	const canvas = document.createElement('canvas');
	canvas.width = width;
	canvas.height = Math.ceil(height);
	const config = chartOf(figure, { theme: 'print', width: pageWidth, font: figureFont, hatched: false });
	const chart = drawChart(canvas, {
		...config,
		options: { ...config.options, devicePixelRatio: 300 / 96 },
		plugins: [ground, ...(config.plugins ?? [])],
	});
	try {
		return await new Promise((resolve, reject) => {
			canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png');
		});
	} finally {
		chart.destroy();
	}
}

const ground = {
	id: 'ground',
	beforeDraw({ ctx, width, height }: { ctx: CanvasRenderingContext2D; width: number; height: number }) {
		ctx.save();
		ctx.fillStyle = figureTokens('print').surface;
		ctx.fillRect(0, 0, width, height);
		ctx.restore();
	},
};
