import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { type Advice, adviseOn } from '#shared/domain/instrument/advice.ts';
import { estimatedMinutes } from '#shared/domain/instrument/duration.ts';
import type { Instrument } from '#shared/domain/instrument/model.ts';
import { useLanguage, useText } from '../../app/text.tsx';
import styles from './advice-panel.module.css';

interface AdviceProps {
	instrument: Instrument;
	/** How many will be asked; null where it is not known. */
	invited: number | null;
	/** Goes to an item; without it the advice is only read. */
	onJump?: (itemId: string) => void;
	/** Sets a piece of advice aside: its kind belongs in the item's `adviceSeen`. Without it nothing can be set aside. */
	onDismiss?: (advice: Advice) => void;
}

/** What is worth a thought before a questionnaire is used, each with its reason and source. In the window's language. */
export function AdvicePanel({ instrument, invited, onJump, onDismiss }: AdviceProps) {
	const { advice: text } = useText();
	const language = useLanguage();
	const told = useMemo(() => adviseOn(instrument, { invited, language }), [instrument, invited, language]);
	const minutes = Math.max(1, Math.round(estimatedMinutes(instrument, language)));
	return (
		<section className={styles.panel} aria-label={text.title}>
			<h2 className={styles.title}>{text.title}</h2>
			{(instrument.kind ?? 'questionnaire') === 'questionnaire' && instrument.items.length > 0 && (
				<p className={styles.small}>{text.minutes(minutes)}</p>
			)}
			<p className={styles.small}>
				{told.length === 0
					? text.none
					: [`${text.count(told.length)}.`, text.lead, ...(onDismiss ? [text.leadAside] : [])].join(' ')}
			</p>
			<ul className={styles.list}>
				{told.map((one) => (
					<AdviceRow
						key={`${one.kind} ${one.row ?? one.itemId ?? ''} ${one.values['first'] ?? ''}`}
						advice={one}
						{...{ onJump, onDismiss }}
					/>
				))}
			</ul>
		</section>
	);
}

function AdviceRow({ advice, onJump, onDismiss }: Pick<AdviceProps, 'onJump' | 'onDismiss'> & { advice: Advice }) {
	const { advice: text } = useText();
	const { itemId, values, kind } = advice;
	const { says, why, source } = text.kinds[kind];
	const said = says(values);
	const id = advice.row ?? itemId;
	return (
		<li className={styles.row}>
			<p className={styles.where}>
				{id === null || itemId === null ? (
					text.whole
				) : onJump ? (
					<button type="button" className={styles.jump} onClick={() => onJump(itemId)}>
						<span className="visually-hidden">{text.go(id)}</span>
						<span aria-hidden>{text.question(id)}</span>
					</button>
				) : (
					text.question(id)
				)}
			</p>
			<p>{said}</p>
			<details className={styles.more}>
				<summary>{text.why}</summary>
				<p>{why}</p>
				{source !== '' && (
					<p className={styles.small}>
						{text.source}: {source}
					</p>
				)}
			</details>
			{onDismiss && id !== null && (
				<Button
					variant="subtle"
					size="compact-sm"
					className={styles.dismiss}
					aria-label={text.dismissNamed(id, said)}
					onClick={() => onDismiss(advice)}
				>
					{text.dismiss}
				</Button>
			)}
		</li>
	);
}
