import type { ReactNode } from 'react';
import type { ItemResult } from '#shared/domain/results/model.ts';
import { type Choosing, ItemName } from './item-name.tsx';
import styles from './results.module.css';

/** An item's line in a table of results: its number, its name (which chooses it), and the cells that the table has. */
export function ItemRow({ item, choosing, children }: { item: ItemResult; choosing: Choosing; children: ReactNode }) {
	return (
		<tr className={styles.row} data-chosen={choosing.chosen === item.id || undefined}>
			<td className={styles.no}>{item.id}</td>
			<th scope="row">
				<ItemName item={item} {...choosing} />
			</th>
			{children}
		</tr>
	);
}
