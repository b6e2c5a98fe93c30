/** The digit that chooses the option at `index` where responses are entered by keyboard: "1" to "9", "0" for the tenth, none beyond. */
export function digitOf(index: number): string {
	return index < 9 ? String(index + 1) : index === 9 ? '0' : '';
}
