import { Button, SegmentedControl } from '@mantine/core';
import { IconClipboardPlus, IconCopy, IconGitBranch, IconPencil, IconPlus, IconRotate } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { Language } from '#shared/contract/basics.ts';
import type { Instrument } from '#shared/domain/instrument/model.ts';
import { inLanguage } from '#shared/domain/instrument/text.ts';
import { useCall } from '../../api/use-call.ts';
import { useRun } from '../../api/use-run.ts';
import { useCommands } from '../../app/commands.tsx';
import { navigate } from '../../app/hash-location.ts';
import { useNotes } from '../../app/notes.tsx';
import { useLanguage, useText } from '../../app/text.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { useNewVersion } from './editor/versions-panel.tsx';
import { ExportMenu } from './export-menu.tsx';
import styles from './instrument.module.css';
import { InstrumentFacts } from './instrument-facts.tsx';
import { PaperButton } from './paper-button.tsx';
import { Questionnaire } from './respondent/questionnaire.tsx';
import { useTrial } from './respondent/use-trial.ts';

/** One questionnaire, by row in the project or by the key of a ready-made one: as a respondent sees it, and what it consists of. */
export function InstrumentPage({ reference }: { reference: string }) {
	const { instrument: text, editor, frame } = useText();
	const language = useLanguage();
	const { showDone } = useNotes();
	const found = useCall(
		'instrument.get',
		/^[1-9]\d*$/.test(reference) ? { id: Number(reference) } : { key: reference },
	);
	const { run: add, busy } = useRun('instrument.add');
	const { run: remove } = useRun('instrument.remove');
	const definition = found.data?.definition;
	const id = found.data?.id ?? null;
	const title = definition ? inLanguage(definition.title, language) : '';

	const take = async () => {
		const added = definition && (await add({ key: definition.key }));
		if (added) {
			showDone(text.added(title));
			navigate(`/design/instrument/${added.id}`, { replace: true });
		}
	};
	const drop = async () => {
		if (id === null || !(await remove({ id }))) return;
		showDone(text.removed(title), text.removedHow);
		navigate('/design');
	};
	const newVersion = useNewVersion();
	/** Why it is changed as a new version only; null where it is not. */
	const fixed = !found.data
		? null
		: found.data.responses > 0
			? editor.answered
			: found.data.out !== null
				? editor.out
				: null;
	const edit = () => id !== null && (fixed ? void newVersion(id) : navigate(`/design/instrument/${id}/edit`));
	const copy = () => navigate(`/design?new=${id ?? encodeURIComponent(reference)}`);
	const newRound = () => navigate(`/collect?new=${id ?? encodeURIComponent(reference)}`);
	useCommands([
		{
			id: 'instrument.newRound',
			label: text.newRound,
			section: frame.search.sections.do,
			icon: IconClipboardPlus,
			enabled: definition !== undefined,
			run: newRound,
		},
		{
			id: 'instrument.edit',
			label: fixed ? editor.versions.new : editor.edit,
			section: frame.search.sections.do,
			icon: IconPencil,
			enabled: id !== null,
			run: edit,
		},
		{
			id: 'instrument.copy',
			label: editor.copy,
			section: frame.search.sections.do,
			icon: IconCopy,
			enabled: definition !== undefined,
			run: copy,
		},
	]);

	if (found.error)
		return (
			<Page title={text.title}>
				<ErrorNote error={found.error} retry={() => void found.refetch()} />
			</Page>
		);
	if (!definition)
		return (
			<Page title={text.title}>
				<Loading />
			</Page>
		);
	return (
		<Page
			title={title}
			kicker={id === null ? text.isBundled[definition.kind ?? 'questionnaire'] : text.inProject}
			subtitle={definition.description && inLanguage(definition.description, language)}
			actions={
				<>
					{id === null && (
						<Button leftSection={<IconPlus size={17} stroke={1.6} />} onClick={() => void take()} loading={busy}>
							{text.add}
						</Button>
					)}
					<ExportMenu of={id === null ? { key: definition.key } : { id }} />
					<PaperButton of={id === null ? { key: definition.key } : { id }} />
					<Button leftSection={<IconCopy size={17} stroke={1.6} />} onClick={copy}>
						{editor.copy}
					</Button>
					{id !== null && (
						<Button
							leftSection={fixed ? <IconGitBranch size={17} stroke={1.6} /> : <IconPencil size={17} stroke={1.6} />}
							onClick={edit}
							title={fixed ?? undefined}
						>
							{fixed ? editor.versions.new : editor.edit}
						</Button>
					)}
					<Button variant="filled" leftSection={<IconClipboardPlus size={17} stroke={1.6} />} onClick={newRound}>
						{text.newRound}
					</Button>
				</>
			}
			detailsLabel={text.facts}
			details={
				<InstrumentFacts
					definition={definition}
					id={id}
					onRemove={id !== null && found.data?.rounds === 0 ? () => void drop() : null}
				/>
			}
		>
			<Preview definition={definition} />
		</Page>
	);
}

function Preview({ definition }: { definition: Instrument }) {
	const { instrument: text, frame } = useText();
	const [language, setLanguage] = useState<Language>(useLanguage());
	const [width, setWidth] = useState('desktop');
	const { answers, change, restart, untouched } = useTrial(definition);
	const heading = useId();
	return (
		<section aria-labelledby={heading}>
			<h2 id={heading} className="visually-hidden">
				{text.preview}
			</h2>
			<div className={styles.tools}>
				<SegmentedControl
					aria-label={text.width.label}
					value={width}
					onChange={setWidth}
					data={[
						{ value: 'desktop', label: text.width.desktop },
						{ value: 'phone', label: text.width.phone },
					]}
				/>
				<SegmentedControl
					aria-label={text.language}
					value={language}
					onChange={(value) => setLanguage(value === 'en' ? 'en' : 'sv')}
					data={[
						{ value: 'sv', label: frame.languages.sv },
						{ value: 'en', label: frame.languages.en },
					]}
				/>
				<p className={styles.note}>{text.previewNote}</p>
				<Button
					variant="subtle"
					leftSection={<IconRotate size={16} stroke={1.6} />}
					onClick={restart}
					disabled={untouched}
				>
					{text.restart}
				</Button>
			</div>
			<div className={styles.sheet} data-width={width}>
				<Questionnaire
					instrument={definition}
					answers={answers}
					onChange={change}
					language={language}
					framed
					digits={false}
				/>
			</div>
		</section>
	);
}
