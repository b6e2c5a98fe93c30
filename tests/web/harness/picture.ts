import type { Page, PageScreenshotOptions } from 'playwright-core';
import { inRepository } from '../../../electron/launch/folders.ts';

/**
 * Writes tests/screenshots/NAME.png, for people to look at. Nothing is compared with it, so the whole run (`npm test`) takes none
 * unless it is asked to (`npm test -- --screenshots`).
 */
export async function takePicture(page: Page, name: string, options: PageScreenshotOptions = {}): Promise<void> {
	if (process.env.UNDERLAG_SCREENSHOTS === 'no') return;
	await page.evaluate(() => document.fonts.ready);
	await page.screenshot({ path: inRepository(`tests/screenshots/${name}.png`), animations: 'disabled', ...options });
}
