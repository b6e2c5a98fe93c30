import { useQueries } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
	type ComponentProps,
	type KeyboardEvent,
	type ReactNode,
	useEffect,
	useLayoutEffect,
	useRef,
	useState,
} from 'react';
import { ColumnHeads } from './column-heads.tsx';
import { keepInView, useFocusKept } from './keep-in-view.ts';
import styles from './virtual-table.module.css';

const pageSize = 200;
const rowHeight = 40;
/** Rows kept ready above and below those in view, and a step of Page Up and Page Down. */
const beyond = 12;

interface VirtualTableProps<Row> extends ComponentProps<typeof ColumnHeads> {
	/** What it is called, for who does not see where it stands. */
	label: string;
	/** All rows there are. */
	total: number;
	/** The query of some of the rows, as `queryOf` makes it. */
	page: (some: { offset: number; limit: number }) => {
		queryKey: readonly unknown[];
		queryFn: () => Promise<{ rows: readonly Row[] }>;
	};
	/** The cells of a row. What can be pressed in them takes `tabIndex`: only the row that has the focus is gone through. */
	cells: (row: Row, at: number, tabIndex: 0 | -1) => ReactNode;
	/** A key pressed on a row: whether the focus stays there or goes to the next one; undefined where the key says nothing. */
	onKey: (key: string, row: Row) => 'stay' | 'next' | undefined;
	/** Whether a row is among those chosen, where rows are chosen. */
	isChosen?: (row: Row) => boolean;
}

/**
 * A long table. Only the rows in view are in the page and fetched, so a hundred thousand scroll like ten. One row at a time has the focus,
 * moved by arrows, Page Up and Down, Home and End, and is kept in view. Back from what a row led to, one stands on that row again.
 */
export function VirtualTable<Row>({ label, total, page, cells, onKey, isChosen, ...heads }: VirtualTableProps<Row>) {
	const scroller = useRef<HTMLDivElement>(null);
	const [at, setAt] = useState(0);
	const [moved, setMoved] = useState(false);
	const virtual = useVirtualizer({
		count: total,
		getScrollElement: () => scroller.current,
		estimateSize: () => rowHeight,
		overscan: beyond,
	});
	const shown = virtual.getVirtualItems();
	const pages = [...new Set(shown.map(({ index }) => Math.floor(index / pageSize)))];
	const fetched = useQueries({ queries: pages.map((one) => page({ offset: one * pageSize, limit: pageSize })) });
	const rowAt = (index: number): Row | undefined =>
		fetched[pages.indexOf(Math.floor(index / pageSize))]?.data?.rows[index % pageSize];
	const current = Math.min(at, total - 1);
	// Where it is scrolled away, another row is the way into the table.
	const entrance = shown.some(({ index }) => index === current) ? current : shown[0]?.index;
	useFocusKept(scroller);
	const back = useRef(placeLeft(label));
	useLayoutEffect(() => {
		const place = back.current;
		if (!place || total === 0 || !scroller.current) return;
		back.current = null;
		// Who is writing in a field (a search that found nothing before) stays there.
		if (document.activeElement?.matches('input, select, textarea')) return;
		scroller.current.scrollTop = place.top;
		setAt(place.row);
		setMoved(true);
	}, [total]);
	useEffect(() => {
		if (!moved) return;
		const row = scroller.current?.querySelector<HTMLElement>(`[data-row="${current}"]`);
		if (!row) return;
		row.focus({ preventScroll: true });
		keepInView(row);
		setMoved(false);
	});
	const leavePlace = (row: number) => {
		const place: Place = { table: label, row, top: scroller.current?.scrollTop ?? 0 };
		window.history.replaceState({ ...window.history.state, place }, '');
	};
	const go = (index: number) => {
		const next = Math.max(0, Math.min(total - 1, index));
		setAt(next);
		setMoved(true);
		virtual.scrollToIndex(next);
	};
	const onKeyDown = (event: KeyboardEvent, index: number, row: Row) => {
		if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
		const to = placeAfter(event.key, index, total);
		const then = to === undefined ? onKey(event.key, row) : undefined;
		if (to !== undefined) go(to);
		else if (then === 'next') go(index + 1);
		else if (then === undefined) return;
		event.preventDefault();
		event.stopPropagation();
	};
	const before = shown[0]?.start ?? 0;
	const after = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0);
	return (
		<div ref={scroller} className={styles.scroller}>
			<table
				className={styles.table}
				// biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its rows take keys, so a screen reader must let them through
				role="grid"
				aria-label={label}
				aria-rowcount={total + 1}
				aria-multiselectable={isChosen ? true : undefined}
			>
				<thead>
					<ColumnHeads {...heads} />
				</thead>
				<tbody>
					{before > 0 && <tr style={{ height: before }} aria-hidden />}
					{shown.map(({ key, index }) => {
						const row = rowAt(index);
						return (
							<tr
								key={key}
								style={{ height: rowHeight }}
								aria-rowindex={index + 2}
								aria-selected={row && isChosen?.(row)}
								data-row={index}
								tabIndex={index === entrance ? 0 : -1}
								onFocus={() => setAt(index)}
								onClickCapture={() => leavePlace(index)}
								onKeyDown={(event) => {
									if (event.key === 'Enter') leavePlace(index);
									if (row) onKeyDown(event, index, row);
								}}
							>
								{row && cells(row, index, index === entrance ? 0 : -1)}
							</tr>
						);
					})}
					{after > 0 && <tr style={{ height: after }} aria-hidden />}
				</tbody>
			</table>
		</div>
	);
}

/** Where one was in a table when a row led elsewhere: kept with the address in the window's history, so that Back brings it back. */
interface Place {
	table: string;
	row: number;
	/** How far the table was scrolled, in pixels. */
	top: number;
}

function placeLeft(table: string): Place | null {
	const place = (window.history.state as { place?: Place } | null)?.place;
	return place?.table === table ? place : null;
}

/** The row that a key moves to. */
function placeAfter(key: string, index: number, total: number): number | undefined {
	if (key === 'ArrowDown') return index + 1;
	if (key === 'ArrowUp') return index - 1;
	if (key === 'PageDown') return index + beyond;
	if (key === 'PageUp') return index - beyond;
	if (key === 'Home') return 0;
	if (key === 'End') return total - 1;
	return undefined;
}
