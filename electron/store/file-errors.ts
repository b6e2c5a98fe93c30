import { AppError } from '#shared/contract/errors.ts';

/** What the database says of a file, as a refusal in our words; null where it is not about the file. */
export function asFileError(error: unknown, path: string): AppError | null {
	if (error instanceof AppError) return error;
	const code = (error as { code?: unknown } | null)?.code;
	if (typeof code !== 'string') return null;
	if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return new AppError('FILE_IN_USE', { path }, error);
	if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return new AppError('FILE_DAMAGED', { path }, error);
	if (/^SQLITE_(CANTOPEN|READONLY|PERM|IOERR|FULL)/.test(code))
		return new AppError('FILE_NOT_WRITABLE', { path }, error);
	if (/^(EACCES|EPERM|EROFS|ENOSPC|EDQUOT|EIO)$/.test(code)) return new AppError('FILE_NOT_WRITABLE', { path }, error);
	return null;
}
