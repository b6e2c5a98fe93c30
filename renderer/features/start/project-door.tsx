import {
	IconCopy,
	IconFileCheck,
	IconFilePlus,
	IconFolderOpen,
	IconListDetails,
	IconSchool,
	IconX,
} from '@tabler/icons-react';
import { createContext, type ReactNode, useContext, useState } from 'react';
import type { CallName, Input } from '#shared/contract/calls.ts';
import type { AppError } from '#shared/contract/errors.ts';
import { bridge } from '../../api/bridge.ts';
import { asRefusal, call } from '../../api/client.ts';
import { type Command, useCommands } from '../../app/commands.tsx';
import { navigate } from '../../app/hash-location.ts';
import { useNotes } from '../../app/notes.tsx';
import { useText } from '../../app/text.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { TaskProgress } from '../../ui/task-progress.tsx';
import { fileNameOf } from './file-name.ts';
import { FolderBrowser } from './folder-browser.tsx';
import { NewProjectModal } from './new-project-modal.tsx';
import { SaveModal } from './save-modal.tsx';
import styles from './start.module.css';
import { UnlockModal } from './unlock-modal.tsx';
import { useAnsweredTask } from './use-answered-task.ts';
import { VerifyModal } from './verify-modal.tsx';

type Shown = 'new' | 'open' | 'sample' | 'copy' | 'verify' | null;

/** The ways in and out of a project, for buttons and lists. All are commands as well. */
export interface ProjectDoor {
	openPath: (path: string) => void;
	/** Why the last project that was to be opened was not. */
	refusal: AppError | null;
}

const Door = createContext<ProjectDoor>({ openPath: () => undefined, refusal: null });

/** Opens a project by its path, from a list of recent ones for example. */
export function useProjectDoor(): ProjectDoor {
	return useContext(Door);
}

/** Holds the dialogs of files and the commands that open them, around all views. */
export function ProjectDoorProvider({ project, children }: { project: { title: string } | null; children: ReactNode }) {
	const { project: words, frame } = useText();
	const { showRefusal, showDone } = useNotes();
	const [dialog, setDialog] = useState<Shown>(null);
	const [folder, setFolder] = useState<string>();
	const [busy, setBusy] = useState(false);
	const [locked, setLocked] = useState<{ path: string; wrong: boolean } | null>(null);
	const [refusal, setRefusal] = useState<AppError | null>(null);
	const copying = useAnsweredTask('project.saveCopy');
	const laying = useAnsweredTask('project.openSample');
	const native = bridge.host.kind === 'electron';

	/** Another project is open, or none: its first page, without what the last one had on the screen. */
	function entered(): void {
		setDialog(null);
		setLocked(null);
		setRefusal(null);
		navigate('/');
	}

	/** Does what opens or closes a project. Null when it is done, else why not. */
	async function enter<N extends CallName>(name: N, input: Input<N>): Promise<AppError | null> {
		setBusy(true);
		try {
			await call(name, input);
			entered();
			return null;
		} catch (error) {
			return asRefusal(error);
		} finally {
			setBusy(false);
		}
	}

	async function openPath(path: string, passphrase?: string): Promise<void> {
		const refused = await enter('project.open', passphrase === undefined ? { path } : { path, passphrase });
		if (refused?.code === 'PASSPHRASE_NEEDED') {
			setLocked({ path, wrong: (refused.params as { wrong: boolean }).wrong });
			setRefusal(null);
			return;
		}
		setRefusal(refused);
		// Where no list and no dialog shows it, a note does.
		if (refused && project && dialog !== 'open') showRefusal(refused);
	}

	async function saveCopy(path: string): Promise<AppError | null> {
		const { output, refusal: refused } = await copying.start({ path });
		if (output) showDone(words.copy.done, output.path);
		return refused;
	}

	async function openSample(path: string): Promise<AppError | null> {
		const { output, refusal: refused } = await laying.start({ path });
		if (output) entered();
		return refused;
	}

	async function chooseAndOpen(): Promise<void> {
		setRefusal(null);
		if (!native) return setDialog('open');
		const path = await bridge.host.chooseProject();
		if (path) await openPath(path);
	}

	async function chooseAndWrite(suggested: string, write: (path: string) => Promise<AppError | null>, own: Shown) {
		if (!native) return setDialog(own);
		const path = await bridge.host.chooseProjectPath(fileNameOf(suggested));
		const refused = path ? await write(path) : null;
		if (refused) showRefusal(refused);
	}

	const copyName = words.copy.fileName(project?.title ?? '', new Date().toLocaleDateString('sv-SE'));
	const section = frame.search.sections.project;
	const commands: Command[] = [
		{
			id: 'project.new',
			label: words.commands.new,
			section,
			icon: IconFilePlus,
			run: () => setDialog('new'),
		},
		{
			id: 'project.open',
			label: words.commands.open,
			section,
			shortcut: 'mod+o',
			icon: IconFolderOpen,
			run: () => void chooseAndOpen(),
		},
		{
			id: 'project.openSample',
			label: words.commands.sample,
			section,
			icon: IconSchool,
			run: () => void chooseAndWrite(words.sample.fileName, openSample, 'sample'),
		},
		{
			id: 'project.details',
			label: words.commands.details,
			section,
			icon: IconListDetails,
			enabled: project !== null,
			run: () => navigate('/design/project'),
		},
		{
			id: 'project.saveCopy',
			label: words.commands.copy,
			section,
			shortcut: 'mod+shift+s',
			icon: IconCopy,
			enabled: project !== null,
			run: () => void chooseAndWrite(copyName, saveCopy, 'copy'),
		},
		{
			id: 'project.verify',
			label: words.commands.verify,
			section,
			icon: IconFileCheck,
			enabled: project !== null,
			run: () => setDialog('verify'),
		},
		{
			id: 'project.close',
			label: words.commands.close,
			section,
			icon: IconX,
			enabled: project !== null,
			run: () => void enter('project.close', {}).then((refused) => refused && showRefusal(refused)),
		},
	];
	useCommands(commands);

	const close = () => {
		setDialog(null);
		setRefusal(null);
	};
	return (
		<Door value={{ openPath: (path) => void openPath(path), refusal: dialog === null ? refusal : null }}>
			{children}
			{dialog === 'new' && (
				<NewProjectModal busy={busy} onClose={close} onCreate={(made) => enter('project.create', made)} />
			)}
			{dialog === 'open' && !locked && (
				<Dialog title={words.openFile.title} onClose={close} width="wide">
					<div className={styles.form}>
						{refusal && <ErrorNote error={refusal} />}
						<FolderBrowser folder={folder} onFolder={setFolder} onProject={(path) => void openPath(path)} />
					</div>
				</Dialog>
			)}
			{dialog === 'sample' && (
				<SaveModal
					title={words.sample.title}
					lead={words.sample.lead}
					suggested={words.sample.fileName}
					submit={words.sample.submit}
					busy={laying.busy}
					progress={laying.progress}
					cancel={laying.cancel}
					onSave={openSample}
					onClose={close}
				/>
			)}
			{dialog === 'copy' && (
				<SaveModal
					title={words.copy.title}
					lead={words.copy.lead}
					suggested={copyName}
					submit={words.copy.submit}
					busy={copying.busy}
					progress={copying.progress}
					cancel={copying.cancel}
					onSave={saveCopy}
					onClose={close}
				/>
			)}
			{native && laying.busy && (
				<Dialog title={words.sample.title} onClose={laying.cancel}>
					<TaskProgress {...laying} />
				</Dialog>
			)}
			{native && copying.busy && (
				<Dialog title={words.copy.title} onClose={copying.cancel}>
					<TaskProgress {...copying} />
				</Dialog>
			)}
			{dialog === 'verify' && <VerifyModal onClose={close} />}
			{locked && (
				<UnlockModal
					path={locked.path}
					wrong={locked.wrong}
					busy={busy}
					onUnlock={(passphrase) => void openPath(locked.path, passphrase)}
					onClose={() => setLocked(null)}
				/>
			)}
		</Door>
	);
}
