import { Button } from '@mantine/core';
import { useState } from 'react';
import { groupLosses } from '#shared/domain/instrument/exchange/group-losses.ts';
import type { Loss } from '#shared/domain/instrument/exchange/model.ts';
import { lossText } from '#shared/i18n/loss-text.ts';
import { useText } from '../../../app/text.tsx';
import styles from './read.module.css';

const first = 6;

/** What one format has and the other can't hold, the same thing once; the first of them, and all on asking. */
export function LossList({ losses }: { losses: readonly Loss[] }) {
	const text = useText();
	const [all, setAll] = useState(false);
	const groups = groupLosses(losses);
	return (
		<>
			<ul className={styles.losses}>
				{(all ? groups : groups.slice(0, first)).map((one) => (
					<li key={`${one.kind} ${one.detail}`}>{lossText(one, text)}</li>
				))}
			</ul>
			{!all && groups.length > first && (
				<Button size="xs" variant="subtle" onClick={() => setAll(true)}>
					{text.exchange.lossesMore(groups.length)}
				</Button>
			)}
		</>
	);
}
