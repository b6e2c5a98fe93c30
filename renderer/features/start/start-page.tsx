import { useText } from '../../app/text.tsx';
import { Page } from '../../ui/page.tsx';

export function StartPage() {
	const text = useText();
	return <Page title={text.frame.rooms.start}>{null}</Page>;
}
