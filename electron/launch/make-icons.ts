import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { inRepository } from './folders.ts';
import { icnsFile, icoFile } from './icon-files.ts';

/**
 * `node electron/launch/make-icons.ts`: draws every picture that the systems want of resources/icons/app.svg and document.svg. What it makes is
 * committed, so that a build needs no drawing.
 */
const folder = inRepository('resources/icons');
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];

/** @returns the picture as PNG, `size` pixels square */
async function draw(svg: string, size: number): Promise<Buffer> {
	// Given its size in pixels, it is drawn at that size and not stretched to it.
	const sized = svg.replace('width="256" height="256"', `width="${size}" height="${size}"`);
	const canvas = createCanvas(size, size);
	canvas.getContext('2d').drawImage(await loadImage(Buffer.from(sized)), 0, 0, size, size);
	return canvas.encode('png');
}

for (const name of ['app', 'document']) {
	const svg = readFileSync(join(folder, `${name}.svg`), 'utf8');
	const pictures = new Map<number, Buffer>();
	for (const size of sizes) pictures.set(size, await draw(svg, size));
	writeFileSync(join(folder, `${name}.ico`), icoFile(pictures));
	writeFileSync(join(folder, `${name}.icns`), icnsFile(pictures));
	if (name !== 'app') continue;
	mkdirSync(join(folder, 'linux'), { recursive: true });
	for (const size of sizes.filter((one) => one <= 512))
		writeFileSync(join(folder, 'linux', `${size}x${size}.png`), pictures.get(size) ?? '');
}
