import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';
import { useText } from './text.tsx';

/** In place of the rooms of results, in a copy for gathering somebody else's answers. */
export function NoResultsPage() {
	const { handover: text } = useText();
	return (
		<Page title={text.administrator}>
			<EmptyState title={text.noResults}>{text.noResultsLead}</EmptyState>
		</Page>
	);
}
