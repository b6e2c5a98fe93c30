import { memo, useEffect, useMemo, useRef } from 'react';
import type { Block, ReportDocument } from '#shared/domain/report/model.ts';
import { messages } from '#shared/i18n/messages.ts';
import { keyed } from '../../../ui/keyed.ts';
import { FigurePicture } from './figure-picture.tsx';
import { Inlines } from './inlines.tsx';
import styles from './preview.module.css';
import { PlainTable, TableView } from './tables.tsx';

interface PreviewProps {
	document: ReportDocument;
	/** The line of the cursor in the source: its block is brought into view. */
	line: number;
	label: string;
	/** Why a block cannot be filled, by its line. */
	reasons: ReadonlyMap<number, string>;
	onLine: (line: number) => void;
}

/** The report as it leaves: white sheets in the report's own language, a new one for each chapter. Follows the cursor in the source. */
export function Preview({ document, line, label, reasons, onLine }: PreviewProps) {
	const box = useRef<HTMLElement>(null);
	const sheets = useMemo(() => sheetsOf(document.blocks), [document]);

	useEffect(() => {
		const frame = box.current;
		if (!frame) return;
		// It scrolls, so the keyboard must reach it.
		frame.tabIndex = 0;
		const open = (event: MouseEvent) => onLine(lineOf(event.target));
		frame.addEventListener('dblclick', open);
		return () => frame.removeEventListener('dblclick', open);
	}, [onLine]);

	useEffect(() => {
		const frame = box.current;
		if (!frame) return;
		const marked = [...frame.querySelectorAll<HTMLElement>('[data-line]')];
		const here = marked.findLast((one) => Number(one.dataset.line) <= line) ?? marked[0];
		if (!here) return;
		const top = here.getBoundingClientRect().top - frame.getBoundingClientRect().top;
		// Only when it is out of sight: a page that moves at every key is not read.
		if (top < 0 || top > frame.clientHeight * 0.8) frame.scrollTop += top - 90;
	}, [line]);

	return (
		<section ref={box} className={styles.preview} aria-label={label} lang={document.language}>
			{keyed(sheets, (sheet) => sheet[0]?.line ?? 0).map(({ key, one: blocks, at }) => (
				<div key={key} className={styles.sheet}>
					{at > 0 && <div className={styles.running}>{document.title}</div>}
					{keyed(blocks, (block) => block.line).map(({ key: place, one: block }) => (
						<BlockView
							key={place}
							block={block}
							language={document.language}
							blocks={document.blocks}
							reason={block.kind === 'unfilled' ? reasonFor(reasons, block.line) : ''}
						/>
					))}
				</div>
			))}
		</section>
	);
}

function lineOf(target: EventTarget | null): number {
	const marked = target instanceof Element ? target.closest<HTMLElement>('[data-line]') : null;
	return Number(marked?.dataset.line ?? 1);
}

/** The nearest reason at or after the block's first line. */
function reasonFor(reasons: ReadonlyMap<number, string>, line: number): string {
	const after = [...reasons.keys()].filter((one) => one >= line).sort((a, b) => a - b)[0];
	return after === undefined ? '' : (reasons.get(after) ?? '');
}

/** A sheet for the front page, one for the contents, and one for each chapter. */
function sheetsOf(blocks: readonly Block[]): Block[][] {
	const sheets: Block[][] = [[]];
	let ended = false;
	for (const block of blocks) {
		const begins = ended || block.kind === 'contents' || (block.kind === 'heading' && block.level === 1);
		if (begins && sheets.at(-1)?.length) sheets.push([]);
		ended = block.kind === 'frontPage' || block.kind === 'contents' || block.kind === 'pageBreak';
		if (block.kind !== 'pageBreak') sheets.at(-1)?.push(block);
	}
	return sheets.filter((sheet) => sheet.length > 0);
}

const headingTags = ['h2', 'h3', 'h4', 'h5'] as const;

interface BlockProps {
	block: Block;
	language: ReportDocument['language'];
	blocks: readonly Block[];
	reason: string;
}

const BlockView = memo(function BlockView({ block, language, blocks, reason }: BlockProps) {
	const words = messages[language].report.out;
	const at = { 'data-line': block.line };
	const inner = (children: readonly Block[]) =>
		keyed(children, (child) => child.line).map(({ key, one: child }) => (
			<BlockView key={key} block={child} language={language} blocks={blocks} reason="" />
		));
	switch (block.kind) {
		case 'heading': {
			const Tag = headingTags[Math.min(4, block.level) - 1] ?? 'h5';
			return (
				<Tag {...at} className={styles[`level${Math.min(4, block.level)}`]}>
					{block.number && <span className={styles.number}>{block.number} </span>}
					<Inlines content={block.content} />
				</Tag>
			);
		}
		case 'paragraph':
			return (
				<p {...at}>
					<Inlines content={block.content} />
				</p>
			);
		case 'list': {
			const items = keyed(block.items, (item) => item[0]?.line ?? 0).map(({ key, one }) => (
				<li key={key}>{inner(one)}</li>
			));
			return block.ordered ? (
				<ol {...at} start={block.start}>
					{items}
				</ol>
			) : (
				<ul {...at}>{items}</ul>
			);
		}
		case 'quote':
			return (
				<blockquote {...at} className={styles.quote}>
					{inner(block.blocks)}
					{block.source && <p className={styles.source}>{block.source}</p>}
				</blockquote>
			);
		case 'table':
			return (
				<div {...at}>
					<TableView table={block.table} name={`${words.table} ${block.number}.`} caption={block.caption} />
					{block.note && <p className={styles.note}>{block.note}</p>}
				</div>
			);
		case 'plainTable':
			return <PlainTable block={block} />;
		case 'figure':
			return (
				<figure {...at} className={styles.figure}>
					<figcaption className={styles.caption}>
						<b>
							{words.figure} {block.number}.
						</b>{' '}
						{block.caption}
					</figcaption>
					<FigurePicture figure={block.figure} alt={block.alt} />
					{block.note && <p className={styles.note}>{block.note}</p>}
				</figure>
			);
		case 'frontPage':
			return (
				<div {...at} className={styles.front}>
					<p className={styles.title}>{block.title}</p>
					{block.subtitle && <p className={styles.subtitle}>{block.subtitle}</p>}
					{block.lines.map((one) => (
						<p key={one} className={styles.frontLine}>
							{one}
						</p>
					))}
				</div>
			);
		case 'contents':
			return (
				<div {...at}>
					<p className={styles.level1}>{block.title}</p>
					<ul className={styles.contents}>
						{blocks
							.filter((one) => one.kind === 'heading' && one.inContents)
							.map((one) =>
								one.kind === 'heading' ? (
									<li key={one.anchor} data-level={one.level}>
										{one.number && `${one.number} `}
										{one.content.map((part) => part.text).join('')}
									</li>
								) : null,
							)}
					</ul>
				</div>
			);
		case 'pageBreak':
			return null;
		case 'unfilled':
			return (
				<p {...at} className={styles.unfilled}>
					<b>{words.unfilled(block.name)}</b> {reason}
				</p>
			);
	}
});
