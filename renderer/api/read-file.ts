import { refuseTooLarge } from '#shared/contract/files.ts';

/** A file that a person chose, with its bytes. One that is too large is not read. @throws AppError FILE_TOO_LARGE */
export async function readFile(file: File): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
	refuseTooLarge(file.name, file.size);
	return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
