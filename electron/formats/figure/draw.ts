import { join } from 'node:path';
import { createCanvas, GlobalFonts, SvgExportFlag } from '@napi-rs/canvas';
import { BarController, BarElement, Chart, LinearScale } from 'chart.js';
import { chartOf, type FigureLook } from '#shared/domain/figure/chart.ts';
import { layoutOf, pageWidth } from '#shared/domain/figure/layout.ts';
import type { Figure } from '#shared/domain/figure/model.ts';
import { figureTokens } from '#shared/domain/figure/palette.ts';

export interface DrawOptions {
	format: 'png' | 'svg';
	/** Pixels to a CSS px, for PNG. By default the picture has 300 dots to the inch (96 CSS px are an inch). */
	scale?: number;
	/** The program's `resources`: the letters come from its `fonts`, so that every machine draws the same. */
	resourcesFolder: string;
	/** CSS px; a page's text column by default. */
	width?: number;
	theme?: FigureLook['theme'];
	hatched?: boolean;
}

export const printScale = 300 / 96;

/** A name of our own: whatever Inter the machine may have is not taken instead. */
const family = 'Underlag Figure';
const registered = new Set<string>();

/**
 * A figure as a picture, drawn without a window from the same definition that the screen shows. SVG has its letters as outlines, so it
 * needs no font where it is shown.
 * @throws Error when the fonts are not in the resources folder
 */
export function drawFigure(figure: Figure, options: DrawOptions): Uint8Array {
	Chart.register(BarController, BarElement, LinearScale);
	registerFonts(options.resourcesFolder);
	const look: FigureLook = {
		theme: options.theme ?? 'print',
		font: `"${family}"`,
		width: options.width ?? pageWidth,
		...(options.hatched === undefined ? {} : { hatched: options.hatched }),
	};
	const { width, height } = layoutOf(figure, look);
	const size = [Math.ceil(width), Math.ceil(height)] as const;
	const canvas =
		options.format === 'svg' ? createCanvas(...size, SvgExportFlag.ConvertTextToPaths) : createCanvas(...size);
	// Chart.js sizes the element's style, which a canvas without a page lacks.
	Object.assign(canvas, { style: {} });
	const config = chartOf(figure, look);
	const chart = new Chart(canvas as never, {
		...config,
		options: { ...config.options, devicePixelRatio: options.format === 'svg' ? 1 : (options.scale ?? printScale) },
		plugins: [paper(figureTokens(look.theme).surface), ...(config.plugins ?? [])],
	});
	try {
		return new Uint8Array('getContent' in canvas ? canvas.getContent() : canvas.toBuffer('image/png'));
	} finally {
		chart.destroy();
	}
}

/** A ground of its own: a picture without one turns black in some viewers. */
const paper = (color: string) => ({
	id: 'paper',
	beforeDraw(chart: Chart) {
		chart.ctx.save();
		chart.ctx.fillStyle = color;
		chart.ctx.fillRect(0, 0, chart.width, chart.height);
		chart.ctx.restore();
	},
});

function registerFonts(resourcesFolder: string): void {
	for (const file of ['inter-400.ttf', 'inter-600.ttf']) {
		const path = join(resourcesFolder, 'fonts', file);
		if (registered.has(path)) continue;
		if (!GlobalFonts.registerFromPath(path, family)) throw new Error('fonts are missing');
		registered.add(path);
	}
}
