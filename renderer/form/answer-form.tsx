import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Language } from '#shared/contract/basics.ts';
import { readCode } from '#shared/domain/form/code.ts';
import type { FormData } from '#shared/domain/form/data.ts';
import type { Answers, AnswerValue } from '#shared/domain/instrument/model.ts';
import { orderedItems } from '#shared/domain/instrument/order.ts';
import { inLanguage } from '#shared/domain/instrument/text.ts';
import { startAnswers } from '#shared/domain/instrument/validate.ts';
import { answerFormWords } from '#shared/i18n/answer-form.ts';
import { Respond } from '../features/instrument/respondent/respond.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { sealAnswer } from './seal-answer.ts';
import { SealedView } from './sealed-view.tsx';

type Step = { name: 'intro' | 'questions' | 'forgotten' } | { name: 'sealed'; text: string };

/**
 * A questionnaire in a file of its own: read what it is about, answer, and get the answer sealed. Answers are kept in memory alone: on a
 * machine that others use, nothing is left behind.
 */
export function AnswerForm({ data }: { data: FormData }) {
	const { instrument } = data;
	const [language, setLanguage] = useState<Language>(data.languages[0] ?? 'sv');
	const [step, setStep] = useState<Step>({ name: 'intro' });
	const [answers, setAnswers] = useState<Answers>(() => startAnswers(instrument));
	const [code, setCode] = useState(codeFromAddress);
	// One for the whole visit: an answer that is changed and sent once more counts once.
	const [nonce] = useState(() => crypto.getRandomValues(new Uint8Array(16)));
	const [handedOver, setHandedOver] = useState(false);
	const words = answerFormWords[language];
	const title = inLanguage(instrument.title, language);
	const ordered = useMemo(() => {
		const seed = crypto.getRandomValues(new Int32Array(1))[0] ?? 0;
		return { ...instrument, items: orderedItems(instrument, seed) };
	}, [instrument]);

	// Before anything else can see the new words: a screen reader reads them by the language that stands here.
	useLayoutEffect(() => {
		document.documentElement.lang = language;
		document.title = title;
	}, [language, title]);
	const losable =
		step.name !== 'forgotten' && !handedOver && (step.name === 'sealed' || Object.keys(answers).length > 0);
	useEffect(() => {
		if (!losable) return undefined;
		const warn = (event: BeforeUnloadEvent) => {
			event.preventDefault();
			event.returnValue = '';
		};
		window.addEventListener('beforeunload', warn);
		return () => window.removeEventListener('beforeunload', warn);
	}, [losable]);

	const change = (id: string, value: AnswerValue | undefined) => {
		setHandedOver(false);
		setAnswers((before) => {
			const { [id]: _gone, ...rest } = before;
			return value === undefined ? rest : { ...rest, [id]: value };
		});
	};
	const seal = () => {
		const text = sealAnswer(data, { answers, language, code: data.codes ? readCode(code) : null, nonce });
		setStep({ name: 'sealed', text });
		window.scrollTo(0, 0);
	};
	const forget = () => {
		setAnswers({});
		setCode('');
		// The code of a link stands in the address.
		if (window.location.hash !== '') window.location.replace('#');
		setStep({ name: 'forgotten' });
	};
	return (
		<div className="page">
			<header className="head">
				<p className="form-name">{step.name === 'intro' ? '' : title}</p>
				{data.languages.length > 1 && (
					<LanguageSwitch
						languages={data.languages}
						language={language}
						label={words.language}
						onChange={setLanguage}
					/>
				)}
			</header>
			<main>
				{step.name === 'intro' && (
					<Intro
						data={data}
						language={language}
						code={code}
						onCode={setCode}
						onStart={() => {
							setStep({ name: 'questions' });
							window.scrollTo(0, 0);
						}}
					/>
				)}
				{step.name === 'questions' && (
					<>
						<Heading>{title}</Heading>
						<Respond
							instrument={ordered}
							answers={answers}
							onChange={change}
							language={language}
							paged
							onDone={seal}
							doneLabel={words.seal}
						/>
					</>
				)}
				{step.name === 'sealed' && (
					<SealedView
						text={step.text}
						sendTo={data.sendTo}
						thanks={instrument.thanks ? inLanguage(instrument.thanks, language) : ''}
						words={words}
						onHandedOver={() => setHandedOver(true)}
						onChange={() => setStep({ name: 'questions' })}
						onForget={forget}
					/>
				)}
				{step.name === 'forgotten' && <Heading shown>{words.forgotten}</Heading>}
			</main>
		</div>
	);
}

/** The heading of a step, which takes the focus when the step begins: so that a screen reader says where one is. */
function Heading({ shown, children }: { shown?: boolean; children: string }) {
	const ref = useRef<HTMLHeadingElement>(null);
	useEffect(() => ref.current?.focus({ preventScroll: true }), []);
	return (
		<h1 ref={ref} tabIndex={-1} className={shown ? undefined : 'hidden'}>
			{children}
		</h1>
	);
}

interface IntroProps {
	data: FormData;
	language: Language;
	code: string;
	onCode: (code: string) => void;
	onStart: () => void;
}

/** What the questionnaire is about, what is promised, and the code where one is needed. */
function Intro({ data, language, code, onCode, onStart }: IntroProps) {
	const words = answerFormWords[language];
	const [wrong, setWrong] = useState(false);
	const { instrument } = data;
	return (
		<form
			noValidate
			onSubmit={(event) => {
				event.preventDefault();
				if (data.codes && readCode(code) === null) {
					setWrong(true);
					document.getElementById('code')?.focus();
				} else onStart();
			}}
		>
			<h1>{inLanguage(instrument.title, language)}</h1>
			{instrument.intro && <p className="prose">{inLanguage(instrument.intro, language)}</p>}
			<p className="prose">{words.promise[data.promise]}</p>
			<p className="prose">{words.how}</p>
			{data.codes && (
				<div className="field">
					<label htmlFor="code">{words.code}</label>
					<p id="code-help" className="help">
						{words.codeHelp}
					</p>
					<input
						id="code"
						value={code}
						autoComplete="off"
						autoCapitalize="characters"
						spellCheck={false}
						aria-invalid={wrong}
						aria-describedby={wrong ? 'code-wrong' : 'code-help'}
						onChange={(event) => {
							onCode(event.currentTarget.value);
							setWrong(false);
						}}
					/>
					{wrong && (
						<p id="code-wrong" className="wrong" role="alert">
							{words.codeWrong}
						</p>
					)}
				</div>
			)}
			<button type="submit" className="main">
				{words.start}
			</button>
		</form>
	);
}

/** "#kod=H7KD-93XA": what stands after "#" is never sent to a server. */
function codeFromAddress(): string {
	const found = /[#&]kod=([^&]*)/.exec(window.location.hash);
	try {
		return decodeURIComponent(found?.[1] ?? '');
	} catch {
		return '';
	}
}
