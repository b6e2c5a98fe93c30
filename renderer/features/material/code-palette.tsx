import { IconPlus, IconTag } from '@tabler/icons-react';
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { Code } from '#shared/contract/code.ts';
import { formatNumber } from '#shared/i18n/format.ts';
import { useLanguage, useText } from '../../app/text.tsx';
import styles from './code-palette.module.css';
import { matchCodes, pathOf } from './code-tree-rows.ts';

interface CodePaletteProps {
	codes: readonly Code[];
	/** Codes that the very same words already have. */
	here: ReadonlySet<number>;
	/** What was typed to open it. */
	typed: string;
	/** Where the selection is, in pixels of the box around. */
	place: { left: number; top: number; bottom: number; height: number };
	onCode: (codeId: number) => void;
	onNew: (name: string) => void;
	onClose: () => void;
}

/** Finds a code by its name, or makes one, at the words that are being coded. Up, down and Enter choose; Esc closes. */
export function CodePalette({ codes, here, typed, place, onCode, onNew, onClose }: CodePaletteProps) {
	const text = useText().code;
	const language = useLanguage();
	const id = useId();
	const field = useRef<HTMLInputElement>(null);
	const list = useRef<HTMLDivElement>(null);
	const box = useRef<HTMLDivElement>(null);
	const [search, setSearch] = useState(typed);
	const [at, setAt] = useState(0);
	const { found, exact } = matchCodes(codes, search);
	const name = search.trim();
	const total = found.length + (exact ? 0 : 1);
	const chosen = Math.min(at, total - 1);

	useEffect(() => {
		field.current?.focus();
		// After the letter that opened it, and not over it.
		field.current?.setSelectionRange(typed.length, typed.length);
	}, [typed]);
	useEffect(() => {
		list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' });
	}, [chosen]);
	// Under the words where there is room, else over them; never outside the box.
	useLayoutEffect(() => {
		const panel = box.current;
		const around = panel?.parentElement;
		if (!panel || !around) return;
		const under = place.bottom + 8 + panel.offsetHeight <= place.height;
		const top = under ? place.bottom + 8 : Math.max(8, place.top - 8 - panel.offsetHeight);
		panel.style.top = `${Math.max(8, Math.min(top, place.height - panel.offsetHeight - 8))}px`;
		panel.style.left = `${Math.max(8, Math.min(place.left, around.clientWidth - panel.offsetWidth - 8))}px`;
	});

	const take = (index: number) => {
		const code = found[index];
		if (code) onCode(code.id);
		else if (name) onNew(name);
	};
	// On pressing and not on the click after it: the field keeps the focus, and with it the panel stays.
	const pick = (event: MouseEvent, index: number) => {
		event.preventDefault();
		take(index);
	};
	const onKeyDown = (event: KeyboardEvent) => {
		const acts: Record<string, () => void> = {
			ArrowDown: () => setAt(total ? (chosen + 1) % total : 0),
			ArrowUp: () => setAt(total ? (chosen - 1 + total) % total : 0),
			Enter: () => take(chosen),
			Escape: onClose,
			Tab: onClose,
		};
		const act = acts[event.key];
		if (!act || event.nativeEvent.isComposing) return;
		event.preventDefault();
		event.stopPropagation();
		act();
	};
	const optionId = (index: number) => `${id}-${index}`;
	return (
		<div
			ref={box}
			role="dialog"
			aria-label={text.palette}
			className={styles.palette}
			onBlur={(event) => {
				if (!event.currentTarget.contains(event.relatedTarget)) onClose();
			}}
		>
			<div className={styles.field}>
				<IconTag size={17} stroke={1.6} aria-hidden />
				<input
					ref={field}
					role="combobox"
					aria-label={text.palette}
					aria-expanded={total > 0}
					aria-controls={`${id}-list`}
					aria-activedescendant={total > 0 ? optionId(chosen) : undefined}
					aria-autocomplete="list"
					autoComplete="off"
					spellCheck={false}
					maxLength={200}
					placeholder={text.palettePlaceholder}
					value={search}
					onChange={(event) => {
						setSearch(event.target.value);
						setAt(0);
					}}
					onKeyDown={onKeyDown}
				/>
				<kbd className={styles.key}>Esc</kbd>
			</div>
			<div ref={list} id={`${id}-list`} role="listbox" aria-label={text.tree} className={styles.list}>
				{found.map((code, index) => (
					<div
						key={code.id}
						id={optionId(index)}
						role="option"
						aria-selected={index === chosen}
						className={styles.option}
						tabIndex={-1}
						onMouseMove={() => setAt(index)}
						onMouseDown={(event) => pick(event, index)}
					>
						<span className={styles.dot} style={{ background: `var(--code-${code.color})` }} aria-hidden />
						<span className={styles.words}>
							<span className={styles.name}>{code.name}</span>
							{code.parentId !== null && <span className={styles.path}>{pathOf(codes, code).join(' / ')}</span>}
						</span>
						<span className={styles.count}>
							{here.has(code.id) ? text.paletteHere : formatNumber(code.codings, language)}
						</span>
					</div>
				))}
				{!exact && (
					<div
						id={optionId(found.length)}
						role="option"
						aria-selected={chosen === found.length}
						className={styles.option}
						tabIndex={-1}
						onMouseMove={() => setAt(found.length)}
						onMouseDown={(event) => pick(event, found.length)}
					>
						<IconPlus size={15} stroke={1.8} aria-hidden className={styles.plus} />
						<span className={styles.words}>{text.paletteNew(name)}</span>
					</div>
				)}
			</div>
			<div className="visually-hidden" role="status">
				{text.paletteResults(found.length)}
			</div>
		</div>
	);
}
