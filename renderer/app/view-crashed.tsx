import { Button } from '@mantine/core';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';
import { useText } from './text.tsx';

/** In place of a view that could not be drawn. */
export function ViewCrashed({ again }: { again: () => void }) {
	const { frame } = useText();
	return (
		<Page title={frame.crashed.title}>
			<EmptyState title={frame.crashed.text} actions={<Button onClick={again}>{frame.crashed.again}</Button>} />
		</Page>
	);
}
