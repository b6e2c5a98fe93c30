/** A name that nothing else has. (`randomUUID` is there only where the page counts as a secure one.) */
export function newId(): string {
	return [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('-');
}
