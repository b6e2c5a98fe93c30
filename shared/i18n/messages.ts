import type { Language } from '#shared/contract/basics.ts';
import { advice as adviceEn } from './en/advice.ts';
import { asked as askedEn } from './en/asked.ts';
import { cli as cliEn } from './en/cli.ts';
import { code as codeEn } from './en/code.ts';
import { commands as commandsEn } from './en/commands.ts';
import { document as documentEn } from './en/document.ts';
import { editor as editorEn } from './en/editor.ts';
import { erasure as erasureEn } from './en/erasure.ts';
import { errors as errorsEn } from './en/errors.ts';
import { exchange as exchangeEn } from './en/exchange.ts';
import { form as formEn } from './en/form.ts';
import { frame as frameEn } from './en/frame.ts';
import { handover as handoverEn } from './en/handover.ts';
import { instrument as instrumentEn } from './en/instrument.ts';
import { keys as keysEn } from './en/keys.ts';
import { kiosk as kioskEn } from './en/kiosk.ts';
import { paper as paperEn } from './en/paper.ts';
import { progress as progressEn } from './en/progress.ts';
import { project as projectEn } from './en/project.ts';
import { report as reportEn } from './en/report.ts';
import { response as responseEn } from './en/response.ts';
import { results as resultsEn } from './en/results.ts';
import { round as roundEn } from './en/round.ts';
import { shell as shellEn } from './en/shell.ts';
import type { Shape } from './kit.ts';
import { advice as adviceSv } from './sv/advice.ts';
import { asked as askedSv } from './sv/asked.ts';
import { cli as cliSv } from './sv/cli.ts';
import { code as codeSv } from './sv/code.ts';
import { commands as commandsSv } from './sv/commands.ts';
import { document as documentSv } from './sv/document.ts';
import { editor as editorSv } from './sv/editor.ts';
import { erasure as erasureSv } from './sv/erasure.ts';
import { errors as errorsSv } from './sv/errors.ts';
import { exchange as exchangeSv } from './sv/exchange.ts';
import { form as formSv } from './sv/form.ts';
import { frame as frameSv } from './sv/frame.ts';
import { handover as handoverSv } from './sv/handover.ts';
import { instrument as instrumentSv } from './sv/instrument.ts';
import { keys as keysSv } from './sv/keys.ts';
import { kiosk as kioskSv } from './sv/kiosk.ts';
import { paper as paperSv } from './sv/paper.ts';
import { progress as progressSv } from './sv/progress.ts';
import { project as projectSv } from './sv/project.ts';
import { report as reportSv } from './sv/report.ts';
import { response as responseSv } from './sv/response.ts';
import { results as resultsSv } from './sv/results.ts';
import { round as roundSv } from './sv/round.ts';
import { shell as shellSv } from './sv/shell.ts';

const sv = {
	errors: errorsSv,
	commands: commandsSv,
	frame: frameSv,
	project: projectSv,
	instrument: instrumentSv,
	advice: adviceSv,
	exchange: exchangeSv,
	editor: editorSv,
	round: roundSv,
	response: responseSv,
	form: formSv,
	kiosk: kioskSv,
	asked: askedSv,
	keys: keysSv,
	results: resultsSv,
	document: documentSv,
	code: codeSv,
	report: reportSv,
	erasure: erasureSv,
	handover: handoverSv,
	paper: paperSv,
	progress: progressSv,
	cli: cliSv,
	shell: shellSv,
};

/** Every word of the program. Swedish is the source; another language has the same keys, or it does not compile. */
export type Messages = Omit<Shape<typeof sv>, 'errors'> & { errors: typeof errorsSv };

const en: Messages = {
	errors: errorsEn,
	commands: commandsEn,
	frame: frameEn,
	project: projectEn,
	instrument: instrumentEn,
	advice: adviceEn,
	exchange: exchangeEn,
	editor: editorEn,
	round: roundEn,
	response: responseEn,
	form: formEn,
	kiosk: kioskEn,
	asked: askedEn,
	keys: keysEn,
	results: resultsEn,
	document: documentEn,
	code: codeEn,
	report: reportEn,
	erasure: erasureEn,
	handover: handoverEn,
	paper: paperEn,
	progress: progressEn,
	cli: cliEn,
	shell: shellEn,
};

/** The words by language. */
export const messages: Record<Language, Messages> = { sv, en };
