import type { Round } from '#shared/contract/round.ts';
import { inLanguage } from '#shared/domain/instrument/text.ts';
import { useCall } from '../../api/use-call.ts';
import { useLanguage } from '../../app/text.tsx';

/** Gives the title of a round's questionnaire in the window's language. */
export function useInstrumentTitle(): (round: Round) => string {
	const language = useLanguage();
	const instruments = useCall('instrument.list', {}).data ?? [];
	return (round) => {
		const found = instruments.find((one) => one.id === round.instrumentId);
		return found ? inLanguage(found.title, language) : round.instrumentTitle;
	};
}
