import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type { Bridge, Reply } from '#shared/contract/bridge.ts';
import { channels } from './channels.ts';
import { undoTyping } from './undo-typing.ts';

/** The names of the contract's calls: put in when this is built, so that the contract itself need not be loaded into every page. */
declare const __CALL_NAMES__: readonly string[];
const known = new Set(__CALL_NAMES__);

function follow<T>(channel: string, listener: (value: T) => void): () => void {
	const heard = (_event: IpcRendererEvent, value: T) => listener(value);
	ipcRenderer.on(channel, heard);
	return () => ipcRenderer.removeListener(channel, heard);
}

const bridge: Bridge = {
	async call(name, input, taskId) {
		if (!known.has(name)) return { ok: false, error: { code: 'UNKNOWN_CALL', params: { call: String(name) } } };
		return (await ipcRenderer.invoke(channels.call, name, input, taskId)) as Reply;
	},
	cancel: (taskId) => ipcRenderer.send(channels.cancel, taskId),
	onEvent: (listener) => follow(channels.event, listener),
	onCommand: (listener) =>
		follow<string>(channels.command, (id) => {
			if (!undoTyping(id)) listener(id);
		}),
	host: {
		kind: 'electron',
		chooseProject: () => ipcRenderer.invoke(channels.chooseProject),
		chooseProjectPath: (suggestedName) => ipcRenderer.invoke(channels.chooseProjectPath, suggestedName),
		setKiosk: (on) => ipcRenderer.invoke(channels.setKiosk, on),
		saveFile: (name, bytes) => ipcRenderer.invoke(channels.saveFile, name, bytes),
	},
};

contextBridge.exposeInMainWorld('underlag', bridge);
