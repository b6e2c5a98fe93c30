import { useCallback, useState } from 'react';
import type { AppError } from '#shared/contract/errors.ts';
import { asRefusal } from './client.ts';

/**
 * Trying what may be refused, where the refusal is shown on the page until the next try. `attempt` makes a refusal of what is thrown in it
 * (a file too large, or gone since it was chosen); `onRefused` is for the tasks that are part of it.
 */
export function useAttempt(): {
	refusal: AppError | null;
	attempt: (work: () => Promise<void>) => Promise<void>;
	onRefused: (error: AppError) => true;
} {
	const [refusal, setRefusal] = useState<AppError | null>(null);
	const attempt = useCallback(async (work: () => Promise<void>) => {
		setRefusal(null);
		try {
			await work();
		} catch (error) {
			setRefusal(asRefusal(error));
		}
	}, []);
	const onRefused = useCallback((error: AppError) => {
		setRefusal(error);
		return true as const;
	}, []);
	return { refusal, attempt, onRefused };
}
