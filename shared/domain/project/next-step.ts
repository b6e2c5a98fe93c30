import type { Output } from '#shared/contract/calls.ts';

type Overview = Output<'project.overview'>;

/** The one thing to do next in a room. `done` leads to what is there. */
export type NextStep =
	| { kind: 'addInstrument' }
	| { kind: 'fillDetails' }
	| { kind: 'designDone' }
	| { kind: 'addRound' }
	| { kind: 'importAnswers'; id: number; name: string }
	| { kind: 'addMaterial' }
	| { kind: 'collectDone' }
	| { kind: 'waitForData' }
	| { kind: 'readResults'; id: number; name: string }
	| { kind: 'startCoding'; id: number; name: string }
	| { kind: 'analyseDone' }
	| { kind: 'startReport' }
	| { kind: 'continueReport'; id: number; name: string };

export interface RoomState {
	/** How much of what can be counted is there, 0-1; null where nothing can honestly be counted. */
	share: number | null;
	next: NextStep;
}

/** What each room has come to and what to do next in it, from counts alone. `described`: commissioner and period are filled in. */
export function roomStates(
	overview: Overview,
	described: boolean,
): Record<'design' | 'collect' | 'analyse' | 'report', RoomState> {
	return {
		design: { share: null, next: designNext(overview, described) },
		collect: { share: answeredShare(overview), next: collectNext(overview) },
		analyse: { share: codedShare(overview), next: analyseNext(overview) },
		report: { share: null, next: reportNext(overview) },
	};
}

function designNext({ instruments }: Overview, described: boolean): NextStep {
	if (instruments === 0) return { kind: 'addInstrument' };
	return described ? { kind: 'designDone' } : { kind: 'fillDetails' };
}

function collectNext({ rounds, documents }: Overview): NextStep {
	if (rounds.length === 0 && documents.length === 0) return { kind: 'addRound' };
	const empty = rounds.find((round) => round.answered === 0);
	if (empty) return { kind: 'importAnswers', id: empty.id, name: empty.name };
	if (documents.length === 0) return { kind: 'addMaterial' };
	return { kind: 'collectDone' };
}

function analyseNext({ rounds, documents, codings }: Overview): NextStep {
	const uncoded = documents.find((one) => one.codings === 0);
	if (uncoded) return { kind: 'startCoding', id: uncoded.id, name: uncoded.title };
	const answered = rounds.findLast((round) => round.answered > 0);
	if (answered && codings === 0) return { kind: 'readResults', id: answered.id, name: answered.name };
	return answered || documents.length > 0 ? { kind: 'analyseDone' } : { kind: 'waitForData' };
}

function reportNext({ reports }: Overview): NextStep {
	const newest = reports.toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt))[0];
	return newest ? { kind: 'continueReport', id: newest.id, name: newest.title } : { kind: 'startReport' };
}

/** Answers of those invited, over the rounds where the number invited is known; at most 1. */
function answeredShare({ rounds }: Overview): number | null {
	const known = rounds.filter((round) => round.invited !== null && round.invited > 0);
	const invited = known.reduce((sum, round) => sum + (round.invited ?? 0), 0);
	if (invited === 0) return null;
	return Math.min(1, known.reduce((sum, round) => sum + round.answered, 0) / invited);
}

function codedShare({ documents, uncodedDocuments }: Overview): number | null {
	return documents.length === 0 ? null : (documents.length - uncodedDocuments) / documents.length;
}
