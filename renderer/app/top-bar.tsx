import { ActionIcon, Tooltip } from '@mantine/core';
import {
	type Icon,
	IconArrowBackUp,
	IconArrowForwardUp,
	IconLayoutSidebar,
	IconSearch,
	IconSettings,
} from '@tabler/icons-react';
import { Link } from 'wouter';
import type { Output } from '#shared/contract/calls.ts';
import { useCommandRegistry } from './commands.tsx';
import { HelpMenu } from './help-menu.tsx';
import { useHistory } from './history.ts';
import { shownShortcut } from './keys.ts';
import { Logo } from './logo.tsx';
import type { RoomName } from './rooms.ts';
import { useText } from './text.tsx';
import styles from './top-bar.module.css';

interface TopBarProps {
	status: Output<'app.status'>;
	room: RoomName;
	/** The list pane's switch, which a narrow window has. */
	list: { shown: boolean; toggle: () => void } | null;
}

/** The project and room, one field for search and commands, undo and redo, help and settings. */
export function TopBar({ status, room, list }: TopBarProps) {
	const { frame } = useText();
	const registry = useCommandRegistry();
	const history = useHistory(status.project !== null);
	return (
		<header className={styles.bar}>
			<div className={styles.where}>
				<Link
					to="/"
					className={styles.logo}
					aria-label={`${frame.product}: ${frame.rooms[status.project ? 'overview' : 'start']}`}
				>
					<Logo />
				</Link>
				{list && (
					<ActionIcon
						className={styles.listSwitch ?? ''}
						aria-label={list.shown ? frame.list.hide : frame.list.show}
						aria-expanded={list.shown}
						onClick={list.toggle}
					>
						<IconLayoutSidebar size={19} stroke={1.6} aria-hidden />
					</ActionIcon>
				)}
				<span className={styles.project} title={status.project?.title}>
					{status.project?.title ?? frame.product}
				</span>
				{status.project && <span className={styles.room}>{frame.rooms[room]}</span>}
			</div>
			<button type="button" className={styles.search} onClick={() => registry.run('palette.open')}>
				<IconSearch size={17} stroke={1.6} aria-hidden />
				<span className={styles.searchWords}>{frame.search.field}</span>
				<kbd className={styles.kbd}>{shownShortcut('mod+k')}</kbd>
			</button>
			<div className={styles.tools}>
				{status.project && (
					<>
						<Tool
							label={history.undoLabel}
							icon={IconArrowBackUp}
							enabled={history.canUndo}
							keys="mod+z"
							onClick={() => registry.run('history.undo')}
						/>
						<Tool
							label={history.redoLabel}
							icon={IconArrowForwardUp}
							enabled={history.canRedo}
							keys="mod+shift+z"
							onClick={() => registry.run('history.redo')}
						/>
						<span className={styles.divider} />
					</>
				)}
				<HelpMenu version={status.version} />
				<Tool label={frame.rooms.settings} icon={IconSettings} enabled onClick={() => registry.run('go.settings')} />
			</div>
		</header>
	);
}

interface ToolProps {
	label: string;
	icon: Icon;
	enabled: boolean;
	keys?: string;
	onClick: () => void;
}

/** A button with a sign; `aria-disabled` in place of disabled, so that its tooltip can still be read. */
function Tool({ label, icon: Glyph, enabled, keys, onClick }: ToolProps) {
	return (
		<Tooltip label={keys ? `${label} (${shownShortcut(keys)})` : label}>
			<ActionIcon
				className={styles.tool ?? ''}
				aria-label={label}
				aria-disabled={!enabled}
				onClick={() => enabled && onClick()}
			>
				<Glyph size={19} stroke={1.6} aria-hidden />
			</ActionIcon>
		</Tooltip>
	);
}
