import { useCall } from '../../api/use-call.ts';
import { useText } from '../../app/text.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { ReportWorkspace } from './report-workspace.tsx';

/** One report: its text at the left, at the right the pages that leave. */
export function ReportPage({ id }: { id: number }) {
	const text = useText();
	const { data, error, refetch } = useCall('report.get', { id });
	if (data) return <ReportWorkspace report={data} />;
	return (
		<Page title={text.frame.rooms.report}>
			{error ? <ErrorNote error={error} retry={() => void refetch()} /> : <Loading />}
		</Page>
	);
}
