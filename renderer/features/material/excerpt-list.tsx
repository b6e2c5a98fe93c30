import { ActionIcon, Tooltip } from '@mantine/core';
import { IconNote, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Code } from '#shared/contract/code.ts';
import type { Excerpt } from '#shared/contract/coding.ts';
import { formatDate } from '#shared/i18n/format.ts';
import { useLanguage, useText } from '../../app/text.tsx';
import { SavedTextarea } from '../../ui/saved-field.tsx';
import styles from './excerpt-list.module.css';

interface ExcerptListProps {
	excerpts: readonly Excerpt[];
	codes: readonly Code[];
	/** The code the list is of: named at a passage only where it has another. */
	codeId: number;
	onRemove: (excerpt: Excerpt) => void;
	/** Null: refused, and told. */
	onMemo: (excerpt: Excerpt, memo: string) => Promise<unknown>;
}

/** Coded passages under the transcript or round they come from, each with who said it and the way to its place. */
export function ExcerptList({ excerpts, codes, codeId, onRemove, onMemo }: ExcerptListProps) {
	const language = useLanguage();
	return (
		<div className={styles.groups}>
			{bySource(excerpts).map((group) => (
				<section key={group.key} className={styles.group} aria-label={group.source}>
					<h2 className={styles.source}>
						{group.source}
						{group.date && <span className={styles.date}>{formatDate(group.date, language)}</span>}
						<span className={styles.count}>{group.excerpts.length}</span>
					</h2>
					<ul className={styles.list}>
						{group.excerpts.map((excerpt) => (
							<ExcerptItem
								key={excerpt.id}
								excerpt={excerpt}
								code={excerpt.codeId === codeId ? undefined : codes.find((one) => one.id === excerpt.codeId)}
								onRemove={() => onRemove(excerpt)}
								onMemo={(memo) => onMemo(excerpt, memo)}
							/>
						))}
					</ul>
				</section>
			))}
		</div>
	);
}

function ExcerptItem(props: {
	excerpt: Excerpt;
	code: Code | undefined;
	onRemove: () => void;
	onMemo: (memo: string) => Promise<unknown>;
}) {
	const { excerpt, code } = props;
	const text = useText();
	// A field for each of a thousand passages is slow to lay out: it is there when it is asked for.
	const [writing, setWriting] = useState(false);
	const who = excerpt.speaker ?? (excerpt.itemId && text.code.question(excerpt.itemId));
	return (
		<li className={styles.item}>
			<blockquote className={styles.quote}>{excerpt.quote}</blockquote>
			<div className={styles.foot}>
				<span className={styles.who}>
					{who}
					{code && (
						<span className={styles.code}>
							<span className={styles.dot} style={{ background: `var(--code-${code.color})` }} aria-hidden />
							{code.name}
						</span>
					)}
				</span>
				<Link to={placeOf(excerpt)} className={styles.goTo}>
					{text.code.goTo}
				</Link>
				{!writing && !excerpt.memo && (
					<Tooltip label={text.document.reader.addMemo}>
						<ActionIcon size={28} aria-label={text.document.reader.addMemo} onClick={() => setWriting(true)}>
							<IconNote size={16} stroke={1.6} aria-hidden />
						</ActionIcon>
					</Tooltip>
				)}
				<Tooltip label={text.code.removeExcerpt}>
					<ActionIcon size={28} aria-label={text.code.removeExcerpt} onClick={props.onRemove}>
						<IconX size={16} stroke={1.6} aria-hidden />
					</ActionIcon>
				</Tooltip>
			</div>
			{(writing || excerpt.memo) && (
				<SavedTextarea
					aria-label={text.document.reader.memo}
					className={styles.memo}
					minRows={1}
					maxRows={10}
					autoFocus={writing}
					value={excerpt.memo}
					save={props.onMemo}
					onEnter={() => setWriting(true)}
					onLeave={(memo) => setWriting(memo !== '')}
				/>
			)}
		</li>
	);
}

/** The address of a passage in the text it stands in. */
function placeOf({ target, start, roundId, codeId }: Excerpt): string {
	return target.kind === 'document'
		? `/analyse/document/${target.documentId}?at=${start}&code=${codeId}`
		: `/analyse/open/${roundId}?answer=${target.answerId}&from=${start}&code=${codeId}`;
}

function bySource(excerpts: readonly Excerpt[]) {
	const groups = new Map<string, { key: string; source: string; date: string | null; excerpts: Excerpt[] }>();
	for (const excerpt of excerpts) {
		const { target, roundId, source, date } = excerpt;
		const key = target.kind === 'document' ? `document ${target.documentId}` : `round ${roundId}`;
		const group = groups.get(key) ?? { key, source, date, excerpts: [] };
		group.excerpts.push(excerpt);
		groups.set(key, group);
	}
	return [...groups.values()];
}
