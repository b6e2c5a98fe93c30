/** Whether answers can be broken down by a question: its alternatives are groups. */
export const canGroup = <Q extends { type: string }>(question: Q | undefined): question is Q =>
	question?.type === 'single' || question?.type === 'multiple';

/**
 * The item that answers are broken down by: the one that is asked for, where it can be. None unasked: which question tells the groups apart
 * is for a person to say, and the wrong one looks like a result.
 */
export function breakdownOf(items: readonly { id: string; type: string }[], wanted: string | null): string | null {
	return canGroup(items.find((item) => item.id === wanted)) ? wanted : null;
}
