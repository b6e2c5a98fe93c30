import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { Output } from '#shared/contract/calls.ts';
import { SettingsPage } from '../features/settings/settings-page.tsx';
import { ProjectDoorProvider } from '../features/start/project-door.tsx';
import { StartPage } from '../features/start/start-page.tsx';
import { CoreBanner } from './core-banner.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Foot } from './foot.tsx';
import styles from './frame.module.css';
import { FrameCommands } from './frame-commands.tsx';
import { AnalyseList } from './lists/analyse-list.tsx';
import { CollectList } from './lists/collect-list.tsx';
import { DesignList } from './lists/design-list.tsx';
import { ReportList } from './lists/report-list.tsx';
import { hideOldRefusals } from './notes.tsx';
import { Rail } from './rail.tsx';
import { type RoomName, roomOf } from './rooms.ts';
import { Routes } from './routes.tsx';
import { useText } from './text.tsx';
import { TopBar } from './top-bar.tsx';

const lists: Partial<Record<RoomName, () => React.ReactNode>> = {
	design: DesignList,
	collect: CollectList,
	analyse: AnalyseList,
	report: ReportList,
};

/** Where what is worked on has a list of its own in the place of the room's. */
const isWorkbench = (path: string) => /^\/design\/instrument\/\d+\/edit$/.test(path);

/** The one frame of every view: top bar, rail of five, list of the room's things, the thing itself, foot. */
export function Frame({ status }: { status: Output<'app.status'> }) {
	const { frame } = useText();
	const [path] = useLocation();
	// biome-ignore lint/correctness/useExhaustiveDependencies: the address is what it runs for
	useEffect(hideOldRefusals, [path]);
	// In a narrow window the list lies over the page, and goes when something in it was chosen.
	const [list, setList] = useState({ path, shown: false });
	if (list.path !== path) setList({ path, shown: false });
	const room = roomOf(path);
	const List = status.project && !isWorkbench(path) ? lists[room] : undefined;
	return (
		<ProjectDoorProvider project={status.project}>
			<div className={styles.frame} data-project={status.project ? '' : undefined} data-list={List ? '' : undefined}>
				<button type="button" className={styles.skip} onClick={() => document.getElementById('main')?.focus()}>
					{frame.skip}
				</button>
				<FrameCommands status={status} />
				<TopBar
					status={status}
					room={room}
					list={List ? { shown: list.shown, toggle: () => setList({ path, shown: !list.shown }) } : null}
				/>
				{status.project && <Rail room={room} />}
				{List && (
					<div className={styles.list} data-shown={list.shown || undefined}>
						<List />
					</div>
				)}
				<div className={styles.content}>
					<CoreBanner />
					<div className={styles.view}>
						<ErrorBoundary key={path}>
							{status.project ? <Routes /> : path === '/settings' ? <SettingsPage /> : <StartPage />}
						</ErrorBoundary>
					</div>
				</div>
				<Foot status={status} />
			</div>
		</ProjectDoorProvider>
	);
}
