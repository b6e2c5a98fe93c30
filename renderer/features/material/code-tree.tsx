import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type DragEvent, type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Code } from '#shared/contract/code.ts';
import type { DropPlace } from '#shared/domain/coding/moves.ts';
import { codingsUnder } from '#shared/domain/coding/tree.ts';
import { formatNumber } from '#shared/i18n/format.ts';
import { useLanguage, useText } from '../../app/text.tsx';
import tree from '../../ui/tree.module.css';
import styles from './code-tree.module.css';
import { placeOf, shownCodes } from './code-tree-rows.ts';

interface CodeTreeProps {
	codes: readonly Code[];
	label: string;
	/** What is searched for; codes that match stand with those above them. */
	search?: string;
	chosen: number | null;
	onChoose: (code: Code) => void;
	/** Keys that change the tree where it may be changed; true when it has been taken care of. */
	onKey?: (event: KeyboardEvent, code: Code) => boolean;
	onDrop?: (moved: number, at: Code, place: DropPlace) => void;
	describedBy?: string;
}

/** The codebook as a tree that is walked with the arrow keys. Enter or a click chooses. */
export function CodeTree({ codes, label, search = '', chosen, onChoose, onKey, onDrop, describedBy }: CodeTreeProps) {
	const text = useText().code;
	const [closed, setClosed] = useState<ReadonlySet<number>>(new Set());
	const [active, setActive] = useState<number | null>(null);
	const [over, setOver] = useState<{ id: number; place: DropPlace } | null>(null);
	const list = useRef<HTMLDivElement>(null);
	const under = useMemo(() => codingsUnder(codes), [codes]);
	const rows = useMemo(() => shownCodes(codes, closed, search), [codes, closed, search]);
	const current = rows.find((row) => row.code.id === active) ?? rows.find((row) => row.code.id === chosen) ?? rows[0];

	// The one that is chosen from elsewhere is brought into view.
	useEffect(() => {
		if (chosen === null) return;
		setActive(chosen);
		list.current?.querySelector(`[data-code="${chosen}"]`)?.scrollIntoView({ block: 'nearest' });
	}, [chosen]);

	// Where the row with the focus is gone, the keys go on from the one that stands in its place.
	const focused = useRef<number | null>(null);
	const next = current?.code.id;
	useEffect(() => {
		const gone = focused.current !== null && !rows.some((row) => row.code.id === focused.current);
		if (!gone || next === undefined || document.activeElement !== document.body) return;
		list.current?.querySelector<HTMLElement>(`[data-code="${next}"]`)?.focus();
	}, [rows, next]);

	const toggle = (id: number) =>
		setClosed((before) => {
			const after = new Set(before);
			if (!after.delete(id)) after.add(id);
			return after;
		});
	const focus = (id: number | undefined) => {
		if (id === undefined) return;
		setActive(id);
		list.current?.querySelector<HTMLElement>(`[data-code="${id}"]`)?.focus();
	};
	const onKeyDown = (event: KeyboardEvent) => {
		const at = current ? rows.indexOf(current) : -1;
		const row = rows[at];
		if (!row || event.ctrlKey || event.metaKey) return;
		const isOpen = row.hasChildren && !closed.has(row.code.id);
		if (onKey?.(event, row.code)) {
			event.preventDefault();
			return;
		}
		if (event.altKey) return;
		const acts: Record<string, () => void> = {
			ArrowDown: () => focus(rows[at + 1]?.code.id),
			ArrowUp: () => focus(rows[at - 1]?.code.id),
			Home: () => focus(rows[0]?.code.id),
			End: () => focus(rows.at(-1)?.code.id),
			ArrowRight: () => (row.hasChildren && !isOpen ? toggle(row.code.id) : isOpen && focus(rows[at + 1]?.code.id)),
			ArrowLeft: () => (isOpen ? toggle(row.code.id) : focus(row.code.parentId ?? undefined)),
			Enter: () => onChoose(row.code),
			' ': () => onChoose(row.code),
		};
		const act = acts[event.key];
		if (!act) return;
		event.preventDefault();
		act();
	};
	const onDragOver = (event: DragEvent, id: number) => {
		if (!onDrop) return;
		event.preventDefault();
		setOver({ id, place: placeOf(event.currentTarget.getBoundingClientRect(), event.clientY) });
	};

	if (rows.length === 0) return <p className={tree.none}>{codes.length ? text.noMatch : text.noneShort}</p>;
	return (
		<div ref={list} role="tree" aria-label={label} aria-describedby={describedBy} className={styles.tree}>
			{rows.map(({ code, depth, hasChildren, setSize, posInSet }) => (
				<div
					key={code.id}
					role="treeitem"
					aria-level={depth + 1}
					aria-setsize={setSize}
					aria-posinset={posInSet}
					aria-selected={code.id === chosen}
					aria-expanded={hasChildren ? !closed.has(code.id) : undefined}
					tabIndex={code === current?.code ? 0 : -1}
					data-code={code.id}
					data-over={over?.id === code.id ? over.place : undefined}
					className={tree.row}
					style={{ paddingInlineStart: 6 + depth * 18 }}
					onClick={(event) => {
						setActive(code.id);
						const onToggle = event.target instanceof Element && event.target.closest('[data-toggle]');
						if (onToggle && hasChildren) toggle(code.id);
						else onChoose(code);
					}}
					onKeyDown={onKeyDown}
					onFocus={() => {
						setActive(code.id);
						focused.current = code.id;
					}}
					draggable={Boolean(onDrop)}
					onDragStart={(event) => event.dataTransfer.setData('text/plain', String(code.id))}
					onDragOver={(event) => onDragOver(event, code.id)}
					onDragLeave={() => setOver(null)}
					onDrop={(event) => {
						event.preventDefault();
						const place = placeOf(event.currentTarget.getBoundingClientRect(), event.clientY);
						setOver(null);
						onDrop?.(Number(event.dataTransfer.getData('text/plain')), code, place);
					}}
				>
					{hasChildren ? (
						<span className={tree.glyph} aria-hidden data-toggle>
							{closed.has(code.id) ? (
								<IconChevronRight size={15} stroke={1.8} />
							) : (
								<IconChevronDown size={15} stroke={1.8} />
							)}
						</span>
					) : (
						<span className={tree.glyph} aria-hidden />
					)}
					<span className={styles.dot} style={{ background: `var(--code-${code.color})` }} aria-hidden />
					<span className={tree.name} data-parent={hasChildren || undefined} title={code.name}>
						{code.name}
					</span>
					<Count own={code.codings} under={under.get(code.id) ?? 0} />
				</div>
			))}
		</div>
	);
}

/** A code's own codings, and set apart from them those on the codes under it. A heading without codings of its own shows no zero. */
function Count({ own, under }: { own: number; under: number }) {
	const text = useText().code;
	const language = useLanguage();
	const spoken = under > 0 ? `${text.codings(own)}, ${text.codingsUnder(under)}` : text.codings(own);
	return (
		<span className={styles.count} title={under > 0 ? spoken : undefined}>
			{(own > 0 || under === 0) && <span aria-hidden>{formatNumber(own, language)}</span>}
			{under > 0 && (
				<span className={styles.under} aria-hidden>
					{own > 0 && '+ '}
					{formatNumber(under, language)}
				</span>
			)}
			<span className="visually-hidden">{spoken}</span>
		</span>
	);
}
