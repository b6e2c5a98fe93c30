import { ActionIcon, Menu } from '@mantine/core';
import { IconCopy, IconFileText, IconPhoto, IconPhotoDown, IconTable } from '@tabler/icons-react';
import type { Figure } from '#shared/domain/figure/model.ts';
import type { Table } from '#shared/domain/report/model.ts';
import { useText } from '../../app/text.tsx';
import { useCopy } from './copy.ts';

/** Takes a figure or table elsewhere: to the clipboard, to a file, or as a live block of the report. */
export function CopyMenu({
	name,
	figure,
	table,
	block,
}: {
	/** Of what is copied: the file's name too. */
	name: string;
	figure?: Figure | null;
	table: Table;
	/** The block of the report that shows the same, as Markdown. */
	block?: string;
}) {
	const words = useText().results.controls;
	const copy = useCopy();
	const icon = { size: 16, stroke: 1.6 };
	return (
		<Menu position="bottom-end">
			<Menu.Target>
				<ActionIcon aria-label={`${words.copy}: ${name}`} title={words.copy}>
					<IconCopy size={18} stroke={1.6} />
				</ActionIcon>
			</Menu.Target>
			<Menu.Dropdown>
				<Menu.Item leftSection={<IconTable {...icon} />} onClick={() => void copy.copyTable(table)}>
					{words.copyTable}
				</Menu.Item>
				{figure && (
					<>
						<Menu.Item leftSection={<IconPhoto {...icon} />} onClick={() => void copy.copyFigure(figure)}>
							{words.copyFigure}
						</Menu.Item>
						<Menu.Item leftSection={<IconPhotoDown {...icon} />} onClick={() => void copy.saveFigure(figure, name)}>
							{words.saveFigure}
						</Menu.Item>
					</>
				)}
				{block && (
					<Menu.Item leftSection={<IconFileText {...icon} />} onClick={() => void copy.copyText(block)}>
						{words.copyBlock}
					</Menu.Item>
				)}
			</Menu.Dropdown>
		</Menu>
	);
}
