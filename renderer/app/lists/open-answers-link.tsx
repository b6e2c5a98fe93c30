import type { Icon } from '@tabler/icons-react';
import { useCall } from '../../api/use-call.ts';
import { ListLink } from '../../ui/list-pane.tsx';
import { useText } from '../text.tsx';

/** The open answers of a round as material, with their number. Nothing where the questionnaire asks for none. */
export function OpenAnswersLink({ roundId, name, icon }: { roundId: number; name: string; icon: Icon }) {
	const { frame } = useText();
	const items = useCall('results.openAnswers', { roundId }).data ?? [];
	if (items.length === 0) return null;
	const answers = items.reduce((sum, item) => sum + item.answers.length, 0);
	return (
		<ListLink
			to={`/analyse/open/${roundId}`}
			label={frame.list.openAnswers(name)}
			icon={icon}
			count={String(answers)}
			countLabel={frame.list.answers(answers)}
		/>
	);
}
