import { type Icon, IconEye, IconFileText, IconMicrophone, IconUsers, IconUsersGroup } from '@tabler/icons-react';
import type { DocumentKind } from '#shared/domain/document/model.ts';

const icons: Record<DocumentKind, Icon> = {
	interview: IconMicrophone,
	'focus-group': IconUsersGroup,
	pair: IconUsers,
	workshop: IconUsersGroup,
	observation: IconEye,
	document: IconFileText,
};

/** The icon of a kind of material. */
export function documentIcon(kind: DocumentKind): Icon {
	return icons[kind];
}
