import { Button, FileButton, PasswordInput } from '@mantine/core';
import { IconFileExport, IconFileImport } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { Link } from 'wouter';
import type { Output } from '#shared/contract/calls.ts';
import type { Round } from '#shared/contract/round.ts';
import { isPassphraseLong } from '#shared/domain/project/passphrase.ts';
import { formatNumber } from '#shared/i18n/format.ts';
import { bridge } from '../../api/bridge.ts';
import { asRefusal } from '../../api/client.ts';
import { readFile } from '../../api/read-file.ts';
import { useCall } from '../../api/use-call.ts';
import { useRun } from '../../api/use-run.ts';
import { useTask } from '../../api/use-task.ts';
import { useNotes } from '../../app/notes.tsx';
import { useLanguage, useText } from '../../app/text.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { KeysBar } from '../../ui/keys-bar.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { TaskProgress } from '../../ui/task-progress.tsx';
import { fileNameOf } from '../start/file-name.ts';
import { SaveModal } from '../start/save-modal.tsx';
import { useAnsweredTask } from '../start/use-answered-task.ts';
import styles from './handover.module.css';
import { ReceivedCounts } from './received-counts.tsx';

/** A round that somebody else gathers: with the evaluator the copy and what comes back, in that copy what is given back. */
export function HandoverPage({ id }: { id: number }) {
	const { handover: text } = useText();
	const found = useCall('round.get', { id });
	const role = useCall('handover.role', {}).data?.role;
	const round = found.data;
	const administers = role === 'administrator';
	return (
		<Page
			title={administers ? text.administrator : text.title}
			kicker={round?.name}
			subtitle={administers ? text.administratorLead : text.lead}
		>
			{found.error && <ErrorNote error={found.error} retry={() => void found.refetch()} />}
			{!found.error && (!round || !role) && <Loading />}
			{round && role && (administers ? <GiveBack round={round} /> : <Evaluator round={round} />)}
		</Page>
	);
}

function GiveBack({ round }: { round: Round }) {
	const { handover: text } = useText();
	const { showDone } = useNotes();
	const { start, busy, progress, cancel } = useTask('handover.return');
	const [hidden, setHidden] = useState(0);
	const give = async () => {
		const made = await start({ roundId: round.id });
		if (!made) return;
		setHidden(made.hiddenGroups);
		if (await bridge.host.saveFile(made.name, made.bytes)) showDone(text.givenBack(made.responses));
	};
	return (
		<Section title={text.giveBack.replace(' …', '')} lead={text.giveBackLead}>
			<Button
				variant="filled"
				leftSection={<IconFileExport size={17} stroke={1.6} />}
				disabled={round.answered === 0}
				loading={busy}
				onClick={() => void give()}
			>
				{text.giveBack}
			</Button>
			<TaskProgress busy={busy} progress={progress} cancel={cancel} />
			{hidden > 0 && <p className={styles.note}>{text.hiddenGroups(hidden)}</p>}
		</Section>
	);
}

function Evaluator({ round }: { round: Round }) {
	const { handover: text, project } = useText();
	const language = useLanguage();
	const { showDone, showRefusal } = useNotes();
	const [saving, setSaving] = useState(false);
	const [passphrase, setPassphrase] = useState('');
	const [again, setAgain] = useState('');
	const [tried, setTried] = useState(false);
	const tooShort = passphrase !== '' && !isPassphraseLong(passphrase);
	const differs = passphrase !== again;
	const reset = useRef<() => void>(null);
	const [gone, setGone] = useState<Output<'handover.receive'>['gone']>([]);
	const { run: setOut } = useRun('round.setOut');
	const copy = useAnsweredTask('handover.makeCopy');
	const receive = useTask('handover.receive');
	const name = fileNameOf(text.copyName(round.name));
	const make = async (path: string) => {
		const { output, refusal } = await copy.start({ roundId: round.id, path, ...(passphrase ? { passphrase } : {}) });
		if (output) {
			await setOut({ id: round.id, out: true });
			showDone(text.copyDone, `${output.path} ${text.copyOut}`);
		}
		return refusal;
	};
	const choose = async () => {
		setTried(true);
		if (tooShort || differs) return;
		if (bridge.host.kind === 'loopback') return setSaving(true);
		const path = await bridge.host.chooseProjectPath(name);
		const refusal = path && (await make(path));
		if (refusal) showRefusal(refusal);
	};
	const read = async (file: File | null) => {
		if (!file) return;
		// The same file can be chosen again, once what stopped it is put right.
		reset.current?.();
		try {
			const done = await receive.start({ roundId: round.id, ...(await readFile(file)) });
			setGone(done?.gone ?? []);
			if (done) showDone(text.received(done));
		} catch (error) {
			// Too large, or gone since it was chosen.
			showRefusal(asRefusal(error));
		}
	};
	return (
		<>
			<Section title={text.copyTitle}>
				<ol className={styles.steps}>
					{text.steps.map((step) => (
						<li key={step}>{step}</li>
					))}
				</ol>
				{round.hasKey ? (
					<div className={styles.make}>
						<PasswordInput
							label={text.passphrase}
							value={passphrase}
							error={tried && tooShort ? project.create.tooShort : undefined}
							autoComplete="new-password"
							visibilityToggleButtonProps={{ 'aria-label': project.create.reveal }}
							onChange={(event) => setPassphrase(event.currentTarget.value)}
						/>
						<PasswordInput
							label={project.create.repeat}
							value={again}
							error={tried && differs ? project.create.differs : undefined}
							autoComplete="new-password"
							visibilityToggleButtonProps={{ 'aria-label': project.create.reveal }}
							onChange={(event) => setAgain(event.currentTarget.value)}
						/>
						<Button leftSection={<IconFileExport size={17} stroke={1.6} />} onClick={() => void choose()}>
							{text.makeCopy}
						</Button>
					</div>
				) : (
					<p className={styles.note}>
						{text.needsKey} <Link to={`/collect/round/${round.id}/form`}>{text.toKey}</Link>
					</p>
				)}
			</Section>
			<Section title={text.receive.replace(' …', '')}>
				{round.hasKey && <KeysBar why={text.needsKeys} />}
				<FileButton accept=".underlag-retur" resetRef={reset} onChange={(file) => void read(file)}>
					{(props) => (
						<Button
							{...props}
							leftSection={<IconFileImport size={17} stroke={1.6} />}
							loading={receive.busy}
							title={text.receiveNote}
						>
							{text.receive}
						</Button>
					)}
				</FileButton>
				<TaskProgress busy={receive.busy} progress={receive.progress} cancel={receive.cancel} />
				{gone.length > 0 && (
					<div className={styles.gone} role="status">
						<p>{text.gone(gone.length)}</p>
						<ul>
							{gone.map((one) => (
								<li key={one.id}>
									<Link to={`/collect/round/${round.id}/answer?response=${one.id}`}>
										{text.goneOne(formatNumber(one.number, language))}
									</Link>
								</li>
							))}
						</ul>
					</div>
				)}
				<ReceivedCounts roundId={round.id} />
			</Section>
			{saving && (
				<SaveModal
					title={text.copyTitle}
					lead={text.copyLead}
					suggested={name}
					submit={text.makeCopy.replace(' …', '')}
					onSave={make}
					onClose={() => setSaving(false)}
					busy={copy.busy}
					progress={copy.progress}
					cancel={copy.cancel}
				/>
			)}
		</>
	);
}
