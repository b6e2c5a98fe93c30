import { Button, Menu } from '@mantine/core';
import { IconQuote } from '@tabler/icons-react';
import { earlierQuestions } from '#shared/domain/instrument/condition-words.ts';
import type { Item } from '#shared/domain/instrument/model.ts';
import { pipesOf } from '#shared/domain/instrument/pipe.ts';
import { inLanguage } from '#shared/domain/instrument/text.ts';
import { useLanguage, useText } from '../../../app/text.tsx';
import styles from './editor.module.css';
import { useEditor } from './editor-context.tsx';

type Field = HTMLInputElement | HTMLTextAreaElement;

/**
 * Puts an earlier answer into the text that is written, where the cursor was last, by picking the question. Says which answers the text repeats.
 * `field` gives the field that is written in.
 */
export function RepeatMenu({ item, field }: { item: Item; field: () => Field | null }) {
	const { editor: text } = useText();
	const language = useLanguage();
	const { instrument, questions } = useEditor();
	const { fields } = text;
	const earlier = earlierQuestions(questions, item.id, instrument.items, false);
	const repeated = pipesOf(item.text);
	if (earlier.length === 0 && repeated.length === 0) return null;
	const nameOf = (id: string) => {
		const found = questions.find((one) => one.id === id);
		const isEarlier = earlier.some((one) => one.id === (found?.otherOf ?? id));
		return found && isEarlier ? `${found.id} ${inLanguage(found.text, language)}` : fields.repeatGone(id);
	};
	return (
		<div className={styles.repeats}>
			{earlier.length > 0 && (
				<Menu position="bottom-start" width={360} returnFocus={false}>
					<Menu.Target>
						<Button size="compact-sm" variant="subtle" leftSection={<IconQuote size={15} stroke={1.6} aria-hidden />}>
							{fields.repeat}
						</Button>
					</Menu.Target>
					<Menu.Dropdown className={styles.problemMenu}>
						{earlier.map((one) => (
							<Menu.Item key={one.id} onClick={() => insert(field(), `{{${one.id}}}`)}>
								{nameOf(one.id)}
							</Menu.Item>
						))}
					</Menu.Dropdown>
				</Menu>
			)}
			{repeated.length > 0 && <p className={styles.hint}>{fields.repeats(repeated.map(nameOf).join('; '))}</p>}
		</div>
	);
}

/** Writes in a field as if it was typed where the cursor is, and goes on from there. */
function insert(field: Field | null, written: string): void {
	if (!field) return;
	const { selectionStart, selectionEnd, value } = field;
	const [start, end] = [selectionStart ?? value.length, selectionEnd ?? value.length];
	const before = /[\p{L}\p{N}.,:;]$/u.test(value.slice(0, start)) ? ' ' : '';
	field.focus();
	field.setRangeText(`${before}${written}`, start, end, 'end');
	field.dispatchEvent(new Event('input', { bubbles: true }));
}
