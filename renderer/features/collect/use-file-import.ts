import { useState } from 'react';
import { readFile } from '../../api/read-file.ts';

type ReadFile = Awaited<ReturnType<typeof readFile>>;

interface Steps<How, Preview, Result> {
	/** As `useAttempt` has it. */
	attempt: (work: () => Promise<void>) => Promise<void>;
	read: (file: ReadFile, how: How | null) => Promise<Preview | null>;
	store: (file: ReadFile, how: How | null, preview: Preview) => Promise<Result | null>;
}

/** Taking in a file: it is chosen, shown as it was read, read again where a person says how, stored. `How` is what a person said. */
export function useFileImport<How, Preview, Result>({ attempt, read, store }: Steps<How, Preview, Result>) {
	const [file, setFile] = useState<ReadFile | null>(null);
	const [how, setHow] = useState<How | null>(null);
	const [preview, setPreview] = useState<Preview | null>(null);
	const [result, setResult] = useState<Result | null>(null);
	const again = () => {
		setFile(null);
		setHow(null);
		setPreview(null);
		setResult(null);
	};
	const look = async (chosen: ReadFile, next: How | null) => {
		setFile(chosen);
		const found = await read(chosen, next);
		if (!found) return;
		// Only what it could be read by: it is stored in the same way.
		setHow(next);
		setPreview(found);
	};
	return {
		file,
		how,
		preview,
		result,
		/** Another file. */
		choose: (chosen: File) => {
			again();
			void attempt(async () => look(await readFile(chosen), null));
		},
		/** Reads the same file in another way. `soon` is what it will be as far as that is known; the counts follow. */
		lookAgain: (next: How | Promise<How>, soon: Preview | null = preview) => {
			setPreview(soon);
			if (file) void attempt(async () => look(file, await next));
		},
		store: () =>
			void attempt(async () => {
				const done = file && preview && (await store(file, how, preview));
				if (done) setResult(done);
			}),
		/** Back to where a file is chosen. */
		again,
	};
}
