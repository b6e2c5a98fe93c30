import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { CallName, Input, NamesOf, Output } from '#shared/contract/calls.ts';
import type { AppError } from '#shared/contract/errors.ts';
import { asRefusal, call } from './client.ts';

type ReadName = NamesOf<'query'> & CallName;

/** A reading call as a query, for where several are made at a time. */
export function queryOf<N extends ReadName>(name: N, input: Input<N>) {
	return {
		queryKey: [name, input],
		queryFn: (): Promise<Output<N>> =>
			call(name, input).catch((error: unknown) => {
				throw asRefusal(error);
			}),
	};
}

/**
 * What a reading call answers, read again after every change of the project. `enabled: false` waits; `keep` shows the last answer while
 * the one for another input is fetched.
 */
export function useCall<N extends ReadName>(
	name: N,
	input: Input<N>,
	options: { enabled?: boolean; keep?: boolean } = {},
): UseQueryResult<Output<N>, AppError> {
	return useQuery<Output<N>, AppError>({
		...queryOf(name, input),
		enabled: options.enabled ?? true,
		...(options.keep ? { placeholderData: keepPreviousData as never } : {}),
	});
}
