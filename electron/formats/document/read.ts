import type { ReadDocument } from '#shared/domain/document/model.ts';

// Being built.
export async function readDocumentFile(_input: { name: string; bytes: Uint8Array }): Promise<ReadDocument> {
	throw new Error('being built');
}
