import { IconClipboardCheck, IconFiles } from '@tabler/icons-react';
import { useCall } from '../../api/use-call.ts';
import { documentIcon } from '../../ui/document-icon.ts';
import { ListGroup, ListLink, ListPane } from '../../ui/list-pane.tsx';
import { useText } from '../text.tsx';

/** Rounds, then material. */
export function CollectList() {
	const { frame } = useText();
	const rounds = useCall('round.list', {}).data ?? [];
	const documents = useCall('document.list', {}).data ?? [];
	return (
		<ListPane label={frame.rooms.collect}>
			<ListGroup title={frame.list.rounds} empty={frame.list.noRounds}>
				{rounds.map((one) => (
					<ListLink
						key={one.id}
						to={`/collect/round/${one.id}`}
						label={one.name}
						icon={IconClipboardCheck}
						count={String(one.answered)}
						countLabel={frame.list.answers(one.answered)}
					/>
				))}
			</ListGroup>
			<ListGroup title={frame.list.material}>
				<ListLink
					to="/collect/material"
					label={frame.list.allMaterial}
					icon={IconFiles}
					count={String(documents.length)}
				/>
				{documents.map((one) => (
					<ListLink key={one.id} to={`/collect/material/${one.id}`} label={one.title} icon={documentIcon(one.kind)} />
				))}
			</ListGroup>
		</ListPane>
	);
}
