import { Buffer } from 'node:buffer';
import { entriesOf, openEntry, openZip } from './entries.ts';
import { writeZip, type ZipPart } from './write.ts';

/**
 * The same zip with nothing in it but what its directory lists, for a reader that goes through a file from its beginning: between the parts
 * may stand others that the directory does not speak of, and what a part says of itself may be otherwise there. Nothing is unpacked.
 * @throws Error for what is no readable zip
 */
export async function repackZip(buffer: Buffer): Promise<Buffer> {
	const zip = await openZip(buffer);
	const parts: ZipPart[] = [];
	try {
		for await (const entry of entriesOf(zip)) {
			if (entry.fileName.endsWith('/')) continue;
			const isPacked = entry.compressionMethod === 8;
			const pieces: Buffer[] = [];
			for await (const piece of await openEntry(zip, entry, { decodeFileData: false })) pieces.push(piece);
			const content = Buffer.concat(pieces);
			const { fileName: name, uncompressedSize: size, crc32: sum } = entry;
			parts.push(isPacked ? { name, content, packed: { size, sum } } : { name, content });
		}
	} finally {
		zip.close();
	}
	return Buffer.from(writeZip(parts).buffer);
}
