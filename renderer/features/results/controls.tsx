import { SegmentedControl, Select } from '@mantine/core';
import { canGroup } from '#shared/domain/results/breakdown.ts';
import type { Analysis } from '#shared/domain/results/model.ts';
import { useText } from '../../app/text.tsx';
import type { Address, Order, View } from './address.ts';
import styles from './results.module.css';

/** What to show and how: the view, the order, and what to break down by. */
export function Controls({
	analysis,
	address,
	by,
	change,
}: {
	analysis: Analysis;
	address: Address;
	by: string | null;
	change: (parts: Record<string, string | null>) => void;
}) {
	const words = useText().results.controls;
	const groupable = analysis.items.filter((item) => canGroup(item));
	const views: View[] = ['figure', 'numbers', 'table'];
	const orders: Order[] = ['asked', 'high', 'low'];
	return (
		<div className={styles.controls}>
			<SegmentedControl
				aria-label={words.view}
				value={address.view}
				onChange={(view) => change({ view: view === 'figure' ? null : view })}
				data={views.map((value) => ({ value, label: words.views[value] }))}
			/>
			{address.view !== 'table' && (
				<Select
					aria-label={words.order}
					value={address.order}
					onChange={(order) => change({ order: order === 'asked' ? null : order })}
					data={orders.map((value) => ({ value, label: words.orders[value] }))}
					allowDeselect={false}
					className={styles.select}
				/>
			)}
			{address.view !== 'table' && groupable.length > 0 && (
				<Select
					aria-label={words.by}
					value={by ?? 'none'}
					onChange={(value) => change({ by: value === 'none' ? null : value, single: null })}
					data={[
						{ value: 'none', label: words.noBy },
						...groupable.map((item) => ({ value: item.id, label: words.byItem(item.label) })),
					]}
					allowDeselect={false}
					className={styles.select}
				/>
			)}
		</div>
	);
}
