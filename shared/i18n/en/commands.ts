import type { ChangingName } from '#shared/contract/calls.ts';

/** What each step of the history is called after "Undo" and "Redo": "Undo: added round". */
export const commands: Record<ChangingName, string> = {
	'project.update': 'changed project details',
	'instrument.add': 'added questionnaire',
	'instrument.remove': 'removed questionnaire',
	'round.add': 'added round',
	'round.update': 'changed round',
	'round.remove': 'removed round',
	'response.save': 'entered response',
	'response.remove': 'removed response',
	'response.import': 'imported responses',
	'document.import': 'added material',
	'document.update': 'changed material details',
	'document.updateSpeaker': 'changed speaker',
	'document.remove': 'removed material',
	'code.add': 'added code',
	'code.update': 'changed code',
	'code.move': 'moved code',
	'code.remove': 'removed code',
	'coding.add': 'coded',
	'coding.addWithNewCode': 'coded with a new code',
	'coding.update': 'changed coding',
	'coding.remove': 'removed coding',
	'report.add': 'added report',
	'report.update': 'wrote in the report',
	'report.remove': 'removed report',
};
