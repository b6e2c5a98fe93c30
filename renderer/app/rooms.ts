import { type Icon, IconChartBar, IconClipboardList, IconCompass, IconFileText, IconHome } from '@tabler/icons-react';

export type RoomName = 'overview' | 'design' | 'collect' | 'analyse' | 'report' | 'settings';

/** The rail of five, in the order of the work. */
export const rooms: readonly { name: Exclude<RoomName, 'settings'>; path: string; icon: Icon }[] = [
	{ name: 'overview', path: '/', icon: IconHome },
	{ name: 'design', path: '/design', icon: IconCompass },
	{ name: 'collect', path: '/collect', icon: IconClipboardList },
	{ name: 'analyse', path: '/analyse', icon: IconChartBar },
	{ name: 'report', path: '/report', icon: IconFileText },
];

/** The room that an address lies in. */
export function roomOf(path: string): RoomName {
	const first = path.split('/')[1] ?? '';
	return first === 'design' || first === 'collect' || first === 'analyse' || first === 'report' || first === 'settings'
		? first
		: 'overview';
}
