import type { ReactNode } from 'react';
import type { Output } from '#shared/contract/calls.ts';
import type { Instrument } from '#shared/domain/instrument/model.ts';
import { useCall } from '../../api/use-call.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';

interface OfRoundProps {
	/** The round. */
	id: number;
	/** Heads the page until both are there. */
	title: string;
	children: (round: Output<'round.get'>, instrument: Instrument) => ReactNode;
}

/** A page of a round and its questionnaire: shown when both have been read, until then that they are read or why they cannot be. */
export function OfRound({ id, title, children }: OfRoundProps) {
	const round = useCall('round.get', { id });
	const instrumentId = round.data?.instrumentId ?? 0;
	const instrument = useCall('instrument.get', { id: instrumentId }, { enabled: instrumentId > 0 });
	const error = round.error ?? instrument.error;
	if (!round.data || !instrument.data)
		return <Page title={title}>{error ? <ErrorNote error={error} /> : <Loading />}</Page>;
	return children(round.data, instrument.data.definition);
}
