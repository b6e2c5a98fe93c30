import { Button } from '@mantine/core';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';
import { navigate } from './hash-location.ts';
import { useText } from './text.tsx';

/** An address that leads nowhere. */
export function NotFoundPage() {
	const { frame } = useText();
	return (
		<Page title={frame.notFound.title}>
			<EmptyState
				title={frame.notFound.text}
				actions={
					<Button variant="filled" onClick={() => navigate('/')}>
						{frame.notFound.back}
					</Button>
				}
			/>
		</Page>
	);
}
