import { Buffer } from 'node:buffer';
import { crc32 } from 'node:zlib';

/** One file in a zip. */
export interface ZipPart {
	/** With forward slashes; not absolute, and without `..`. */
	name: string;
	content: string | Uint8Array;
	/** Of a content that is deflated already: its size and its CRC-32 before. */
	packed?: { size: number; sum: number };
}

/** What the format holds without its 64-bit additions. */
const most = { parts: 65_535, size: 0xff_ff_ff_ff };

/**
 * Files as a zip, stored as they are: small texts, of which there may be many. Names in UTF-8; every file is dated 1980-01-01, so that
 * the same files give the same bytes. (Source: PKWARE, .ZIP File Format Specification 6.3.10, 4.3-4.4.)
 * @throws Error for more than 65,535 files or 4 GB, which need another shape of the format
 */
export function writeZip(parts: readonly ZipPart[]): Uint8Array {
	if (parts.length > most.parts) throw new Error('too many files for a zip');
	const body: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const { name, content, packed } of parts) {
		if (/^\/|\\|(?:^|\/)\.\.(?:\/|$)/.test(name)) throw new Error('not a name for a file in a zip');
		const data = typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(content);
		const fileName = Buffer.from(name, 'utf8');
		const common = Buffer.alloc(26);
		common.writeUInt16LE(20, 0);
		// Bit 11: the name is in UTF-8.
		common.writeUInt16LE(0x08_00, 2);
		common.writeUInt16LE(packed ? 8 : 0, 4);
		common.writeUInt16LE(0x00_21, 8);
		common.writeUInt32LE(packed?.sum ?? crc32(data), 10);
		common.writeUInt32LE(data.length, 14);
		common.writeUInt32LE(packed?.size ?? data.length, 18);
		common.writeUInt16LE(fileName.length, 22);
		const tail = Buffer.alloc(14);
		// A plain file that its owner may write.
		tail.writeUInt32LE(0o100_644 * 0x1_00_00, 6);
		tail.writeUInt32LE(offset, 10);
		body.push(Buffer.from('PK\u0003\u0004', 'latin1'), common, fileName, data);
		directory.push(Buffer.from('PK\u0001\u0002\u0014\u0003', 'latin1'), common, tail, fileName);
		offset += 30 + fileName.length + data.length;
		if (offset > most.size) throw new Error('too much for a zip');
	}
	const central = Buffer.concat(directory);
	const end = Buffer.alloc(22);
	end.write('PK\u0005\u0006', 0, 'latin1');
	end.writeUInt16LE(parts.length, 8);
	end.writeUInt16LE(parts.length, 10);
	end.writeUInt32LE(central.length, 12);
	end.writeUInt32LE(offset, 16);
	return new Uint8Array(Buffer.concat([...body, central, end]));
}
