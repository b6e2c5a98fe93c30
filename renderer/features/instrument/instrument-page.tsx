import { useText } from '../../app/text.tsx';
import { Page } from '../../ui/page.tsx';

export function InstrumentPage(_props: { reference: string }) {
	const text = useText();
	return <Page title={text.frame.rooms.design}>{null}</Page>;
}
