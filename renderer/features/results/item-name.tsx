import type { ItemResult } from '#shared/domain/results/model.ts';
import styles from './results.module.css';

export interface Choosing {
	chosen: string | null;
	choose: (id: string, replace?: boolean) => void;
}

/** The name of an item as the button that chooses it. Its whole row is the target; the arrow keys go on from it. */
export function ItemName({ item, chosen, choose }: { item: ItemResult } & Choosing) {
	return (
		<button
			type="button"
			className={styles.name}
			data-item={item.id}
			aria-current={chosen === item.id ? 'true' : undefined}
			title={item.text === item.label ? undefined : item.text}
			onClick={() => choose(item.id)}
		>
			{item.label}
		</button>
	);
}
