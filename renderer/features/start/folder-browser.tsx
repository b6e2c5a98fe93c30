import { IconChevronRight, IconFileText, IconFolder } from '@tabler/icons-react';
import { useCall } from '../../api/use-call.ts';
import { useText } from '../../app/text.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import styles from './folder-browser.module.css';

interface FolderBrowserProps {
	/** Undefined: the person's documents. */
	folder: string | undefined;
	onFolder: (path: string) => void;
	/** Projects are shown, and one can be chosen. */
	onProject?: (path: string) => void;
}

/** The folders of the machine, for a window without the system's dialogs: where one is, and what is in there. */
export function FolderBrowser({ folder, onFolder, onProject }: FolderBrowserProps) {
	const { project } = useText();
	const { data, error } = useCall('app.listFolder', folder === undefined ? {} : { path: folder }, { keep: true });
	const entries = data?.entries.filter((entry) => entry.kind === 'folder' || onProject) ?? [];
	return (
		<div className={styles.browser}>
			<nav aria-label={project.place.trail}>
				<ol className={styles.trail}>
					{data?.trail.map((part, index) => (
						<li key={part.path}>
							{index > 0 && <IconChevronRight size={14} stroke={1.6} aria-hidden />}
							<button
								type="button"
								className={styles.part}
								aria-current={index === data.trail.length - 1 ? 'location' : undefined}
								onClick={() => onFolder(part.path)}
							>
								{part.name}
							</button>
						</li>
					))}
				</ol>
			</nav>
			{error && <ErrorNote error={error} />}
			{data && entries.length === 0 && (
				<p className={styles.none}>{onProject ? project.place.emptyOpen : project.place.empty}</p>
			)}
			{entries.length > 0 && (
				<ul className={styles.entries}>
					{entries.map((entry) => {
						const isFolder = entry.kind === 'folder';
						const Glyph = isFolder ? IconFolder : IconFileText;
						return (
							<li key={entry.path}>
								<button
									type="button"
									className={styles.entry}
									data-kind={entry.kind}
									onClick={() => (isFolder ? onFolder(entry.path) : onProject?.(entry.path))}
								>
									<Glyph size={18} stroke={1.6} aria-hidden />
									<span className={styles.name}>{entry.name}</span>
									<span className="visually-hidden">
										, {isFolder ? project.place.folderKind : project.place.projectKind}
									</span>
								</button>
							</li>
						);
					})}
				</ul>
			)}
		</div>
	);
}
