import type { NextStep } from '#shared/domain/project/next-step.ts';

/** The view where a step is taken; null where there is nothing to do but wait. */
export function addressOf(next: NextStep): string | null {
	switch (next.kind) {
		case 'fillDetails':
			return '/design/project';
		case 'addInstrument':
		case 'designDone':
			return '/design';
		case 'importAnswers':
			return `/collect/round/${next.id}/import`;
		case 'addMaterial':
			return '/collect/material';
		case 'addRound':
		case 'collectDone':
			return '/collect';
		case 'readResults':
			return `/analyse/round/${next.id}`;
		case 'startCoding':
			return `/analyse/document/${next.id}`;
		case 'analyseDone':
			return '/analyse/codebook';
		case 'startReport':
			return '/report';
		case 'continueReport':
			return `/report/${next.id}`;
		case 'waitForData':
			return null;
	}
}
