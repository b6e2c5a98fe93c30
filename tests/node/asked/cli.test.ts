import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { terminalIn } from '../cli/underlag.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'underlag-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const underlag = (env: Record<string, string>, ...args: string[]) => terminalIn(folder).here(env, ...args);

test('a list in the terminal: refused without the key file, stored with it, and the rates told', async () => {
	const file = join(folder, 'a.underlag');
	const list = join(folder, 'lista.csv');
	writeFileSync(list, 'Namn;Grupp\nAnn Bergendahl;Heby\nBo Ek;Heby, Tierp\n');
	await underlag({}, 'new', file, '--title', 'Prov');
	await underlag({}, 'round', 'add', file, '--instrument', 'board', '--name', 'Styrelsen');
	expect((await underlag({}, 'rates', file, '--round', 'Styrelsen')).out).toBe(
		'Styrelsen: sändlistan är tom och antalet tillfrågade är inte angivet, så det finns ingen svarsfrekvens att räkna ut.\n',
	);
	const unknown = (await underlag({}, 'rates', file, '--round', 'Styreslen')).err;
	expect(unknown).toContain('eller stavas på ett annat sätt');
	expect(unknown).not.toContain('Ångra');
	const without = await underlag({}, 'asked', 'import', file, '--round', 'Styrelsen', list);
	expect(without).toMatchObject({ status: 1 });
	expect(without.err).toContain('UNDERLAG_KEY_PASSPHRASE');
	const keys = join(folder, 'k.nyckel');
	const short = await underlag(
		{ UNDERLAG_KEY_PASSPHRASE: 'tre ord' },
		'asked',
		'import',
		file,
		'--round',
		'Styrelsen',
		list,
	);
	expect(short.err).toContain('minst 12 tecken');
	const secret = { UNDERLAG_KEY_PASSPHRASE: 'tre små ord till' };
	const done = await underlag(secret, 'asked', 'import', file, '--round', 'Styrelsen', '--keys', keys, list);
	expect(done.err).toBe('');
	expect(done.out).toContain('Lade till 2 personer');
	const wrong = await underlag(
		{ UNDERLAG_KEY_PASSPHRASE: 'fel fras' },
		'asked',
		'import',
		file,
		'--round',
		'Styrelsen',
		list,
	);
	expect(wrong.err).toContain('UNDERLAG_KEY_PASSPHRASE');
	expect(wrong.err).not.toContain('UNDERLAG_PASSPHRASE');
	expect(readFileSync(file).includes('Bergendahl')).toBe(false);
	const rates = JSON.parse((await underlag({}, 'rates', file, '--round', 'Styrelsen', '--json')).out);
	expect(rates).toMatchObject({ round: 'Styrelsen', overall: { eligible: 2, rr1: 0 }, inSeveral: 1 });
	const told = (await underlag({}, 'rates', file, '--round', 'Styrelsen')).out;
	expect(told).toContain('AAPOR');
	expect(told).toMatch(/^Styrelsen: RR1 0,0\s%, RR2 0,0\s% \(2 personer\)$/m);
});
