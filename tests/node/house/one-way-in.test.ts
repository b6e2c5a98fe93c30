import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inRepository } from '../../../electron/launch/folders.ts';

/**
 * That an anonymous answer has no person is kept by a trigger when an answer gets one, and by responses being stored without: so that nothing
 * else may store them.
 */
test('responses are stored in one place, which knows no person', () => {
	const electron = inRepository('electron');
	const storing = readdirSync(electron, { recursive: true, encoding: 'utf8' })
		.filter((path) => path.endsWith('.ts') && !path.includes('migrations'))
		.filter((path) =>
			/INTO response\b|insertRows\(\s*db,\s*'response'/.test(readFileSync(join(electron, path), 'utf8')),
		);
	expect(storing.map((path) => path.replaceAll('\\', '/'))).toEqual(['store/responses.ts']);
	expect(readFileSync(join(electron, 'store/responses.ts'), 'utf8')).not.toContain('asked_id');
});
