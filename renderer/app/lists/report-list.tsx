import { IconFileText } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { useCall } from '../../api/use-call.ts';
import { ListGroup, ListLink, ListPane } from '../../ui/list-pane.tsx';
import { useText } from '../text.tsx';
import { headingsOf } from './headings.ts';

/** The reports, and the headings of the open one. A heading's address is `?line=` with its line in the Markdown. */
export function ReportList() {
	const { frame } = useText();
	const [path] = useLocation();
	const reports = useCall('report.list', {}).data ?? [];
	const open = reports.find((one) => path === `/report/${one.id}`);
	return (
		<ListPane label={frame.rooms.report}>
			<ListGroup title={frame.list.reports} empty={frame.list.noReports}>
				{reports.map((one) => (
					<ListLink key={one.id} to={`/report/${one.id}`} label={one.title} icon={IconFileText} />
				))}
			</ListGroup>
			{open && <Headings id={open.id} />}
		</ListPane>
	);
}

function Headings({ id }: { id: number }) {
	const { frame } = useText();
	const markdown = useCall('report.get', { id }).data?.markdown ?? '';
	const headings = headingsOf(markdown);
	if (headings.length === 0) return null;
	return (
		<ListGroup title={frame.list.contents}>
			{headings.map((one) => (
				<ListLink
					key={one.line}
					to={`/report/${id}?line=${one.line}`}
					label={one.text || frame.list.untitled}
					indent={one.level - 1}
					current={false}
				/>
			))}
		</ListGroup>
	);
}
