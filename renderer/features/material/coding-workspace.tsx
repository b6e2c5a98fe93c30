import { Button } from '@mantine/core';
import { IconTag } from '@tabler/icons-react';
import { type ReactNode, startTransition, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'wouter';
import type { Code } from '#shared/contract/code.ts';
import { codingsWithin } from '#shared/domain/coding/lanes.ts';
import type { Range } from '#shared/domain/coding/ranges.ts';
import { withDescendants } from '#shared/domain/coding/tree.ts';
import { countWords } from '#shared/domain/document/normalise.ts';
import { useCall } from '../../api/use-call.ts';
import { useText } from '../../app/text.tsx';
import { Page } from '../../ui/page.tsx';
import { CodePalette } from './code-palette.tsx';
import { CodePanel } from './code-panel.tsx';
import styles from './coding-workspace.module.css';
import { CodingsHere } from './codings-here.tsx';
import { prepareCodings, type ReaderContent } from './reader/content.ts';
import readerStyles from './reader/reader.module.css';
import { type ReaderHandle, type Selection, TextReader } from './reader/text-reader.tsx';
import { type ShownCoding, type ToTarget, useCodings } from './use-codings.ts';
import { useReadingCommands } from './use-reading-commands.ts';
import { useStable } from './use-stable.ts';

interface CodingWorkspaceProps {
	title: string;
	subtitle: ReactNode;
	actions?: ReactNode;
	content: ReaderContent;
	stored: readonly ShownCoding[];
	toTarget: ToTarget;
	/** The offset to begin at, where the address does not say it as `at`. */
	startAt?: number | undefined;
	textLabel: string;
}

const noCodes: readonly Code[] = [];
/** How long the cursor must rest before what is coded there is read out, in milliseconds. */
const rest = 350;
/** Room for the button at a selection, in pixels. */
const tagButtonWidth = 210;
/** The longest selection whose words are counted aloud, in characters. */
const longestCounted = 50_000;

/** A text with its codes: read, select by mouse or keys, code, and see what is coded where. For transcripts and open answers alike. */
export function CodingWorkspace({
	title,
	subtitle,
	actions,
	content,
	stored,
	toTarget,
	startAt,
	textLabel,
}: CodingWorkspaceProps) {
	const text = useText();
	const words = text.document.reader;
	const codes = useCall('code.list', {}).data ?? noCodes;
	const { codings, code, codeWithNew, uncode, writeMemo } = useCodings(stored, toTarget);
	const [params, setParams] = useSearchParams();
	const chosen = numberIn(params, 'code');
	const at = numberIn(params, 'at') ?? startAt;
	const reader = useRef<ReaderHandle>(null);
	const helpId = useId();
	const [selection, setSelection] = useState<Selection>({ from: 0, to: 0, head: 0 });
	const selected = useRef(selection);
	const [palette, setPalette] = useState<{ typed: string; range: Range; place: Place } | null>(null);
	const [dragged, setDragged] = useState<Place | null>(null);
	const [spoken, setSpoken] = useState('');

	const prepared = useMemo(() => {
		const looks = new Map(codes.map((one) => [one.id, { name: one.name, color: one.color }]));
		return prepareCodings(codings, looks, chosen === null ? new Set() : withDescendants(codes, chosen));
	}, [codings, codes, chosen]);
	const here = useMemo(() => codingsAt(prepared, codings, selection), [prepared, codings, selection]);
	const passages = useMemo(
		() => (chosen === null ? [] : prepared.codings.filter((one) => prepared.chosen.has(one.codeId))),
		[prepared, chosen],
	);

	useEffect(() => {
		if (at !== null && at !== undefined) reader.current?.show({ start: at, end: at });
		reader.current?.focus();
	}, [at]);

	useEffect(() => {
		const timer = setTimeout(() => {
			const length = selection.to - selection.from;
			const selected =
				length > 0 && length < longestCounted
					? words.selected(countWords(content.text.slice(selection.from, selection.to)))
					: '';
			const names = here.map((one) => prepared.codes.get(one.codeId)?.name).join(', ');
			setSpoken([selected, names && words.hereSpoken(names)].filter(Boolean).join('. '));
		}, rest);
		return () => clearTimeout(timer);
	}, [selection, here, prepared.codes, content, words]);

	const openPalette = useCallback((typed: string) => {
		const range = reader.current?.takeRange();
		const place = range && reader.current?.placeAt(range.end);
		if (!range || !place) return;
		setDragged(null);
		setPalette({ typed, range, place });
	}, []);
	const closePalette = useCallback(() => {
		setPalette(null);
		reader.current?.focus();
	}, []);
	const say = useCallback((message: string) => setSpoken(message), []);

	const tag = async (range: Range, codeId: number) => {
		closePalette();
		if (await code(range, codeId)) say(words.coded(codes.find((one) => one.id === codeId)?.name ?? ''));
	};
	const tagWithNew = async (range: Range, name: string) => {
		closePalette();
		if (await codeWithNew(range, name)) say(words.coded(name));
	};
	const choose = useCallback(
		(codeId: number | null) =>
			setParams(
				(before) => {
					const after = new URLSearchParams(before);
					if (codeId === null) after.delete('code');
					else after.set('code', String(codeId));
					return after;
				},
				{ replace: true },
			),
		[setParams],
	);
	const remove = async (coding: ShownCoding) => {
		reader.current?.focus();
		if (await uncode(coding.id)) say(words.uncoded(prepared.codes.get(coding.codeId)?.name ?? ''));
	};
	const onTree = useStable((picked: Code) => {
		const { from, to } = selected.current;
		if (to > from) void tag({ start: from, end: to }, picked.id);
		else choose(picked.id === chosen ? null : picked.id);
	});
	const unchoose = useStable(() => choose(null));
	const goToPassage = useStable((forward: boolean) => {
		const { from } = selected.current;
		const next = forward
			? (passages.find((one) => one.start > from) ?? passages[0])
			: (passages.findLast((one) => one.start < from) ?? passages.at(-1));
		if (next) reader.current?.show(next);
	});
	const onBar = (id: number) => {
		const coding = codings.find((one) => one.id === id);
		if (!coding) return;
		reader.current?.show(coding);
		choose(coding.codeId);
	};
	useReadingCommands({
		openPalette: () => openPalette(''),
		step: (step) => {
			reader.current?.focus();
			reader.current?.step(step);
		},
		removeHere: () => here[0] && void remove(here[0]),
		goToPassage: passages.length > 0 ? goToPassage : null,
		canRemove: here.length > 0,
	});

	return (
		<Page
			title={title}
			subtitle={subtitle}
			actions={actions}
			fill
			width="full"
			focusHeading={false}
			detailsLabel={text.code.codebook}
			details={
				<div className={styles.details}>
					<CodePanel
						codes={codes}
						chosen={chosen}
						passageAt={passages.findIndex((one) => one.start === selection.from) + 1}
						passages={passages.length}
						onChoose={onTree}
						onUnchoose={unchoose}
						onPassage={goToPassage}
					/>
					<CodingsHere
						codings={here}
						codes={prepared.codes}
						onChoose={choose}
						onRemove={(coding) => void remove(coding)}
						onMemo={(coding, memo) => writeMemo(coding.id, memo)}
					/>
				</div>
			}
		>
			<div className={readerStyles.reader}>
				<p id={helpId} className="visually-hidden">
					{words.help}
				</p>
				<TextReader
					ref={reader}
					content={content}
					codings={prepared}
					label={textLabel}
					describedBy={helpId}
					onSelect={(next) => {
						// What stands beside the text may come after the cursor itself.
						selected.current = next;
						startTransition(() => setSelection(next));
						setDragged(null);
					}}
					onPalette={openPalette}
					onRemoveHere={() => here[0] && void remove(here[0])}
					onBar={onBar}
					onDragEnd={(head) => setDragged(reader.current?.placeAt(head) ?? null)}
				/>
				{dragged && !palette && (
					<Button
						className={styles.tagButton}
						style={{
							left: Math.max(8, Math.min(dragged.left - 20, dragged.width - tagButtonWidth)),
							top: Math.min(dragged.bottom + 6, dragged.height - 42),
						}}
						leftSection={<IconTag size={16} stroke={1.6} aria-hidden />}
						onClick={() => openPalette('')}
					>
						{words.tagSelection}
					</Button>
				)}
				{palette && (
					<CodePalette
						codes={codes}
						here={sameWords(codings, palette.range)}
						typed={palette.typed}
						place={palette.place}
						onCode={(codeId) => void tag(palette.range, codeId)}
						onNew={(name) => void tagWithNew(palette.range, name)}
						onClose={closePalette}
					/>
				)}
				<div className="visually-hidden" role="status">
					{spoken}
				</div>
			</div>
		</Page>
	);
}

type Place = NonNullable<ReturnType<ReaderHandle['placeAt']>>;

/** Codings at the cursor, or that touch the selection, the shortest first. */
function codingsAt(
	prepared: ReturnType<typeof prepareCodings>,
	codings: readonly ShownCoding[],
	{ from, to }: Selection,
): ShownCoding[] {
	const window = from === to ? { start: Math.max(0, from - 1), end: to + 1 } : { start: from, end: to };
	const ids = new Set(codingsWithin(prepared.codings, prepared.reach, window).map((one) => one.id));
	return codings
		.filter((one) => ids.has(one.id) && (from !== to || (one.start <= from && one.end >= from)))
		.sort((a, b) => a.end - a.start - (b.end - b.start) || a.id - b.id);
}

function sameWords(codings: readonly ShownCoding[], range: Range): ReadonlySet<number> {
	return new Set(codings.filter((one) => one.start === range.start && one.end === range.end).map((one) => one.codeId));
}

function numberIn(params: URLSearchParams, key: string): number | null {
	const value = params.get(key);
	return value !== null && /^\d{1,12}$/.test(value) ? Number(value) : null;
}
