import { ActionIcon, Tooltip } from '@mantine/core';
import { IconNote, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '../../app/text.tsx';
import { SavedTextarea } from '../../ui/saved-field.tsx';
import styles from './coding-workspace.module.css';
import type { ReaderCodings } from './reader/content.ts';
import type { ShownCoding } from './use-codings.ts';

interface CodingsHereProps {
	/** Those at the cursor or in the selection, the most particular first. */
	codings: readonly ShownCoding[];
	codes: ReaderCodings['codes'];
	onChoose: (codeId: number) => void;
	onRemove: (coding: ShownCoding) => void;
	/** Null: refused, and told. */
	onMemo: (coding: ShownCoding, memo: string) => Promise<unknown>;
}

/** What is coded where one reads: each code with its memo, and the way to take it away. */
export function CodingsHere({ codings, codes, onChoose, onRemove, onMemo }: CodingsHereProps) {
	const text = useText().document.reader;
	return (
		<section className={styles.here} aria-label={text.here}>
			<h2 className={styles.heading}>{text.here}</h2>
			{codings.length === 0 && <p className={styles.quiet}>{text.hereNone}</p>}
			<ul className={styles.hereList}>
				{codings.map((coding) => (
					<HereItem
						key={coding.id}
						coding={coding}
						name={codes.get(coding.codeId)?.name ?? ''}
						color={codes.get(coding.codeId)?.color ?? 0}
						onChoose={() => onChoose(coding.codeId)}
						onRemove={() => onRemove(coding)}
						onMemo={(memo) => onMemo(coding, memo)}
					/>
				))}
			</ul>
		</section>
	);
}

function HereItem(props: {
	coding: ShownCoding;
	name: string;
	color: number;
	onChoose: () => void;
	onRemove: () => void;
	onMemo: (memo: string) => Promise<unknown>;
}) {
	const { coding, name, color } = props;
	const text = useText().document.reader;
	const [writing, setWriting] = useState(false);
	return (
		<li className={styles.hereItem}>
			<div className={styles.hereRow}>
				<span className={styles.dot} style={{ background: `var(--code-${color})` }} aria-hidden />
				<button type="button" className={styles.hereName} onClick={props.onChoose}>
					{name}
				</button>
				{!writing && !coding.memo && (
					<Tooltip label={text.addMemo}>
						<ActionIcon size={28} aria-label={text.memoOf(name)} onClick={() => setWriting(true)}>
							<IconNote size={16} stroke={1.6} aria-hidden />
						</ActionIcon>
					</Tooltip>
				)}
				<Tooltip label={text.removeCoding(name)}>
					<ActionIcon size={28} aria-label={text.removeCoding(name)} onClick={props.onRemove}>
						<IconX size={16} stroke={1.6} aria-hidden />
					</ActionIcon>
				</Tooltip>
			</div>
			{(writing || coding.memo) && (
				<SavedTextarea
					aria-label={text.memoOf(name)}
					minRows={1}
					maxRows={8}
					autoFocus={writing}
					value={coding.memo}
					save={props.onMemo}
					onEnter={() => setWriting(true)}
					onLeave={(memo) => setWriting(memo !== '')}
				/>
			)}
		</li>
	);
}
