import { Button } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Language } from '#shared/contract/basics.ts';
import type { Output } from '#shared/contract/calls.ts';
import type { Answers } from '#shared/domain/instrument/model.ts';
import { orderedItems } from '#shared/domain/instrument/order.ts';
import { isAnswer } from '#shared/domain/instrument/shown.ts';
import { inLanguage } from '#shared/domain/instrument/text.ts';
import { startAnswers, storableAnswers } from '#shared/domain/instrument/validate.ts';
import { messages } from '#shared/i18n/messages.ts';
import { bridge } from '../../api/bridge.ts';
import { call } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { navigate, useHashLocation } from '../../app/hash-location.ts';
import { TextProvider } from '../../app/text.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Respond } from '../instrument/respondent/respond.tsx';
import styles from './kiosk.module.css';
import { IdleDialog, LeaveDialog } from './kiosk-dialogs.tsx';
import { useIdle } from './use-idle.ts';

type Standing = NonNullable<Output<'kiosk.get'>>;
type Step = 'start' | 'questions' | 'thanks';

/** How long the thanks stand before the next respondent's start, in milliseconds. */
const thanksFor = 20_000;

/** The whole window while the project stands in the kiosk. There is no frame around it, and so no commands, shortcuts or undo. */
export function Kiosk() {
	const { data, error, refetch } = useCall('kiosk.get', {});
	if (!data)
		return (
			<main className={styles.kiosk}>
				{error ? <ErrorNote error={error} retry={() => void refetch()} /> : <Loading />}
			</main>
		);
	return <Turns kiosk={data} />;
}

/** One respondent after another. Each has a number, and everything below is made anew for the next. */
function Turns({ kiosk }: { kiosk: Standing }) {
	const [turn, setTurn] = useState(0);
	const [chosen, setChosen] = useState<Language | null>(null);
	const [leaving, setLeaving] = useState(false);
	const language = chosen ?? kiosk.languages[0] ?? 'sv';
	const [left, setLeft] = useState(false);
	useHeldAddress(left ? null : `/kiosk/${kiosk.roundId}`);
	useEffect(() => {
		document.title = messages[language].kiosk.title;
	}, [language]);
	return (
		<TextProvider language={language}>
			<Turn
				key={turn}
				kiosk={kiosk}
				language={language}
				onLanguage={setChosen}
				onLeave={() => setLeaving(true)}
				onNext={() => {
					setChosen(null);
					setTurn(turn + 1);
				}}
			/>
			{leaving && (
				<LeaveDialog
					onClose={() => setLeaving(false)}
					onLeft={() => {
						void bridge.host.setKiosk(false);
						setLeft(true);
						navigate(`/collect/round/${kiosk.roundId}`, { replace: true });
					}}
				/>
			)}
		</TextProvider>
	);
}

interface TurnProps {
	kiosk: Standing;
	language: Language;
	onLanguage: (language: Language) => void;
	onLeave: () => void;
	onNext: () => void;
}

function Turn({ kiosk, language, onLanguage, onLeave, onNext }: TurnProps) {
	const text = messages[language].kiosk;
	const { instrument } = kiosk;
	const [step, setStep] = useState<Step>('start');
	const [answers, setAnswers] = useState<Answers>(() => startAnswers(instrument));
	const [busy, setBusy] = useState(false);
	const [failed, setFailed] = useState(false);
	const heading = useRef<HTMLHeadingElement>(null);
	const [seed] = useState(() => crypto.getRandomValues(new Int32Array(1))[0] ?? 0);
	const ordered = useMemo(() => ({ ...instrument, items: orderedItems(instrument, seed) }), [instrument, seed]);
	const untouched = useMemo(() => JSON.stringify(startAnswers(instrument)), [instrument]);

	const store = (status: 'partial' | 'complete') =>
		call('response.save', {
			roundId: kiosk.roundId,
			answers: storableAnswers(instrument, answers),
			status,
			origin: 'kiosk',
		});
	const hand = async () => {
		setBusy(true);
		setFailed(false);
		try {
			// Nothing answered is no answer; it is thanked for all the same.
			if (Object.values(answers).some(isAnswer)) await store('complete');
			setStep('thanks');
		} catch {
			setFailed(true);
		} finally {
			setBusy(false);
		}
	};
	const idle = useIdle(step === 'questions' && !busy, kiosk.idleMinutes, () => {
		const begun = JSON.stringify(answers) !== untouched;
		if (kiosk.keepUnfinished && begun) void store('partial').finally(onNext);
		else onNext();
	});
	useEffect(() => {
		if (step !== 'thanks') return;
		const timer = setTimeout(onNext, thanksFor);
		return () => clearTimeout(timer);
	}, [step, onNext]);
	// biome-ignore lint/correctness/useExhaustiveDependencies: each step is told by its heading
	useEffect(() => {
		heading.current?.focus({ preventScroll: true });
		window.scrollTo(0, 0);
	}, [step]);

	const title = inLanguage(instrument.title, language);
	return (
		<main className={styles.kiosk} lang={language}>
			{step === 'start' && (
				<div className={styles.card}>
					<h1 ref={heading} tabIndex={-1} className={styles.title}>
						{title}
					</h1>
					{instrument.intro && <p className={styles.prose}>{inLanguage(instrument.intro, language)}</p>}
					{kiosk.languages.length > 1 && (
						<fieldset className={styles.languages}>
							<legend className="visually-hidden">{text.chooseLanguage}</legend>
							{kiosk.languages.map((one) => (
								<label key={one} className={styles.language} data-checked={one === language || undefined} lang={one}>
									<input type="radio" name="language" checked={one === language} onChange={() => onLanguage(one)} />
									{messages[one].frame.languages[one]}
								</label>
							))}
						</fieldset>
					)}
					<Button
						variant="filled"
						size="lg"
						onClick={() => {
							void bridge.host.setKiosk(true);
							setStep('questions');
						}}
					>
						{text.begin}
					</Button>
				</div>
			)}
			{step === 'questions' && (
				<div className={styles.sheet}>
					<h1 ref={heading} tabIndex={-1} className={styles.small}>
						{title}
					</h1>
					<Respond
						instrument={ordered}
						answers={answers}
						onChange={(id, value) =>
							setAnswers(({ [id]: _before, ...rest }) => (value === undefined ? rest : { ...rest, [id]: value }))
						}
						language={language}
						paged
						onDone={() => void hand()}
						doneLabel={text.send}
						busy={busy}
					/>
					{failed && (
						<p className={styles.failed} role="alert">
							{text.failed}
						</p>
					)}
				</div>
			)}
			{step === 'thanks' && (
				<div className={styles.card}>
					<h1 ref={heading} tabIndex={-1} className={styles.title}>
						{text.thanksTitle}
					</h1>
					{instrument.thanks && <p className={styles.prose}>{inLanguage(instrument.thanks, language)}</p>}
					<p className={styles.prose}>{text.thanks}</p>
					<Button variant="filled" size="lg" onClick={onNext}>
						{text.next}
					</Button>
				</div>
			)}
			{step !== 'questions' && (
				<button type="button" className={styles.leave} onClick={onLeave}>
					{text.leave}
				</button>
			)}
			{idle.left !== null && (
				<IdleDialog
					left={idle.left}
					kept={kiosk.keepUnfinished}
					onStay={idle.stay}
					onStartOver={() => {
						idle.stay();
						onNext();
					}}
				/>
			)}
		</main>
	);
}

/** The address is the kiosk's, wherever back, forward or a typed one would lead. */
function useHeldAddress(address: string | null): void {
	const [path] = useHashLocation();
	useEffect(() => {
		if (address !== null && path !== address) navigate(address, { replace: true });
	}, [path, address]);
}
