import {
	IconArrowBackUp,
	IconArrowForwardUp,
	IconClipboardText,
	IconFileImport,
	IconKeyboard,
	IconLanguage,
	IconSearch,
	IconSettings,
	IconSun,
} from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { Output } from '#shared/contract/calls.ts';
import { bridge } from '../api/bridge.ts';
import { useRun } from '../api/use-run.ts';
import { Dialog } from '../ui/dialog.tsx';
import { type Command, type CommandRegistry, useCommandRegistry, useCommands } from './commands.tsx';
import { navigate } from './hash-location.ts';
import { useHistory } from './history.ts';
import { isTyping, matchesShortcut } from './keys.ts';
import { Palette } from './palette.tsx';
import { rooms } from './rooms.ts';
import { ShortcutsTable } from './shortcuts-table.tsx';
import { useText } from './text.tsx';

/** The commands that every view has, and the keyboard and menu that run any command. */
export function FrameCommands({ status }: { status: Output<'app.status'> }) {
	const { frame, editor, exchange } = useText();
	const registry = useCommandRegistry();
	const open = status.project !== null;
	const history = useHistory(open);
	const undo = useRun('history.undo');
	const redo = useRun('history.redo');
	const { run: configure } = useRun('app.configure');
	const { sections } = frame.search;

	const [shown, setShown] = useState<'palette' | 'shortcuts' | null>(null);

	const commands: Command[] = [
		{
			id: 'palette.open',
			label: frame.search.field,
			section: sections.go,
			shortcut: 'mod+k',
			icon: IconSearch,
			run: () => setShown('palette'),
		},
		{
			id: 'history.undo',
			label: history.undoLabel,
			section: sections.do,
			shortcut: 'mod+z',
			icon: IconArrowBackUp,
			yieldsToText: true,
			enabled: history.canUndo,
			run: () => void undo.run({}),
		},
		{
			id: 'history.redo',
			label: history.redoLabel,
			section: sections.do,
			shortcut: 'mod+shift+z',
			alsoShortcut: 'mod+y',
			icon: IconArrowForwardUp,
			yieldsToText: true,
			enabled: history.canRedo,
			run: () => void redo.run({}),
		},
		...rooms.map(
			(room, index): Command => ({
				id: `go.${room.name}`,
				label: frame.rooms[room.name],
				section: sections.go,
				shortcut: `mod+${index + 1}`,
				icon: room.icon,
				enabled: open,
				run: () => navigate(room.path),
			}),
		),
		{
			id: 'instrument.create',
			label: editor.create,
			section: sections.do,
			icon: IconClipboardText,
			enabled: open,
			run: () => navigate('/design?new='),
		},
		{
			id: 'instrument.read',
			label: exchange.title,
			section: sections.do,
			icon: IconFileImport,
			keywords: `${exchange.pasteTitle} ${exchange.kinds}`,
			enabled: open,
			run: () => navigate('/design/instrument/read'),
		},
		{
			id: 'instrument.fromAnswers',
			label: exchange.answers.open,
			section: sections.do,
			icon: IconFileImport,
			enabled: open,
			run: () => navigate('/design/instrument/from-answers'),
		},
		{
			id: 'go.settings',
			label: frame.rooms.settings,
			section: sections.go,
			icon: IconSettings,
			run: () => navigate('/settings'),
		},
		...(['sv', 'en'] as const).map(
			(language): Command => ({
				id: `language.${language}`,
				label: frame.switchTo[language],
				section: sections.view,
				icon: IconLanguage,
				enabled: status.language !== language,
				run: () => void configure({ language }),
			}),
		),
		...(['auto', 'light', 'dark'] as const).map(
			(theme): Command => ({
				id: `theme.${theme}`,
				label: frame.useTheme[theme],
				section: sections.view,
				icon: IconSun,
				enabled: status.theme !== theme,
				run: () => void configure({ theme }),
			}),
		),
		{
			id: 'help.shortcuts',
			label: frame.help.showShortcuts,
			section: sections.help,
			shortcut: '?',
			icon: IconKeyboard,
			run: () => setShown('shortcuts'),
		},
	];
	useCommands(commands);

	useEffect(() => bridge.onCommand((id) => registry.run(id)), [registry]);
	useEffect(() => {
		const onKey = (event: KeyboardEvent) => runByKeys(registry, event);
		window.addEventListener('keydown', onKey);
		return () => window.removeEventListener('keydown', onKey);
	}, [registry]);
	return (
		<>
			{shown === 'palette' && <Palette hasProject={open} onClose={() => setShown(null)} />}
			{shown === 'shortcuts' && (
				<Dialog title={frame.help.shortcuts} onClose={() => setShown(null)}>
					<ShortcutsTable />
				</Dialog>
			)}
		</>
	);
}

/** Runs the command whose keys were pressed, unless the keys belong to the text one types in. */
function runByKeys(registry: CommandRegistry, event: KeyboardEvent): void {
	if (event.defaultPrevented || event.isComposing) return;
	const typing = isTyping(event.target);
	const found = registry
		.list()
		.find((command) =>
			[command.shortcut, command.alsoShortcut].some(
				(keys) =>
					keys !== undefined &&
					matchesShortcut(event, keys) &&
					!(typing && (command.yieldsToText || !/mod|alt|f\d/.test(keys))),
			),
		);
	if (!found) return;
	event.preventDefault();
	found.run();
}
