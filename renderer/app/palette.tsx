import { Modal } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useId, useState } from 'react';
import { useReturnFocus } from '../ui/use-return-focus.ts';
import { useCommandList } from './commands.tsx';
import { shownShortcut } from './keys.ts';
import styles from './palette.module.css';
import { asItem, choose, type PaletteItem, usePaletteThings } from './palette-items.ts';
import { useText } from './text.tsx';

/** One field that finds every command and everything in the project by name. */
export function Palette({ onClose, hasProject }: { onClose: () => void; hasProject: boolean }) {
	const { frame } = useText();
	useReturnFocus();
	const [query, setQuery] = useState('');
	const [chosen, setChosen] = useState(0);
	const listId = useId();
	const commands = useCommandList()
		.filter((command) => command.id !== 'palette.open')
		.map(asItem);
	const groups = choose(query, commands, usePaletteThings(hasProject));
	const lines = groups.flatMap(([, items]) => items);
	const active = lines[Math.min(chosen, lines.length - 1)];
	const idOf = (item: PaletteItem) => `${listId}-${item.id}`;
	const activeId = active ? idOf(active) : undefined;
	useEffect(() => {
		if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
	}, [activeId]);

	function take(item: PaletteItem) {
		onClose();
		item.run();
	}
	function move(by: number) {
		if (lines.length > 0) setChosen((Math.min(chosen, lines.length - 1) + by + lines.length) % lines.length);
	}

	return (
		<Modal.Root opened onClose={onClose} size={600} yOffset="9vh" centered={false} transitionProps={{ duration: 0 }}>
			<Modal.Overlay />
			<Modal.Content aria-label={frame.search.label} radius="lg">
				<div className={styles.field}>
					<IconSearch size={18} stroke={1.6} aria-hidden />
					<input
						data-autofocus
						role="combobox"
						aria-expanded="true"
						aria-controls={listId}
						aria-activedescendant={activeId}
						aria-autocomplete="list"
						aria-label={frame.search.field}
						placeholder={frame.search.placeholder}
						value={query}
						autoComplete="off"
						spellCheck={false}
						onChange={(event) => {
							setQuery(event.currentTarget.value);
							setChosen(0);
						}}
						onKeyDown={(event) => {
							if (event.nativeEvent.isComposing) return;
							const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
							if (step) move(step);
							else if (event.key === 'Enter' && active) take(active);
							else return;
							event.preventDefault();
						}}
					/>
					<kbd className={styles.kbd}>Esc</kbd>
				</div>
				<div className={styles.list} id={listId} role="listbox" aria-label={frame.search.label}>
					{groups.map(([section, items]) => (
						<fieldset key={section} className={styles.group} aria-label={section}>
							<div className={styles.section} aria-hidden>
								{section}
							</div>
							{items.map((item) => (
								<Line key={item.id} id={idOf(item)} item={item} active={item === active} take={take} />
							))}
						</fieldset>
					))}
				</div>
				{lines.length === 0 && <p className={styles.none}>{frame.search.none}</p>}
				<div className={styles.hint}>
					<span>{frame.search.hint}</span>
					<span role="status">{query && frame.search.results(lines.length)}</span>
				</div>
			</Modal.Content>
		</Modal.Root>
	);
}

interface LineProps {
	id: string;
	item: PaletteItem;
	active: boolean;
	take: (item: PaletteItem) => void;
}

function Line({ id, item, active, take }: LineProps) {
	const Glyph = item.icon;
	return (
		// The keys stay with the field, which names this line as the active one.
		<button
			type="button"
			id={id}
			role="option"
			tabIndex={-1}
			aria-selected={active}
			className={styles.line}
			onMouseDown={(event) => event.preventDefault()}
			onClick={() => take(item)}
		>
			<span className={styles.icon}>{Glyph && <Glyph size={17} stroke={1.6} aria-hidden />}</span>
			<span className={styles.label}>{item.label}</span>
			{item.hint && <span className={styles.aside}>{item.hint}</span>}
			{item.shortcut && <kbd className={styles.kbd}>{shownShortcut(item.shortcut)}</kbd>}
		</button>
	);
}
