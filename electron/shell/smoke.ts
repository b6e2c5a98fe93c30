import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import { startShell } from './start-shell.ts';

const longest = 90_000;

/**
 * `--smoke`: starts the whole program on a folder of its own, opens the sample, waits until the page shows it, prints its report, and ends with
 * status 0; else says on standard error what failed and ends with 1. For a built package on a machine that builds it.
 */
export async function runSmoke(): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'underlag-smoke-'));
	const timer = setTimeout(() => end(`took more than ${longest / 1000} s`), longest);
	function end(failure: string | null): void {
		clearTimeout(timer);
		rmSync(folder, { recursive: true, force: true });
		process.stderr.write(failure === null ? 'smoke: ok\n' : `smoke: ${failure}\n`);
		app.exit(failure === null ? 0 : 1);
	}
	try {
		const shell = await startShell(join(folder, 'data'));
		const { title } = await shell.core.call('project.openSample', { path: join(folder, 'sample.underlag') });
		const contents = shell.window()?.webContents;
		if (!contents) throw new Error('no window');
		await until(async () => {
			// A page that is still on its way has nothing to ask yet; the bound on the whole ends a wait for one that never comes.
			const shown = await contents.executeJavaScript('document.querySelector("main")?.innerText ?? ""').catch(() => '');
			return String(shown).includes(title);
		});
		const [report] = await shell.core.call('report.list', {});
		if (!report) throw new Error('the sample has no report');
		const { bytes } = await shell.core.call('report.export', { id: report.id, format: 'pdf' });
		if (Buffer.from(bytes.slice(0, 5)).toString('latin1') !== '%PDF-') throw new Error('the report is no PDF');
		await shell.close();
		end(null);
	} catch (error) {
		end(error instanceof Error ? error.message : 'failed');
	}
}

async function until(holds: () => Promise<boolean>): Promise<void> {
	while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 200));
}
