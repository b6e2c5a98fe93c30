import { useText } from '../../app/text.tsx';
import { Page } from '../../ui/page.tsx';

export function ProjectPage() {
	const text = useText();
	return <Page title={text.frame.rooms.design}>{null}</Page>;
}
