import {
	IconAlertTriangle,
	IconAsterisk,
	IconChevronDown,
	IconChevronRight,
	IconEyeQuestion,
	IconLanguage,
} from '@tabler/icons-react';
import { type DragEvent, type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef, useState } from 'react';
import { dropTarget } from '#shared/domain/instrument/edit/steps.ts';
import type { Item } from '#shared/domain/instrument/model.ts';
import { shortName } from '#shared/domain/instrument/text.ts';
import { useLanguage, useText } from '../../../app/text.tsx';
import tree from '../../../ui/tree.module.css';
import { useEditor } from './editor-context.tsx';
import { itemIcons } from './item-icon.ts';
import styles from './structure.module.css';
import { between, type StructureRow, structureRows } from './structure-rows.ts';

interface StructureProps {
	search: string;
	/** The item shown in the middle, by identity. */
	current: string | null;
	/** All that are chosen, the shown one among them. */
	chosen: ReadonlySet<string>;
	onChosen: (uids: readonly string[], current: string) => void;
	/** Identities of items with something wrong in them, and of those that lack a translation. */
	problems: ReadonlySet<string>;
	missing: ReadonlySet<string>;
	onMove: (uids: readonly string[], before: string | null) => void;
	onStep: (step: 'up' | 'down') => void;
	onRemove: () => void;
	onOpen: () => void;
	describedBy: string;
}

/** The questionnaire as a tree of sections and items: chosen, moved and removed with keys or pointer. */
export function Structure(props: StructureProps) {
	const { search, current, chosen, onChosen, onMove, describedBy } = props;
	const { editor: text } = useText();
	const language = useLanguage();
	const { instrument } = useEditor();
	const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
	const [over, setOver] = useState<{ uid: string; place: 'before' | 'after' } | null>(null);
	const list = useRef<HTMLDivElement>(null);
	const anchor = useRef<string | null>(null);
	const focused = useRef<string | null>(null);
	const rows = useMemo(
		() => structureRows(instrument, closed, search, language),
		[instrument, closed, search, language],
	);
	const active = rows.find((row) => row.uid === current) ?? rows[0];

	useEffect(() => {
		if (current === null || !rows.some((row) => row.uid === current)) return;
		const row = list.current?.querySelector<HTMLElement>(`[data-uid="${CSS.escape(current)}"]`);
		row?.scrollIntoView({ block: 'nearest' });
		// Where the row with the focus is gone or has moved, the keys go on from the chosen one.
		if (focused.current !== null && document.activeElement === document.body) row?.focus();
	}, [current, rows]);

	const choose = (uid: string, how: { range?: boolean; toggle?: boolean } = {}) => {
		if (how.range) onChosen(between(rows, anchor.current ?? current ?? uid, uid), uid);
		else {
			anchor.current = uid;
			const without = [...chosen].filter((one) => one !== uid);
			if (how.toggle && chosen.has(uid) && without.length > 0) onChosen(without, without.at(-1) ?? uid);
			else onChosen(how.toggle ? [...chosen, uid] : [uid], uid);
		}
	};
	const focus = (uid: string | undefined, range = false) => {
		if (uid === undefined) return;
		choose(uid, { range });
		list.current?.querySelector<HTMLElement>(`[data-uid="${CSS.escape(uid)}"]`)?.focus();
	};
	const toggle = (uid: string) =>
		setClosed((before) => {
			const after = new Set(before);
			if (!after.delete(uid)) after.add(uid);
			return after;
		});
	const onKeyDown = (event: KeyboardEvent, row: StructureRow) => {
		if (event.ctrlKey || event.metaKey) return;
		const at = rows.indexOf(row);
		const isOpen = row.item.type === 'section' && row.under > 0 && !closed.has(row.uid);
		const steps: Record<string, 'up' | 'down'> = { ArrowUp: 'up', ArrowDown: 'down' };
		const acts: Record<string, () => void> = {
			ArrowDown: () => focus(rows[at + 1]?.uid, event.shiftKey),
			ArrowUp: () => focus(rows[at - 1]?.uid, event.shiftKey),
			Home: () => focus(rows[0]?.uid, event.shiftKey),
			End: () => focus(rows.at(-1)?.uid, event.shiftKey),
			ArrowRight: () => (isOpen ? focus(rows[at + 1]?.uid) : row.under > 0 && toggle(row.uid)),
			ArrowLeft: () =>
				isOpen ? toggle(row.uid) : focus(rows.slice(0, at).findLast((one) => one.depth < row.depth)?.uid),
			Enter: () => props.onOpen(),
			' ': () => choose(row.uid, { toggle: true }),
			Delete: () => props.onRemove(),
		};
		const step = event.altKey ? steps[event.key] : undefined;
		const act = event.altKey ? step && (() => props.onStep(step)) : acts[event.key];
		if (!act) return;
		event.preventDefault();
		act();
	};
	const onDragOver = (event: DragEvent, uid: string) => {
		const box = event.currentTarget.getBoundingClientRect();
		event.preventDefault();
		setOver({ uid, place: event.clientY < box.top + box.height / 2 ? 'before' : 'after' });
	};
	const onDrop = (event: DragEvent) => {
		event.preventDefault();
		const moved = event.dataTransfer.getData('text/plain').split('\n').filter(Boolean);
		const target = over && dropTarget(instrument, moved, over.uid, over.place);
		setOver(null);
		if (target) onMove(moved, target.before);
	};

	if (rows.length === 0) return <p className={tree.none}>{instrument.items.length > 0 ? text.noMatch : text.empty}</p>;
	return (
		<div
			ref={list}
			role="tree"
			aria-label={text.structure}
			aria-multiselectable
			aria-describedby={describedBy}
			className={styles.tree}
		>
			{rows.map((row) => (
				<div
					key={row.uid}
					role="treeitem"
					aria-level={row.depth + 1}
					aria-setsize={row.setSize}
					aria-posinset={row.posInSet}
					aria-selected={chosen.has(row.uid)}
					aria-current={row.uid === current || undefined}
					aria-expanded={row.item.type === 'section' && row.under > 0 ? !closed.has(row.uid) : undefined}
					tabIndex={row.uid === active?.uid ? 0 : -1}
					data-uid={row.uid}
					data-depth={row.depth}
					data-over={over?.uid === row.uid ? over.place : undefined}
					className={tree.row}
					onClick={(event: MouseEvent) => {
						const onToggle = event.target instanceof Element && event.target.closest('[data-toggle]');
						if (onToggle && row.under > 0) toggle(row.uid);
						else choose(row.uid, { range: event.shiftKey, toggle: event.ctrlKey || event.metaKey });
					}}
					onKeyDown={(event) => onKeyDown(event, row)}
					onFocus={() => {
						focused.current = row.uid;
					}}
					draggable
					onDragStart={(event) => {
						const moved = chosen.has(row.uid) ? [...chosen] : [row.uid];
						event.dataTransfer.setData('text/plain', moved.join('\n'));
						event.dataTransfer.effectAllowed = 'move';
					}}
					onDragOver={(event) => onDragOver(event, row.uid)}
					onDragLeave={() => setOver(null)}
					onDrop={onDrop}
				>
					<Face row={row} open={!closed.has(row.uid)} />
					<Marks item={row.item} problem={props.problems.has(row.uid)} missing={props.missing.has(row.uid)} />
				</div>
			))}
		</div>
	);
}

function Face({ row: { item, under }, open }: { row: StructureRow; open: boolean }) {
	const { editor: text } = useText();
	const language = useLanguage();
	const Glyph = itemIcons[item.type];
	const name = shortName(item, language).trim();
	const isSection = item.type === 'section';
	return (
		<>
			{isSection ? (
				<span className={tree.glyph} aria-hidden data-toggle>
					{under > 0 && open ? (
						<IconChevronDown size={15} stroke={1.8} />
					) : (
						<IconChevronRight size={15} stroke={1.8} opacity={under > 0 ? 1 : 0.3} />
					)}
				</span>
			) : (
				<span className={tree.glyph} title={text.types[item.type]}>
					<Glyph size={16} stroke={1.6} aria-hidden />
				</span>
			)}
			{!isSection && item.type !== 'info' && <span className={styles.number}>{item.id}</span>}
			<span className={tree.name} data-parent={isSection || undefined} data-empty={name === '' || undefined}>
				{name || text.untitled}
			</span>
			<span className="visually-hidden">{text.types[item.type]}</span>
		</>
	);
}

/** What one should know of an item without opening it. */
function Marks({ item, problem, missing }: { item: Item; problem: boolean; missing: boolean }) {
	const { editor: text } = useText();
	const icon = { size: 14, stroke: 1.8, 'aria-hidden': true } as const;
	const marks = [
		...(item.shownIf ? [{ word: text.marks.condition, glyph: <IconEyeQuestion {...icon} /> }] : []),
		...('required' in item && item.required ? [{ word: text.marks.required, glyph: <IconAsterisk {...icon} /> }] : []),
		...(missing ? [{ word: text.marks.missing, glyph: <IconLanguage {...icon} />, tone: 'warn' }] : []),
		...(problem ? [{ word: text.marks.problem, glyph: <IconAlertTriangle {...icon} />, tone: 'bad' }] : []),
	];
	return (
		<span className={styles.marks}>
			{marks.map(({ word, glyph, tone }) => (
				<span key={word} title={word} data-tone={tone} className={styles.mark}>
					{glyph}
					<span className="visually-hidden">{word}</span>
				</span>
			))}
		</span>
	);
}
