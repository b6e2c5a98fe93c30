import { expectAccessible } from './axe.ts';
import type { Program } from './start.ts';

/** Takes pictures of the view and holds axe to it, in light and, in a small window, in dark. Leaves it light, 1280 × 800. */
export async function expectLooks(program: Program, name: string): Promise<void> {
	await program.screenshot(name);
	await expectAccessible(program.page);
	await program.screenshot(name, { theme: 'dark', size: '900x700' });
	await expectAccessible(program.page);
	await program.setLook({ theme: 'light', size: '1280x800' });
}
