const mac = /Mac|iPhone|iPad/.test(navigator.platform);

/** Whether the keys pressed are those of a shortcut such as "mod+shift+z". */
export function matchesShortcut(event: KeyboardEvent, shortcut: string): boolean {
	const parts = shortcut.split('+');
	const key = parts.at(-1) ?? '';
	const mod = mac ? event.metaKey : event.ctrlKey;
	const otherMod = mac ? event.ctrlKey : event.metaKey;
	if (parts.includes('mod') !== mod || otherMod || parts.includes('alt') !== event.altKey) return false;
	// A sign such as "?" needs Shift on most keyboards, and which one is the keyboard's own matter.
	if (key.length === 1 && !/[a-z0-9]/.test(key)) return event.key === key;
	return parts.includes('shift') === event.shiftKey && event.key.toLowerCase() === key;
}

/** The shortcut as it is written for people: "Ctrl Z". */
export function shownShortcut(shortcut: string): string {
	const names: Record<string, string> = mac
		? { mod: '⌘', shift: '⇧', alt: '⌥' }
		: { mod: 'Ctrl', shift: 'Shift', alt: 'Alt' };
	const arrows: Record<string, string> = { arrowup: '↑', arrowdown: '↓', arrowleft: '←', arrowright: '→' };
	return shortcut
		.split('+')
		.map((part) => names[part] ?? arrows[part] ?? (part.length === 1 ? part.toUpperCase() : part))
		.join(' ');
}

/** Whether what has the focus takes typed text. */
export function isTyping(target: EventTarget | null): boolean {
	if (!(target instanceof HTMLElement)) return false;
	if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
		return true;
	return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type);
}
