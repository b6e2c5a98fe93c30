import {
	type Icon,
	IconAlignLeft,
	IconCalendar,
	IconCheckbox,
	IconCircleDot,
	IconHash,
	IconHeading,
	IconInfoCircle,
	IconLayoutList,
	IconListNumbers,
	IconStar,
	IconTable,
} from '@tabler/icons-react';
import type { ItemType } from '#shared/domain/instrument/model.ts';

/** The picture of each type of item. */
export const itemIcons: Record<ItemType, Icon> = {
	scale: IconLayoutList,
	matrix: IconTable,
	single: IconCircleDot,
	multiple: IconCheckbox,
	ranking: IconListNumbers,
	rating: IconStar,
	number: IconHash,
	date: IconCalendar,
	text: IconAlignLeft,
	info: IconInfoCircle,
	section: IconHeading,
};
