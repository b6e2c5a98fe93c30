import { useText } from '../../app/text.tsx';
import { Page } from '../../ui/page.tsx';

export function OpenAnswersPage(_props: { roundId: number }) {
	const text = useText();
	return <Page title={text.frame.rooms.analyse}>{null}</Page>;
}
