import { useText } from '../../app/text.tsx';
import { Page } from '../../ui/page.tsx';

export function ReportsPage() {
	const text = useText();
	return <Page title={text.frame.rooms.report}>{null}</Page>;
}
