import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './harness/axe.ts';
import { type Program, startProgram } from './harness/start.ts';

let program: Program;
let documentId = 0;
const names = new Map<number, string>();
const idOf = (name: string) => [...names].find(([, one]) => one === name)?.[0] ?? 0;
const transcript = `Fokusgrupp med koordinatorer
Uppsala, 7 juni 2016

Intervjuare (04.12): Om ni skulle beskriva er roll med egna ord, vad innebär den?

Koordinator 2 (05.31): Det är nog det svåraste att svara på. För kommunen är jag en lots, för kassan är jag någon som har en lista, och för gruppen är jag den som skriver protokollet. Allt det stämmer men inget av det är hela sanningen.

Koordinator 4 (06.58): Precis. Och ingen har egentligen sagt vad jag får bestämma. Jag kan ringa vem jag vill, men jag kan inte säga att nu gör vi så här.

Intervjuare (07.02): Vad händer när du stöter på ett hinder?

Koordinator 4 (08.40): Då tar jag med det till mötet. Två timmar varannan månad, och sexton punkter på listan. Så det blir liggande.

Koordinator 1 (09.15): Jag vill ändå säga att det har hänt något mellan oss handläggare. Vi ringer varandra nu. Det gjorde vi inte förut. Det syns inte i någon statistik, men det är en annan vardag.

Koordinator 3 (10.47): Ja, och man vet vad de andra får och inte får göra, så man blir inte arg i onödan. Sedan är det ju så att jag inte vet om jag är kvar efter nyår.`;

beforeAll(async () => {
	program = await startProgram({ project: 'Långsiktig samverkan' });
	const bytes = new TextEncoder().encode(transcript);
	const got = await program.call('document.import', { name: 'Fokusgrupp SK 2016-06-07.txt', bytes });
	documentId = got.id;
	const role = await program.call('code.add', { name: 'Rollen', definition: '' });
	const add = async (name: string, parentId: number, words: string[]) => {
		const { id } = await program.call('code.add', {
			name,
			parentId,
			definition: `Vad som gäller ${name.toLowerCase()}.`,
		});
		names.set(id, name);
		for (const one of words) {
			const start = transcript.indexOf(one);
			await program.call('coding.add', {
				target: { kind: 'document', documentId },
				codeId: id,
				start,
				end: start + one.length,
			});
		}
		return id;
	};
	await add('Rollens otydlighet', role.id, [
		'För kommunen är jag en lots, för kassan är jag någon som har en lista, och för gruppen är jag den som skriver protokollet.',
		'Precis. Och ingen har egentligen sagt vad jag får bestämma.',
	]);
	await add('Mandat', role.id, ['ingen har egentligen sagt vad jag får bestämma.']);
	await add('Mötesformer', role.id, ['Två timmar varannan månad, och sexton punkter på listan.']);
	await add('Kontakt mellan handläggare', role.id, [
		'det har hänt något mellan oss handläggare. Vi ringer varandra nu. Det gjorde vi inte förut.',
		'Vi ringer varandra nu.',
	]);
	await program.goTo(`/analyse/document/${documentId}`);
});
afterAll(() => program.close());

const reader = () => program.page.getByRole('textbox', { name: /Texten i|Fritextsvaren|Text of/ });
const codings = async () =>
	(await program.call('coding.list', { documentId })).map((one) => `${names.get(one.codeId) ?? 'ny'}: ${one.quote}`);
const here = () => program.page.getByRole('region', { name: 'Koder här' });

test('turns, overlapping codes and their margin bars are there to be seen', async () => {
	const { page } = program;
	await reader().waitFor();
	await page.getByText('Koordinator 4').first().waitFor();
	expect(await reader().getByText('05.31').count()).toBe(1);
	// The very words of the text: the name stands beside it, not in it.
	expect(await reader().innerText()).not.toContain('Koordinator 2 (05.31):');
	expect(await page.locator('[data-coding]').count()).toBe(6);
	await program.screenshot('material-reader');
	await program.screenshot('material-reader', { theme: 'dark', language: 'en', size: '1920x1080' });
	await expectAccessible(page);
	await program.setLook({ theme: 'light', language: 'sv', size: '1280x800' });
	await expectAccessible(page);
	expect(program.faults).toEqual([]);
});

test('by keys alone: a sentence is found, coded with a code there is and with a new one, described, and taken back', async () => {
	const { page } = program;
	await reader().focus();
	await page.keyboard.press('Control+Home');
	for (let n = 0; n < 5; n++) await page.keyboard.press('Control+ArrowDown');
	await page.keyboard.press('Alt+ArrowDown');
	await page.keyboard.press('Space');
	await page.keyboard.type('mand');
	const palette = page.getByRole('combobox', { name: 'Koda med' });
	await palette.waitFor();
	expect(await palette.inputValue()).toBe('mand');
	await page.getByRole('option', { name: /^Mandat/, selected: true }).waitFor();
	await program.screenshot('material-palette');
	await expectAccessible(page);
	await page.keyboard.press('Enter');
	await expect.poll(codings).toContain('Mandat: Två timmar varannan månad, och sexton punkter på listan.');
	await here().getByRole('button', { name: 'Mandat', exact: true }).waitFor();
	// The selection is still there: another code on the same words.
	await page.keyboard.press('Enter');
	await page.keyboard.type('Tidsbrist');
	await page.getByRole('option', { name: 'Ny kod ”Tidsbrist”' }).waitFor();
	await page.keyboard.press('Enter');
	await page.getByRole('treeitem', { name: /Tidsbrist/ }).waitFor();
	await here().getByRole('button', { name: 'Tidsbrist', exact: true }).waitFor();
	expect(await here().getByRole('listitem').count()).toBe(3);
	await here().getByRole('button', { name: 'Minnesanteckning till Tidsbrist' }).click();
	await page.keyboard.type('Återkommer i flera grupper.');
	await page.keyboard.press('Tab');
	await expect
		.poll(async () => (await program.call('coding.list', { all: true })).map((one) => one.memo))
		.toContain('Återkommer i flera grupper.');
	await here().getByText('Återkommer i flera grupper.').waitFor();
	await program.screenshot('material-here');
	await expectAccessible(page);
	const before = await codings();
	await here().getByRole('button', { name: 'Ta bort kodningen Tidsbrist' }).click();
	await expect.poll(codings).toHaveLength(before.length - 1);
	await page.keyboard.press('Control+z');
	await expect.poll(codings).toEqual(before);
	expect(program.faults).toEqual([]);
});

test('with Shift the reading steps select, and Esc lets go and closes', async () => {
	const { page } = program;
	await reader().focus();
	await page.keyboard.press('Control+Home');
	await page.keyboard.press('Control+ArrowDown');
	await page.keyboard.press('Control+Shift+ArrowDown');
	await page.keyboard.press('k');
	await page.getByRole('combobox').waitFor();
	expect(await page.getByRole('combobox').inputValue()).toBe('');
	await page.keyboard.press('Escape');
	await page.getByRole('combobox').waitFor({ state: 'detached' });
	await page.keyboard.press('Enter');
	await page.keyboard.type('Guide');
	await page.keyboard.press('Enter');
	await expect.poll(codings).toContain('ny: Om ni skulle beskriva er roll med egna ord, vad innebär den?');
});

test('by mouse: words are dragged over and coded from the tree or the palette', async () => {
	const { page } = program;
	await reader().focus();
	await page.keyboard.press('Control+End');
	const find = () =>
		page.evaluate(async () => {
			// Two frames: one in which lines are drawn, one in which they are moved to where they then belong.
			for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
			const walker = document.createTreeWalker(
				document.querySelector('.cm-content') ?? document.body,
				NodeFilter.SHOW_TEXT,
			);
			for (let node = walker.nextNode(); node; node = walker.nextNode()) {
				const at = (node.textContent ?? '').indexOf('arg i onödan');
				if (at < 0) continue;
				const range = document.createRange();
				range.setStart(node, at);
				range.setEnd(node, at + 'arg i onödan'.length);
				const box = range.getBoundingClientRect();
				return { left: box.left, right: box.right, y: (box.top + box.bottom) / 2 };
			}
			return null;
		});
	// Lines above are measured as they are drawn, and may move those below: a hand would wait until they lie still.
	let word = await find();
	await expect
		.poll(
			async () => {
				const before = word;
				word = await find();
				return word !== null && word.y === before?.y && word.left === before.left;
			},
			{ interval: 200 },
		)
		.toBe(true);
	if (!word) throw new Error('the words are not in view');
	await page.mouse.move(word.left + 1, word.y);
	await page.mouse.down();
	await page.mouse.move(word.left + 30, word.y, { steps: 3 });
	await page.mouse.move(word.right, word.y, { steps: 5 });
	await page.mouse.up();
	const button = page.getByRole('button', { name: 'Koda markeringen' });
	await button.waitFor();
	await program.screenshot('material-drag');
	await page.getByRole('treeitem', { name: /Kontakt mellan/ }).click();
	await expect.poll(codings).toContain('Kontakt mellan handläggare: arg i onödan');
	await button.click();
	await page.getByRole('combobox').fill('Rollens');
	await page.getByRole('option', { name: /Rollens otydlighet/ }).click();
	await expect.poll(codings).toContain('Rollens otydlighet: arg i onödan');
	expect(program.faults).toEqual([]);
});

test('a chosen code stands out, its passages are walked, and its page gathers them with the way back', async () => {
	const { page } = program;
	await program.goTo(`/analyse/document/${documentId}?code=${idOf('Mandat')}`);
	await page.getByText('Vad som gäller mandat.').waitFor();
	await page.getByRole('button', { name: 'Nästa utdrag med koden' }).click();
	await page.getByText(/1 av 2 i texten/).waitFor();
	await program.screenshot('material-chosen');
	await program.screenshot('material-chosen', { theme: 'dark' });
	await program.setLook({ theme: 'light' });
	await page.getByRole('link', { name: 'Mandat', exact: true }).click();
	await page.getByRole('heading', { level: 1, name: 'Mandat' }).waitFor();
	await page.getByText('ingen har egentligen sagt vad jag får bestämma.').waitFor();
	await page.getByText('Koordinator 4').first().waitFor();
	await program.screenshot('material-code');
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Skriv minnesanteckning' }).first().click();
	await page.getByLabel('Minnesanteckning', { exact: true }).fill('Kärnan i rollen.');
	await page.getByRole('link', { name: 'Gå till texten' }).first().click();
	await reader().waitFor();
	await here().getByText('Kärnan i rollen.').waitFor();
	expect(program.faults).toEqual([]);
});

test('names and times on lines of their own stand beside the words as well, and long names wrap', async () => {
	const { page } = program;
	const said = [
		'Anna-Karin Lindqvist-Abrahamsson   0:03\nHur började det hela egentligen?',
		'Bo Åström   1:02:09\nDet började med ett möte.\nSedan blev det fler.',
		'Anna-Karin Lindqvist-Abrahamsson   1:03:12\nJaha.',
		'Bo Åström   1:04:15\nJa.',
	].join('\n\n');
	const { id } = await program.call('document.import', { name: 'Teams.txt', bytes: new TextEncoder().encode(said) });
	await program.goTo(`/analyse/document/${id}`);
	await page.getByText('Det började med ett möte.').waitFor();
	expect(await page.getByText('1.02.09').count()).toBe(1);
	expect(await page.getByText('Anna-Karin Lindqvist-Abrahamsson', { exact: true }).count()).toBe(2);
	await program.screenshot('material-own-lines');
	await program.screenshot('material-own-lines', { size: '900x700', language: 'en' });
	await expectAccessible(page);
	await program.setLook({ size: '1280x800', language: 'sv' });
	expect(program.faults).toEqual([]);
});

test('open answers are coded in the same way, each for itself', async () => {
	const { page } = program;
	const { id: instrumentId } = await program.call('instrument.add', { key: 'board' });
	const { id: roundId } = await program.call('round.add', { name: 'Styrelsen 2016', instrumentId });
	for (const answer of ['Genom att fråga efter resultat.', 'Vi frågar sällan.']) {
		await program.call('response.save', { roundId, answers: { '10': answer }, status: 'complete' });
	}
	await program.goTo(`/analyse/open/${roundId}`);
	await page.getByText('Svarande 2').waitFor();
	await page.getByText('Vi frågar sällan.').waitFor();
	await reader().focus();
	await page.keyboard.press('Control+Home');
	await page.keyboard.press('Control+ArrowDown');
	// Over both answers: only the first is coded.
	await page.keyboard.press('Control+Shift+End');
	await page.keyboard.type('Tids');
	await page.keyboard.press('Enter');
	await expect
		.poll(async () => (await program.call('coding.list', { roundId })).map((one) => one.quote))
		.toEqual(['Genom att fråga efter resultat.']);
	await program.screenshot('material-open');
	await program.screenshot('material-open', { theme: 'dark', language: 'en' });
	await program.setLook({ theme: 'light', language: 'sv' });
	await expectAccessible(page);
	await program.goTo(
		`/analyse/code/${(await program.call('code.list', {})).find((code) => code.name === 'Tidsbrist')?.id}`,
	);
	await page.getByRole('region', { name: 'Styrelsen 2016' }).getByText('Fråga 10').waitFor();
	await page.getByRole('region', { name: 'Styrelsen 2016' }).getByRole('link', { name: 'Gå till texten' }).click();
	await here().getByRole('button', { name: 'Tidsbrist', exact: true }).waitFor();
	expect(program.faults).toEqual([]);
});
