import type { Round } from '#shared/contract/round.ts';
import { inLanguage } from '#shared/domain/instrument/text.ts';
import { useLanguage } from '../../app/text.tsx';

/** Gives the title of a round's questionnaire in the window's language. */
export function useInstrumentTitle(): (round: Round) => string {
	const language = useLanguage();
	return (round) => inLanguage(round.instrumentTitle, language);
}
