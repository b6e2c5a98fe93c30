import { IconChartBar, IconMessage, IconTags } from '@tabler/icons-react';
import { useCall } from '../../api/use-call.ts';
import { documentIcon } from '../../ui/document-icon.ts';
import { ListGroup, ListLink, ListPane } from '../../ui/list-pane.tsx';
import { useText } from '../text.tsx';

/** Surveys, material with the open answers of each round, and the codebook. */
export function AnalyseList() {
	const { frame } = useText();
	const rounds = useCall('round.list', {}).data ?? [];
	const documents = useCall('document.list', {}).data ?? [];
	const codes = useCall('code.list', {}).data ?? [];
	return (
		<ListPane label={frame.rooms.analyse}>
			<ListGroup title={frame.list.surveys} empty={frame.list.noSurveys}>
				{rounds.map((one) => (
					<ListLink
						key={one.id}
						to={`/analyse/round/${one.id}`}
						label={one.name}
						icon={IconChartBar}
						count={String(one.answered)}
						countLabel={frame.list.answers(one.answered)}
					/>
				))}
			</ListGroup>
			<ListGroup title={frame.list.material} empty={frame.list.noMaterial}>
				{[
					...documents.map((one) => (
						<ListLink
							key={`document-${one.id}`}
							to={`/analyse/document/${one.id}`}
							label={one.title}
							icon={documentIcon(one.kind)}
							count={String(one.codings)}
							countLabel={frame.list.codings(one.codings)}
						/>
					)),
					...rounds.flatMap((one) =>
						one.openAnswers === 0
							? []
							: [
									<ListLink
										key={`open-${one.id}`}
										to={`/analyse/open/${one.id}`}
										label={frame.list.openAnswers(one.name)}
										icon={IconMessage}
										count={String(one.openCodings)}
										countLabel={frame.list.codings(one.openCodings)}
									/>,
								],
					),
				]}
			</ListGroup>
			<ListGroup title={frame.list.patterns}>
				<ListLink
					to="/analyse/codebook"
					label={frame.list.codebook}
					icon={IconTags}
					count={String(codes.length)}
					countLabel={frame.list.codes(codes.length)}
				/>
			</ListGroup>
		</ListPane>
	);
}
