import { test } from 'vitest';
import { readPasted } from '#shared/domain/instrument/exchange/pasted.ts';
import { inBrief } from './in-brief.ts';
import { samples } from './pasted-samples.ts';

test('x', () => {
	for (const [k, t] of Object.entries(samples)) {
		const r = readPasted(t, 'x.txt');
		console.log(`${k}\n${r ? inBrief(r).join('\n') : null}`);
	}
});

import { readFileSync } from 'node:fs';
import { asText } from './as-text.ts';

test('y', () => {
	for (const k of ['board', 'lokus']) {
		const d = JSON.parse(readFileSync(`resources/instruments/${k}.json`, 'utf8'));
		const t = asText(d, new Set(['yes4']));
		const r = readPasted(t, 'x.txt');
		console.log(k === 'board' ? t : '', r ? inBrief(r).join('\n') : null);
	}
});
