import { IconClipboardText, IconListDetails } from '@tabler/icons-react';
import { inLanguage } from '#shared/domain/instrument/text.ts';
import { useCall } from '../../api/use-call.ts';
import { ListGroup, ListLink, ListPane } from '../../ui/list-pane.tsx';
import { useLanguage, useText } from '../text.tsx';

/** The project's details, its questionnaires, then the bundled ones. */
export function DesignList() {
	const { frame } = useText();
	const language = useLanguage();
	const all = useCall('instrument.list', {}).data ?? [];
	return (
		<ListPane label={frame.rooms.design}>
			<ListGroup title={frame.list.project}>
				<ListLink to="/design/project" label={frame.list.projectDetails} icon={IconListDetails} />
			</ListGroup>
			<ListGroup title={frame.list.instruments} empty={frame.list.noInstruments}>
				{all.flatMap((one) =>
					one.id === null
						? []
						: [
								<ListLink
									key={one.id}
									to={`/design/instrument/${one.id}`}
									label={inLanguage(one.title, language)}
									icon={IconClipboardText}
								/>,
							],
				)}
			</ListGroup>
			{all.some((one) => one.id === null) && (
				<ListGroup title={frame.list.bundled}>
					{all.flatMap((one) =>
						one.id === null
							? [
									<ListLink
										key={one.key}
										to={`/design/instrument/${encodeURIComponent(one.key)}`}
										label={inLanguage(one.title, language)}
										icon={IconClipboardText}
									/>,
								]
							: [],
					)}
				</ListGroup>
			)}
		</ListPane>
	);
}
