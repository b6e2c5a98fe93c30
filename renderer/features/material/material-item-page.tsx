import { useText } from '../../app/text.tsx';
import { Page } from '../../ui/page.tsx';

export function MaterialItemPage(_props: { id: number }) {
	const text = useText();
	return <Page title={text.frame.rooms.collect}>{null}</Page>;
}
