import { Button } from '@mantine/core';
import { firstLeaf } from '#shared/domain/instrument/condition-builder.ts';
import { conditionWords, earlierQuestions } from '#shared/domain/instrument/condition-words.ts';
import { uidOf } from '#shared/domain/instrument/edit/references.ts';
import type { ItemPatch } from '#shared/domain/instrument/edit/schema.ts';
import type { Item } from '#shared/domain/instrument/model.ts';
import { useLanguage, useText } from '../../../app/text.tsx';
import { SavedInput } from '../../../ui/saved-field.tsx';
import { ConditionEditor } from './condition-editor.tsx';
import styles from './editor.module.css';
import { useEditor } from './editor-context.tsx';
import { TextField } from './text-field.tsx';

/** What an answer must satisfy beside its type, and what is said when it does not. */
export function ValidationField({ item }: { item: Exclude<Item, { type: 'section' | 'info' }> }) {
	const { editor: text } = useText();
	const language = useLanguage();
	const { instrument, questions, edit } = useEditor();
	const words = text.validation;
	const earlier = earlierQuestions(questions, item.id, instrument.items, true);
	const own = firstLeaf(earlier);
	const { validation } = item;
	const set = (change: ItemPatch['validation']) => edit({ do: 'set', item: uidOf(item), set: { validation: change } });
	const begin = () => (item.type === 'text' ? set({ pattern: '.+' }) : set({ rule: own }));
	if (!validation)
		return (
			<div className={styles.buttons}>
				<Button size="xs" onClick={() => void begin()}>
					{words.add}
				</Button>
			</div>
		);
	return (
		<section className={styles.group} aria-label={words.label}>
			<h3 className={styles.groupTitle}>{words.label}</h3>
			{item.type === 'text' && (
				<SavedInput
					label={words.pattern}
					description={words.patternHelp}
					className={styles.mono}
					maxLength={500}
					value={validation.pattern ?? ''}
					save={(pattern) => set({ pattern })}
				/>
			)}
			{validation.rule ? (
				<>
					<p className={styles.conditionWords}>{words.holdsIf(conditionWords(validation.rule, questions, language))}</p>
					<ConditionEditor condition={validation.rule} questions={earlier} onChange={(rule) => set({ rule })} />
				</>
			) : (
				own && (
					<div className={styles.buttons}>
						<Button size="xs" onClick={() => void set({ rule: own })}>
							{words.addRule}
						</Button>
					</div>
				)
			)}
			<TextField label={words.message} value={validation.message} save={(message) => set({ message })} />
			<div className={styles.buttons}>
				<Button size="xs" variant="subtle" onClick={() => void set(null)}>
					{words.remove}
				</Button>
			</div>
		</section>
	);
}
