import { Button } from '@mantine/core';
import {
	IconChartBar,
	IconDeviceTablet,
	IconFileCode,
	IconFileImport,
	IconMessages,
	IconPencilPlus,
	IconUsersGroup,
} from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Round } from '#shared/contract/round.ts';
import { brokenAnswers } from '#shared/domain/responses/breaches.ts';
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
import { ShareBar } from '../../ui/share-bar.tsx';
import { StartKiosk } from '../kiosk/start-kiosk.tsx';
import styles from './collect.module.css';
import { ResponseTable } from './response-table.tsx';
import { RoundDetails } from './round-details.tsx';
import { useInstrumentTitle } from './use-instrument-title.ts';
import { WaysIn } from './ways-in.tsx';

/** One round: how many have answered, their responses, and the ways to get more. */
export function RoundPage({ id }: { id: number }) {
	const { round: text, form: formText, asked: askedText, frame } = useText();
	const language = useLanguage();
	const found = useCall('round.get', { id });
	const round = found.data;
	const titleOf = useInstrumentTitle();
	const enter = () => navigate(`/collect/round/${id}/answer`);
	const importFile = () => navigate(`/collect/round/${id}/import`);
	const asked = () => navigate(`/collect/round/${id}/asked`);
	const results = () => navigate(`/analyse/round/${id}`);
	const interview = () => navigate(`/collect/round/${id}/interview`);
	const form = () => navigate(`/collect/round/${id}/form`);
	const [kiosk, setKiosk] = useState(false);
	const instrumentId = round?.instrumentId ?? 0;
	const instrument = useCall('instrument.get', { id: instrumentId }, { enabled: kiosk && instrumentId > 0 }).data;
	const { sections } = frame.search;
	const isOpen = round?.closedAt === null;
	useCommands([
		{
			id: 'response.enter',
			label: text.enter,
			section: sections.do,
			shortcut: 'r',
			icon: IconPencilPlus,
			enabled: isOpen,
			run: enter,
		},
		{
			id: 'response.import',
			label: text.import,
			section: sections.do,
			shortcut: 'i',
			icon: IconFileImport,
			enabled: isOpen,
			run: importFile,
		},
		{
			id: 'round.kiosk',
			label: text.kiosk,
			section: sections.do,
			icon: IconDeviceTablet,
			enabled: isOpen,
			run: () => setKiosk(true),
		},
		{
			id: 'round.interview',
			label: text.interview,
			section: sections.do,
			icon: IconMessages,
			enabled: isOpen,
			run: interview,
		},
		{ id: 'round.form', label: formText.open, section: sections.do, icon: IconFileCode, run: form },
		{ id: 'round.asked', label: askedText.open, section: sections.go, icon: IconUsersGroup, run: asked },
		{ id: 'round.results', label: text.results, section: sections.go, icon: IconChartBar, run: results },
	]);
	if (found.error || !round)
		return (
			<Page title={text.title}>
				{found.error ? <ErrorNote error={found.error} retry={() => void found.refetch()} /> : <Loading />}
			</Page>
		);
	const buttons = (
		<>
			<Button leftSection={<IconFileImport size={17} stroke={1.6} />} disabled={!isOpen} onClick={importFile}>
				{text.import}
			</Button>
			<Button
				variant="filled"
				leftSection={<IconPencilPlus size={17} stroke={1.6} />}
				disabled={!isOpen}
				onClick={enter}
			>
				{text.enter}
			</Button>
		</>
	);
	return (
		<Page
			title={round.name}
			subtitle={`${titleOf(round)} · ${round.date ? formatDate(round.date, language) : text.noDate}`}
			actions={round.answered > 0 ? buttons : undefined}
			detailsLabel={text.details}
			details={<RoundDetails key={round.uid} round={round} />}
		>
			{round.answered === 0 ? (
				<EmptyState title={text.noResponsesTitle} actions={buttons}>
					{text.noResponses}
				</EmptyState>
			) : (
				<>
					<Rate round={round} />
					<Section title={text.responses}>
						<ResponseTable roundId={id} />
					</Section>
				</>
			)}
			<WaysIn isOpen={isOpen} roundId={id} onKiosk={() => setKiosk(true)} />
			<Imports roundId={id} />
			{kiosk && instrument && (
				<StartKiosk roundId={id} instrument={instrument.definition} onClose={() => setKiosk(false)} />
			)}
		</Page>
	);
}

function Rate({ round }: { round: Round }) {
	const { round: text } = useText();
	const language = useLanguage();
	const answered = formatNumber(round.answered, language);
	const rate = round.invited ? (100 * round.answered) / round.invited : null;
	return (
		<Section
			title={text.rate}
			actions={
				<Link to={`/analyse/round/${round.id}`} className={styles.plainLink}>
					{text.results}
				</Link>
			}
		>
			<p className={styles.rate}>
				{rate !== null && <strong className={styles.rateNumber}>{formatPercent(rate, language)}</strong>}
				<span>
					{round.invited
						? text.answeredOf(answered, formatNumber(round.invited, language))
						: text.answered(round.answered, answered)}
				</span>
			</p>
			{rate !== null && <ShareBar percent={rate} />}
			{rate === null && <p className={styles.quiet}>{text.rateUnknown}</p>}
			{rate !== null && rate > 100 && <p className={styles.warn}>{text.moreThanInvited}</p>}
			{round.partial > 0 && <p className={styles.quiet}>{text.partial(round.partial)}</p>}
		</Section>
	);
}

function Imports({ roundId }: { roundId: number }) {
	const { round: text } = useText();
	const language = useLanguage();
	const imports = useCall('response.imports', { roundId }).data ?? [];
	if (imports.length === 0) return null;
	return (
		<Section title={text.imports}>
			<ul className={styles.plainList}>
				{imports.map((one) => (
					<li key={one.id}>
						<span className={styles.strong}>{one.name}</span>
						<span className={styles.quiet}>
							{formatDate(one.at, language)} ·{' '}
							{text.importLine(
								one.stored,
								one.skipped,
								new Set(one.problems.map((problem) => problem.row)).size,
								brokenAnswers(one.breaches),
							)}
						</span>
					</li>
				))}
			</ul>
		</Section>
	);
}
