import { StateEffect, StateField } from '@codemirror/state';
import type { ReportProblem } from '#shared/domain/report/model.ts';
import type { Messages } from '#shared/i18n/messages.ts';

/** What the editor knows of the report beside its text. */
export interface EditorContext {
	/** What each live value came to, by how it is written. */
	values: Record<string, string>;
	/** Of the text as it was when it was last checked; null when it has changed since. */
	problems: readonly ReportProblem[];
	words: Messages['report'];
}

export const setContext = StateEffect.define<EditorContext>();

/** The context as the screen last gave it. */
export function contextField(first: EditorContext): StateField<EditorContext> {
	return StateField.define<EditorContext>({
		create: () => first,
		update(value, transaction) {
			for (const effect of transaction.effects) if (effect.is(setContext)) return effect.value;
			return value;
		},
	});
}
