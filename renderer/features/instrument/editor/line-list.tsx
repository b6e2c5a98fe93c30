import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconDots, IconPlus, IconX } from '@tabler/icons-react';
import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { Language } from '#shared/contract/basics.ts';
import type { TextPatch } from '#shared/domain/instrument/edit/schema.ts';
import type { LocalText } from '#shared/domain/instrument/model.ts';
import { inLanguage } from '#shared/domain/instrument/text.ts';
import { useLanguage, useText } from '../../../app/text.tsx';
import { SavedInput } from '../../../ui/saved-field.tsx';
import styles from './editor.module.css';
import { useEditor } from './editor-context.tsx';

/** One line of a list that is written: an option, a point of a scale, a row of a matrix. */
export interface Line {
	/** What it is known by; two may share it in a faulty file. */
	key: string;
	text: LocalText;
	/** Shown before the field: its picture or number. */
	before?: ReactNode;
	/** Said of it under the field. */
	marks?: readonly string[];
	/** What is stored of it, where that is shown to be changed. */
	value?: {
		text: string;
		label: string;
		wrong: (typed: string) => string | undefined;
		save: (typed: string) => Promise<unknown>;
	};
	/** Choices of its own in its menu. */
	menu?: ReactNode;
}

interface LineListProps {
	label: string;
	/** What a line is called: "Alternativ 2". */
	name: (number: number) => string;
	hint?: string;
	lines: readonly Line[];
	saveText: (key: string, patch: TextPatch) => Promise<unknown>;
	/** Adds lines at a place, and shows them before it is stored. */
	add: (texts: readonly TextPatch[], at: number) => Promise<unknown>;
	/** What adding a line is called. */
	addLabel: string;
	/** Where the button adds one, where that is not last. */
	addAt?: number;
	/** Beside the button that adds a line. */
	buttons?: ReactNode;
	move: (key: string, at: number) => Promise<unknown>;
	remove: (key: string) => Promise<unknown>;
}

/**
 * Lines that are written one under the other: Enter goes to the next where that is empty and else makes it, several pasted at once become one each, Alt with
 * an arrow moves, and what is seldom needed is in each line's menu.
 */
export function LineList({
	label,
	name,
	hint,
	lines,
	saveText,
	add,
	addLabel,
	addAt = lines.length,
	buttons,
	move,
	remove,
}: LineListProps) {
	const { editor: text } = useText();
	const shownIn = useLanguage();
	const { languages } = useEditor();
	const root = useRef<HTMLUListElement>(null);
	const first = languages[0] ?? 'sv';
	/** What a line was known by when it was drawn first: its fields stay when its value gets another name. */
	const drawnAs = useRef(new Map<string, string>());

	const fieldAt = (at: number, language: Language) =>
		root.current?.children[at]?.querySelector<HTMLInputElement>(`input[lang="${language}"]`);
	/** Whether there is a line at a place in whose fields nothing is written, stored or not. */
	const isEmptyAt = (at: number) => {
		const fields = [...(root.current?.children[at]?.querySelectorAll<HTMLInputElement>('input[lang]') ?? [])];
		return fields.length > 0 && fields.every((field) => field.value.trim() === '');
	};
	/** The new lines are there, and the last of them has the focus, when this returns: the next key belongs to it. */
	const addLines = (texts: readonly TextPatch[], at: number, language: Language) => {
		const count = root.current?.children.length ?? 0;
		flushSync(() => void add(texts, at));
		if ((root.current?.children.length ?? 0) === count + texts.length)
			fieldAt(at + texts.length - 1, language)?.focus();
	};
	const toNext = (index: number, language: Language) => {
		if (isEmptyAt(index + 1)) fieldAt(index + 1, language)?.focus();
		else if (!isEmptyAt(index)) addLines([{}], index + 1, language);
	};
	const moveTo = async (key: string, at: number) => {
		if (at < 0 || at >= lines.length) return;
		await move(key, at);
	};
	const onKeyDown = (event: KeyboardEvent, index: number, key: string, language: Language) => {
		if (event.nativeEvent.isComposing) return;
		if (event.key === 'Enter') toNext(index, language);
		else if (event.altKey && event.key === 'ArrowUp') void moveTo(key, index - 1);
		else if (event.altKey && event.key === 'ArrowDown') void moveTo(key, index + 1);
		else return;
		event.preventDefault();
	};
	const onPaste = (event: ClipboardEvent, index: number, key: string, language: Language) => {
		const pasted = event.clipboardData
			.getData('text/plain')
			.split(/\r\n?|\n/)
			.map((one) => one.trim())
			.filter(Boolean);
		if (pasted.length < 2) return;
		event.preventDefault();
		const isEmpty =
			!lines[index]?.text[language]?.trim() && event.target instanceof HTMLInputElement && event.target.value === '';
		const [own, ...rest] = pasted;
		if (isEmpty && own) void saveText(key, { [language]: own });
		const texts = (isEmpty ? rest : pasted).map((one) => ({ [language]: one }));
		// Empty lines that follow are written in before new ones are made.
		let next = index + 1;
		for (; texts.length > 0 && isEmptyAt(next); next++) void saveText(lines[next]?.key ?? '', texts.shift() ?? {});
		if (texts.length > 0) addLines(texts, next, language);
		else fieldAt(next - 1, language)?.focus();
	};
	const seen = new Map<string, number>();
	const unique = (known: string) => {
		const key = drawnAs.current.get(known) ?? known;
		const count = (seen.get(key) ?? 0) + 1;
		seen.set(key, count);
		return `${key}#${count}`;
	};
	return (
		<>
			<div>
				<ul ref={root} className={styles.lines} aria-label={label}>
					{lines.map((line, index) => {
						const named = inLanguage(line.text, shownIn).trim() || name(index + 1);
						return (
							<li key={unique(line.key)} className={styles.line}>
								{line.before && (
									<span className={styles.lineBefore} aria-hidden>
										{line.before}
									</span>
								)}
								<div className={styles.lineTexts}>
									{line.value && (
										<SavedInput
											className={styles.lineValue}
											aria-label={line.value.label}
											title={line.value.label}
											value={line.value.text}
											wrong={line.value.wrong}
											save={(typed) => {
												drawnAs.current.set(typed, drawnAs.current.get(line.key) ?? line.key);
												return line.value?.save(typed) ?? Promise.resolve(null);
											}}
										/>
									)}
									{languages.map((language) => (
										<SavedInput
											key={language}
											lang={language}
											data-repeats=""
											aria-label={
												languages.length > 1 ? text.languages.inLanguage[language](name(index + 1)) : name(index + 1)
											}
											placeholder={language === first ? name(index + 1) : text.languages[language]}
											data-missing={(languages.length > 1 && !line.text[language]?.trim()) || undefined}
											className={styles.lineText}
											value={line.text[language] ?? ''}
											save={(typed) => saveText(line.key, { [language]: typed })}
											wrapperProps={{
												onKeyDown: (event: KeyboardEvent) => onKeyDown(event, index, line.key, language),
												onPaste: (event: ClipboardEvent) => onPaste(event, index, line.key, language),
											}}
										/>
									))}
									{line.marks && line.marks.length > 0 && <p className={styles.lineMarks}>{line.marks.join(' · ')}</p>}
								</div>
								<Menu position="bottom-end" width={320}>
									<Menu.Target>
										<ActionIcon aria-label={text.fields.optionMenu(named)} title={text.fields.optionMenu(named)}>
											<IconDots size={17} stroke={1.6} aria-hidden />
										</ActionIcon>
									</Menu.Target>
									<Menu.Dropdown>
										{line.menu}
										<Menu.Item
											leftSection={<IconChevronUp size={16} stroke={1.6} aria-hidden />}
											disabled={index === 0}
											onClick={() => void moveTo(line.key, index - 1)}
										>
											{text.moveUp}
										</Menu.Item>
										<Menu.Item
											leftSection={<IconChevronDown size={16} stroke={1.6} aria-hidden />}
											disabled={index === lines.length - 1}
											onClick={() => void moveTo(line.key, index + 1)}
										>
											{text.moveDown}
										</Menu.Item>
									</Menu.Dropdown>
								</Menu>
								<ActionIcon
									aria-label={text.fields.removeNamed(named)}
									title={text.fields.removeNamed(named)}
									onClick={() => void remove(line.key)}
								>
									<IconX size={16} stroke={1.6} aria-hidden />
								</ActionIcon>
							</li>
						);
					})}
				</ul>
				{hint && <p className={styles.hint}>{hint}</p>}
			</div>
			<div className={styles.buttons}>
				<Button
					size="xs"
					leftSection={<IconPlus size={15} stroke={1.8} aria-hidden />}
					onClick={() => addLines([{}], addAt, first)}
				>
					{addLabel}
				</Button>
				{buttons}
			</div>
		</>
	);
}
