import { createContext, useContext } from 'react';
import type { Language } from '#shared/contract/basics.ts';
import type { InstrumentEdit } from '#shared/domain/instrument/edit/schema.ts';
import type { Instrument } from '#shared/domain/instrument/model.ts';
import type { Question } from '#shared/domain/instrument/questions.ts';

/** What every part of the editor works with. */
export interface Editor {
	instrument: Instrument;
	questions: readonly Question[];
	/** The languages that are asked, each with a field of its own. */
	languages: readonly Language[];
	/** Makes one edit; null when it was refused, which is told. */
	edit: (edit: InstrumentEdit) => Promise<string[] | null>;
	/** Shows an item (by identity) in the middle, or what is said of the whole. */
	choose: (uid: string | null) => void;
}

const Context = createContext<Editor | null>(null);
export const EditorProvider = Context.Provider;

/** The questionnaire that is being edited. */
export function useEditor(): Editor {
	const editor = useContext(Context);
	if (!editor) throw new Error('useEditor outside the editor');
	return editor;
}
