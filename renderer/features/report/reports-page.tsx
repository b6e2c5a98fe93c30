import { Link } from 'wouter';
import { formatDate, formatNumber } from '#shared/i18n/format.ts';
import { useCall } from '../../api/use-call.ts';
import { useLanguage, useText } from '../../app/text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { NewReport } from './new-report.tsx';
import styles from './report.module.css';

/** All reports of the project, and a new one from a template. */
export function ReportsPage() {
	const text = useText();
	const language = useLanguage();
	const words = text.report.screen;
	const { data, error, refetch } = useCall('report.list', {});
	return (
		<Page title={words.reports} subtitle={words.reportsLead} width="reading">
			{error && <ErrorNote error={error} retry={() => void refetch()} />}
			{!data && !error && <Loading />}
			{data?.length === 0 && <EmptyState title={words.none}>{words.noneHelp}</EmptyState>}
			{data && data.length > 0 && (
				<ul className={styles.reports}>
					{data.map((one) => (
						<li key={one.id}>
							<Link to={`/report/${one.id}`} className={styles.report}>
								<span className={styles.reportTitle}>{one.title}</span>
								<span className={styles.reportFacts}>
									{text.report.words(one.words, formatNumber(one.words, language))} ·{' '}
									{formatDate(one.updatedAt, language)}
								</span>
							</Link>
						</li>
					))}
				</ul>
			)}
			{data && (
				<Section title={words.newReport}>
					<NewReport />
				</Section>
			)}
		</Page>
	);
}
