import type { ChangingName } from '#shared/contract/calls.ts';

/** What each step of the history is called after "Ångra" and "Gör om": "Ångra: lade till omgång". */
export const commands: Record<ChangingName, string> = {
	'project.update': 'ändrade uppgifter om projektet',
	'instrument.add': 'lade till frågeformulär',
	'instrument.remove': 'tog bort frågeformulär',
	'round.add': 'lade till omgång',
	'round.update': 'ändrade omgång',
	'round.remove': 'tog bort omgång',
	'response.save': 'registrerade svar',
	'response.remove': 'tog bort svar',
	'response.import': 'importerade svar',
	'document.import': 'lade till material',
	'document.update': 'ändrade uppgifter om material',
	'document.updateSpeaker': 'ändrade talare',
	'document.remove': 'tog bort material',
	'code.add': 'lade till kod',
	'code.update': 'ändrade kod',
	'code.move': 'flyttade kod',
	'code.remove': 'tog bort kod',
	'coding.add': 'kodade',
	'coding.addWithNewCode': 'kodade med ny kod',
	'coding.update': 'ändrade kodning',
	'coding.remove': 'tog bort kodning',
	'report.add': 'lade till rapport',
	'report.update': 'skrev i rapporten',
	'report.remove': 'tog bort rapport',
};
