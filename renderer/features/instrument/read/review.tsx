import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import { checkInstrument } from '#shared/domain/instrument/check.ts';
import { uidOf } from '#shared/domain/instrument/edit/references.ts';
import type { Loss } from '#shared/domain/instrument/exchange/model.ts';
import { languagesOf } from '#shared/domain/instrument/languages.ts';
import type { Instrument } from '#shared/domain/instrument/model.ts';
import type { InstrumentProblem } from '#shared/domain/instrument/problem.ts';
import { countQuestions, questionsOf } from '#shared/domain/instrument/questions.ts';
import { inLanguage } from '#shared/domain/instrument/text.ts';
import { useRun } from '../../../api/use-run.ts';
import { isTyping, matchesShortcut } from '../../../app/keys.ts';
import { useNotes } from '../../../app/notes.tsx';
import { useLanguage, useText } from '../../../app/text.tsx';
import { Page } from '../../../ui/page.tsx';
import { Section } from '../../../ui/section.tsx';
import { DetailsPane } from '../editor/details-pane.tsx';
import { EditorProvider } from '../editor/editor-context.tsx';
import { ProblemsMenu, placeOfProblem } from '../editor/problems-menu.tsx';
import { useFocusLater } from '../editor/use-focus-later.ts';
import { LossList } from './loss-list.tsx';
import styles from './read.module.css';
import { ReviewRow } from './review-row.tsx';
import { useReview } from './use-review.ts';

interface ReviewProps {
	read: Instrument;
	/** What it was read as and how many questions came of it, by their number. */
	summary: (questions: number) => string;
	/** What is named in a refusal: the file. */
	name: string;
	/** What was guessed of each item, by the identity it was read with. */
	notes: ReadonlyMap<string, readonly string[]>;
	losses?: readonly Loss[] | undefined;
	/** More that belongs to how it was read. */
	tools?: ReactNode;
	/** Ways back to what it was read from. */
	back: ReactNode;
	onTaken: (taken: { id: number; title: string; instrument: Instrument }) => void;
}

/** How many questions are shown from the start. */
const most = 150;

/** A questionnaire that was read, question by question, to be looked through and put right before it is taken into the project. */
export function Review({ read, summary, name, notes, losses, tools, back, onTaken }: ReviewProps) {
	const { exchange: text, editor } = useText();
	const language = useLanguage();
	const { showDone } = useNotes();
	const { instrument, edit, undo } = useReview(read);
	const { run, busy } = useRun('instrument.takeIn');
	const [open, setOpen] = useState<string | null>(null);
	const [all, setAll] = useState(false);
	const [spoken, setSpoken] = useState('');
	const list = useRef<HTMLUListElement>(null);
	const focusLater = useFocusLater(list);
	const questions = useMemo(() => questionsOf(instrument), [instrument]);
	const problems = useMemo(() => checkInstrument(instrument), [instrument]);
	const problemsIn = useMemo(() => {
		const places = new Map<string, InstrumentProblem[]>();
		for (const one of problems) {
			const uid = placeOfProblem(instrument, one);
			if (uid !== null) places.set(uid, [...(places.get(uid) ?? []), one]);
		}
		return places;
	}, [instrument, problems]);
	const languages = useMemo(() => languagesOf(instrument), [instrument]);
	const title = inLanguage(instrument.title, language) || editor.untitled;
	const rowIn = (uid: string) => `[data-item="${CSS.escape(uid)}"]`;

	const take = async () => {
		const taken = await run({ definition: instrument, name });
		if (!taken) return;
		showDone(text.taken(title), taken.renamed ? text.takenKey : undefined);
		onTaken({ id: taken.id, title, instrument });
	};
	const takeBack = () => {
		undo?.();
		setSpoken(text.undone);
	};
	const onKeyDown = (event: KeyboardEvent) => {
		// Here it is the corrections that are taken back, and not what was done in the project before.
		if (!undo || isTyping(event.target as HTMLElement) || !matchesShortcut(event.nativeEvent, 'mod+z')) return;
		event.preventDefault();
		event.stopPropagation();
		takeBack();
	};
	const show = (uid: string | null) => {
		setOpen(uid);
		if (uid !== null) {
			setAll(true);
			focusLater(`${rowIn(uid)} textarea`);
		}
	};
	const shown = all ? instrument.items : instrument.items.slice(0, most);
	return (
		<EditorProvider value={{ instrument, questions, languages, edit, choose: show }}>
			<Page
				title={title}
				kicker={summary(countQuestions(questions))}
				width="full"
				actions={
					<>
						<ProblemsMenu problems={problems} />
						{back}
						<Button variant="filled" loading={busy} onClick={() => void take()}>
							{text.take}
						</Button>
					</>
				}
			>
				{/* biome-ignore lint/a11y/noStaticElementInteractions: it hears the keys of what stands in it. */}
				<div className={styles.review} onKeyDown={onKeyDown}>
					{tools}
					{losses && losses.length > 0 && (
						<Section title={text.lossesTitle}>
							<LossList losses={losses} />
						</Section>
					)}
					<details className={styles.details}>
						<summary>{editor.details}</summary>
						<DetailsPane />
					</details>
					<Section
						title={text.itemsTitle}
						lead={text.itemsLead}
						actions={
							<Button
								size="sm"
								leftSection={<IconArrowBackUp size={16} stroke={1.6} aria-hidden />}
								disabled={!undo}
								onClick={takeBack}
							>
								{text.undo}
							</Button>
						}
					>
						<ul ref={list} className={styles.rows} aria-label={text.itemsTitle}>
							{shown.map((item, place) => {
								const uid = uidOf(item);
								return (
									<ReviewRow
										key={uid}
										item={item}
										notes={notes.get(uid) ?? []}
										problems={problemsIn.get(uid) ?? []}
										open={open === uid}
										onOpen={(next) => {
											setOpen(next);
											if (next === null) focusLater(`${rowIn(uid)} button`);
										}}
										onRemoved={() => {
											const beside = instrument.items[place + 1] ?? instrument.items[place - 1];
											setSpoken(editor.removed(1));
											if (beside) focusLater(`${rowIn(uidOf(beside))} select`);
										}}
									/>
								);
							})}
						</ul>
						{instrument.items.length === 0 && <p>{text.nothing}</p>}
						{shown.length < instrument.items.length && (
							<Button onClick={() => setAll(true)}>{text.all(instrument.items.length)}</Button>
						)}
					</Section>
					<p className="visually-hidden" role="status">
						{spoken || summary(countQuestions(questions))}
					</p>
				</div>
			</Page>
		</EditorProvider>
	);
}
