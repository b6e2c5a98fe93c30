import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import Database from 'better-sqlite3';
import sodium from 'libsodium-wrappers';
import { chromium, type Page } from 'playwright-core';
import { packAnswer, type SealedAnswer, writeEnvelope } from '#shared/domain/form/envelope.ts';
import { findBrowser } from '../../electron/browser/find-browser.ts';
import { readyConnection } from '../../electron/store/connect.ts';
import { roundOnDisk } from '../node/form/round-on-disk.ts';
import { benchCore } from './core.ts';
import { type BenchRow, measureInTurn, timed } from './table.ts';

/** The form as a file: a folder of answers taken in, and the time until the form shows. */
export async function benchForm(folder: string, answers: number, times: number): Promise<BenchRow[]> {
	await sodium.ready;
	const path = join(folder, 'form.underlag');
	const core = benchCore(folder);
	await core.call('project.create', { path, title: 'Bench' });
	await core.call('keys.create', { path: join(folder, 'form.nyckel'), passphrase: 'tre små ord till' });
	const { id: instrumentId } = await core.call('instrument.add', { key: 'board' });
	const { id: roundId } = await core.call('round.add', { name: 'Formulär', instrumentId });
	await core.call('form.makeKey', { roundId });

	const { uid, publicKey, instrument } = roundOnDisk(path, roundId);
	const own = sodium.crypto_box_keypair();
	const ciphers: Uint8Array[] = [];
	const files = Array.from({ length: answers }, (_, at) => {
		const answer: SealedAnswer = {
			format: 'underlag-answer/1',
			round: uid,
			instrument,
			promise: 'anonymous',
			answers: { 1: String(1 + (at % 5)), 2: '4', 5: '1', 10: `Vi har fått mer tid för varandra, säger ${at}.` },
			language: 'sv',
			day: '2026-01-02',
			code: null,
			nonce: randomBytes(16).toString('hex'),
		};
		const packed = packAnswer(answer);
		ciphers.push(sodium.crypto_box_seal(packed, own.publicKey));
		const text = writeEnvelope(uid, sodium.crypto_box_seal(packed, publicKey));
		return { name: `svar-${at}.underlag-svar`, bytes: new TextEncoder().encode(text) };
	});

	const plain = join(folder, 'form-bare.db');
	const openBare = () =>
		timed(() => {
			const bare = new Database(plain);
			readyConnection(bare, undefined);
			bare.exec('DROP TABLE IF EXISTS plain; CREATE TABLE plain (id INTEGER PRIMARY KEY, answers TEXT) STRICT');
			const insert = bare.prepare('INSERT INTO plain (answers) VALUES (?)');
			bare.transaction(() => {
				for (const cipher of ciphers)
					insert.run(
						Buffer.from(sodium.crypto_box_seal_open(cipher, own.publicKey, own.privateKey)).toString('latin1'),
					);
			})();
			bare.close();
		});
	const taken = await measureInTurn(Math.min(3, times), openBare, async () => {
		const took = await timed(async () => {
			const { stored } = await core.call('form.import', { roundId, files });
			if (stored !== answers) throw new Error(`stored ${stored} of ${answers} answers`);
		});
		await core.call('history.undo', {});
		return took;
	});
	const rows: BenchRow[] = [
		{
			what: `${answers.toLocaleString('en')} answer files opened, checked and stored`,
			floor: 'libsodium opening as many + bare inserts',
			budget: 3,
			...taken,
		},
	];
	if (existsSync(fileURLToPath(new URL('../../dist/form/form.html', import.meta.url)))) {
		const { bytes } = await core.call('form.make', { roundId });
		rows.push(...(await benchPaint(folder, bytes, times)));
	}
	await core.close();
	return rows;
}

/** The first paint of the form, opened from a file as a respondent does. No row where there is no browser. */
async function benchPaint(folder: string, form: Uint8Array, times: number): Promise<BenchRow[]> {
	const found = await findBrowser();
	if (!found) return [];
	writeFileSync(join(folder, 'form.html'), form);
	writeFileSync(join(folder, 'empty.html'), '<!doctype html><meta charset="utf-8"><title>Tom</title><p>Tom sida</p>');
	const { executablePath, args, env } = found;
	const browser = await chromium.launch({ executablePath, args: [...args], env, headless: true });
	const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
	try {
		await firstPaint(page, join(folder, 'empty.html'));
		const painted = await measureInTurn(
			times,
			() => firstPaint(page, join(folder, 'empty.html')),
			() => firstPaint(page, join(folder, 'form.html')),
		);
		return [{ what: "the form's first paint", floor: "an empty page's first paint", budget: 10, ...painted }];
	} finally {
		await browser.close();
	}
}

/** Milliseconds from the beginning of the navigation to the first content on the screen. */
async function firstPaint(page: Page, path: string): Promise<number> {
	await page.goto(pathToFileURL(path).href);
	return page.evaluate(
		() =>
			new Promise<number>((resolve) => {
				new PerformanceObserver((list) => {
					for (const entry of list.getEntries()) if (entry.name === 'first-contentful-paint') resolve(entry.startTime);
				}).observe({ type: 'paint', buffered: true });
			}),
	);
}
