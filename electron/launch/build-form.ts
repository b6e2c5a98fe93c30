import { createHash } from 'node:crypto';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { build } from 'vite';
import { dataPlace } from '#shared/domain/form/data.ts';
import { newest } from './build-renderer.ts';
import { inRepository } from './folders.ts';

const sources = [
	'renderer/form',
	'renderer/app/tokens.css',
	'renderer/features/instrument/respondent',
	'shared',
	'package-lock.json',
];
const made = 'dist/form/form.html';

/** What runs in the respondent's browser instead of React: the same components on a smaller library. */
const aliases = {
	'react-dom/client': 'preact/compat/client',
	'react-dom': 'preact/compat',
	'react/jsx-runtime': 'preact/jsx-runtime',
	react: 'preact/compat',
};

/**
 * Builds the template of the form as a file into dist/form/form.html: one page with its script and its style in it, and a place for a
 * round's data. Its policy lets exactly these two run and nothing be fetched or sent. Does nothing when what is there is newer than its sources.
 */
export async function buildForm(): Promise<void> {
	const built = statSync(inRepository(made), { throwIfNoEntry: false })?.mtimeMs ?? 0;
	if (sources.every((path) => newest(inRepository(path)) <= built)) return;
	const result = await build({
		configFile: false,
		root: inRepository('renderer/form'),
		logLevel: 'warn',
		publicDir: false,
		resolve: { alias: aliases },
		oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
		build: {
			write: false,
			target: ['es2020', 'chrome96', 'edge96', 'firefox94', 'safari15'],
			cssCodeSplit: false,
			modulePreload: false,
			rolldownOptions: { input: inRepository('renderer/form/main.tsx'), output: { format: 'iife' } },
		},
	});
	const output = [result].flat().flatMap((one) => ('output' in one ? one.output : []));
	const script = output.flatMap((one) => (one.type === 'chunk' ? [one.code] : [])).join('\n');
	const style = output.flatMap((one) =>
		one.type === 'asset' && one.fileName.endsWith('.css') ? [String(one.source)] : [],
	);
	mkdirSync(inRepository('dist/form'), { recursive: true });
	writeFileSync(inRepository(made), page(script, withOwnTokens(style.join('\n'))));
}

/** The program's tokens for a page on its own: only those that its rules ask for, and dark where the device is, for it has no setting. */
function withOwnTokens(style: string): string {
	const asked = new Set(style.match(/(?<=var\()--[\w-]+/g));
	return style
		.replace(/--[\w-]+\s*:[^;}]*;?/g, (token) => (asked.has(token.split(':', 1)[0] ?? '') ? token : ''))
		.replace(/:root\[[^\]]*dark[^\]]*\]\{([^}]*)\}/, '@media (prefers-color-scheme:dark){:root{$1}}');
}

function page(script: string, style: string): string {
	const code = script.trim().replace(/<\/(script)/gi, '<\\/$1');
	const policy = [
		"default-src 'none'",
		`script-src '${hash(code)}'`,
		`style-src '${hash(style)}'`,
		"base-uri 'none'",
		"form-action 'none'",
	].join('; ');
	return `<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>Formulär</title>
<style>${style}</style>
</head>
<body>
<div id="root"></div>
<script type="application/json" id="form-data">${dataPlace}</script>
<script>${code}</script>
</body>
</html>
`;
}

const hash = (text: string) => `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;
