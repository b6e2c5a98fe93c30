import { useCallback, useRef, useState } from 'react';
import type { Output } from '#shared/contract/calls.ts';
import type { AppError } from '#shared/contract/errors.ts';
import { asRefusal } from '../../api/client.ts';
import { readFile } from '../../api/read-file.ts';
import { useTask } from '../../api/use-task.ts';

/** A file on its way in. */
export interface ImportedFile {
	key: number;
	name: string;
	state: 'waiting' | 'reading' | 'done' | 'known' | 'refused' | 'stopped';
	output?: Output<'document.import'>;
	error?: AppError;
}

let lastKey = 0;

/** Takes files in one after another. A refused file is noted with its reason and the rest go on; more files may come while it works. */
export function useImportFiles() {
	const [files, setFiles] = useState<readonly ImportedFile[]>([]);
	const [busy, setBusy] = useState(false);
	const refused = useRef<AppError | null>(null);
	const stopped = useRef(false);
	const queue = useRef<{ key: number; file: File }[]>([]);
	const working = useRef(false);
	const noteRefusal = useCallback((error: AppError) => {
		refused.current = error;
		return true;
	}, []);
	const { start, cancel: cancelTask } = useTask('document.import', { onRefused: noteRefusal });

	const change = useCallback(
		(key: number, next: Partial<ImportedFile>) =>
			setFiles((before) => before.map((file) => (file.key === key ? { ...file, ...next } : file))),
		[],
	);
	const work = useCallback(async () => {
		if (working.current) return;
		working.current = true;
		stopped.current = false;
		setBusy(true);
		for (let next = queue.current.shift(); next; next = queue.current.shift()) {
			const { key, file } = next;
			change(key, { state: 'reading' });
			refused.current = null;
			const output = await readFile(file).then(start, (error: unknown) => {
				refused.current = asRefusal(error);
				return null;
			});
			const { current: error } = refused as { current: AppError | null };
			if (output) change(key, { state: output.known ? 'known' : 'done', output });
			else if (error) change(key, { state: 'refused', error });
			else change(key, { state: 'stopped' });
			if (stopped.current) break;
		}
		for (const { key } of queue.current.splice(0)) change(key, { state: 'stopped' });
		working.current = false;
		setBusy(false);
	}, [change, start]);

	const add = useCallback(
		(chosen: File[]) => {
			const taken = chosen.map((file) => ({ key: ++lastKey, file }));
			queue.current.push(...taken);
			setFiles((before) => [
				...before,
				...taken.map(({ key, file }) => ({ key, name: file.name, state: 'waiting' as const })),
			]);
			void work();
		},
		[work],
	);
	const cancel = useCallback(() => {
		stopped.current = true;
		cancelTask();
	}, [cancelTask]);
	const clear = useCallback(() => setFiles([]), []);
	return { files, busy, add, cancel, clear };
}
