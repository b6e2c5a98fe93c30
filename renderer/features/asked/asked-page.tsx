import { Button } from '@mantine/core';
import { IconFileImport, IconLink, IconMail, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { formatNumber } from '#shared/i18n/format.ts';
import { useCall } from '../../api/use-call.ts';
import { useCommands } from '../../app/commands.tsx';
import { navigate } from '../../app/hash-location.ts';
import { useLanguage, useText } from '../../app/text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { KeysBar } from '../../ui/keys-bar.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { AskedList } from './asked-list.tsx';
import { GroupsDialog } from './groups-dialog.tsx';
import { NonResponseSection } from './non-response-section.tsx';
import { PersonDialog } from './person-dialog.tsx';
import { RatesSection } from './rates-section.tsx';

/** Who was asked in a round: how many have answered, of which groups, and who they are while the key file is open. */
export function AskedPage({ id }: { id: number }) {
	const { asked: text, frame } = useText();
	const language = useLanguage();
	const found = useCall('round.get', { id });
	const smallest = useCall('project.get', {}).data?.smallestGroup ?? 0;
	const round = found.data;
	const importList = () => navigate(`/collect/round/${id}/asked/import`);
	const send = () => navigate(`/collect/round/${id}/asked/send`);
	const match = () => navigate(`/collect/round/${id}/asked/match`);
	const [open, setOpen] = useState<'person' | 'groups' | null>(null);
	const { sections } = frame.search;
	useCommands([
		{ id: 'asked.import', label: text.import, section: sections.do, icon: IconFileImport, run: importList },
		{
			id: 'asked.send',
			label: text.send,
			section: sections.do,
			icon: IconMail,
			enabled: (round?.listed ?? 0) > 0,
			run: send,
		},
		{ id: 'asked.add', label: text.add, section: sections.do, icon: IconUserPlus, run: () => setOpen('person') },
		{ id: 'asked.groups', label: text.groupsOpen, section: sections.do, icon: IconUsers, run: () => setOpen('groups') },
		{
			id: 'asked.match',
			label: text.match.open,
			section: sections.go,
			icon: IconLink,
			enabled: round?.promise === 'confidential',
			run: match,
		},
		{ id: 'asked.round', label: text.toRound, section: sections.go, run: () => navigate(`/collect/round/${id}`) },
	]);
	if (found.error || !round)
		return (
			<Page title={text.title}>
				{found.error ? <ErrorNote error={found.error} retry={() => void found.refetch()} /> : <Loading />}
			</Page>
		);
	const importButton = (variant: 'default' | 'filled') => (
		<Button variant={variant} leftSection={<IconFileImport size={17} stroke={1.6} />} onClick={importList}>
			{text.import}
		</Button>
	);
	const empty = round.listed === 0;
	return (
		<Page
			title={text.title}
			kicker={round.name}
			subtitle={empty ? undefined : text.listed(round.listed, formatNumber(round.listed, language))}
			actions={
				<>
					<Button variant="subtle" onClick={() => navigate(`/collect/round/${id}`)}>
						{text.toRound}
					</Button>
					{!empty && (
						<>
							{importButton('default')}
							<Button variant="filled" leftSection={<IconMail size={17} stroke={1.6} />} onClick={send}>
								{text.send}
							</Button>
						</>
					)}
				</>
			}
		>
			{empty ? (
				<EmptyState
					title={text.emptyTitle}
					actions={
						<>
							{importButton('filled')}
							<Button onClick={() => setOpen('person')}>{text.add}</Button>
						</>
					}
				>
					<p>{text.empty}</p>
					<p>{text.emptyKept}</p>
				</EmptyState>
			) : (
				<>
					<KeysBar why={text.closed} />
					<RatesSection roundId={id} smallest={smallest} />
					<NonResponseSection roundId={id} />
					<AskedList
						roundId={id}
						actions={
							<>
								{round.promise === 'confidential' && round.answered > 0 && (
									<Link to={`/collect/round/${id}/asked/match`}>{text.match.open}</Link>
								)}
								<Button size="xs" onClick={() => setOpen('groups')}>
									{text.groupsOpen}
								</Button>
								<Button size="xs" onClick={() => setOpen('person')}>
									{text.add}
								</Button>
							</>
						}
					/>
				</>
			)}
			{open === 'person' && <PersonDialog roundId={id} row={null} onClose={() => setOpen(null)} />}
			{open === 'groups' && <GroupsDialog roundId={id} onClose={() => setOpen(null)} />}
		</Page>
	);
}
