import { type Icon, IconChartBar, IconClipboardText, IconFileText, IconTag } from '@tabler/icons-react';
import { inLanguage } from '#shared/domain/instrument/text.ts';
import { useCall } from '../api/use-call.ts';
import { documentIcon } from '../ui/document-icon.ts';
import type { Command } from './commands.tsx';
import { navigate } from './hash-location.ts';
import { matchWords } from './match-words.ts';
import { useLanguage, useText } from './text.tsx';

/** One line of the palette: a command, or a thing of the project to go to. */
export interface PaletteItem {
	id: string;
	label: string;
	section: string;
	/** Beside the label: what kind, or the code above. */
	hint?: string | undefined;
	icon?: Icon | undefined;
	shortcut?: string | undefined;
	keywords?: string | undefined;
	run: () => void;
}

/** The things of the project that one can go to by name. */
export function usePaletteThings(open: boolean): PaletteItem[] {
	const { frame } = useText();
	const language = useLanguage();
	const { sections } = frame.search;
	const enabled = { enabled: open };
	const rounds = useCall('round.list', {}, enabled).data ?? [];
	const documents = useCall('document.list', {}, enabled).data ?? [];
	const codes = useCall('code.list', {}, enabled).data ?? [];
	const reports = useCall('report.list', {}, enabled).data ?? [];
	const instruments = useCall('instrument.list', {}, enabled).data ?? [];
	if (!open) return [];
	const nameOf = new Map(codes.map((one) => [one.id, one.name]));
	const to = (path: string) => () => navigate(path);
	return [
		...rounds.flatMap((one) => [
			{
				id: `result-${one.id}`,
				label: one.name,
				section: sections.rounds,
				hint: frame.rooms.analyse,
				icon: IconChartBar,
				run: to(`/analyse/round/${one.id}`),
			},
			{
				id: `round-${one.id}`,
				label: one.name,
				section: sections.rounds,
				hint: frame.rooms.collect,
				icon: IconClipboardText,
				run: to(`/collect/round/${one.id}`),
			},
		]),
		...documents.map((one) => ({
			id: `document-${one.id}`,
			label: one.title,
			section: sections.material,
			icon: documentIcon(one.kind),
			run: to(`/analyse/document/${one.id}`),
		})),
		...codes.map((one) => ({
			id: `code-${one.id}`,
			label: one.name,
			section: sections.codes,
			hint: one.parentId === null ? undefined : nameOf.get(one.parentId),
			keywords: one.definition,
			icon: IconTag,
			run: to(`/analyse/code/${one.id}`),
		})),
		...instruments.map((one) => ({
			id: `instrument-${one.key}-${one.version}`,
			label: inLanguage(one.title, language),
			section: sections.instruments,
			icon: IconClipboardText,
			run: to(`/design/instrument/${one.id ?? encodeURIComponent(one.key)}`),
		})),
		...reports.map((one) => ({
			id: `report-${one.id}`,
			label: one.title,
			section: sections.reports,
			icon: IconFileText,
			run: to(`/report/${one.id}`),
		})),
	];
}

/** A command as a line of the palette. */
export function asItem(command: Command): PaletteItem {
	const { id, label, section, icon, shortcut, keywords, run } = command;
	return { id: `command-${id}`, label, section, icon, shortcut, keywords, run };
}

const most = 60;

/**
 * The lines that answer what was typed, in groups by section; best sections first, and in each the best lines first. Nothing typed: all
 * commands as they come, and no things, of which there may be hundreds.
 */
export function choose(query: string, commands: PaletteItem[], things: PaletteItem[]): [string, PaletteItem[]][] {
	const all = query.trim() === '' ? commands : [...commands, ...things];
	const found = all
		.map((item, order) => ({ item, order, rank: matchWords(query, item.label, item.keywords) }))
		.filter((one): one is typeof one & { rank: number } => one.rank !== null)
		.sort((a, b) => a.rank - b.rank || a.order - b.order)
		.slice(0, most);
	const groups = new Map<string, PaletteItem[]>();
	for (const { item } of found) groups.set(item.section, [...(groups.get(item.section) ?? []), item]);
	return [...groups];
}
