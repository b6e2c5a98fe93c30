import type { Output } from '#shared/contract/calls.ts';
import { formatDate } from '#shared/i18n/format.ts';
import { useCall } from '../../api/use-call.ts';
import { useLanguage, useText } from '../../app/text.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { GoOn } from './go-on.tsx';
import { MaterialTable } from './material-table.tsx';
import styles from './overview.module.css';
import { RoomCards } from './room-cards.tsx';
import { TimelineFigure } from './timeline-figure.tsx';

/** The project's first page: how far each room has come and what is next, the material in time, and where to carry on. */
export function OverviewPage() {
	const { frame } = useText();
	const details = useCall('project.get', {}).data;
	const { data, error, refetch } = useCall('project.overview', {});
	const subtitle = useSubtitle(details);
	return (
		<Page title={details?.title ?? frame.rooms.overview} subtitle={subtitle} look="opening">
			{error && <ErrorNote error={error} retry={() => void refetch()} />}
			{data && details ? (
				<div className={styles.overview}>
					<RoomCards overview={data} details={details} />
					<TimelineFigure overview={data} />
					<div className={styles.pair}>
						<div>
							<MaterialTable documents={data.documents} />
						</div>
						<div>
							<GoOn overview={data} />
						</div>
					</div>
				</div>
			) : (
				!error && <Loading />
			)}
		</Page>
	);
}

function useSubtitle(details: Output<'project.get'> | undefined): string {
	const { project } = useText();
	const language = useLanguage();
	if (!details) return '';
	const words = project.overview;
	const { commissioner, periodStart, periodEnd } = details;
	const month = (iso: string) => formatDate(iso, language, 'month');
	const period =
		periodStart && periodEnd
			? words.period(month(periodStart), month(periodEnd))
			: periodStart
				? words.since(month(periodStart))
				: periodEnd
					? words.until(month(periodEnd))
					: '';
	return words.subtitle(commissioner ? words.forCommissioner(commissioner) : '', period);
}
