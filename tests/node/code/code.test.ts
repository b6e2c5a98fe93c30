import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeTestProject } from '../test-core.ts';

let project: Awaited<ReturnType<typeof makeTestProject>>;
beforeEach(async () => {
	project = await makeTestProject();
});
afterEach(() => project.end());

const add = async (name: string, parentId: number | null = null) =>
	(await project.core.call('code.add', { name, parentId })).id;
const tree = async () => {
	const codes = await project.core.call('code.list', {});
	const depth = (id: number | null): number =>
		id === null ? 0 : 1 + depth(codes.find((code) => code.id === id)?.parentId ?? null);
	return codes.map((code) => `${'-'.repeat(depth(code.parentId))}${code.name}`);
};

test('codes stand in reading order and take colours in turn', async () => {
	const role = await add('Rollen');
	await add('Arbetet');
	await add('Mandat', role);
	await add('Otydlighet', role);
	expect(await tree()).toEqual(['Rollen', '-Mandat', '-Otydlighet', 'Arbetet']);
	for (let n = 0; n < 6; n++) await add(`K${n}`);
	const colors = (await project.core.call('code.list', {})).sort((a, b) => a.id - b.id).map((code) => code.color);
	expect(colors).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 0, 1]);
});

test('a name is taken only among siblings, whatever its capitals', async () => {
	const role = await add('Rollen');
	await expect(add('rollen ')).rejects.toMatchObject({ code: 'NAME_TAKEN' });
	const child = await add('Rollen', role);
	await expect(project.core.call('code.move', { id: child, parentId: null, position: 0 })).rejects.toMatchObject({
		code: 'NAME_TAKEN',
	});
	await project.core.call('code.update', {
		id: role,
		name: 'ROLLEN',
		definition: 'Vad den är',
		memo: 'Se guiden',
		color: 5,
	});
	expect((await project.core.call('code.list', {}))[0]).toMatchObject({ name: 'ROLLEN', color: 5, memo: 'Se guiden' });
});

test('a code moves among its siblings and under another, never under itself', async () => {
	const [a, b, c] = [await add('A'), await add('B'), await add('C')];
	await project.core.call('code.move', { id: c, parentId: null, position: 0 });
	expect(await tree()).toEqual(['C', 'A', 'B']);
	await project.core.call('code.move', { id: a, parentId: b, position: 9 });
	expect(await tree()).toEqual(['C', 'B', '-A']);
	await expect(project.core.call('code.move', { id: b, parentId: a, position: 0 })).rejects.toMatchObject({
		code: 'CODE_CIRCLE',
	});
	await project.core.call('history.undo', {});
	expect(await tree()).toEqual(['C', 'A', 'B']);
});

test('the children of a removed code stand where it stood, and one undo brings all back', async () => {
	const { core } = project;
	const a = await add('A');
	await add('B');
	const twin = await add('A', a);
	await add('B', a);
	const { id } = await core.call('document.import', { name: 'a.txt', bytes: new TextEncoder().encode('Ett två tre') });
	const target = { kind: 'document', documentId: id } as const;
	await core.call('coding.add', { target, codeId: a, start: 0, end: 3 });
	await core.call('coding.add', { target, codeId: twin, start: 4, end: 7 });
	const before = [await core.call('code.list', {}), await core.call('coding.list', { all: true })];
	await core.call('code.remove', { id: a });
	expect(await tree()).toEqual(['A', 'B (2)', 'B']);
	expect((await core.call('coding.list', { all: true })).map((one) => one.codeId)).toEqual([twin]);
	await core.call('history.undo', {});
	expect([await core.call('code.list', {}), await core.call('coding.list', { all: true })]).toEqual(before);
});

test('what is not there is not found', async () => {
	for (const call of [
		project.core.call('code.update', { id: 9, name: 'x' }),
		project.core.call('code.remove', { id: 9 }),
		project.core.call('code.move', { id: 9, parentId: null, position: 0 }),
		project.core.call('code.add', { name: 'x', parentId: 9 }),
		project.core.call('coding.excerpts', { codeId: 9 }),
	]) {
		await expect(call).rejects.toMatchObject({ code: 'NOT_FOUND' });
	}
});
