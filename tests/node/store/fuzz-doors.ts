import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../../electron/store/open.ts';
import type { FuzzDoor } from '../fuzz.ts';

const seed = new Uint8Array(readFileSync(new URL('../../fixtures/projects/v1.underlag', import.meta.url)));

/** A project from others: an administrator's copy, or one that a mail has been at. */
export const doors: FuzzDoor[] = [
	{
		name: 'project file',
		seeds: [seed],
		open: (bytes) => {
			const folder = mkdtempSync(join(tmpdir(), 'underlag-fuzz-'));
			try {
				const path = join(folder, 'a.underlag');
				writeFileSync(path, bytes);
				openStore(path, { scratch: true }).close();
			} finally {
				rmSync(folder, { recursive: true, force: true });
			}
		},
		refusals: ['FILE_NOT_PROJECT', 'FILE_DAMAGED', 'FILE_NEWER', 'PASSPHRASE_NEEDED'],
	},
];
