import { Button, SegmentedControl } from '@mantine/core';
import { IconBulb, IconEye, IconGitBranch } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { checkInstrument } from '#shared/domain/instrument/check.ts';
import { languagesOf } from '#shared/domain/instrument/languages.ts';
import type { ItemType } from '#shared/domain/instrument/model.ts';
import { countQuestions, questionsOf } from '#shared/domain/instrument/questions.ts';
import { navigate } from '../../../app/hash-location.ts';
import { useText } from '../../../app/text.tsx';
import { Page } from '../../../ui/page.tsx';
import { ExportMenu } from '../export-menu.tsx';
import { BankDialog } from './bank-dialog.tsx';
import styles from './editor.module.css';
import { type Editor, EditorProvider } from './editor-context.tsx';
import { MiddlePane } from './middle-pane.tsx';
import { ProblemsMenu } from './problems-menu.tsx';
import { RespondentPane } from './respondent-pane.tsx';
import { StructurePane } from './structure-pane.tsx';
import { useChosen } from './use-chosen.ts';
import { useEditorCommands } from './use-editor-commands.ts';
import { useItemEdits } from './use-item-edits.ts';

type Pane = 'structure' | 'item' | 'respondent';

interface EditorWorkspaceProps extends Pick<Editor, 'instrument' | 'edit'> {
	id: number;
	title: string;
}

/** Structure, item and respondent view side by side; in a narrow window two of them, or one, with tabs between. */
export function EditorWorkspace({ id, title, instrument, edit }: EditorWorkspaceProps) {
	const { editor: text, instrument: words } = useText();
	const choosing = useChosen(instrument);
	const { item, wanted, view, chosen, choose, setView } = choosing;
	const [pane, setPane] = useState<Pane>('structure');
	const [search, setSearch] = useState('');
	const [adding, setAdding] = useState(false);
	const [reading, setReading] = useState(false);
	const [focusOn, setFocusOn] = useState<string | null>(null);
	// The tree and the fields come first: checks and the respondent's view may lag behind fast typing.
	const settled = useDeferredValue(instrument);
	const questions = useMemo(() => questionsOf(instrument), [instrument]);
	const problems = useMemo(() => checkInstrument(settled), [settled]);
	const languages = useMemo(() => languagesOf(instrument), [instrument]);
	const edits = useItemEdits(instrument, edit, choosing);
	const show = (uid: string | null) => {
		choose(uid);
		setPane('item');
	};
	const add = async (type: ItemType) => {
		setAdding(false);
		const made = await edits.add(type);
		if (made === null) return;
		setSearch('');
		setFocusOn(made);
		show(made);
	};
	useEditorCommands({
		edits,
		has: chosen.size > 0,
		onAdd: (type) => void add(type),
		onAdding: () => setAdding(true),
		onLibrary: () => setReading(true),
		onView: setView,
		onDetails: () => show(null),
	});
	const panes: { value: Pane; label: string }[] = [
		{ value: 'structure', label: text.structure },
		{ value: 'item', label: text.item },
		{ value: 'respondent', label: text.respondentShort },
	];
	const others = [
		{ is: 'advice', label: text.advice, Glyph: IconBulb },
		{ is: 'versions', label: text.versions.label, Glyph: IconGitBranch },
	] as const;
	return (
		<EditorProvider value={{ instrument, questions, languages, edit, choose: show }}>
			<Page
				title={title}
				kicker={`${words.version(instrument.version)} · ${text.questions(countQuestions(questions))}`}
				width="full"
				fill
				actions={
					<>
						<ProblemsMenu problems={problems} />
						<ExportMenu of={{ id }} />
						{others.map(({ is, label, Glyph }) => (
							<Button
								key={is}
								leftSection={<Glyph size={16} stroke={1.6} aria-hidden />}
								aria-pressed={view === is}
								onClick={() => {
									setView(view === is ? 'item' : is);
									setPane('item');
								}}
							>
								{label}
							</Button>
						))}
						<Button
							leftSection={<IconEye size={16} stroke={1.6} aria-hidden />}
							onClick={() => navigate(`/design/instrument/${id}`)}
						>
							{text.done}
						</Button>
					</>
				}
			>
				<div className={styles.room}>
					<SegmentedControl
						className={styles.tabs}
						aria-label={text.panes}
						value={pane}
						onChange={(value) => setPane(value as Pane)}
						data={panes}
					/>
					<div className={styles.workspace} data-pane={pane}>
						<StructurePane
							choosing={choosing}
							edits={edits}
							search={search}
							onSearch={setSearch}
							settled={settled}
							problems={problems}
							opened={adding}
							onOpened={setAdding}
							onAdd={(type) => void add(type)}
							onLibrary={() => setReading(true)}
							onOpen={() => {
								setFocusOn(wanted);
								setPane('item');
							}}
						/>
						<MiddlePane
							id={id}
							item={item}
							view={view}
							edits={edits}
							settled={settled}
							focusOn={focusOn}
							onFocused={() => setFocusOn(null)}
						/>
						<section className={styles.pane} data-is="respondent" aria-label={text.respondent}>
							<RespondentPane item={item} />
						</section>
					</div>
				</div>
				{reading && (
					<BankDialog
						before={edits.after()}
						onDone={(made) => {
							setReading(false);
							if (made?.[0]) choose(made[0], made);
						}}
					/>
				)}
				<div className="visually-hidden" role="status">
					{edits.spoken}
				</div>
			</Page>
		</EditorProvider>
	);
}
