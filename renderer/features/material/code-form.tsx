import { Button } from '@mantine/core';
import { IconQuote, IconTrash } from '@tabler/icons-react';
import { type Ref, useId, useState } from 'react';
import { Link } from 'wouter';
import type { Code } from '#shared/contract/code.ts';
import { useRun } from '../../api/use-run.ts';
import { useText } from '../../app/text.tsx';
import { SavedInput, SavedTextarea } from '../../ui/saved-field.tsx';
import styles from './codebook.module.css';

const colors = [0, 1, 2, 3, 4, 5, 6, 7];

/** What the chosen code is called, means and looks like. Each field is saved as one leaves it. */
export function CodeForm({
	code,
	nameRef,
	onRemove,
}: {
	code: Code;
	nameRef: Ref<HTMLInputElement>;
	onRemove: () => void;
}) {
	const text = useText().code;
	const update = useRun('code.update').run;
	const colorsId = useId();
	// Shown as chosen at once: the arrow keys walk the colours faster than the codebook is read again.
	const [chosenColor, setChosenColor] = useState(code.color);
	const [storedColor, setStoredColor] = useState(code.color);
	if (storedColor !== code.color) {
		setStoredColor(code.color);
		setChosenColor(code.color);
	}
	return (
		<div className={styles.form}>
			<SavedInput
				ref={nameRef}
				label={text.name}
				value={code.name}
				maxLength={200}
				wrong={(name) => (name === '' ? text.nameNeeded : undefined)}
				save={(name) => update({ id: code.id, name })}
			/>
			<SavedTextarea
				label={text.definition}
				description={text.definitionHelp}
				minRows={3}
				maxRows={12}
				value={code.definition}
				save={(definition) => update({ id: code.id, definition })}
			/>
			<SavedTextarea
				label={text.memo}
				minRows={2}
				maxRows={12}
				value={code.memo}
				save={(memo) => update({ id: code.id, memo })}
			/>
			<div role="radiogroup" aria-labelledby={colorsId}>
				<div id={colorsId} className={styles.label}>
					{text.color}
				</div>
				<div className={styles.colors}>
					{colors.map((color) => (
						<label key={color} className={styles.color} style={{ background: `var(--code-${color})` }}>
							<input
								type="radio"
								name="code-color"
								aria-label={text.colorName(color + 1)}
								checked={color === chosenColor}
								onChange={() => {
									setChosenColor(color);
									void update({ id: code.id, color });
								}}
							/>
						</label>
					))}
				</div>
			</div>
			<p className={styles.quiet}>
				{text.codings(code.codings)} {text.inSources(code.sources)}
			</p>
			<div className={styles.actions}>
				<Button
					component={Link}
					to={`/analyse/code/${code.id}`}
					leftSection={<IconQuote size={16} stroke={1.6} aria-hidden />}
				>
					{text.excerpts}
				</Button>
				<Button onClick={onRemove} leftSection={<IconTrash size={16} stroke={1.6} aria-hidden />}>
					{text.remove}
				</Button>
			</div>
		</div>
	);
}
