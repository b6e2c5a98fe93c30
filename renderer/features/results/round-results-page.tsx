import { Button } from '@mantine/core';
import { type KeyboardEvent, useRef } from 'react';
import { Link } from 'wouter';
import { shortName } from '#shared/domain/instrument/text.ts';
import { breakdownOf } from '#shared/domain/results/breakdown.ts';
import type { Analysis } from '#shared/domain/results/model.ts';
import { sentenceOf } from '#shared/domain/results/sentence.ts';
import { useCall } from '../../api/use-call.ts';
import { useCommands } from '../../app/commands.tsx';
import { useLanguage, useText } from '../../app/text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { useAddress } from './address.ts';
import { Controls } from './controls.tsx';
import { ItemBlocks } from './item-blocks.tsx';
import { ItemDetails } from './item-details.tsx';
import { OwnTable, OwnTableEditor } from './own-table.tsx';
import { WhoAnswered } from './who-answered.tsx';

/** The results of a round, to be read from top to bottom: who answered, the questions by scale, the rest, the open answers. */
export function RoundResultsPage({ id }: { id: number }) {
	const text = useText();
	const base = useCall('results.analyse', { roundId: id, language: useLanguage() }, { keep: true });
	const round = useCall('round.get', { id });
	if (base.error) {
		return (
			<Page title={text.frame.rooms.analyse}>
				<ErrorNote error={base.error} />
			</Page>
		);
	}
	if (!base.data || !round.data) {
		return (
			<Page title={round.data?.name ?? text.frame.rooms.analyse}>
				<Loading />
			</Page>
		);
	}
	if (base.data.answered === 0) return <NobodyYet id={id} name={round.data.name} />;
	return <Results analysis={base.data} instrumentId={round.data.instrumentId} />;
}

function NobodyYet({ id, name }: { id: number; name: string }) {
	const words = useText().results.page;
	return (
		<Page title={name}>
			<EmptyState
				title={words.empty}
				actions={
					<>
						<Button component={Link} to={`/collect/round/${id}/import`} variant="filled">
							{words.import}
						</Button>
						<Button component={Link} to={`/collect/round/${id}/answer`}>
							{words.enter}
						</Button>
					</>
				}
			>
				{words.emptyText}
			</EmptyState>
		</Page>
	);
}

function Results({ analysis, instrumentId }: { analysis: Analysis; instrumentId: number }) {
	const text = useText();
	const language = useLanguage();
	const [address, change] = useAddress();
	const list = useRef<HTMLDivElement>(null);
	const by = breakdownOf(analysis.items, address.by);
	const grouping = { roundId: analysis.roundId, by: by ?? undefined, singleGroupOnly: address.single };
	const options = { enabled: by !== null, keep: true };
	const grouped = useCall('results.analyse', { ...grouping, language }, options);
	const project = useCall('project.get', {});
	const instrument = useCall('instrument.get', { id: instrumentId });
	// The report may be in another language than the window.
	const reportLanguage = project.data?.language ?? language;
	const told = useCall('results.analyse', { ...grouping, language: reportLanguage });

	const chosen =
		analysis.items.find((item) => item.id === address.item) ??
		analysis.items.find((item) => item.topTwo !== null) ??
		analysis.items.find((item) => item.options.length > 0);
	const choose = (item: string, replace = false) => change({ item }, replace);
	const step = (by: -1 | 1) => {
		const buttons = [...(list.current?.querySelectorAll<HTMLElement>('[data-item]') ?? [])];
		const at = buttons.findIndex((button) => button.dataset.item === chosen?.id);
		const next = buttons[Math.min(buttons.length - 1, Math.max(0, at + by))];
		next?.focus();
		if (next?.dataset.item) choose(next.dataset.item, true);
	};
	useCommands([
		{
			id: 'results.next',
			label: text.results.controls.nextItem,
			section: text.frame.rooms.analyse,
			run: () => step(1),
		},
		{
			id: 'results.previous',
			label: text.results.controls.previousItem,
			section: text.frame.rooms.analyse,
			run: () => step(-1),
		},
	]);
	const onKeyDown = (event: KeyboardEvent) => {
		if (!(event.target as HTMLElement).matches('[data-item]')) return;
		if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
		event.preventDefault();
		step(event.key === 'ArrowDown' ? 1 : -1);
	};

	const smallestGroup = project.data?.smallestGroup ?? 1;
	const toldItem = told.data?.items.find((item) => item.id === chosen?.id);
	const inSeveral = by === null ? 0 : (grouped.data?.by?.inSeveral ?? 0);
	const leads = new Map((instrument.data?.definition.items ?? []).map((item) => [item.id, shortName(item, language)]));
	return (
		<Page
			title={analysis.round}
			subtitle={<WhoAnswered analysis={analysis} inSeveral={inSeveral} />}
			detailsLabel={address.view === 'table' ? text.results.table.edit : text.results.details.label}
			details={
				address.view === 'table' ? (
					<OwnTableEditor analysis={analysis} address={address} change={change} />
				) : (
					chosen && (
						<ItemDetails
							item={chosen}
							grouped={by === null || by === chosen.id ? null : (grouped.data ?? null)}
							smallestGroup={smallestGroup}
							sentence={toldItem ? sentenceOf(toldItem, reportLanguage, smallestGroup) : null}
							sentenceLanguage={reportLanguage}
							single={address.single}
							setSingle={(single) => change({ single: single ? '1' : null })}
						/>
					)
				)
			}
		>
			<Controls analysis={analysis} address={address} by={by} change={change} />
			{grouped.error && <ErrorNote error={grouped.error} />}
			{address.view === 'table' ? (
				<OwnTable analysis={analysis} leads={leads} address={address} />
			) : (
				// biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys go from button to button in it
				<div ref={list} onKeyDown={onKeyDown}>
					<ItemBlocks
						analysis={analysis}
						view={address.view}
						order={address.order}
						chosen={chosen?.id ?? null}
						choose={choose}
					/>
				</div>
			)}
		</Page>
	);
}
