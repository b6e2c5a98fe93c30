import { useLocation, useSearch } from 'wouter';

export type View = 'figure' | 'numbers' | 'table';
export type Order = 'asked' | 'high' | 'low';

/** What the address says about the results: which view, order, breakdown and item. */
export interface Address {
	view: View;
	order: Order;
	/** The item to break down by; null for none. */
	by: string | null;
	single: boolean;
	item: string | null;
	/** The own table's items and headings, as written by `writeParts`. */
	rows: string | null;
	headings: string;
}

const oneOf = <T extends string>(value: string | null, all: readonly T[], usual: T): T =>
	all.find((one) => one === value) ?? usual;

/** The address of the results, and a way to change parts of it; null takes a part away. A step that is not to be gone back to replaces. */
export function useAddress(): [Address, (change: Record<string, string | null>, replace?: boolean) => void] {
	const params = new URLSearchParams(useSearch());
	const [path, go] = useLocation();
	const address: Address = {
		view: oneOf(params.get('view'), ['figure', 'numbers', 'table'], 'figure'),
		order: oneOf(params.get('order'), ['asked', 'high', 'low'], 'asked'),
		by: params.get('by'),
		single: params.get('single') === '1',
		item: params.get('item'),
		rows: params.get('rows'),
		headings: params.get('headings') ?? '',
	};
	const change = (parts: Record<string, string | null>, replace = false) => {
		for (const [key, value] of Object.entries(parts)) {
			if (value === null) params.delete(key);
			else params.set(key, value);
		}
		const query = params.toString();
		go(query ? `${path}?${query}` : path, { replace });
	};
	return [address, change];
}
