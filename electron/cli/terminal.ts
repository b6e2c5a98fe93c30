import { parseArgs } from 'node:util';
import type { Language } from '#shared/contract/basics.ts';
import { AppError } from '#shared/contract/errors.ts';
import { errorText } from '#shared/i18n/error-text.ts';
import { type Messages, messages } from '#shared/i18n/messages.ts';
import { type Command, type Result, UsageError } from './command.ts';
import { analyse } from './commands/analyse.ts';
import { askedImport, rates } from './commands/asked.ts';
import { formImport, formMake } from './commands/form.ts';
import { instrumentExport, instrumentImport, instrumentMake } from './commands/instrument.ts';
import { codings, documentImport } from './commands/material.ts';
import { instrumentPaper } from './commands/paper.ts';
import { info, newProject, verify } from './commands/project.ts';
import { report } from './commands/report.ts';
import { instrumentList, responsesImport, roundAdd } from './commands/round.ts';
import { demo, sample } from './commands/sample.ts';
import { openCore } from './open-core.ts';

const commands: Command[] = [
	newProject,
	info,
	instrumentList,
	instrumentPaper,
	instrumentImport,
	instrumentMake,
	instrumentExport,
	roundAdd,
	responsesImport,
	formMake,
	formImport,
	askedImport,
	rates,
	analyse,
	documentImport,
	codings,
	report,
	verify,
	sample,
	demo,
];

/** Where a command writes. */
export interface Streams {
	out: (text: string) => void;
	err: (text: string) => void;
}

/**
 * The program in a terminal: `underlag COMMAND … [--json] [--lang sv|en]`. Exit status 0 done, 1 refused with the reason, 2 wrong use.
 */
export async function terminal(args: string[], { out, err }: Streams): Promise<0 | 1 | 2> {
	const language = languageOf(args);
	const text = messages[language];
	const json = args.includes('--json');
	const command = commands.find((one) => one.name.split(' ').every((name, place) => args[place] === name));
	if (!command) {
		const asked = args[0] === undefined || args[0] === 'help' || args[0] === '--help';
		const option = args.findIndex((one) => one.startsWith('-'));
		const words = option < 0 ? args : args.slice(0, option);
		if (!asked) err(`${text.cli.unknownCommand(words.join(' '))}\n\n`);
		(asked ? out : err)(`${help(text)}\n`);
		return asked ? 0 : 2;
	}
	try {
		const { data, lines, status = 0 } = await run(command, args.slice(command.name.split(' ').length), language);
		out(json ? `${JSON.stringify(data, null, 2)}\n` : `${lines.join('\n')}\n`);
		return status;
	} catch (error) {
		if (error instanceof UsageError) {
			err(`${error.message}\nunderlag ${command.name} ${command.usage}\n`);
			return 2;
		}
		if (!(error instanceof AppError)) throw error;
		const words = errorText(error.toData(), text);
		if (json) out(`${JSON.stringify({ error: { ...error.toData(), ...words } }, null, 2)}\n`);
		const next = nextStep(error, text) ?? words.next;
		err(`${words.happened} ${words.safe} ${next}\n`);
		return 1;
	}
}

/** Where the terminal has another next step than the window: there is no field to type a passphrase in, and nothing to undo with. */
function nextStep({ code, params }: AppError, text: Messages): string | null {
	if (code === 'NOT_FOUND') return text.cli.notFound;
	if (code === 'INSTRUMENT_OF_ANSWERS') return text.cli.makeOfAnswers;
	if (code === 'KEYS_NEEDED') return text.cli.keyPassphrase;
	if (code !== 'PASSPHRASE_NEEDED') return null;
	return 'of' in params && params.of === 'keys' ? text.cli.keyPassphrase : text.cli.passphrase;
}

async function run(command: Command, args: string[], language: Language): Promise<Result> {
	const text = messages[language];
	const { values, positionals } = parse(command, args, text);
	if (positionals.length < command.words.least || positionals.length > command.words.most) {
		throw new UsageError(text.cli.wordCount);
	}
	const core = openCore();
	try {
		return await command.run({ core, words: positionals, options: values as Record<string, string>, text, language });
	} finally {
		await core.close();
	}
}

function parse(command: Command, args: string[], text: Messages) {
	try {
		return parseArgs({
			args,
			allowPositionals: true,
			options: { ...command.options, json: { type: 'boolean' }, lang: { type: 'string' } },
		});
	} catch (error) {
		throw new UsageError(wrongOption(error, text));
	}
}

/** What Node says of options in English, in the reader's language. */
function wrongOption(error: unknown, { cli }: Messages): string {
	const { code, message } = error as { code?: string; message: string };
	const option = /'(?:-\w, )?(-[^\s'=]+)/.exec(message)?.[1];
	if (!option) return message;
	return code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? cli.unknownOption(option) : cli.optionValue(option);
}

/** `--lang`, else the terminal's own language where that is Swedish, else English. */
function languageOf(args: string[]): Language {
	const asked = args[args.indexOf('--lang') + 1];
	if (args.includes('--lang') && (asked === 'sv' || asked === 'en')) return asked;
	return /^sv/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '') ? 'sv' : 'en';
}

function help(text: Messages): string {
	return [
		text.cli.what,
		'',
		...commands.map((one) => `  underlag ${one.name} ${one.usage}`.trimEnd()),
		'',
		text.cli.everywhere,
		text.cli.passphrase,
		text.cli.keyPassphrase,
	].join('\n');
}
