import { Button } from '@mantine/core';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { InstrumentSummary } from '#shared/contract/instrument.ts';
import { instrumentKind } from '#shared/domain/instrument/model.ts';
import { inLanguage } from '#shared/domain/instrument/text.ts';
import { useCall } from '../../api/use-call.ts';
import { useRun } from '../../api/use-run.ts';
import { navigateWithFile } from '../../app/handed-file.ts';
import { navigate } from '../../app/hash-location.ts';
import { useNotes } from '../../app/notes.tsx';
import { useLanguage, useText } from '../../app/text.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './instrument.module.css';
import { NewInstrument } from './new-instrument.tsx';

const kinds = instrumentKind.options;

/** The room Upplägg: the project's questionnaires, and the ready-made ones it may take in. */
export function DesignPage() {
	const { instrument: text, editor, exchange } = useText();
	const [params, setParams] = useSearchParams();
	const all = useCall('instrument.list', {});
	const [over, setOver] = useState(false);
	const drop = (event: DragEvent) => {
		setOver(false);
		const [file] = event.dataTransfer.files;
		if (!file) return;
		event.preventDefault();
		navigateWithFile('/design/instrument/read', file);
	};
	const own = all.data?.filter((one) => one.id !== null) ?? [];
	const bundled = all.data?.filter((one) => one.id === null) ?? [];
	return (
		<Page
			title={text.title}
			subtitle={text.subtitle}
			actions={
				<>
					<Button
						leftSection={<IconFileImport size={17} stroke={1.6} />}
						onClick={() => navigate('/design/instrument/read')}
					>
						{exchange.title}
					</Button>
					<Button
						variant="filled"
						leftSection={<IconPlus size={17} stroke={1.6} />}
						onClick={() => setParams({ new: '' }, { replace: true })}
					>
						{editor.create}
					</Button>
				</>
			}
		>
			{all.error && <ErrorNote error={all.error} retry={() => void all.refetch()} />}
			{all.isPending && <Loading />}
			{params.has('new') && (
				<NewInstrument from={params.get('new') ?? ''} onClose={() => setParams({}, { replace: true })} />
			)}
			{all.data && (
				// biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is a second way to what the button does.
				<div
					className={styles.room}
					data-over={over || undefined}
					onDragOver={(event) => {
						if (!event.dataTransfer.types.includes('Files')) return;
						event.preventDefault();
						setOver(true);
					}}
					onDragLeave={() => setOver(false)}
					onDrop={drop}
				>
					<Section title={text.own} lead={text.ownLead}>
						{own.length === 0 ? <p className={styles.none}>{text.ownEmpty}</p> : <InstrumentList instruments={own} />}
						<p className={styles.also}>
							<Link to="/design/instrument/from-answers">{exchange.answers.open}</Link>
						</p>
					</Section>
					<Section title={text.bundled} lead={text.bundledLead}>
						{bundled.length === 0 ? (
							<p className={styles.none}>{text.bundledEmpty}</p>
						) : (
							kinds.map((kind) => {
								const ofKind = bundled.filter((one) => one.kind === kind);
								return (
									ofKind.length > 0 && (
										<div key={kind} className={styles.kind}>
											<h3 className={styles.kindTitle}>{text.kinds[kind]}</h3>
											<InstrumentList instruments={ofKind} />
										</div>
									)
								);
							})
						)}
					</Section>
				</div>
			)}
		</Page>
	);
}

function InstrumentList({ instruments }: { instruments: readonly InstrumentSummary[] }) {
	return (
		<ul className={styles.list}>
			{instruments.map((one) => (
				<InstrumentRow key={one.id ?? one.key} instrument={one} />
			))}
		</ul>
	);
}

function InstrumentRow({ instrument }: { instrument: InstrumentSummary }) {
	const { instrument: text, editor } = useText();
	const language = useLanguage();
	const { showDone } = useNotes();
	const { run, busy } = useRun('instrument.add');
	const title = inLanguage(instrument.title, language);
	const add = async () => {
		if (await run({ key: instrument.key })) showDone(text.added(title));
	};
	const reference = instrument.id ?? encodeURIComponent(instrument.key);
	return (
		<li className={styles.row}>
			<div className={styles.rowWords}>
				<Link to={`/design/instrument/${reference}`} className={styles.rowTitle}>
					{title}
				</Link>
				{instrument.description && <p className={styles.rowText}>{inLanguage(instrument.description, language)}</p>}
				<p className={styles.rowFacts}>
					{instrument.id !== null && instrument.kind !== 'questionnaire' && `${editor.form.kinds[instrument.kind]} · `}
					{text.questions(instrument.questions)} · {text.version(instrument.version)}
					{instrument.id !== null && ` · ${instrument.rounds > 0 ? text.rounds(instrument.rounds) : text.unused}`}
				</p>
			</div>
			{instrument.id === null && (
				<Button
					leftSection={<IconPlus size={16} stroke={1.6} />}
					onClick={() => void add()}
					loading={busy}
					aria-label={text.addNamed(title)}
				>
					{text.add}
				</Button>
			)}
		</li>
	);
}
