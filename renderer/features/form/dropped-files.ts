/** The files that were dropped, those in dropped folders too. */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
	// Asked for at once: the list is empty after the first wait.
	const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
	if (entries.length === 0) return [...transfer.files];
	return (await Promise.all(entries.map(filesIn))).flat();
}

async function filesIn(entry: FileSystemEntry): Promise<File[]> {
	if (isFile(entry)) return [await new Promise<File>((resolve, reject) => entry.file(resolve, reject))];
	if (!isFolder(entry)) return [];
	const reader = entry.createReader();
	const found: File[] = [];
	for (;;) {
		// A folder is read a hundred at a time, until nothing more comes.
		const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
		if (some.length === 0) return found;
		found.push(...(await Promise.all(some.map(filesIn))).flat());
	}
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
