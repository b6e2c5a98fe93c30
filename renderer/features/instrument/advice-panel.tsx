import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { type Advice, adviseOn } from '#shared/domain/instrument/advice.ts';
import { estimatedMinutes } from '#shared/domain/instrument/duration.ts';
import type { Instrument } from '#shared/domain/instrument/model.ts';
import { shortName } from '#shared/domain/instrument/text.ts';
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
						{...{ instrument, onJump, onDismiss }}
					/>
				))}
			</ul>
		</section>
	);
}

const clip = (name: string) => (name.length > 60 ? `${name.slice(0, 59)}…` : name);

type RowProps = Pick<AdviceProps, 'instrument' | 'onJump' | 'onDismiss'> & { advice: Advice };

function AdviceRow({ advice, instrument, onJump, onDismiss }: RowProps) {
	const { advice: text } = useText();
	const language = useLanguage();
	const { itemId, values, kind } = advice;
	const { says, why, source } = text.kinds[kind];
	const said = says(values);
	const item = instrument.items.find((one) => one.id === itemId);
	const where =
		itemId === null
			? text.whole
			: item?.type === 'section' || item?.type === 'info'
				? text[item.type](clip(shortName(item, language)))
				: text.question(advice.row ?? itemId);
	return (
		<li className={styles.row}>
			<p className={styles.where}>
				{itemId !== null && onJump ? (
					<button type="button" className={styles.jump} onClick={() => onJump(itemId)}>
						<span className="visually-hidden">{text.go(where)}</span>
						<span aria-hidden>{where}</span>
					</button>
				) : (
					where
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
			{onDismiss && itemId !== null && (
				<Button
					variant="subtle"
					size="compact-sm"
					className={styles.dismiss}
					aria-label={text.dismissNamed(where, said)}
					onClick={() => onDismiss(advice)}
				>
					{text.dismiss}
				</Button>
			)}
		</li>
	);
}
