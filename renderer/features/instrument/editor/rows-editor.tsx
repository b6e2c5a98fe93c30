import { Menu } from '@mantine/core';
import { uidOf } from '#shared/domain/instrument/edit/references.ts';
import type { Item } from '#shared/domain/instrument/model.ts';
import { inLanguage } from '#shared/domain/instrument/text.ts';
import { useLanguage, useText } from '../../../app/text.tsx';
import styles from './editor.module.css';
import { useEditor } from './editor-context.tsx';
import { LineList } from './line-list.tsx';

/** The statements of a matrix, each a question of its own: turned or not, in an index or not. */
export function RowsEditor({ item }: { item: Extract<Item, { type: 'matrix' }> }) {
	const { editor: text } = useText();
	const language = useLanguage();
	const { edit, instrument } = useEditor();
	const { fields } = text;
	const uid = uidOf(item);
	const indexes = instrument.indexes ?? [];
	const titleOf = (id: string) => {
		const found = indexes.find((one) => one.id === id);
		return found ? inLanguage(found.title, language) || id : id;
	};
	return (
		<div className={styles.group}>
			<h3 className={styles.groupTitle}>{fields.rows}</h3>
			<LineList
				label={fields.rows}
				name={fields.row}
				hint={fields.pasteRows}
				lines={item.rows.map((row) => ({
					key: uidOf(row),
					text: row.text,
					before: row.id,
					marks: [...(row.reverse ? [fields.reverse] : []), ...(row.index ? [titleOf(row.index)] : [])],
					menu: (
						<>
							<Menu.CheckboxItem
								checked={row.reverse ?? false}
								closeMenuOnClick
								onChange={() => void edit({ do: 'set', item: uidOf(row), set: { reverse: !row.reverse } })}
							>
								{fields.reverse}
							</Menu.CheckboxItem>
							{indexes.map((one) => (
								<Menu.CheckboxItem
									key={one.id}
									checked={row.index === one.id}
									closeMenuOnClick
									onChange={() =>
										void edit({ do: 'set', item: uidOf(row), set: { index: row.index === one.id ? null : one.id } })
									}
								>
									{fields.index}: {titleOf(one.id)}
								</Menu.CheckboxItem>
							))}
						</>
					),
				}))}
				saveText={(row, words) => edit({ do: 'set', item: row, set: { text: words } })}
				add={(texts, at) => edit({ do: 'addRows', item: uid, texts: [...texts], at })}
				addLabel={fields.addRow}
				move={(row, at) => edit({ do: 'moveRow', item: row, at })}
				remove={(row) => edit({ do: 'remove', items: [row] })}
			/>
		</div>
	);
}
