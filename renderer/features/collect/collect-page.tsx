import { Button, Table } from '@mantine/core';
import { IconLink, IconPlus } from '@tabler/icons-react';
import { Link, useSearch } from 'wouter';
import type { Round } from '#shared/contract/round.ts';
import { formatDate, formatNumber, formatPercent } from '#shared/i18n/format.ts';
import { useCall } from '../../api/use-call.ts';
import { useCommands } from '../../app/commands.tsx';
import { navigate } from '../../app/hash-location.ts';
import { useLanguage, useText } from '../../app/text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { NewRound } from './new-round.tsx';
import { useInstrumentTitle } from './use-instrument-title.ts';

/** The room Datainsamling: the rounds, and a new one (`?new=`, with the questionnaire it is to ask). */
export function CollectPage() {
	const { round: text, frame, asked, exchange } = useText();
	const rounds = useCall('round.list', {});
	const wanted = new URLSearchParams(useSearch()).get('new');
	const begin = () => navigate('/collect?new=');
	const links = () => navigate('/collect/links');
	useCommands([
		{ id: 'link.open', label: asked.links.open, section: frame.search.sections.go, icon: IconLink, run: links },
		{ id: 'round.new', label: text.add, section: frame.search.sections.do, shortcut: 'n', icon: IconPlus, run: begin },
	]);
	const add = (
		<Button variant="filled" leftSection={<IconPlus size={17} stroke={1.6} />} onClick={begin}>
			{text.add}
		</Button>
	);
	const none = rounds.data?.length === 0;
	return (
		<Page title={text.title} subtitle={text.subtitle} actions={wanted === null && !none ? add : undefined}>
			{rounds.error && <ErrorNote error={rounds.error} retry={() => void rounds.refetch()} />}
			{rounds.isPending && <Loading />}
			{wanted !== null && <NewRound key={wanted} wanted={wanted} />}
			{none && wanted === null && (
				<EmptyState
					title={text.emptyTitle}
					actions={
						<>
							{add}
							<Button onClick={() => navigate('/design/instrument/from-answers')}>{exchange.answers.open}</Button>
						</>
					}
				>
					{text.empty}
				</EmptyState>
			)}
			{rounds.data && !none && (
				<Section
					title={text.rounds}
					lead={text.lead}
					actions={rounds.data.length > 1 && <Link to="/collect/links">{asked.links.open}</Link>}
				>
					<RoundTable rounds={rounds.data} />
				</Section>
			)}
		</Page>
	);
}

function RoundTable({ rounds }: { rounds: readonly Round[] }) {
	const { round: text } = useText();
	const language = useLanguage();
	const titleOf = useInstrumentTitle();
	const { columns } = text;
	return (
		<Table.ScrollContainer minWidth={620}>
			<Table verticalSpacing="sm">
				<Table.Thead>
					<Table.Tr>
						<Table.Th>{columns.name}</Table.Th>
						<Table.Th>{columns.instrument}</Table.Th>
						<Table.Th>{columns.date}</Table.Th>
						<Table.Th ta="right">{columns.answered}</Table.Th>
						<Table.Th ta="right">{columns.rate}</Table.Th>
					</Table.Tr>
				</Table.Thead>
				<Table.Tbody>
					{rounds.map((one) => (
						<Table.Tr key={one.id}>
							<Table.Td>
								<Link to={`/collect/round/${one.id}`}>{one.name}</Link>
							</Table.Td>
							<Table.Td>{titleOf(one)}</Table.Td>
							<Table.Td>{one.date ? formatDate(one.date, language) : text.noDate}</Table.Td>
							<Table.Td ta="right">{formatNumber(one.answered, language)}</Table.Td>
							<Table.Td ta="right">
								{one.invited ? formatPercent((100 * one.answered) / one.invited, language) : '–'}
							</Table.Td>
						</Table.Tr>
					))}
				</Table.Tbody>
			</Table>
		</Table.ScrollContainer>
	);
}
