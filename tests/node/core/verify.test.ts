import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeTestProject } from '../test-core.ts';

let project: Awaited<ReturnType<typeof makeTestProject>>;
beforeEach(async () => {
	project = await makeTestProject();
	const { core } = project;
	await core.call('instrument.add', { key: 'board' });
	await core.call('round.add', { name: 'Omgång', instrumentId: 1 });
	await core.call('response.save', { roundId: 1, answers: { 1: '3', 10: 'Öppet 🙂 svar' }, status: 'complete' });
	const text = `Anna: Vi har lärt oss mycket 🙂 av varandra. ${'Och mer. '.repeat(400)}\nIntervjuare: Hur?\n`;
	await core.call('document.import', { name: 'a.txt', bytes: new TextEncoder().encode(text) });
	const { id } = await core.call('code.add', { name: 'Lärande' });
	await core.call('coding.add', { codeId: id, target: { kind: 'document', documentId: 1 }, start: 0, end: 20 });
	await core.call('report.add', { title: 'Rapport', markdown: '# Resultat\n\nText.' });
});
afterEach(() => project.end());

const verify = () => project.core.call('project.verify', {});

/** The project after a change behind the program's back. */
async function spoiled(sql: string) {
	await project.core.call('project.close', {});
	const db = new Database(project.path);
	db.pragma('foreign_keys = OFF');
	db.exec(sql);
	db.close();
	await project.core.call('project.open', { path: project.path });
	return verify();
}

test('a sound project is sound, and what was read is counted', async () => {
	const progress: number[] = [];
	const result = await project.core.call('project.verify', {}, { onProgress: ({ done }) => progress.push(done) });
	expect(result).toMatchObject({ ok: true, problems: [], checked: { texts: 3 } });
	expect(result.checked.pages).toBeGreaterThan(20);
	expect(result.checked.rows).toBeGreaterThan(8);
	expect(progress).toEqual([...progress].sort((a, b) => a - b));
	expect(progress.length).toBeGreaterThan(10);
});

test('it can be cancelled, and other calls are answered meanwhile', async () => {
	const control = new AbortController();
	let meanwhile: Promise<unknown> | null = null;
	const running = project.core.call(
		'project.verify',
		{},
		{
			signal: control.signal,
			onProgress: ({ done }) => {
				if (done === 3) meanwhile = project.core.call('project.update', { title: 'Medan' }).then(() => control.abort());
			},
		},
	);
	await expect(running).rejects.toMatchObject({ code: 'CANCELLED' });
	await meanwhile;
	expect((await project.core.call('project.get', {})).title).toBe('Medan');
});

for (const [what, kind, sql] of [
	['a word changed in a text', 'text', "UPDATE document SET text = replace(text, 'mycket', 'myckel')"],
	['a questionnaire changed', 'text', "UPDATE instrument SET definition = replace(definition, 'sv', 'sw')"],
	['a report changed', 'text', "UPDATE report SET markdown = markdown || '.'"],
	['a reference to nothing', 'reference', 'UPDATE answer SET response_id = 77 WHERE id = 1'],
	['a coding beyond its text', 'range', 'UPDATE coding SET end = 99999'],
	['a coding that splits a character', 'range', "UPDATE coding SET end = (SELECT instr(text, '🙂') FROM document)"],
	['a turn beyond its text', 'range', 'UPDATE turn SET end = 99999 WHERE id = 1'],
	[
		'a coding beyond its answer',
		'range',
		"UPDATE coding SET document_id = NULL, answer_id = (SELECT id FROM answer WHERE item = '10')",
	],
] as const) {
	test(`finds ${what}, and says nothing of the content`, async () => {
		const { ok, problems } = await spoiled(sql);
		expect(ok).toBe(false);
		expect(problems.map((one) => one.kind)).toEqual([kind]);
		expect(JSON.stringify(problems)).not.toMatch(/lärt|myck|Resultat|Öppet/);
	});
}

test('flipped bytes in a stored text are found wherever they are, or the file is refused', async () => {
	await project.core.call('project.close', {});
	const whole = readFileSync(project.path);
	const path = join(project.folder, 'flipped.underlag');
	for (
		let from = whole.indexOf('Och mer. ');
		from > 0 && from < whole.length;
		from = whole.indexOf('Och mer. ', from + 900)
	) {
		const bytes = Buffer.from(whole);
		bytes.writeUInt8(bytes.readUInt8(from + 4) ^ 0x04, from + 4);
		writeFileSync(path, bytes);
		await project.core.call('project.open', { path });
		const { ok, problems } = await verify();
		expect(ok).toBe(false);
		expect(problems.map((one) => one.kind)).toContain('text');
		await project.core.call('project.close', {});
	}
});

test('any damaged page is found, refused at opening, or lies where nothing is', async () => {
	await project.core.call('project.close', {});
	const whole = readFileSync(project.path);
	const path = join(project.folder, 'flipped.underlag');
	let found = 0;
	for (let page = 0; page < whole.length / 4096; page++) {
		const bytes = Buffer.from(whole);
		bytes.fill(0xa5, page * 4096, page * 4096 + 200);
		writeFileSync(path, bytes);
		const opened = await project.core.call('project.open', { path }).then(
			() => true,
			(error: { code: string }) => {
				expect(error.code).toMatch(/^(FILE_DAMAGED|FILE_NOT_PROJECT)$/);
				return false;
			},
		);
		if (!opened || !(await verify()).ok) found++;
		if (opened) await project.core.call('project.close', {});
	}
	expect(found).toBe(whole.length / 4096);
});
