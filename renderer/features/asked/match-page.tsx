import { Button, NativeSelect } from '@mantine/core';
import { useSearch } from 'wouter';
import type { Input, Output } from '#shared/contract/calls.ts';
import { formatNumber } from '#shared/i18n/format.ts';
import { useCall } from '../../api/use-call.ts';
import { useRun } from '../../api/use-run.ts';
import { navigate } from '../../app/hash-location.ts';
import { useNotes } from '../../app/notes.tsx';
import { useLanguage, useText } from '../../app/text.tsx';
import { CountList } from '../../ui/count-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { KeysBar } from '../../ui/keys-bar.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './asked.module.css';
import { codeItemName } from './code-item-name.ts';
import { MatchByHand } from './match-by-hand.tsx';

type Matching = Input<'asked.match'>;
type Found = Output<'asked.match'>;
const kinds = ['linked', 'free', 'sure', 'uncertain', 'unmatched', 'without'] as const;
const known = ['ownId', 'code', 'email'] as const;

/** Responses of a confidential round linked with people in its list: by a code in them, or by hand. */
export function MatchPage({ id }: { id: number }) {
	const { asked } = useText();
	const text = asked.match;
	const round = useCall('round.get', { id });
	const keysOpen = useCall('keys.status', {}).data?.state === 'open';
	const why = !round.data
		? null
		: round.data.promise === 'anonymous'
			? text.anonymous
			: round.data.listed === 0
				? text.noList
				: null;
	return (
		<Page
			title={text.title}
			kicker={round.data?.name}
			subtitle={text.lead}
			actions={
				<Button variant="subtle" onClick={() => navigate(`/collect/round/${id}/asked`)}>
					{asked.title}
				</Button>
			}
		>
			{round.error && <ErrorNote error={round.error} />}
			{round.isPending && <Loading />}
			{why && <EmptyState title={text.title}>{why}</EmptyState>}
			{round.data && !why && (
				<>
					<KeysBar why={text.needsKeys} />
					{keysOpen && <ByCode roundId={id} />}
					<MatchByHand roundId={id} />
				</>
			)}
		</Page>
	);
}

/** Where the code stands, as the address says it: "code" or a question's id; and what it is held against. */
function ByCode({ roundId }: { roundId: number }) {
	const { asked } = useText();
	const text = asked.match;
	const language = useLanguage();
	const query = new URLSearchParams(useSearch());
	const option = useCall('link.rounds', {}).data?.find((one) => one.roundId === roundId);
	if (!option) return <Loading />;
	const guess = option.guess?.kind === 'items' ? option.guess.items[0] : option.guess?.kind;
	const choices = [
		...(option.coded > 0 ? [{ value: 'code', label: asked.links.sourceCode }] : []),
		...option.items.map((item) => ({ value: item.id, label: codeItemName(item, language) })),
	];
	const source = choices.find(({ value }) => value === (query.get('source') ?? guess));
	const by = known.find((one) => one === query.get('by')) ?? 'ownId';
	const put = (name: 'source' | 'by', value: string) => {
		query.set(name, value);
		navigate(`?${query}`, { replace: true });
	};
	return (
		<Section title={text.byCode}>
			<div className={styles.pair}>
				<NativeSelect
					label={text.source}
					value={source?.value ?? ''}
					data={source ? choices : [{ value: '', label: asked.links.sourceNone }, ...choices]}
					onChange={(event) => put('source', event.currentTarget.value)}
				/>
				<NativeSelect
					label={text.against}
					value={by}
					data={known.map((value) => ({ value, label: text.by[value] }))}
					onChange={(event) => put('by', event.currentTarget.value)}
				/>
			</div>
			{source && (
				<Result
					input={{
						roundId,
						by,
						source: source.value === 'code' ? { kind: 'code' } : { kind: 'items', items: [source.value] },
					}}
				/>
			)}
		</Section>
	);
}

function Result({ input }: { input: Matching }) {
	const { asked } = useText();
	const text = asked.match;
	const language = useLanguage();
	const { showDone } = useNotes();
	const found = useCall('asked.match', input, { keep: true });
	const { run: linkSure, busy } = useRun('asked.linkSure');
	if (found.error) return <ErrorNote error={found.error} retry={() => void found.refetch()} />;
	if (!found.data) return <Loading />;
	const { data } = found;
	const shown = (n: number) => formatNumber(n, language);
	const count = (kind: (typeof kinds)[number]) => {
		const value = data[kind];
		return typeof value === 'number' ? value : value.total;
	};
	const store = async () => {
		const done = await linkSure(input);
		if (done) showDone(text.linkedNow(done.linked, shown(done.linked)), asked.undoTakesBack);
	};
	return (
		<>
			<CountList
				busy={found.isPlaceholderData}
				counts={kinds.map((kind) => {
					const words = text.counts[kind];
					return { label: typeof words === 'string' ? words : words(count(kind)), number: shown(count(kind)) };
				})}
			/>
			{data.sure.total > 0 && (
				<div className={styles.sure}>
					<Button variant="filled" disabled={busy} onClick={() => void store()}>
						{text.linkSure(data.sure.total, shown(data.sure.total))}
					</Button>
				</div>
			)}
			{data.uncertain.total > 0 && <Uncertain pairs={data.uncertain} />}
		</>
	);
}

function Uncertain({ pairs }: { pairs: Found['uncertain'] }) {
	const { asked } = useText();
	const text = asked.match;
	const language = useLanguage();
	const { showDone } = useNotes();
	const { run: link, busy } = useRun('asked.link');
	const { columns } = text;
	const shown = (n: number) => formatNumber(n, language);
	return (
		<div className={styles.settle}>
			<h3 className={styles.subtitle}>{text.uncertain}</h3>
			<p className={styles.quiet}>{text.uncertainLead}</p>
			<PlainTable
				label={text.uncertain}
				words={[columns.response, columns.code, columns.person, columns.known, columns.action]}
				unseen={columns.action}
			>
				{pairs.first.map(({ responseId, response, code, askedId, number, name, known: has, only }) => {
					const who = name || asked.person(shown(number));
					const go = async () => {
						if (await link({ responseId, askedId })) showDone(text.done(shown(response), who), asked.undoTakesBack);
					};
					return (
						<tr key={`${responseId} ${askedId}`}>
							<td>{shown(response)}</td>
							<td className={styles.code}>{code}</td>
							<th scope="row">
								{who}
								{!only && <span className={styles.note}>{text.several}</span>}
							</th>
							<td className={styles.code}>{has}</td>
							<td>
								<Button
									size="xs"
									disabled={busy}
									aria-label={text.linkNamed(shown(response), who)}
									onClick={() => void go()}
								>
									{text.link}
								</Button>
							</td>
						</tr>
					);
				})}
			</PlainTable>
		</div>
	);
}
