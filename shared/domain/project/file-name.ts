/** A title as the name of a file that every system takes; `otherwise` where nothing of it is left. */
export function fileName(title: string, otherwise: string): string {
	const plain = title
		.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
		.replace(/\s+/g, ' ')
		.trim()
		.replace(/[. ]+$/, '')
		.slice(0, 80);
	return plain || otherwise;
}
