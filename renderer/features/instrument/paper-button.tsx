import { Button, SegmentedControl, Switch } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import type { Language } from '#shared/contract/basics.ts';
import type { Input } from '#shared/contract/calls.ts';
import { bridge } from '../../api/bridge.ts';
import { useTask } from '../../api/use-task.ts';
import { useCommands } from '../../app/commands.tsx';
import { useNotes } from '../../app/notes.tsx';
import { useLanguage, useText } from '../../app/text.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TaskProgress } from '../../ui/task-progress.tsx';
import styles from './instrument.module.css';

/** Puts a questionnaire on paper: the settings of the print, and the file that comes of it. `of` is what the call takes; `onMade`: it is saved. */
export function PaperButton({ of, onMade }: { of: Input<'instrument.paper'>['of']; onMade?: () => void }) {
	const { paper, frame } = useText();
	const words = paper.screen;
	const { showDone } = useNotes();
	const [opened, { open, close }] = useDisclosure(false);
	const { start, cancel, progress, busy } = useTask('instrument.paper');
	const [language, setLanguage] = useState<Language>(useLanguage());
	const [size, setSize] = useState<'normal' | 'large'>('normal');
	const [intro, setIntro] = useState(true);
	const [codes, setCodes] = useState(true);

	useCommands([
		{ id: 'instrument.paper', label: words.print, section: frame.search.sections.do, icon: IconPrinter, run: open },
	]);
	const make = async () => {
		const made = await start({ of, language, size, intro, codes });
		const where = made && (await bridge.host.saveFile(made.name, made.bytes));
		if (!made || where === null) return;
		close();
		onMade?.();
		showDone(words.made(where), words.pages(made.pages));
	};
	// Closing stops the work too: no file turns up later by itself.
	const leave = () => {
		if (busy) cancel();
		close();
	};
	return (
		<>
			<Button leftSection={<IconPrinter size={17} stroke={1.6} />} onClick={open}>
				{words.print}
			</Button>
			{opened && (
				<Dialog title={words.title} onClose={leave}>
					<div className={styles.printing}>
						<p>{words.lead}</p>
						<div>
							<p className={styles.factsTitle}>{words.language}</p>
							<SegmentedControl
								aria-label={words.language}
								value={language}
								onChange={(value) => setLanguage(value === 'en' ? 'en' : 'sv')}
								data={[
									{ value: 'sv', label: frame.languages.sv },
									{ value: 'en', label: frame.languages.en },
								]}
							/>
						</div>
						<div>
							<p className={styles.factsTitle}>{words.size}</p>
							<SegmentedControl
								aria-label={words.size}
								value={size}
								onChange={(value) => setSize(value === 'large' ? 'large' : 'normal')}
								data={[
									{ value: 'normal', label: words.sizes.normal },
									{ value: 'large', label: words.sizes.large },
								]}
							/>
						</div>
						<Switch label={words.intro} checked={intro} onChange={(event) => setIntro(event.currentTarget.checked)} />
						<Switch label={words.codes} checked={codes} onChange={(event) => setCodes(event.currentTarget.checked)} />
						{busy ? (
							<TaskProgress progress={progress} busy={busy} cancel={cancel} label={words.making} />
						) : (
							<div className={styles.printButtons}>
								<Button variant="filled" onClick={() => void make()}>
									{words.make}
								</Button>
								<Button variant="subtle" onClick={close}>
									{frame.cancel}
								</Button>
							</div>
						)}
					</div>
				</Dialog>
			)}
		</>
	);
}
