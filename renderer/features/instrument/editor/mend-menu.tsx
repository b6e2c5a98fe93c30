import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowMerge, IconArrowsSplit } from '@tabler/icons-react';
import { joinsOf, splitsOf } from '#shared/domain/instrument/edit/mend.ts';
import { uidOf } from '#shared/domain/instrument/edit/references.ts';
import type { Item } from '#shared/domain/instrument/model.ts';
import { useText } from '../../../app/text.tsx';
import { useEditor } from './editor-context.tsx';

/** Joins an item to the one above it or divides it, in the ways that fit; nothing where none does. */
export function MendMenu({ item, onMade }: { item: Item; onMade?: (uid: string) => void }) {
	const { exchange } = useText();
	const { instrument, edit } = useEditor();
	const words = exchange.mend;
	const uid = uidOf(item);
	const joins = joinsOf(instrument, uid);
	const splits = splitsOf(item);
	if (joins.length + splits.length === 0) return null;
	const done = (made: string[] | null) => {
		if (made?.[0]) onMade?.(made[0]);
	};
	const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;
	return (
		<Menu position="bottom-end" width={320}>
			<Menu.Target>
				<ActionIcon aria-label={words.menuNamed(item.id)} title={words.menu}>
					<IconArrowMerge {...icon} size={17} />
				</ActionIcon>
			</Menu.Target>
			<Menu.Dropdown>
				{joins.length > 0 && <Menu.Label>{words.join}</Menu.Label>}
				{joins.map((way) => (
					<Menu.Item
						key={way}
						leftSection={<IconArrowMerge {...icon} />}
						onClick={() => void edit({ do: 'join', item: uid, as: way }).then(done)}
					>
						{words.joins[way]}
					</Menu.Item>
				))}
				{splits.length > 0 && <Menu.Label>{words.split}</Menu.Label>}
				{splits.map((way) => (
					<Menu.Item
						key={way}
						leftSection={<IconArrowsSplit {...icon} />}
						onClick={() => void edit({ do: 'split', item: uid, into: way }).then(done)}
					>
						{words.splits[way]}
					</Menu.Item>
				))}
			</Menu.Dropdown>
		</Menu>
	);
}
