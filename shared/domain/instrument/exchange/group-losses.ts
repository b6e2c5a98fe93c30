import type { Loss, LossKind } from './model.ts';

/** The same thing lost in several places. `at`: ids of questions; empty where it concerns the whole. */
export interface LossGroup {
	kind: LossKind;
	detail: string;
	at: string[];
}

/** Losses that are alike as one each, in the order they first stand in; all names that are written otherwise as one. */
export function groupLosses(losses: readonly Loss[]): LossGroup[] {
	const groups = new Map<string, LossGroup>();
	for (const { kind, at, detail } of losses) {
		const key = kind === 'renamed' ? kind : `${kind} ${detail}`;
		const group = groups.get(key);
		const words = kind === 'renamed' && at !== '' ? `${at}: ${detail}` : detail;
		if (!group) groups.set(key, { kind, detail: words, at: at === '' || kind === 'renamed' ? [] : [at] });
		else if (kind === 'renamed') group.detail = `${group.detail}, ${words}`;
		else if (at !== '' && !group.at.includes(at)) group.at.push(at);
	}
	return [...groups.values()];
}
