import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useSearch } from 'wouter';
import type { Output } from '#shared/contract/calls.ts';
import type { CodeSource } from '#shared/contract/link.ts';
import { formatDate, formatNumber } from '#shared/i18n/format.ts';
import { useCall } from '../../api/use-call.ts';
import { navigate } from '../../app/hash-location.ts';
import { useLanguage, useText } from '../../app/text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './asked.module.css';
import { codeItemName } from './code-item-name.ts';
import { LinkResult } from './link-result.tsx';

type RoundOption = Output<'link.rounds'>[number];
/** Rounds in the address: "1:code,2:kod+dag", each with where its code is. */
type Chosen = Map<number, CodeSource>;

const most = 10;
const asWord = (source: CodeSource) => (source.kind === 'code' ? 'code' : source.items.join('+'));

function readChosen(query: string): Chosen {
	const parts = (new URLSearchParams(query).get('rounds') ?? '').split(',');
	return new Map(
		parts.flatMap((part) => {
			const [, id, word = ''] = /^(\d{1,15}):(.*)$/.exec(part) ?? [];
			const items = word.split('+').filter((item) => item !== '');
			if (!id || items.length === 0) return [];
			return [[Number(id), word === 'code' ? { kind: 'code' } : { kind: 'items', items: items.slice(0, 6) }] as const];
		}),
	);
}

function address(chosen: Chosen): string {
	const parts = [...chosen].map(([id, source]) => `${id}:${asWord(source)}`).join(',');
	return `?${new URLSearchParams({ rounds: parts })}`;
}

/** The same people over rounds, by codes: which rounds and codes, what is sure, and what a person has to settle. */
export function LinksPage() {
	const { asked } = useText();
	const text = asked.links;
	const found = useCall('link.rounds', {});
	const query = useSearch();
	const chosen = readChosen(query);
	const rounds = (found.data ?? []).filter(({ roundId }) => chosen.has(roundId));
	const usable = (found.data ?? []).filter(({ responses }) => responses > 0);
	return (
		<Page title={text.title} subtitle={text.subtitle}>
			{found.error && <ErrorNote error={found.error} retry={() => void found.refetch()} />}
			{found.isPending && <Loading />}
			{found.data && usable.length < 2 && <EmptyState title={text.fewTitle}>{text.few}</EmptyState>}
			{usable.length >= 2 && (
				<>
					<Section title={text.choose} lead={text.chooseLead}>
						{usable.map((round) => (
							<RoundRow key={round.roundId} round={round} chosen={chosen} />
						))}
					</Section>
					{rounds.length >= 2 && (
						<LinkResult
							key={query}
							rounds={rounds.map(({ roundId, name }) => ({
								roundId,
								name,
								source: chosen.get(roundId) ?? { kind: 'code' },
							}))}
						/>
					)}
				</>
			)}
		</Page>
	);
}

function RoundRow({ round, chosen }: { round: RoundOption; chosen: Chosen }) {
	const { asked } = useText();
	const text = asked.links;
	const language = useLanguage();
	const source = chosen.get(round.roundId);
	const put = (next: CodeSource | null) => {
		const after = new Map(chosen);
		if (next) after.set(round.roundId, next);
		else after.delete(round.roundId);
		navigate(address(after), { replace: true });
	};
	const usual: CodeSource | null =
		round.guess ?? (round.items[0] ? { kind: 'items', items: [round.items[0].id] } : null);
	const parts = source?.kind === 'items' ? source.items : [];
	const options = round.items.map(({ id, text: label }) => ({
		value: id,
		label: codeItemName({ id, text: label }, language),
	}));
	const details = [
		text.responses(round.responses, formatNumber(round.responses, language)),
		...(round.date ? [formatDate(round.date, language, 'short')] : []),
	].join(' · ');
	return (
		<div className={styles.roundRow}>
			<Checkbox
				label={round.name}
				description={details}
				checked={source !== undefined}
				disabled={!source && (usual === null || chosen.size >= most)}
				onChange={(event) => put(event.currentTarget.checked ? usual : null)}
			/>
			{source && (
				<div className={styles.form}>
					<NativeSelect
						aria-label={text.source(round.name)}
						value={asWord(source).split('+')[0] ?? ''}
						onChange={(event) => {
							const value = event.currentTarget.value;
							put(value === 'code' ? { kind: 'code' } : { kind: 'items', items: [value, ...parts.slice(1)] });
						}}
						data={[...(round.coded > 0 ? [{ value: 'code', label: text.sourceCode }] : []), ...options]}
					/>
					{parts.slice(1).map((part, at) => (
						<NativeSelect
							// biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the code
							key={at}
							aria-label={`${text.part(String(at + 2))} ${round.name}`}
							value={part}
							data={[{ value: '', label: '–' }, ...options]}
							onChange={(event) => {
								const value = event.currentTarget.value;
								put({ kind: 'items', items: value ? parts.with(at + 1, value) : parts.toSpliced(at + 1, 1) });
							}}
						/>
					))}
					{parts.length > 0 && parts.length < 6 && round.items.length > parts.length && (
						<Button
							size="xs"
							variant="subtle"
							onClick={() => {
								const next = round.items.find(({ id }) => !parts.includes(id));
								if (next) put({ kind: 'items', items: [...parts, next.id] });
							}}
						>
							{text.addPart}
						</Button>
					)}
				</div>
			)}
		</div>
	);
}
