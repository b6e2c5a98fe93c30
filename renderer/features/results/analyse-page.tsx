import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { formatDate, formatNumber, formatPercent } from '#shared/i18n/format.ts';
import { useCall } from '../../api/use-call.ts';
import { useLanguage, useText } from '../../app/text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './results.module.css';

/** The room of analysis: the rounds with how many answered, each leading to its results. */
export function AnalysePage() {
	const text = useText();
	const words = text.results.page;
	const language = useLanguage();
	const rounds = useCall('round.list', {});
	const number = (value: number) => formatNumber(value, language);
	return (
		<Page title={text.frame.rooms.analyse}>
			{rounds.error && <ErrorNote error={rounds.error} />}
			{!rounds.data && !rounds.error && <Loading />}
			{rounds.data?.length === 0 && (
				<EmptyState
					title={words.noRounds}
					actions={
						<Button component={Link} to="/collect" variant="filled">
							{words.toCollect}
						</Button>
					}
				>
					{words.noRoundsText}
				</EmptyState>
			)}
			{rounds.data && rounds.data.length > 0 && (
				<Section title={words.rounds} lead={words.roundsLead}>
					<ul className={styles.rounds}>
						{rounds.data.map((round) => (
							<li key={round.id}>
								<Link to={`/analyse/round/${round.id}`}>{round.name}</Link>
								<span className={styles.second}>
									{round.date && `${formatDate(round.date, language)} · `}
									{round.invited
										? `${words.answeredOf(number(round.answered), number(round.invited))} (${formatPercent((100 * round.answered) / round.invited, language)})`
										: words.answered(number(round.answered))}
								</span>
							</li>
						))}
					</ul>
				</Section>
			)}
			<p className={styles.groupNote}>{words.materialLead}</p>
		</Page>
	);
}
