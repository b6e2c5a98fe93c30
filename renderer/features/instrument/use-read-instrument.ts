import { useCallback } from 'react';
import { useRun } from '../../api/use-run.ts';

/** Reads a questionnaire from a file into the project. A file that is no JSON is refused like any other that is no questionnaire. */
export function useReadInstrument(): (file: File) => Promise<number | null> {
	const { run } = useRun('instrument.add');
	return useCallback(
		async (file: File) => {
			const definition = asJson(await file.text());
			const added = await run({ definition, name: file.name });
			return added?.id ?? null;
		},
		[run],
	);
}

function asJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
