import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { IconBulb, IconEye, IconGitBranch, IconListNumbers, IconSearch, IconSettings } from '@tabler/icons-react';
import { useDeferredValue, useId, useMemo, useState } from 'react';
import type { Advice } from '#shared/domain/instrument/advice.ts';
import { checkInstrument } from '#shared/domain/instrument/check.ts';
import { itemTypes } from '#shared/domain/instrument/edit/item-types.ts';
import { withContents } from '#shared/domain/instrument/edit/items.ts';
import { uidOf } from '#shared/domain/instrument/edit/references.ts';
import { besideRemoved, stepTarget } from '#shared/domain/instrument/edit/steps.ts';
import { languagesOf, missingTexts } from '#shared/domain/instrument/languages.ts';
import type { Instrument, ItemType } from '#shared/domain/instrument/model.ts';
import { countQuestions, questionsOf } from '#shared/domain/instrument/questions.ts';
import { shortName } from '#shared/domain/instrument/text.ts';
import { useCall } from '../../../api/use-call.ts';
import { type Command, useCommands } from '../../../app/commands.tsx';
import { navigate } from '../../../app/hash-location.ts';
import { useNotes } from '../../../app/notes.tsx';
import { useLanguage, useText } from '../../../app/text.tsx';
import { Page } from '../../../ui/page.tsx';
import { AdvicePanel } from '../advice-panel.tsx';
import { ExportMenu } from '../export-menu.tsx';
import { AddMenu } from './add-menu.tsx';
import { BankDialog } from './bank-dialog.tsx';
import { DetailsPane } from './details-pane.tsx';
import styles from './editor.module.css';
import { EditorProvider } from './editor-context.tsx';
import { ItemPane } from './item-pane.tsx';
import { ProblemsMenu, placeOfProblem } from './problems-menu.tsx';
import { RespondentPane } from './respondent-pane.tsx';
import { Structure } from './structure.tsx';
import { useChosen } from './use-chosen.ts';
import { useEdit } from './use-edit.ts';
import { VersionsPanel } from './versions-panel.tsx';

type Pane = 'structure' | 'item' | 'respondent';

/** Structure, item and respondent view side by side; in a narrow window two of them, or one, with tabs between. */
export function EditorWorkspace({ id, title, instrument }: { id: number; title: string; instrument: Instrument }) {
	const { editor: text, instrument: words } = useText();
	const language = useLanguage();
	const { showDone } = useNotes();
	const { item, wanted, view, chosen, choose, leave, setView } = useChosen(instrument);
	const [pane, setPane] = useState<Pane>('structure');
	const [search, setSearch] = useState('');
	const [adding, setAdding] = useState(false);
	const [reading, setReading] = useState(false);
	const [focusOn, setFocusOn] = useState<string | null>(null);
	const [spoken, setSpoken] = useState('');
	const helpId = useId();
	const rounds = useCall('round.list', {}).data?.filter((one) => one.instrumentId === id) ?? [];
	// The tree and the fields come first: checks and the respondent's view may lag behind fast typing.
	const settled = useDeferredValue(instrument);
	const questions = useMemo(() => questionsOf(instrument), [instrument]);
	const problems = useMemo(() => checkInstrument(settled), [settled]);
	const missing = useMemo(() => missingTexts(settled), [settled]);
	const withProblem = useMemo(
		() => new Set(problems.flatMap((one) => placeOfProblem(settled, one) ?? [])),
		[settled, problems],
	);
	const withMissing = useMemo(() => new Set(missing.flatMap((one) => one.uid ?? [])), [missing]);
	const languages = useMemo(() => languagesOf(instrument), [instrument]);
	const edit = useEdit(id);
	const show = (uid: string | null) => {
		choose(uid);
		setPane('item');
	};

	const { items } = instrument;
	const many = [...chosen];
	const nameOf = (uid: string) => {
		const found = items.find((one) => uidOf(one) === uid);
		return found ? shortName(found, language) || text.types[found.type] : '';
	};
	/** After the last of what is chosen, else last. */
	const after = () => {
		const last = items.findLastIndex((one) => chosen.has(uidOf(one)));
		const next = last < 0 ? undefined : items[last + 1];
		return next ? uidOf(next) : null;
	};
	const add = async (type: ItemType) => {
		setAdding(false);
		const made = await edit({ do: 'add', type, before: after() });
		if (!made?.[0]) return;
		setSearch('');
		setFocusOn(made[0]);
		show(made[0]);
		setSpoken(text.added(text.types[type]));
	};
	const duplicate = async () => {
		const made = many.length > 0 ? await edit({ do: 'duplicate', items: many }) : null;
		if (made?.[0]) choose(made[0], made);
	};
	const remove = async (whole = false) => {
		if (many.length === 0) return;
		const gone = whole ? withContents(items, many) : chosen;
		const beside = besideRemoved(instrument, gone);
		if (!(await edit({ do: 'remove', items: many, whole }))) return;
		leave(gone, beside);
		showDone(text.removed(gone.size), text.removedHow);
	};
	const move = async (uids: readonly string[], before: string | null) => {
		const made = await edit({ do: 'move', items: [...uids], before });
		if (!made) return;
		const [first = ''] = made;
		const rest = items.filter((one) => !made.includes(uidOf(one)));
		const place = before === null ? rest.length : rest.findIndex((one) => uidOf(one) === before);
		setSpoken(text.moved(nameOf(first), place + 1, items.length));
	};
	const setAside = async ({ itemId, kind }: Advice) => {
		const about = items.find((one) => one.id === itemId);
		if (!about) return;
		const adviceSeen = [...new Set([...(about.adviceSeen ?? []), kind])];
		await edit({ do: 'set', item: uidOf(about), set: { adviceSeen } });
	};
	const target = (step: 'up' | 'down') => stepTarget(instrument, many, step);
	const stepBy = (step: 'up' | 'down') => {
		const to = target(step);
		if (to) void move(many, to.before);
	};
	const hasSection = items.some((one) => one.type === 'section' && chosen.has(uidOf(one)));
	const has = many.length > 0;
	const common = { section: text.section } as const;
	const commands: Command[] = [
		{ ...common, id: 'editor.add', label: text.add, shortcut: 'alt+n', run: () => setAdding(true) },
		...itemTypes.map((type) => ({
			...common,
			id: `editor.add.${type}`,
			label: text.addType(text.types[type]),
			keywords: text.typeNotes[type],
			run: () => void add(type),
		})),
		{ ...common, id: 'editor.library', label: text.library.open, run: () => setReading(true) },
		{
			...common,
			id: 'editor.duplicate',
			label: text.duplicate,
			shortcut: 'mod+d',
			enabled: has,
			run: () => void duplicate(),
		},
		{
			...common,
			id: 'editor.up',
			label: text.moveUp,
			shortcut: 'alt+arrowup',
			yieldsToText: true,
			enabled: has && target('up') !== null,
			run: () => stepBy('up'),
		},
		{
			...common,
			id: 'editor.down',
			label: text.moveDown,
			shortcut: 'alt+arrowdown',
			yieldsToText: true,
			enabled: has && target('down') !== null,
			run: () => stepBy('down'),
		},
		{ ...common, id: 'editor.remove', label: text.remove, enabled: has, run: () => void remove() },
		{
			...common,
			id: 'editor.removeWhole',
			label: text.removeWhole,
			enabled: hasSection,
			run: () => void remove(true),
		},
		{
			...common,
			id: 'editor.renumber',
			label: text.renumber,
			icon: IconListNumbers,
			run: () => void edit({ do: 'renumber' }).then((made) => made && showDone(text.renumbered)),
		},
		{
			...common,
			id: 'editor.versions',
			label: text.versions.label,
			icon: IconGitBranch,
			run: () => setView('versions'),
		},
		{ ...common, id: 'editor.advice', label: text.advice, icon: IconBulb, run: () => setView('advice') },
		{ ...common, id: 'editor.details', label: text.details, icon: IconSettings, run: () => show(null) },
	];
	useCommands(commands);

	const panes: { value: Pane; label: string }[] = [
		{ value: 'structure', label: text.structure },
		{ value: 'item', label: text.item },
		{ value: 'respondent', label: text.respondentShort },
	];
	const labels = { advice: text.advice, versions: text.versions.label };
	const middle = view !== 'item' ? labels[view] : item ? text.types[item.type] : text.details;
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
						{(['advice', 'versions'] as const).map((one) => {
							const Glyph = one === 'advice' ? IconBulb : IconGitBranch;
							return (
								<Button
									key={one}
									leftSection={<Glyph size={16} stroke={1.6} aria-hidden />}
									aria-pressed={view === one}
									onClick={() => {
										setView(view === one ? 'item' : one);
										setPane('item');
									}}
								>
									{labels[one]}
								</Button>
							);
						})}
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
						<section className={styles.pane} data-is="structure" aria-label={text.structure}>
							<div className={styles.paneHead}>
								<AddMenu
									opened={adding}
									onOpened={setAdding}
									onAdd={(type) => void add(type)}
									onLibrary={() => setReading(true)}
								/>
								<Button title={text.about} aria-pressed={item === null && view === 'item'} onClick={() => show(null)}>
									{text.details}
								</Button>
								<TextInput
									className={styles.find}
									aria-label={text.find}
									placeholder={text.find}
									leftSection={<IconSearch size={15} stroke={1.6} aria-hidden />}
									value={search}
									onChange={(event) => setSearch(event.currentTarget.value)}
									onKeyDown={(event) => event.key === 'Escape' && setSearch('')}
								/>
							</div>
							<div className={styles.paneBody}>
								<Structure
									search={search}
									current={wanted}
									chosen={chosen}
									onChosen={(uids, current) => choose(current, uids)}
									problems={withProblem}
									missing={withMissing}
									onMove={(uids, before) => void move(uids, before)}
									onStep={stepBy}
									onRemove={() => void remove()}
									onOpen={() => {
										setFocusOn(wanted);
										setPane('item');
									}}
									describedBy={helpId}
								/>
								<p id={helpId} className={`${styles.hint} ${styles.structureHelp}`} hidden={items.length === 0}>
									{text.structureHelp}
								</p>
							</div>
						</section>
						<section className={styles.pane} data-is="item" aria-label={middle}>
							<div className={styles.paneBody}>
								{view !== 'advice' && <h2 className={styles.paneTitle}>{middle}</h2>}
								{rounds.length > 0 && view === 'item' && (
									<p className={styles.note}>{text.usedIn(rounds.map((one) => one.name).join(', '))}</p>
								)}
								{view === 'versions' ? (
									<VersionsPanel id={id} instrumentKey={instrument.key} />
								) : view === 'advice' ? (
									<AdvicePanel
										instrument={settled}
										invited={rounds.findLast((one) => one.invited !== null)?.invited ?? null}
										onJump={(itemId) => show(items.findLast((one) => one.id === itemId)?.uid ?? itemId)}
										onDismiss={(advice) => void setAside(advice)}
									/>
								) : item ? (
									<ItemPane
										key={uidOf(item)}
										item={item}
										focusText={focusOn === uidOf(item)}
										onFocused={() => setFocusOn(null)}
										onDuplicate={() => void duplicate()}
										onRemove={() => void remove()}
									/>
								) : (
									<DetailsPane />
								)}
							</div>
						</section>
						<section className={styles.pane} data-is="respondent" aria-label={text.respondent}>
							<RespondentPane item={item} />
						</section>
					</div>
				</div>
				{reading && (
					<BankDialog
						before={after()}
						onDone={(made) => {
							setReading(false);
							if (made?.[0]) choose(made[0], made);
						}}
					/>
				)}
				<div className="visually-hidden" role="status">
					{spoken}
				</div>
			</Page>
		</EditorProvider>
	);
}
