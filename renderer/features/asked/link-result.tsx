import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { Output } from '#shared/contract/calls.ts';
import type { CodeSource } from '#shared/contract/link.ts';
import { formatNumber } from '#shared/i18n/format.ts';
import { useCall } from '../../api/use-call.ts';
import { useRun } from '../../api/use-run.ts';
import { useNotes } from '../../app/notes.tsx';
import { useLanguage, useText } from '../../app/text.tsx';
import { CountList } from '../../ui/count-list.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Section } from '../../ui/section.tsx';
import table from '../../ui/table.module.css';
import styles from './asked.module.css';

interface RoundCode {
	roundId: number;
	name: string;
	source: CodeSource;
}
type Found = Output<'link.match'>;
type Pair = Found['uncertain']['first'][number];
type Coded = Pair['a'];

const kinds = ['linked', 'sure', 'uncertain', 'repeated', 'unmatched', 'without'] as const;

/** What matching rounds by their codes gives: counts, the pairs to settle, repeated codes, and those without a counterpart. */
export function LinkResult({ rounds }: { rounds: readonly RoundCode[] }) {
	const { asked } = useText();
	const text = asked.links;
	const language = useLanguage();
	const { showDone } = useNotes();
	const input = { rounds: rounds.map(({ roundId, source }) => ({ roundId, source })) };
	const match = useCall('link.match', input, { keep: true });
	const { run: storeSure, busy } = useRun('link.storeSure');
	const { run: clear } = useRun('link.clear');
	if (match.error) return <ErrorNote error={match.error} retry={() => void match.refetch()} />;
	const found = match.data;
	if (!found) return <Loading />;
	const shown = (n: number) => formatNumber(n, language);
	const nameOf = (roundId: number) => rounds.find((one) => one.roundId === roundId)?.name ?? '';
	const count = (kind: (typeof kinds)[number]) => {
		const value = found[kind];
		return typeof value === 'number' ? value : value.total;
	};
	const label = (kind: (typeof kinds)[number]) => {
		const words = text.counts[kind];
		return typeof words === 'string' ? words : words(count(kind));
	};
	const store = async () => {
		const done = await storeSure(input);
		if (done) showDone(text.stored(done.people, shown(done.people)), asked.undoTakesBack);
	};
	const forget = async () => {
		if (await clear({ roundIds: rounds.map(({ roundId }) => roundId) })) showDone(text.cleared, asked.undoTakesBack);
	};
	return (
		<>
			<Section
				title={text.result}
				actions={
					<>
						{(found.linked > 0 || found.apart > 0) && <Button onClick={() => void forget()}>{text.clear}</Button>}
						{found.sure.total > 0 && (
							<Button variant="filled" disabled={busy} onClick={() => void store()}>
								{text.storeSure(found.sure.total, shown(found.sure.total))}
							</Button>
						)}
					</>
				}
			>
				<CountList counts={kinds.map((kind) => ({ label: label(kind), number: shown(count(kind)) }))} />
			</Section>
			<Uncertain pairs={found.uncertain} nameOf={nameOf} />
			{found.repeated.total > 0 && (
				<Section title={text.repeated} lead={text.repeatedLead}>
					<ul className={styles.list}>
						{found.repeated.first.map((one) => (
							<li key={`${one.roundId} ${one.code}`}>
								{text.repeatedLine(one.code, nameOf(one.roundId), shown(one.responses.length))}:{' '}
								{one.responses.map((response) => (
									<ResponseLink key={response.responseId} response={response} />
								))}
							</li>
						))}
					</ul>
				</Section>
			)}
			{found.unmatched.total > 0 && (
				<Section title={text.unmatched} lead={text.unmatchedLead}>
					<ul className={styles.list}>
						{found.unmatched.first.map((one) => (
							<li key={one.responseId}>
								<span className={styles.code}>{one.code}</span> · {nameOf(one.roundId)} <ResponseLink response={one} />
							</li>
						))}
					</ul>
					{found.unmatched.total > found.unmatched.first.length && (
						<p className={styles.quiet}>{text.more(shown(found.unmatched.total - found.unmatched.first.length))}</p>
					)}
				</Section>
			)}
		</>
	);
}

function ResponseLink({ response: { roundId, responseId } }: { response: Coded }) {
	const { asked } = useText();
	return (
		<>
			<Link to={`/collect/round/${roundId}/answer?response=${responseId}`}>{asked.links.response}</Link>{' '}
		</>
	);
}

/** The pairs that a person has to settle, one after another by keys. */
function Uncertain({ pairs, nameOf }: { pairs: Found['uncertain']; nameOf: (roundId: number) => string }) {
	const { asked } = useText();
	const text = asked.links;
	const language = useLanguage();
	const { showDone } = useNotes();
	const { run: settle } = useRun('link.settle');
	const [at, setAt] = useState(0);
	const body = useRef<HTMLTableSectionElement>(null);
	/** The pairs as they were when one of them was settled: the next of them takes its place, and the focus. */
	const settled = useRef<Found['uncertain'] | null>(null);
	const current = Math.min(at, pairs.first.length - 1);
	useEffect(() => {
		if (!settled.current || settled.current === pairs) return;
		settled.current = null;
		body.current?.querySelectorAll<HTMLElement>('tr')[current]?.focus();
	}, [pairs, current]);
	if (pairs.total === 0) return null;
	const focus = (index: number) => {
		setAt(index);
		body.current?.querySelectorAll<HTMLElement>('tr')[index]?.focus();
	};
	const decide = async (pair: Pair, same: boolean) => {
		if (!(await settle({ a: pair.a.responseId, b: pair.b.responseId, same }))) return;
		showDone((same ? text.settledYes : text.settledNo)(pair.a.code, pair.b.code), asked.undoTakesBack);
		settled.current = pairs;
	};
	return (
		<Section title={text.uncertain} lead={text.uncertainLead}>
			<div className={table.scroll}>
				<table className={`${table.plain} ${styles.pairs}`}>
					<tbody ref={body}>
						{pairs.first.map((pair, index) => (
							<tr
								key={`${pair.a.responseId} ${pair.b.responseId}`}
								data-current={index === current || undefined}
								tabIndex={index === current ? 0 : -1}
								onFocus={() => setAt(index)}
								onKeyDown={(event) => {
									if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
									const key = event.key.toLowerCase();
									if (key === 'j' || key === 'y') void decide(pair, true);
									else if (key === 'n') void decide(pair, false);
									else if (key === 'arrowdown') focus(Math.min(index + 1, pairs.first.length - 1));
									else if (key === 'arrowup') focus(Math.max(index - 1, 0));
									else return;
									event.preventDefault();
									event.stopPropagation();
								}}
							>
								<th scope="row">
									<Side one={pair.a} nameOf={nameOf} />
								</th>
								<td>
									<Side one={pair.b} nameOf={nameOf} />
								</td>
								<td>
									{text.likeness[pair.likeness]}
									<span className={styles.note}>{pair.only ? text.only : text.several}</span>
								</td>
								<td>
									<div className={styles.buttons}>
										<Button size="xs" onClick={() => void decide(pair, true)}>
											{text.yes}
										</Button>
										<Button size="xs" onClick={() => void decide(pair, false)}>
											{text.no}
										</Button>
									</div>
								</td>
							</tr>
						))}
					</tbody>
				</table>
			</div>
			{pairs.total > pairs.first.length && (
				<p className={styles.quiet}>{text.more(formatNumber(pairs.total - pairs.first.length, language))}</p>
			)}
		</Section>
	);
}

function Side({ one, nameOf }: { one: Coded; nameOf: (roundId: number) => string }) {
	return (
		<>
			<span className={styles.code}>{one.code}</span>
			<span className={styles.note}>
				{nameOf(one.roundId)}, <ResponseLink response={one} />
			</span>
		</>
	);
}
