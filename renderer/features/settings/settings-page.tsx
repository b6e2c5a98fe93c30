import { useText } from '../../app/text.tsx';
import { Page } from '../../ui/page.tsx';

export function SettingsPage() {
	const text = useText();
	return <Page title={text.frame.rooms.settings}>{null}</Page>;
}
