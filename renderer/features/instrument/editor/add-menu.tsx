import { Button, Menu } from '@mantine/core';
import { IconBooks, IconPlus } from '@tabler/icons-react';
import { itemTypes } from '#shared/domain/instrument/edit/item-types.ts';
import type { ItemType } from '#shared/domain/instrument/model.ts';
import { useText } from '../../../app/text.tsx';
import styles from './editor.module.css';
import { itemIcons } from './item-icon.ts';

/** Everything that can be put in, by type. */
export function AddMenu({
	opened,
	onOpened,
	onAdd,
	onLibrary,
}: {
	opened: boolean;
	onOpened: (opened: boolean) => void;
	onAdd: (type: ItemType) => void;
	onLibrary: () => void;
}) {
	const { editor: text } = useText();
	return (
		<Menu opened={opened} onChange={onOpened} position="bottom-start" width={330} returnFocus={false}>
			<Menu.Target>
				<Button variant="filled" leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />}>
					{text.add}
				</Button>
			</Menu.Target>
			<Menu.Dropdown className={styles.addMenu} aria-label={text.add}>
				{itemTypes.map((type) => {
					const Glyph = itemIcons[type];
					return (
						<Menu.Item
							key={type}
							leftSection={<Glyph size={18} stroke={1.6} aria-hidden />}
							onClick={() => onAdd(type)}
						>
							<span className={styles.addName}>{text.types[type]}</span>
							<span className={styles.addNote}>{text.typeNotes[type]}</span>
						</Menu.Item>
					);
				})}
				<Menu.Divider />
				<Menu.Item leftSection={<IconBooks size={18} stroke={1.6} aria-hidden />} onClick={onLibrary}>
					<span className={styles.addName}>{text.library.open}</span>
					<span className={styles.addNote}>{text.library.note}</span>
				</Menu.Item>
			</Menu.Dropdown>
		</Menu>
	);
}
