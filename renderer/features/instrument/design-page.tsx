import { useText } from '../../app/text.tsx';
import { Page } from '../../ui/page.tsx';

export function DesignPage() {
	const text = useText();
	return <Page title={text.frame.rooms.design}>{null}</Page>;
}
