import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where the program keeps its settings on this system; `UNDERLAG_DATA` says otherwise. The Electron shell uses the same folder. */
export function dataFolder(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string {
	if (env['UNDERLAG_DATA']) return env['UNDERLAG_DATA'];
	if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Underlag');
	if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Underlag');
	return join(env['XDG_CONFIG_HOME'] || join(homedir(), '.config'), 'underlag');
}
