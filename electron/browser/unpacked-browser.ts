import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	chmodSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { homedir, tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The program's folder of things that can be made again. */
function cacheFolder(): string {
	return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'underlag');
}

/**
 * The Chromium of the package @sparticuz/chromium, unpacked once into a folder that is this user's alone. Null where the package is not
 * installed or does not run. Two programs that unpack at once do so each in its own place; the first to finish gives the folder its name.
 */
export async function unpackBrowser(): Promise<{ executablePath: string; env: Record<string, string> } | null> {
	if (process.platform !== 'linux') return null;
	const entry = packageEntry();
	if (!entry) return null;
	for (const base of [cacheFolder(), join(tmpdir(), `underlag-${userInfo().uid}`)]) {
		try {
			return await unpackInto(base, entry);
		} catch {
			// No room, or not ours to write in: the next place may do.
		}
	}
	return null;
}

function packageEntry(): { file: string; version: string } | null {
	try {
		const file = createRequire(import.meta.url).resolve('@sparticuz/chromium');
		const described = join(dirname(file), '..', 'package.json');
		return { file, version: (JSON.parse(readFileSync(described, 'utf8')) as { version: string }).version };
	} catch {
		return null;
	}
}

async function unpackInto(base: string, { file, version }: { file: string; version: string }) {
	mkdirSync(base, { recursive: true, mode: 0o700 });
	const owner = statSync(base);
	if (owner.uid !== process.getuid?.()) throw new Error('not ours');
	chmodSync(base, 0o700);
	const folder = join(base, `chromium-${version}-${createHash('sha256').update(file).digest('hex').slice(0, 8)}`);
	if (!existsSync(folder)) {
		const making = mkdtempSync(join(base, 'unpacking-'));
		try {
			await inflate(file, making);
			writeFileSync(join(making, 'fonts', 'fonts.conf'), fontSettings(folder));
			renameSync(making, folder);
		} catch (error) {
			rmSync(making, { recursive: true, force: true });
			// Another program was quicker.
			if (!existsSync(folder)) throw error;
		}
	}
	return {
		executablePath: join(folder, 'chromium'),
		env: {
			LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
			FONTCONFIG_PATH: join(folder, 'fonts'),
		},
	};
}

/**
 * Has the package unpack itself in a process of its own, because at its import it changes the environment of the process it is in, and
 * because it unpacks to the temporary folder of that process, whatever is there already.
 */
function inflate(file: string, into: string): Promise<void> {
	const script = `const { default: chromium } = await import(${JSON.stringify(pathToFileURL(file).href)}); await chromium.executablePath();`;
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
			stdio: 'ignore',
			env: { ...process.env, TMPDIR: into, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' },
		});
		child.on('error', reject);
		child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`unpacking ended with ${code}`))));
	});
}

/** The package's own settings name folders of the machine that it was made for. */
function fontSettings(folder: string): string {
	return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
	<dir>${join(folder, 'fonts', 'fonts')}</dir>
	<dir>/usr/share/fonts</dir>
	<dir>/usr/local/share/fonts</dir>
	<cachedir>${join(folder, 'fonts-cache')}</cachedir>
	<config></config>
</fontconfig>
`;
}
