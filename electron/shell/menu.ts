import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { Messages } from '#shared/i18n/messages.ts';

/**
 * The application menu in the given language. Its items run the page's own commands by their ids. Their keys are shown but left to the page,
 * which knows whether one is typing; on macOS, where the system takes them, the preload knows.
 */
export function buildMenu(
	text: Messages,
	run: (commandId: string) => void,
	platform: NodeJS.Platform = process.platform,
): Menu {
	const { menu } = text.shell;
	const { rooms, history } = text.frame;
	const mac = platform === 'darwin';
	const item = (label: string, id: string, accelerator?: string): MenuItemConstructorOptions => ({
		id,
		label,
		click: () => run(id),
		...(accelerator ? { accelerator, registerAccelerator: mac } : {}),
	});
	const line: MenuItemConstructorOptions = { type: 'separator' };
	const appMenu: MenuItemConstructorOptions = {
		label: 'Underlag',
		submenu: [
			{ role: 'about', label: menu.about },
			line,
			item(rooms.settings, 'go.settings', 'CmdOrCtrl+,'),
			line,
			{ role: 'hide', label: menu.hide },
			{ role: 'hideOthers', label: menu.hideOthers },
			{ role: 'unhide', label: menu.showAll },
			line,
			{ role: 'quit', label: menu.quit },
		],
	};
	const file: MenuItemConstructorOptions = {
		label: menu.project,
		submenu: [
			item(menu.newProject, 'project.new', mac ? 'Cmd+N' : undefined),
			item(menu.openProject, 'project.open', 'CmdOrCtrl+O'),
			item(menu.openSample, 'project.openSample'),
			line,
			item(menu.saveCopy, 'project.saveCopy', 'CmdOrCtrl+Shift+S'),
			item(menu.closeProject, 'project.close'),
			...(mac ? [] : [line, item(rooms.settings, 'go.settings'), line, { role: 'quit' as const, label: menu.quit }]),
		],
	};
	const edit: MenuItemConstructorOptions = {
		label: menu.edit,
		submenu: [
			item(history.undo, 'history.undo', 'CmdOrCtrl+Z'),
			item(history.redo, 'history.redo', 'CmdOrCtrl+Shift+Z'),
			line,
			{ role: 'cut', label: menu.cut },
			{ role: 'copy', label: menu.copy },
			{ role: 'paste', label: menu.paste },
			{ role: 'selectAll', label: menu.selectAll },
		],
	};
	const go: MenuItemConstructorOptions = {
		label: menu.go,
		submenu: (['overview', 'design', 'collect', 'analyse', 'report'] as const).map((room, index) =>
			item(rooms[room], `go.${room}`, `CmdOrCtrl+${index + 1}`),
		),
	};
	const view: MenuItemConstructorOptions = {
		label: menu.view,
		submenu: [
			{ role: 'zoomIn', label: menu.zoomIn },
			{ role: 'zoomOut', label: menu.zoomOut },
			{ role: 'resetZoom', label: menu.resetZoom },
			{ role: 'togglefullscreen', label: menu.fullScreen },
		],
	};
	const window: MenuItemConstructorOptions = { role: 'windowMenu', label: menu.window };
	const help: MenuItemConstructorOptions = {
		role: 'help',
		label: text.frame.help.button,
		submenu: [item(text.frame.help.showShortcuts, 'help.shortcuts')],
	};
	return Menu.buildFromTemplate([...(mac ? [appMenu] : []), file, edit, go, view, ...(mac ? [window] : []), help]);
}
