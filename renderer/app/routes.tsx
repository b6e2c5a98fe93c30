import { Redirect, Route, Switch, useLocation } from 'wouter';
import { AskedPage } from '../features/asked/asked-page.tsx';
import { AskedImportPage } from '../features/asked/import-page.tsx';
import { LinksPage } from '../features/asked/links-page.tsx';
import { MatchPage } from '../features/asked/match-page.tsx';
import { SendPage } from '../features/asked/send-page.tsx';
import { AnswerPage } from '../features/collect/answer-page.tsx';
import { CollectPage } from '../features/collect/collect-page.tsx';
import { EntryCheckPage } from '../features/collect/entry-check-page.tsx';
import { HandoverPage } from '../features/collect/handover-page.tsx';
import { ImportPage } from '../features/collect/import-page.tsx';
import { InterviewPage } from '../features/collect/interview-page.tsx';
import { RoundPage } from '../features/collect/round-page.tsx';
import { SecondEntryPage } from '../features/collect/second-entry-page.tsx';
import { FormPage } from '../features/form/form-page.tsx';
import { DesignPage } from '../features/instrument/design-page.tsx';
import { EditorPage } from '../features/instrument/editor/editor-page.tsx';
import { InstrumentPage } from '../features/instrument/instrument-page.tsx';
import { FromAnswersPage } from '../features/instrument/read/from-answers-page.tsx';
import { ReadPage } from '../features/instrument/read/read-page.tsx';
import { CodePage } from '../features/material/code-page.tsx';
import { CodebookPage } from '../features/material/codebook-page.tsx';
import { DocumentPage } from '../features/material/document-page.tsx';
import { MaterialItemPage } from '../features/material/material-item-page.tsx';
import { MaterialPage } from '../features/material/material-page.tsx';
import { OpenAnswersPage } from '../features/material/open-answers-page.tsx';
import { OverviewPage } from '../features/overview/overview-page.tsx';
import { ProjectPage } from '../features/project/project-page.tsx';
import { ReportPage } from '../features/report/report-page.tsx';
import { ReportsPage } from '../features/report/reports-page.tsx';
import { AnalysePage } from '../features/results/analyse-page.tsx';
import { RoundResultsPage } from '../features/results/round-results-page.tsx';
import { SettingsPage } from '../features/settings/settings-page.tsx';
import { NoResultsPage } from './no-results-page.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { roomOf } from './rooms.ts';
import { useRooms } from './use-rooms.ts';

/** Every view of an open project by its address. A page about one thing is made anew for another thing (`key`). */
export function Routes() {
	const rooms = useRooms();
	const room = roomOf(useLocation()[0]);
	if (room !== 'settings' && rooms.every(({ name }) => name !== room)) return <NoResultsPage />;
	return (
		<Switch>
			<Route path="/">
				<OverviewPage />
			</Route>
			<Route path="/design">
				<DesignPage />
			</Route>
			<Route path="/design/project">
				<ProjectPage />
			</Route>
			<Route path="/design/instrument/read">
				<ReadPage />
			</Route>
			<Route path="/design/instrument/from-answers">
				<FromAnswersPage />
			</Route>
			<Route path="/design/instrument/:ref">
				{({ ref }) => <InstrumentPage key={ref} reference={decodeURIComponent(ref)} />}
			</Route>
			<Route path="/design/instrument/:id/edit">
				{numbered((id) => (
					<EditorPage key={id} id={id} />
				))}
			</Route>
			<Route path="/collect">
				<CollectPage />
			</Route>
			<Route path="/collect/round/:id">
				{numbered((id) => (
					<RoundPage key={id} id={id} />
				))}
			</Route>
			<Route path="/collect/round/:id/answer">
				{numbered((id) => (
					<AnswerPage key={id} id={id} />
				))}
			</Route>
			<Route path="/collect/round/:id/second">
				{numbered((id) => (
					<SecondEntryPage key={id} id={id} />
				))}
			</Route>
			<Route path="/collect/round/:id/check">
				{numbered((id) => (
					<EntryCheckPage key={id} id={id} />
				))}
			</Route>
			<Route path="/collect/round/:id/interview">
				{numbered((id) => (
					<InterviewPage key={id} id={id} />
				))}
			</Route>
			<Route path="/collect/round/:id/handover">
				{numbered((id) => (
					<HandoverPage key={id} id={id} />
				))}
			</Route>
			<Route path="/collect/round/:id/import">
				{numbered((id) => (
					<ImportPage key={id} id={id} />
				))}
			</Route>
			<Route path="/kiosk/:id">
				{numbered((id) => (
					<Redirect to={`/collect/round/${id}`} replace />
				))}
			</Route>
			<Route path="/collect/round/:id/form">
				{numbered((id) => (
					<FormPage key={id} id={id} />
				))}
			</Route>
			<Route path="/collect/round/:id/asked">
				{numbered((id) => (
					<AskedPage key={id} id={id} />
				))}
			</Route>
			<Route path="/collect/round/:id/asked/import">
				{numbered((id) => (
					<AskedImportPage key={id} id={id} />
				))}
			</Route>
			<Route path="/collect/round/:id/asked/send">
				{numbered((id) => (
					<SendPage key={id} id={id} />
				))}
			</Route>
			<Route path="/collect/round/:id/asked/match">
				{numbered((id) => (
					<MatchPage key={id} id={id} />
				))}
			</Route>
			<Route path="/collect/links">
				<LinksPage />
			</Route>
			<Route path="/collect/material">
				<MaterialPage />
			</Route>
			<Route path="/collect/material/:id">
				{numbered((id) => (
					<MaterialItemPage key={id} id={id} />
				))}
			</Route>
			<Route path="/analyse">
				<AnalysePage />
			</Route>
			<Route path="/analyse/round/:id">
				{numbered((id) => (
					<RoundResultsPage key={id} id={id} />
				))}
			</Route>
			<Route path="/analyse/document/:id">
				{numbered((id) => (
					<DocumentPage key={id} id={id} />
				))}
			</Route>
			<Route path="/analyse/open/:id">
				{numbered((id) => (
					<OpenAnswersPage key={id} roundId={id} />
				))}
			</Route>
			<Route path="/analyse/codebook">
				<CodebookPage />
			</Route>
			<Route path="/analyse/code/:id">
				{numbered((id) => (
					<CodePage key={id} id={id} />
				))}
			</Route>
			<Route path="/report">
				<ReportsPage />
			</Route>
			<Route path="/report/:id">
				{numbered((id) => (
					<ReportPage key={id} id={id} />
				))}
			</Route>
			<Route path="/settings">
				<SettingsPage />
			</Route>
			<Route>
				<NotFoundPage />
			</Route>
		</Switch>
	);
}

/** A page of a numbered thing; an address whose number is none leads nowhere. */
function numbered(page: (id: number) => React.ReactNode) {
	return ({ id }: { id: string }) => (/^[1-9]\d{0,14}$/.test(id) ? page(Number(id)) : <NotFoundPage />);
}
