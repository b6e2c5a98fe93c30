import { afterAll, expect, test } from 'vitest';
import { projectIn } from '../../electron/shell/project-argument.ts';
import { BrowserWindow } from './stand-in/browser-window.ts';
import { app, utilityProcess } from './stand-in/electron.ts';
import { startMain } from './start-main.ts';

let end: () => Promise<void> = async () => undefined;
afterAll(() => end());

test('a second start ends at once, with neither window nor core', async () => {
	app.first = false;
	({ end } = await startMain('x.underlag'));
	await new Promise((resolve) => setTimeout(resolve, 200));
	expect(app.exitCode).toBe(0);
	expect(BrowserWindow.all).toEqual([]);
	expect(utilityProcess.started).toEqual([]);
});

test('the project among the words of a command line', () => {
	expect(projectIn(['underlag', '--inspect=x.underlag', 'a.underlag', 'b.underlag'], '/home/u')).toBe(
		'/home/u/a.underlag',
	);
	expect(projectIn(['underlag', '/x/Å B.UNDERLAG'], '/home/u')).toBe('/x/Å B.UNDERLAG');
	expect(projectIn(['a.underlag'], '/home/u')).toBeNull();
	expect(projectIn(['underlag', 'report.docx', '--smoke'], '/home/u')).toBeNull();
});
