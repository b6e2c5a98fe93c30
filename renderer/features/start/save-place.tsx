import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCall } from '../../api/use-call.ts';
import { useText } from '../../app/text.tsx';
import { fileNameOf, freeName, joinPath } from './file-name.ts';
import { FolderBrowser } from './folder-browser.tsx';
import styles from './start.module.css';

/** Where a new file goes. Follows the suggested name, free in the chosen folder, until the person has written one. */
export function useSavePlace(suggested: string) {
	const [folder, setFolder] = useState<string>();
	const [written, setWritten] = useState<string | null>(null);
	const listing = useCall('app.listFolder', folder === undefined ? {} : { path: folder }, { keep: true }).data;
	const name =
		written ??
		freeName(
			fileNameOf(suggested),
			(listing?.entries ?? []).map((entry) => entry.name),
		);
	return {
		folder,
		setFolder,
		name,
		setName: setWritten,
		shownFolder: listing?.path ?? '',
		/** Null until the folder is known. */
		path: listing ? joinPath(listing.path, fileNameOf(name)) : null,
	};
}

/** The folder and the file's name, and the folders of the machine where one wants another. */
export function SavePlace({ place }: { place: ReturnType<typeof useSavePlace> }) {
	const { project } = useText();
	const [choosing, setChoosing] = useState(false);
	return (
		<>
			<TextInput
				label={project.place.fileName}
				value={place.name}
				onChange={(event) => place.setName(event.currentTarget.value)}
			/>
			<div>
				<div className={styles.folderLine}>
					<span>
						<span className={styles.folderLabel}>{project.place.savedIn}</span>{' '}
						<span className={styles.path}>{place.shownFolder}</span>
					</span>
					<Button size="xs" aria-expanded={choosing} onClick={() => setChoosing(!choosing)}>
						{project.place.change}
					</Button>
				</div>
				{choosing && <FolderBrowser folder={place.folder} onFolder={place.setFolder} />}
			</div>
		</>
	);
}
