import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { terminalIn } from '../cli/underlag.ts';
import { sealFor } from './seal-for.ts';

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'underlag-form-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string) => join(folder, name);
const underlag = (...args: string[]) =>
	terminalIn(folder, { UNDERLAG_KEY_PASSPHRASE: 'tre små ord till' }).here({}, ...args);

test('a form made and its answers taken in from the terminal; the page is one the oldest browsers can read', async () => {
	const file = at('p.underlag');
	const keys = ['--round', 'Styrelsen', '--keys', at('p.nyckel')];
	await underlag('new', file, '--title', 'Prov');
	await underlag('round', 'add', file, '--instrument', 'board', '--name', 'Styrelsen');
	expect(await underlag('form', 'make', file, ...keys, '--out', at('f.html'))).toMatchObject({ status: 0, err: '' });
	const html = readFileSync(at('f.html'), 'utf8');
	expect(html.length).toBeLessThan(400_000);
	expect(html).toMatch(
		/Content-Security-Policy" content="default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-/,
	);
	const script = html.slice(html.lastIndexOf('<script>') + 8, html.lastIndexOf('</script>'));
	writeFileSync(at('f.cjs'), script);
	execFileSync(process.execPath, ['--check', at('f.cjs')]);
	// Syntax and functions younger than 2021 that the build would not bring down by itself.
	const young =
		/\.(toSorted|toReversed|toSpliced|with|findLast|groupBy)\(|structuredClone|\(\?<[=!]|\?\?=|\|\|=|&&=|static\s*\{|crypto\.(subtle|randomUUID)/g;
	expect(script.match(young)).toBe(null);
	// The stand-in for what is lacking must not call it.
	expect(script).not.toMatch(/`hasOwn`,\(\w+,\w+\)=>Object\.hasOwn/);
	expect(script.match(/\b(fetch|XMLHttpRequest|WebSocket|sendBeacon|localStorage|sessionStorage|indexedDB)\b/g)).toBe(
		null,
	);
	mkdirSync(at('svar'));
	writeFileSync(at('svar/a.underlag-svar'), sealFor(file, 1, { answers: { 1: '4' } }));
	writeFileSync(at('svar/b.txt'), 'inget');
	const taken = await underlag('form', 'import', file, ...keys, at('svar'));
	expect(taken).toMatchObject({ status: 1, err: '' });
	expect(taken.out).toContain('1 av 2 svar är sparat');
	expect(taken.out).toContain('b.txt, svar 1: är inget svar på ett formulär');
});
