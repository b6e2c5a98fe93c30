import { AppError } from './errors.ts';

/** The largest file that a call may carry, in bytes: some 250,000 responses to 60 questions. */
export const largestFile = 256 * 2 ** 20;

/** Refuses a file by its size, before anything of it is read. @throws AppError FILE_TOO_LARGE */
export function refuseTooLarge(name: string, size: number): void {
	if (size > largestFile) throw new AppError('FILE_TOO_LARGE', { name, most: largestFile });
}
