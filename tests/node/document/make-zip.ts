import { Buffer } from 'node:buffer';
import { crc32, deflateRawSync } from 'node:zlib';

/** A part of a zip, with what it may lie about. */
export interface Part {
	name: string;
	content: string | Uint8Array;
	/** The unpacked size that the headers state; the true one by default. */
	statedSize?: number;
	/** Marked as encrypted. */
	encrypted?: boolean;
}

/** A zip as bytes, true to the format but for what its parts lie about. */
export function makeZip(parts: readonly Part[]): Uint8Array {
	const bodies: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const { name, content, statedSize, encrypted } of parts) {
		const data = Buffer.from(content as never);
		const packed = deflateRawSync(data);
		const fileName = Buffer.from(name);
		const common = Buffer.alloc(26);
		common.writeUInt16LE(20, 0);
		common.writeUInt16LE(encrypted ? 1 : 0, 2);
		common.writeUInt16LE(8, 4);
		common.writeUInt32LE(crc32(data), 10);
		common.writeUInt32LE(packed.length, 14);
		common.writeUInt32LE(statedSize ?? data.length, 18);
		common.writeUInt16LE(fileName.length, 22);
		const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, fileName, packed]);
		const tail = Buffer.alloc(14);
		tail.writeUInt32LE(offset, 10);
		directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), common, tail, fileName]));
		bodies.push(local);
		offset += local.length;
	}
	const central = Buffer.concat(directory);
	const end = Buffer.alloc(22);
	end.write('PK\u0005\u0006', 0, 'latin1');
	end.writeUInt16LE(parts.length, 8);
	end.writeUInt16LE(parts.length, 10);
	end.writeUInt32LE(central.length, 12);
	end.writeUInt32LE(offset, 16);
	return new Uint8Array(Buffer.concat([...bodies, central, end]));
}

/** The least a .docx needs around the body of its document. */
export function makeDocx(body: string, more: readonly Part[] = []): Uint8Array {
	const space =
		'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
	return makeZip([
		{
			name: '[Content_Types].xml',
			content:
				'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
		},
		{
			name: '_rels/.rels',
			content:
				'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
		},
		{ name: 'word/document.xml', content: `<w:document ${space}><w:body>${body}</w:body></w:document>` },
		...more,
	]);
}
