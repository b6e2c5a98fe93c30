import type { Icon } from '@tabler/icons-react';
import { createContext, type ReactNode, useContext, useEffect, useId, useState, useSyncExternalStore } from 'react';

/** Something the person can do here and now. Palette, buttons, shortcuts and the menu of Electron all run the same ones. */
export interface Command {
	/** "room.verb", as `history.undo`. The menu outside the page asks for it by this. */
	id: string;
	label: string;
	/** The heading it stands under in the palette. */
	section: string;
	/** As "mod+shift+z"; `mod` is Ctrl, on a Mac Cmd. A single sign works outside text fields only. */
	shortcut?: string;
	/** A second way, shown nowhere. */
	alsoShortcut?: string;
	icon?: Icon;
	/** More words the palette finds it by. */
	keywords?: string;
	run: () => void;
	/** False: not offered now. */
	enabled?: boolean;
	/** Leaves the keys to a text field that has the focus (undo, redo). */
	yieldsToText?: boolean;
}

/** The commands of the screens that are mounted. */
export class CommandRegistry {
	private readonly groups = new Map<string, readonly Command[]>();
	private readonly listeners = new Set<() => void>();
	private snapshot: readonly Command[] = [];

	set(owner: string, commands: readonly Command[]): void {
		this.groups.set(owner, commands);
		this.told();
	}
	remove(owner: string): void {
		this.groups.delete(owner);
		this.told();
	}
	/** All that can be run now. */
	list = (): readonly Command[] => this.snapshot;
	find(id: string): Command | undefined {
		return this.snapshot.find((command) => command.id === id);
	}
	run(id: string): void {
		this.find(id)?.run();
	}
	subscribe = (listener: () => void): (() => void) => {
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	};
	private told(): void {
		this.snapshot = [...this.groups.values()].flat().filter((command) => command.enabled !== false);
		for (const listener of this.listeners) listener();
	}
}

const Registry = createContext<CommandRegistry | null>(null);

export function CommandProvider({ children }: { children: ReactNode }) {
	const [registry] = useState(() => new CommandRegistry());
	return <Registry value={registry}>{children}</Registry>;
}

/** The registry itself: to run a command by its id. */
export function useCommandRegistry(): CommandRegistry {
	const registry = useContext(Registry);
	if (!registry) throw new Error('useCommands outside CommandProvider');
	return registry;
}

/** Offers commands as long as the component is mounted. */
export function useCommands(commands: readonly Command[]): void {
	const registry = useCommandRegistry();
	const owner = useId();
	// After every render, because what a command does closes over what was just rendered.
	useEffect(() => registry.set(owner, commands));
	useEffect(() => () => registry.remove(owner), [registry, owner]);
}

/** What can be done now, followed as it changes: for the palette alone. */
export function useCommandList(): readonly Command[] {
	const registry = useCommandRegistry();
	return useSyncExternalStore(registry.subscribe, registry.list);
}
