import { IconBulb, IconGitBranch, IconListNumbers, IconSettings } from '@tabler/icons-react';
import { itemTypes } from '#shared/domain/instrument/edit/item-types.ts';
import type { ItemType } from '#shared/domain/instrument/model.ts';
import { useCommands } from '../../../app/commands.tsx';
import { useText } from '../../../app/text.tsx';
import type { MiddleView } from './use-chosen.ts';
import type { ItemEdits } from './use-item-edits.ts';

interface Doing {
	edits: ItemEdits;
	/** Whether an item is chosen. */
	has: boolean;
	onAdd: (type: ItemType) => void;
	/** Shows what can be added. */
	onAdding: () => void;
	onLibrary: () => void;
	onView: (view: MiddleView) => void;
	/** Shows what is said of the whole. */
	onDetails: () => void;
}

/** The editor's commands, in the palette and by key. */
export function useEditorCommands({ edits, has, onAdd, onAdding, onLibrary, onView, onDetails }: Doing): void {
	const { editor: text } = useText();
	const common = { section: text.section } as const;
	useCommands([
		{ ...common, id: 'editor.add', label: text.add, shortcut: 'alt+n', run: onAdding },
		...itemTypes.map((type) => ({
			...common,
			id: `editor.add.${type}`,
			label: text.addType(text.types[type]),
			keywords: text.typeNotes[type],
			run: () => onAdd(type),
		})),
		{ ...common, id: 'editor.library', label: text.library.open, run: onLibrary },
		{
			...common,
			id: 'editor.duplicate',
			label: text.duplicate,
			shortcut: 'mod+d',
			enabled: has,
			run: () => void edits.duplicate(),
		},
		{
			...common,
			id: 'editor.up',
			label: text.moveUp,
			shortcut: 'alt+arrowup',
			yieldsToText: true,
			enabled: edits.canStep('up'),
			run: () => edits.stepBy('up'),
		},
		{
			...common,
			id: 'editor.down',
			label: text.moveDown,
			shortcut: 'alt+arrowdown',
			yieldsToText: true,
			enabled: edits.canStep('down'),
			run: () => edits.stepBy('down'),
		},
		{ ...common, id: 'editor.remove', label: text.remove, enabled: has, run: () => void edits.remove() },
		{
			...common,
			id: 'editor.removeWhole',
			label: text.removeWhole,
			enabled: edits.hasSection,
			run: () => void edits.remove(true),
		},
		{
			...common,
			id: 'editor.renumber',
			label: text.renumber,
			icon: IconListNumbers,
			run: () => void edits.renumber(),
		},
		{
			...common,
			id: 'editor.versions',
			label: text.versions.label,
			icon: IconGitBranch,
			run: () => onView('versions'),
		},
		{ ...common, id: 'editor.advice', label: text.advice, icon: IconBulb, run: () => onView('advice') },
		{ ...common, id: 'editor.details', label: text.details, icon: IconSettings, run: onDetails },
	]);
}
