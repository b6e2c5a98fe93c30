import { useText } from '../../app/text.tsx';
import { Page } from '../../ui/page.tsx';

export function OverviewPage() {
	const text = useText();
	return <Page title={text.frame.rooms.overview}>{null}</Page>;
}
