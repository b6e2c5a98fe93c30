import { useEffect, useRef, useState } from 'react';
import type { answerFormWords } from '#shared/i18n/answer-form.ts';
import { randomName } from './seal-answer.ts';

interface SealedViewProps {
	text: string;
	sendTo: string;
	thanks: string;
	words: (typeof answerFormWords)['sv'];
	/** It was saved or copied: closing the page loses nothing any more. */
	onHandedOver: () => void;
	onChange: () => void;
	onForget: () => void;
}

/** The sealed answer: as a file, as a text for a mail, and where to send it. */
export function SealedView({ text, sendTo, thanks, words, onHandedOver, onChange, onForget }: SealedViewProps) {
	const heading = useRef<HTMLHeadingElement>(null);
	const field = useRef<HTMLTextAreaElement>(null);
	const [done, setDone] = useState('');
	useEffect(() => heading.current?.focus(), []);
	const save = () => {
		const address = URL.createObjectURL(new Blob([text], { type: 'application/octet-stream' }));
		const link = document.createElement('a');
		link.href = address;
		link.download = randomName();
		document.body.append(link);
		link.click();
		link.remove();
		setTimeout(() => URL.revokeObjectURL(address), 60_000);
		setDone(words.saved);
		onHandedOver();
	};
	const copy = () => {
		field.current?.focus();
		field.current?.select();
		// The older way: the newer one is not there in a page that is a file.
		const copied = document.execCommand('copy');
		setDone(copied ? words.copied : words.copyByHand);
		onHandedOver();
	};
	return (
		<>
			<h1 ref={heading} tabIndex={-1}>
				{words.sealedTitle}
			</h1>
			<p className="prose">{words.sealed}</p>
			<section className="send">
				<h2>{words.sendTo}</h2>
				<p className="prose">{sendTo || words.noPlace}</p>
			</section>
			<p className="told" role="status">
				{done}
			</p>
			<section className="way">
				<h2>{words.asFile}</h2>
				<p>{words.asFileHelp}</p>
				<button type="button" className="main" onClick={save}>
					{words.save}
				</button>
			</section>
			<section className="way">
				<h2>{words.asText}</h2>
				<p>{words.asTextHelp}</p>
				<textarea ref={field} readOnly rows={6} value={text} aria-label={words.text} spellCheck={false} />
				<button type="button" onClick={copy}>
					{words.copy}
				</button>
			</section>
			{thanks && <p className="prose thanks">{thanks}</p>}
			<div className="last">
				<button type="button" onClick={onChange}>
					{words.change}
				</button>
				<button type="button" onClick={onForget}>
					{words.forget}
				</button>
			</div>
		</>
	);
}
