/**
 * The menu's Undo and Redo while a text field has the focus: they mean the typing there, as everywhere else on the machine.
 * @returns whether it was that
 */
export function undoTyping(commandId: string): boolean {
	if (commandId !== 'history.undo' && commandId !== 'history.redo') return false;
	const field = document.activeElement;
	const typing =
		field instanceof HTMLTextAreaElement ||
		(field instanceof HTMLElement && field.isContentEditable) ||
		(field instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(field.type));
	if (!typing) return false;
	// Deprecated for all but this: there is no other way to reach a field's own history.
	return document.execCommand(commandId === 'history.undo' ? 'undo' : 'redo');
}
