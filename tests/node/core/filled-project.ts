import { makeTestProject } from '../test-core.ts';

/** A project in which every call has something to work on. */
export async function makeFilledProject() {
	const project = await makeTestProject();
	const { core } = project;
	const text = (words: string) => new TextEncoder().encode(words);
	await core.call('instrument.add', { key: 'board' });
	await core.call('instrument.add', { key: 'lokus' });
	await core.call('round.add', { name: 'Första', instrumentId: 1 });
	for (let i = 0; i < 20; i++)
		await core.call('response.save', { roundId: 1, answers: { 1: '3', 10: `Svar ${i} 🙂` }, status: 'complete' });
	await core.call('document.import', {
		name: 'a.txt',
		bytes: text(`Anna: ${'Vi har lärt oss. '.repeat(2000)}\nErik: Ja.`),
	});
	for (const name of ['Ett', 'Två']) await core.call('code.add', { name });
	for (let i = 0; i < 30; i++)
		await core.call('coding.add', {
			codeId: 1,
			target: { kind: 'document', documentId: 1 },
			start: i * 9,
			end: i * 9 + 8,
		});
	await core.call('report.add', { title: 'Rapport', markdown: 'Text.' });
	await core.call('project.close', {});
	return project;
}
