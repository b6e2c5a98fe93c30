/** Pictures as PNG by their size in pixels. */
type Pictures = ReadonlyMap<number, Buffer>;

/** A Windows icon: a head, an entry of 16 bytes per picture (up to 256 pixels), then the pictures as PNG. */
export function icoFile(pictures: Pictures): Buffer {
	const used = [...pictures].filter(([size]) => size <= 256);
	const head = Buffer.alloc(6 + 16 * used.length);
	head.writeUInt16LE(1, 2);
	head.writeUInt16LE(used.length, 4);
	let at = head.length;
	for (const [index, [size, png]] of used.entries()) {
		const entry = 6 + 16 * index;
		// 256 is written as 0.
		head.writeUInt8(size % 256, entry);
		head.writeUInt8(size % 256, entry + 1);
		head.writeUInt16LE(1, entry + 4);
		head.writeUInt16LE(32, entry + 6);
		head.writeUInt32LE(png.length, entry + 8);
		head.writeUInt32LE(at, entry + 12);
		at += png.length;
	}
	return Buffer.concat([head, ...used.map(([, png]) => png)]);
}

/** What macOS calls each picture; those of double density are the same pictures again. */
const icnsTypes: [type: string, size: number][] = [
	['icp4', 16],
	['icp5', 32],
	['ic11', 32],
	['ic12', 64],
	['ic07', 128],
	['ic08', 256],
	['ic13', 256],
	['ic09', 512],
	['ic14', 512],
	['ic10', 1024],
];

/** A macOS icon: `icns`, the whole length, then type, length and PNG of each picture; lengths with their heads, big end first. */
export function icnsFile(pictures: Pictures): Buffer {
	const parts = icnsTypes.flatMap(([type, size]) => {
		const png = pictures.get(size);
		return png ? [chunk(type, png)] : [];
	});
	return chunk('icns', Buffer.concat(parts));
}

function chunk(type: string, body: Buffer): Buffer {
	const head = Buffer.alloc(8);
	head.write(type, 0, 'latin1');
	head.writeUInt32BE(8 + body.length, 4);
	return Buffer.concat([head, body]);
}
