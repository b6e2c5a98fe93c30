import { Button } from '@mantine/core';
import { IconEyeQuestion } from '@tabler/icons-react';
import { firstLeaf } from '#shared/domain/instrument/condition-builder.ts';
import { conditionWords, earlierQuestions } from '#shared/domain/instrument/condition-words.ts';
import { uidOf } from '#shared/domain/instrument/edit/references.ts';
import type { Condition, Item } from '#shared/domain/instrument/model.ts';
import { useLanguage, useText } from '../../../app/text.tsx';
import { ConditionEditor } from './condition-editor.tsx';
import styles from './editor.module.css';
import { useEditor } from './editor-context.tsx';

/** Whom an item is shown to: in words, and built by picking among the questions before it. */
export function ConditionField({ item }: { item: Item }) {
	const { editor: text } = useText();
	const language = useLanguage();
	const { instrument, questions, edit } = useEditor();
	const words = text.condition;
	const earlier = earlierQuestions(questions, item.id, instrument.items, false);
	const begin = firstLeaf(earlier);
	const set = (shownIf: Condition | null) => edit({ do: 'set', item: uidOf(item), set: { shownIf } });
	return (
		<section className={styles.group} aria-label={words.label}>
			<h3 className={styles.groupTitle}>{words.label}</h3>
			<p className={styles.conditionWords}>
				{item.shownIf ? words.shownIf(conditionWords(item.shownIf, questions, language)) : words.always}
			</p>
			{item.shownIf ? (
				<>
					<ConditionEditor condition={item.shownIf} questions={earlier} onChange={set} />
					<div className={styles.buttons}>
						<Button size="xs" variant="subtle" onClick={() => void set(null)}>
							{words.clear}
						</Button>
					</div>
				</>
			) : begin ? (
				<div className={styles.buttons}>
					<Button
						size="xs"
						leftSection={<IconEyeQuestion size={16} stroke={1.6} aria-hidden />}
						onClick={() => void set(begin)}
					>
						{words.add}
					</Button>
				</div>
			) : (
				<p className={styles.hint}>{words.nothingEarlier}</p>
			)}
		</section>
	);
}
