import { afterEach, beforeEach, expect, test } from 'vitest';
import { type CallName, callNames, calls, changingNames } from '#shared/contract/calls.ts';
import type { CallSpec } from '#shared/contract/kit.ts';
import { commands as commandsEn } from '#shared/i18n/en/commands.ts';
import { errors as errorsEn } from '#shared/i18n/en/errors.ts';
import { commands as commandsSv } from '#shared/i18n/sv/commands.ts';
import { errors as errorsSv } from '#shared/i18n/sv/errors.ts';
import { handlers } from '../../../electron/core/registry.ts';
import { makeTestCore, makeTestProject } from '../test-core.ts';

let project: Awaited<ReturnType<typeof makeTestProject>>;
beforeEach(async () => {
	project = await makeTestProject();
});
afterEach(() => project.end());

const specs = Object.entries(calls) as [CallName, CallSpec][];
/** Calls past the types, as a faulty or hostile window would. */
const callAny = (name: unknown, input: unknown) =>
	(project.core.call as (name: unknown, input: unknown) => Promise<unknown>)(name, input);

test('every call has a handler; every change and every refusal has words in both languages', () => {
	for (const name of callNames) expect(typeof handlers[name], name).toBe('function');
	for (const words of [commandsSv, commandsEn]) expect(Object.keys(words).sort()).toEqual([...changingNames].sort());
	for (const [name, spec] of specs)
		for (const code of spec.errors)
			for (const words of [errorsSv, errorsEn]) expect(typeof words[code], `${name} ${code}`).toBe('function');
	expect(specs.filter(([, { kind, changes }]) => kind === 'command' && !changes)).toEqual([]);
	expect(specs.filter(([, { kind, changes }]) => (kind === 'query' || kind === 'action') && changes)).toEqual([]);
	expect(specs.filter(([, { scope, changes }]) => scope === 'app' && changes)).toEqual([]);
});

test('calls that do not exist are refused, whatever they are called', async () => {
	for (const name of ['no.such', '__proto__', 'constructor', 'toString', '', null, 7, { a: 1 }, 'x'.repeat(10_000)])
		await expect(callAny(name, {})).rejects.toMatchObject({ code: 'UNKNOWN_CALL' });
	expect(project.log.join('\n')).not.toMatch(/no\.such|xxx/);
});

test('input that is not of the shape is refused by field, without what was in it', async () => {
	const secret = 'Planterad-hemlighet';
	const wrong: [CallName, unknown][] = [
		['project.update', { title: 7, commissioner: [secret], language: secret }],
		['response.save', { roundId: secret, answers: { [secret]: { [secret]: 1 } }, status: secret }],
		['instrument.get', { [secret]: secret }],
		['coding.list', { documentId: secret }],
		['round.add', secret],
		['document.import', { name: secret, bytes: secret, date: secret }],
		['code.add', null],
	];
	for (const [name, input] of wrong) {
		const error = await callAny(name, input).then(
			() => null,
			(refusal) => refusal,
		);
		expect(error, name).toMatchObject({ code: 'BAD_INPUT', params: { call: name } });
		expect(JSON.stringify(error.toData())).not.toContain(secret);
	}
	expect(project.log.join('\n')).not.toContain(secret);
});

test('what a user wrote never reaches the log, however calls end', async () => {
	const secret = 'Planterad-hemlighet';
	const bytes = new TextEncoder().encode(`Anna: ${secret}\nErik: ${secret}`);
	const inputs: [CallName, unknown][] = [
		['project.update', { title: secret, commissioner: secret }],
		['instrument.add', { key: secret }],
		['instrument.add', { definition: { title: secret }, name: secret }],
		['instrument.add', { key: 'board' }],
		['round.add', { name: secret, instrumentId: 1 }],
		['round.add', { name: secret, instrumentId: 1 }],
		['response.save', { roundId: 1, answers: { [secret]: secret }, status: 'complete' }],
		['response.save', { roundId: 1, answers: { 10: secret }, status: 'complete' }],
		['response.import', { roundId: 1, name: `${secret}.csv`, bytes }],
		['document.import', { name: `${secret}.txt`, bytes }],
		['document.import', { name: `${secret}.docx`, bytes }],
		['code.add', { name: secret, definition: secret }],
		['code.add', { name: secret }],
		['code.move', { id: 1, parentId: 1, position: 0 }],
		['coding.add', { codeId: 1, target: { kind: 'document', documentId: 1 }, start: 0, end: 1e6 }],
		['report.add', { title: secret, markdown: `{{ ${secret} }}` }],
		['report.export', { id: 1, format: 'md' }],
		['report.export', { template: secret, format: 'docx' }],
		['project.open', { path: `/${secret}.underlag`, passphrase: secret }],
		['project.saveCopy', { path: `/${secret}/copy.underlag` }],
		['app.listFolder', { path: `/${secret}` }],
		['document.remove', { id: 1 }],
		['history.undo', {}],
	];
	const outcomes = new Set<string>();
	for (const [name, input] of inputs)
		outcomes.add(
			await callAny(name, input).then(
				() => 'ok',
				(error) => error.code,
			),
		);
	expect(outcomes.size).toBeGreaterThan(6);
	expect(outcomes).not.toContain('INTERNAL');
	expect(project.log.length).toBeGreaterThanOrEqual(inputs.length);
	expect(project.log.join('\n')).not.toContain(secret);
});

test('an error nobody foresaw is INTERNAL with the id of its line in the log, and the line has places but no words', async () => {
	const secret = 'Planterad-hemlighet';
	const broken = makeTestCore({
		now: () => {
			throw Object.assign(new TypeError(`${secret}\n    ${secret} at once`), { code: 'ODD' });
		},
	});
	const error = await broken.core.call('project.create', { path: `${broken.folder}/a.underlag`, title: 'A' }).then(
		() => null,
		(refusal) => refusal,
	);
	expect(error.code).toBe('INTERNAL');
	const line = broken.log.find((one) => one.startsWith(error.params.logId));
	expect(line).toMatch(/TypeError ODD at .*router\.test\.ts/);
	expect(broken.log.join('\n')).not.toContain(secret);
	await broken.end();
});

test('without a project, what needs one is refused so', async () => {
	await project.core.call('project.close', {});
	const inputs: Partial<Record<CallName, unknown>> = { 'history.undo': {}, 'history.redo': {} };
	for (const [name, spec] of specs.filter(([, one]) => one.scope === 'project'))
		if (spec.input.safeParse({}).success) inputs[name] = {};
	expect(Object.keys(inputs).length).toBeGreaterThan(8);
	for (const [name, input] of Object.entries(inputs))
		await expect(callAny(name, input), name).rejects.toMatchObject({ code: 'NO_PROJECT' });
});

test('a listener that fails takes nothing with it', async () => {
	project.core.subscribe(() => {
		throw new Error('no');
	});
	const heard: string[] = [];
	project.core.subscribe((event) => heard.push(event.type));
	await project.core.call('project.update', { title: 'Ändrad' });
	expect(heard).toEqual(['changed']);
	expect((await project.core.call('project.get', {})).title).toBe('Ändrad');
});
