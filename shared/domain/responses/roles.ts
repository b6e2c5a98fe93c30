import type { ColumnTarget } from './columns.ts';
import { fold } from './fold.ts';
import type { Service } from './layout.ts';

type Role = 'response-id' | 'submitted' | 'code' | 'status' | 'language';

/** Headings of what is no answer, as services and people write them, folded; the surest first. */
const headings: Record<Role, readonly string[]> = {
	'response-id': [
		...['svars id', 'svarsid', 'svar id', 'response id', 'responseid', 'submission id', 'instanceid', 'uuid', 'id'],
		...['respondent id', 'respondentid', 'respondent', 'svarande', 'svarsnummer', 'löpnummer', 'record id', 'study id'],
		...['case id', 'response no', 'answerset id', 'vastaajan id', 'vastaajan tunnus'],
	],
	/** Never those of when it was begun. */
	submitted: [
		...['inskickat', 'inskickad', 'skickat', 'sluttid', 'slutförandetid', 'slutfört', 'submitted', 'submitted at'],
		...[
			'submitdate',
			'datum för inskickande',
			'datum inskickat',
			'date submitted',
			'submission time',
			'submission date',
			'completion time',
		],
		...['completed', 'end date', 'enddate', 'end time', 'endtime', 'end', 'tidstämpel', 'tidsstämpel', 'timestamp'],
		...['svarsdatum', 'svarstid', 'inlämnad', 'recorded date', 'recordeddate'],
	],
	code: [
		...['kod', 'code', 'egen kod', 'personlig kod', 'självvald kod', 'deltagarkod', 'participant code', 'own code'],
		...['deltagare', 'participant', 'participant id', 'token', 'access code'],
	],
	status: ['status', 'svarsstatus', 'response status', 'finished', 'slutförd', 'complete', 'tillstånd'],
	language: ['startlanguage', 'start language', 'språk', 'language', 'survey language', 'userlanguage', 'startspråk'],
};

/** The roles of columns by their headings or names: one column each. `isFree` says which columns may be given one. */
export function rolesOf(
	header: readonly string[],
	names: readonly string[],
	service: Service,
	isFree: (index: number) => boolean,
): { index: number; target: ColumnTarget }[] {
	const folded = header.map((text, index) => [fold(text), fold(names[index] ?? text)]);
	const taken = new Set<number>();
	const found: { index: number; target: ColumnTarget }[] = [];
	const isLime = service === 'limesurvey' || service === 'limesurvey-vv';
	for (const role of Object.keys(headings) as Role[]) {
		const index = headings[role]
			.map((text) => folded.findIndex((forms, at) => !taken.has(at) && isFree(at) && forms.includes(text)))
			.find((at) => at >= 0);
		if (index === undefined) continue;
		taken.add(index);
		// LimeSurvey gives a time of sending only to those who came to the end.
		found.push({ index, target: role === 'submitted' && isLime ? { kind: role, decides: true } : { kind: role } });
	}
	// REDCap's mark of a form: 0 incomplete, 1 unverified, 2 complete.
	if (service === 'redcap' && !found.some(({ target }) => target.kind === 'status')) {
		const index = names.findIndex((name, at) => /^[a-z0-9_]+_complete$/.test(name) && !taken.has(at) && isFree(at));
		if (index >= 0) found.push({ index, target: { kind: 'status' } });
	}
	return found;
}

const whole = new Set(
	[
		'complete',
		'completed',
		'finished',
		'true',
		'1',
		'2',
		'ja',
		'yes',
		'submitted',
		'answered',
		'inskickad',
		'inskickat',
	]
		.concat(['slutförd', 'slutfört', 'färdig', 'besvarad', 'klar', 'avslutad', 'fullständig', 'verified', 'sant'])
		.concat(['ip address', '0 ip address']),
);

/** Whether a status says that the response is whole. Unknown and empty words do not, but for REDCap's 1, which is `0` there. */
export function isWhole(cell: string, service: Service): boolean {
	const text = fold(cell);
	if (service === 'redcap') return text === '2' || text === 'complete';
	return whole.has(text);
}
