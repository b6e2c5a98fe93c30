import type { Option } from '../model.ts';

/** Common scales from the most negative to the most positive, in both languages side by side: `sv|en`, several spellings after `/`. */
const scales: Record<string, readonly string[]> = {
	agree5: [
		'Stämmer inte alls/Instämmer inte alls/Tar helt avstånd|Strongly disagree',
		'Stämmer inte så bra/Instämmer inte/Instämmer i låg grad/Stämmer dåligt/Tar delvis avstånd/Stämmer ganska dåligt/Stämmer i låg grad|Disagree/Somewhat disagree',
		'Varken ja eller nej/Varken eller/Neutral/Stämmer varken bra eller dåligt/Instämmer delvis/Stämmer varken eller|Neither agree nor disagree/Neutral/Neither',
		'Stämmer delvis/Instämmer/Instämmer i hög grad/Stämmer ganska bra/Stämmer bra/Stämmer i hög grad|Agree/Somewhat agree',
		'Stämmer helt/Instämmer helt/Stämmer mycket bra/Instämmer i mycket hög grad|Strongly agree',
	],
	agree4: [
		'Stämmer inte alls/Instämmer inte alls|Strongly disagree',
		'Stämmer dåligt/Stämmer ganska dåligt/Stämmer inte så bra/Instämmer inte/Instämmer i låg grad|Disagree',
		'Stämmer ganska bra/Stämmer delvis/Instämmer/Instämmer delvis/Instämmer i hög grad|Agree',
		'Stämmer helt/Stämmer mycket bra/Instämmer helt|Strongly agree',
	],
	yes4: [
		'Inte alls/Nej, inte alls|Not at all/No, not at all',
		'Inte särskilt/Nej, inte särskilt|Not particularly/No, not particularly/Not really',
		'Ja, ganska/Ja, delvis|Yes, fairly/Yes, somewhat/Yes, partly',
		'Ja, absolut/Ja, helt|Yes, absolutely/Yes, definitely/Yes, completely',
	],
	satisfied5: [
		'Mycket missnöjd|Very dissatisfied',
		'Ganska missnöjd/Missnöjd|Dissatisfied/Fairly dissatisfied/Somewhat dissatisfied',
		'Varken nöjd eller missnöjd/Varken eller|Neither satisfied nor dissatisfied/Neutral',
		'Ganska nöjd/Nöjd|Satisfied/Fairly satisfied/Somewhat satisfied',
		'Mycket nöjd|Very satisfied',
	],
	satisfied4: [
		'Mycket missnöjd|Very dissatisfied',
		'Ganska missnöjd/Missnöjd|Dissatisfied/Fairly dissatisfied',
		'Ganska nöjd/Nöjd|Satisfied/Fairly satisfied',
		'Mycket nöjd|Very satisfied',
	],
	often5: [
		'Aldrig|Never',
		'Sällan|Rarely/Seldom',
		'Ibland|Sometimes',
		'Ofta|Often',
		'Alltid/Mycket ofta|Always/Very often',
	],
	often4: ['Aldrig|Never', 'Sällan|Rarely/Seldom', 'Ibland|Sometimes', 'Ofta|Often'],
	good5: [
		'Mycket dåligt/Mycket dålig|Very poor/Very bad',
		'Ganska dåligt/Dåligt/Ganska dålig/Dålig|Poor/Bad',
		'Varken bra eller dåligt/Varken bra eller dålig/Varken eller/Godtagbart|Fair/Neither good nor bad/Acceptable',
		'Ganska bra/Bra|Good',
		'Mycket bra|Very good/Excellent',
	],
	good4: [
		'Mycket dåligt/Mycket dålig|Very poor/Very bad',
		'Ganska dåligt/Dåligt/Ganska dålig/Dålig|Poor/Bad',
		'Ganska bra/Bra|Good',
		'Mycket bra|Very good',
	],
	degree5: [
		'Inte alls/I mycket låg grad|Not at all/To a very small extent',
		'I låg grad/I liten utsträckning|To a small extent/A little',
		'I viss grad/Delvis/I viss mån/I viss utsträckning|To some extent/Somewhat',
		'I hög grad/I stor utsträckning|To a large extent/Largely',
		'I mycket hög grad/Helt/I mycket stor utsträckning|To a very large extent/Completely',
	],
	degree4: [
		'Inte alls|Not at all',
		'I låg grad/I liten utsträckning/Lite|To a small extent/A little',
		'I ganska hög grad/I viss utsträckning/I viss mån/Delvis/I viss grad|To some extent/Somewhat',
		'I hög grad/I mycket hög grad/I stor utsträckning/Mycket|To a large extent/A lot',
	],
	important5: [
		'Helt oviktigt/Inte alls viktigt|Not at all important',
		'Ganska oviktigt/Mindre viktigt|Not very important/Slightly important',
		'Varken viktigt eller oviktigt/Varken eller|Neither important nor unimportant/Moderately important',
		'Ganska viktigt/Viktigt|Fairly important/Important',
		'Mycket viktigt|Very important',
	],
};

const outside = new Set(
	[
		'Vet ej',
		'Vet inte',
		'Ingen åsikt',
		'Ingen uppfattning',
		'Kan inte svara',
		'Kan ej svara',
		'Ej aktuellt',
		'Inte aktuellt',
		'Ej relevant',
		'Inte relevant',
		'Vill inte svara',
		'Vill ej svara',
		'Kan inte bedöma',
		'Kan ej ta ställning',
		'Kan inte ta ställning',
		'Ej tillämpligt',
		"Don't know",
		'Do not know',
		'No opinion',
		'Not applicable',
		'N/A',
		'Prefer not to say',
		'Prefer not to answer',
		'Not relevant',
		'Unsure',
		'Cannot say',
	].map(fold),
);

/** Letters and digits alone, small: what two spellings of a label have in common. */
export function fold(text: string): string {
	return text
		.normalize('NFC')
		.toLowerCase()
		.replace(/[’']/g, '')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

/** Whether a label is one that stands outside a scale: "don't know", "not applicable". */
export function isOutside(label: string): boolean {
	return outside.has(fold(label));
}

interface Known {
	id: string;
	/** The first spelling of each step. */
	names: { sv: string; en: string }[];
	/** The spellings of each step, folded. */
	steps: Set<string>[];
}

const known: Known[] = Object.entries(scales).map(([id, steps]) => ({
	id,
	steps: steps.map((step) => new Set(step.split(/[|/]/).map(fold))),
	names: steps.map((step) => {
		const [sv = '', en = ''] = step.split('|').map((one) => one.split('/')[0] ?? '');
		return { sv, en };
	}),
}));

/**
 * The common scale that labels are a part of, whole and from its negative end: each label at its step, and the step's common name where
 * none of them stands. Of several the one that the labels fill, else the longest: a step too many is seen. Null for fewer than three labels,
 * or where one is at no step, or two are at the same.
 */
export function wholeScale(labels: readonly string[], language: 'sv' | 'en'): string[] | null {
	if (labels.length < 3) return null;
	let best: string[] | null = null;
	for (const { steps, names } of known) {
		const places = labels.map((label) => steps.findIndex((step) => step.has(fold(label))));
		if (places.includes(-1) || new Set(places).size < places.length) continue;
		const whole = names.map((name, at) => labels[places.indexOf(at)] ?? name[language]);
		if (places.length === steps.length) return whole;
		if (!best || best.length < whole.length) best = whole;
	}
	return best;
}

/** The common scale that options are, those outside it left aside. `turned`: they stand from the positive end. */
export function recogniseScale(options: readonly Option[]): { id: string; turned: boolean } | null {
	const labels = options
		.filter((one) => !one.missing && !isOutside(one.label.sv))
		.map((one) => [fold(one.label.sv), ...(one.label.en === undefined ? [] : [fold(one.label.en)])]);
	if (labels.length < 3) return null;
	for (const { id, steps } of known) {
		if (steps.length !== labels.length) continue;
		const fits = (inOrder: string[][]) => steps.every((step, at) => inOrder[at]?.some((label) => step.has(label)));
		if (fits(labels)) return { id, turned: false };
		if (fits(labels.toReversed())) return { id, turned: true };
	}
	return null;
}

/** Options in the order of a scale: from the negative end, those outside it marked, and last where it is turned. */
export function asScale(options: readonly Option[], turned: boolean): Option[] {
	const marked = options.map((one) => (one.missing || isOutside(one.label.sv) ? { ...one, missing: true } : one));
	if (!turned) return marked;
	const inside = marked.filter((one) => !one.missing);
	return [...inside.toReversed(), ...marked.filter((one) => one.missing)];
}
