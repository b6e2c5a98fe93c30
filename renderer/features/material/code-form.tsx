import { Button, Textarea, TextInput } from '@mantine/core';
import { IconQuote, IconTrash } from '@tabler/icons-react';
import { type Ref, useId, useState } from 'react';
import { Link } from 'wouter';
import type { Code } from '#shared/contract/code.ts';
import { useRun } from '../../api/use-run.ts';
import { useText } from '../../app/text.tsx';
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
	const leave = async (field: 'name' | 'definition' | 'memo', input: HTMLInputElement | HTMLTextAreaElement) => {
		const value = field === 'name' ? input.value.trim() : input.value;
		if (value === code[field]) return;
		// A name cannot be empty, and a refused one goes back to what it was.
		const done = (field !== 'name' || value !== '') && (await update({ id: code.id, [field]: value }));
		if (!done) input.value = code[field];
	};
	return (
		<div className={styles.form}>
			<TextInput
				ref={nameRef}
				label={text.name}
				defaultValue={code.name}
				key={`name ${code.name}`}
				maxLength={200}
				onBlur={(event) => void leave('name', event.currentTarget)}
				onKeyDown={(event) => {
					if (event.key === 'Enter') event.currentTarget.blur();
				}}
			/>
			<Textarea
				label={text.definition}
				description={text.definitionHelp}
				autosize
				minRows={3}
				maxRows={12}
				defaultValue={code.definition}
				key={`definition ${code.definition}`}
				onBlur={(event) => void leave('definition', event.currentTarget)}
			/>
			<Textarea
				label={text.memo}
				autosize
				minRows={2}
				maxRows={12}
				defaultValue={code.memo}
				key={`memo ${code.memo}`}
				onBlur={(event) => void leave('memo', event.currentTarget)}
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
