import { useEffect, useRef } from 'react';
import { navigate } from './hash-location.ts';

let handed: { path: string; file: File } | null = null;

/** Goes to a view that takes in a file, with the file it is to take in. */
export function navigateWithFile(path: string, file: File): void {
	handed = { path, file };
	navigate(path);
}

/** Takes in the file that one came to this view with, once. */
export function useHandedFile(path: string, take: (file: File) => void): void {
	const latest = useRef(take);
	useEffect(() => {
		latest.current = take;
	});
	useEffect(() => {
		// Not at once: a view that is tried out and thrown away must not take it.
		const timer = setTimeout(() => {
			const given = handed;
			handed = null;
			if (given?.path === path) latest.current(given.file);
		});
		return () => clearTimeout(timer);
	}, [path]);
}
