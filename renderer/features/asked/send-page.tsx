import { Button, Radio, SegmentedControl, Stack } from '@mantine/core';
import { useRef, useState } from 'react';
import type { Language } from '#shared/contract/basics.ts';
import type { Input, Output } from '#shared/contract/calls.ts';
import { emptyFields, type LetterKind, type LetterSettings } from '#shared/domain/asked/letters.ts';
import { isSameSending, latestSending } from '#shared/domain/asked/sendings.ts';
import { formatNumber } from '#shared/i18n/format.ts';
import { bridge } from '../../api/bridge.ts';
import { useCall } from '../../api/use-call.ts';
import { useRun } from '../../api/use-run.ts';
import { useTask } from '../../api/use-task.ts';
import { navigate } from '../../app/hash-location.ts';
import { useLanguage, useText } from '../../app/text.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { KeysBar } from '../../ui/keys-bar.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { TaskProgress } from '../../ui/task-progress.tsx';
import styles from './asked.module.css';
import { LetterEditor } from './letter-editor.tsx';
import { SendDetails } from './send-details.tsx';
import { useSendingWords } from './use-sending-words.ts';

const forms = ['eml', 'csv', 'docx'] as const;
type Form = (typeof forms)[number];

/** Letters to those asked: what, how, the texts, and how the first one looks. Underlag makes the files and sends nothing. */
export function SendPage({ id }: { id: number }) {
	const { asked } = useText();
	const text = asked.sendPage;
	const round = useCall('round.get', { id });
	const letters = useCall('asked.letters', { roundId: id });
	const error = round.error ?? letters.error;
	if (!round.data || !letters.data)
		return <Page title={text.title}>{error ? <ErrorNote error={error} /> : <Loading />}</Page>;
	return (
		<Page
			title={text.title}
			kicker={round.data.name}
			actions={
				<Button variant="subtle" onClick={() => navigate(`/collect/round/${id}/asked`)}>
					{asked.title}
				</Button>
			}
		>
			<Send roundId={id} roundName={round.data.name} settings={letters.data} />
		</Page>
	);
}

function Send({ roundId, roundName, settings }: { roundId: number; roundName: string; settings: LetterSettings }) {
	const { asked } = useText();
	const text = asked.sendPage;
	const language = useLanguage();
	const rates = useCall('asked.rates', { roundId }).data;
	const projectLanguage = useCall('project.get', {}).data?.language ?? 'sv';
	const [kind, setKind] = useState<LetterKind>('invitation');
	const [form, setForm] = useState<Form>('eml');
	/** Which sending the file belongs to, where one has said. */
	const [as, setAs] = useState<'same' | 'new' | null>(null);
	/** The day of an earlier sending that files were made for here. */
	const [joined, setJoined] = useState<string | null>(null);
	const [chosen, setChosen] = useState<Language | null>(null);
	const [made, setMade] = useState<Output<'asked.invite'> | null>(null);
	const { run } = useRun('asked.saveLetters');
	const making = useTask('asked.invite');
	const details = useRef<HTMLFormElement>(null);
	const reach = useCall('asked.reach', { roundId, kind }).data;
	const keysOpen = useCall('keys.status', {}).data?.state === 'open';
	const tongue = chosen ?? projectLanguage;
	const today = new Date().toISOString().slice(0, 10);
	const latest = latestSending(rates?.sendings ?? [], kind);
	const isSame = as ? as === 'same' : isSameSending(latest, joined ?? today);
	const written = reach?.languages.length ? reach.languages : [tongue];
	const empty = emptyFields(
		written.map((one) => settings.texts[one][kind]),
		settings,
	);
	const lacking = reach?.without?.[form] ?? 0;
	const chooseKind = (next: LetterKind) => {
		setKind(next);
		setAs(null);
		setJoined(null);
		setMade(null);
	};
	const save = (change: Omit<Input<'asked.saveLetters'>, 'roundId'>) => run({ roundId, ...change });
	const shown = (n: number) => formatNumber(n, language);
	const sentWords = useSendingWords();
	const make = async () => {
		setMade(null);
		// A day that is none stays in its field and is told there: what is stored is another.
		if (!details.current?.checkValidity()) {
			details.current?.querySelector<HTMLElement>(':invalid')?.focus();
			return;
		}
		const done = await making.start({ roundId, kind, form, ...(latest && { as: isSame ? 'same' : 'new' }) });
		if (!done) return;
		// What is made next belongs to it, in another format say, unless one says otherwise.
		setAs(null);
		setJoined(latest && isSame ? latest.day : null);
		setMade(done);
		await bridge.host.saveFile(done.name, done.bytes);
	};
	return (
		<>
			<KeysBar why={asked.closed} />
			<Section title={text.kind}>
				<Radio.Group aria-label={text.kind} value={kind} onChange={(value) => chooseKind(value as LetterKind)}>
					<Stack gap="xs">
						{(['invitation', 'reminder'] as const).map((one) => (
							<Radio key={one} value={one} label={text.kinds[one]} description={text.kindNotes[one]} />
						))}
					</Stack>
				</Radio.Group>
				{kind === 'reminder' && rates?.source === 'responses' && <p className={styles.warn}>{text.unknownAnswered}</p>}
			</Section>
			<Section title={text.details}>
				<form ref={details} noValidate onSubmit={(event) => event.preventDefault()}>
					<SendDetails settings={settings} empty={empty} today={today} save={save} />
				</form>
			</Section>
			<Section
				title={text.texts}
				lead={text.marks}
				actions={
					<SegmentedControl
						aria-label={text.texts}
						value={tongue}
						onChange={(value) => setChosen(value === 'en' ? 'en' : 'sv')}
						data={[
							{ value: 'sv', label: text.language.sv },
							{ value: 'en', label: text.language.en },
						]}
					/>
				}
			>
				<LetterEditor
					key={`${kind} ${tongue}`}
					roundId={roundId}
					roundName={roundName}
					settings={settings}
					kind={kind}
					language={tongue}
					onSave={(letter) => save({ letter: { ...letter, language: tongue, kind } })}
				/>
			</Section>
			<Section title={text.files}>
				<div className={styles.options}>
					<Radio.Group label={text.form} value={form} onChange={(value) => setForm(value as Form)}>
						<Stack gap="xs" mt="xs">
							{forms.map((one) => (
								<Radio key={one} value={one} label={text.forms[one]} description={text.formNotes[one]} />
							))}
						</Stack>
					</Radio.Group>
					{latest && (
						<Radio.Group
							label={text.belongs}
							value={isSame ? 'same' : 'new'}
							onChange={(value) => setAs(value === 'same' ? 'same' : 'new')}
						>
							<Stack gap="xs" mt="xs">
								<Radio value="same" label={text.same(sentWords(latest))} description={text.sameNote[kind]} />
								<Radio value="new" label={text.anew[kind]} description={text.anewNote[kind]} />
							</Stack>
						</Radio.Group>
					)}
				</div>
				{reach && (
					<p className={styles.reach}>
						{reach.people > lacking
							? text.goesTo(reach.people - lacking, shown(reach.people - lacking))
							: text.goesToNobody}{' '}
						{lacking > 0 && <span className={styles.warn}>{text.lacks(lacking, shown(lacking), form)}</span>}
					</p>
				)}
				{empty.map(({ field, mark }) => (
					<p key={field} className={styles.warn}>
						{text.unfilled(mark)}
					</p>
				))}
				<div className={styles.make}>
					<Button variant="filled" disabled={!keysOpen || making.busy || empty.length > 0} onClick={() => void make()}>
						{text.make}
					</Button>
					<TaskProgress {...making} label={text.making} />
					{made && (
						<p role="status">
							{text.made(made.people, shown(made.people))}. {text.madeHow}
						</p>
					)}
				</div>
			</Section>
		</>
	);
}
