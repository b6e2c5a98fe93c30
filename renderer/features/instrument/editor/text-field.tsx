import type { Ref } from 'react';
import type { Language } from '#shared/contract/basics.ts';
import type { LocalText } from '#shared/domain/instrument/model.ts';
import { useText } from '../../../app/text.tsx';
import { SavedTextarea } from '../../../ui/saved-field.tsx';
import styles from './editor.module.css';
import { useEditor } from './editor-context.tsx';

interface TextFieldProps {
	label: string;
	description?: string;
	value: LocalText | undefined;
	save: (patch: Partial<Record<Language, string>>) => Promise<unknown>;
	/** Whether it must be there in every language as soon as it is there in one. A missing one is then marked. */
	minRows?: number;
	/** Whether it may repeat earlier answers. */
	repeats?: boolean;
	/** Of the first language's field. */
	fieldRef?: Ref<HTMLTextAreaElement> | undefined;
}

/** A text with a field for each language that is asked; one that lacks what the other has is marked. Saved while one writes. */
export function TextField({ label, description, value, save, minRows = 1, fieldRef, repeats }: TextFieldProps) {
	const { editor: text } = useText();
	const { languages } = useEditor();
	const someWords = Boolean(value?.sv.trim() || value?.en?.trim());
	return (
		<div className={styles.texts} data-languages={languages.length}>
			{languages.map((language, index) => {
				const isMissing = languages.length > 1 && someWords && !value?.[language]?.trim();
				return (
					<SavedTextarea
						key={language}
						{...(index === 0 && fieldRef ? { ref: fieldRef } : {})}
						lang={language}
						{...(repeats ? { 'data-repeats': '' } : {})}
						label={
							<>
								{languages.length > 1 ? text.languages.inLanguage[language](label) : label}
								{isMissing && <span className={styles.missing}> · {text.languages.missing}</span>}
							</>
						}
						description={index === 0 ? description : undefined}
						minRows={minRows}
						maxRows={14}
						value={value?.[language] ?? ''}
						save={(typed) => save({ [language]: typed })}
					/>
				);
			})}
		</div>
	);
}
