import { readFileSync } from 'node:fs';
import { loadImage } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { inRepository } from '../../../electron/launch/folders.ts';
import { icnsFile, icoFile } from '../../../electron/launch/icon-files.ts';

const icon = (name: string) => readFileSync(inRepository(`resources/icons/${name}`));

test('every picture in the Windows icons lies where the head says and has the size it says', async () => {
	for (const name of ['app.ico', 'document.ico']) {
		const file = icon(name);
		const count = file.readUInt16LE(4);
		expect(count).toBe(7);
		for (let index = 0; index < count; index++) {
			const entry = 6 + 16 * index;
			const [length, at] = [file.readUInt32LE(entry + 8), file.readUInt32LE(entry + 12)];
			const { width } = await loadImage(file.subarray(at, at + length));
			expect(width).toBe(file.readUInt8(entry) || 256);
		}
	}
});

test('the macOS icons are whole, up to 1024 pixels', async () => {
	for (const name of ['app.icns', 'document.icns']) {
		const file = icon(name);
		expect(file.toString('latin1', 0, 4)).toBe('icns');
		expect(file.readUInt32BE(4)).toBe(file.length);
		const sizes: Record<string, number> = {};
		for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4)) {
			const picture = file.subarray(at + 8, at + file.readUInt32BE(at + 4));
			sizes[file.toString('latin1', at, at + 4)] = (await loadImage(picture)).width;
		}
		expect(sizes).toMatchObject({ icp4: 16, ic07: 128, ic08: 256, ic13: 256, ic09: 512, ic10: 1024 });
	}
});

test('an icon of no pictures is a head alone', () => {
	expect(icoFile(new Map()).length).toBe(6);
	expect(icnsFile(new Map()).length).toBe(8);
});
