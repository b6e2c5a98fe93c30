import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { call } from '../../api/client.ts';
import { useRun } from '../../api/use-run.ts';
import { useNotes } from '../../app/notes.tsx';
import { useText } from '../../app/text.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './asked.module.css';

const asNumber = (typed: string) => (/^\d{1,9}$/.test(typed.trim()) ? Number(typed) : 0);

/** One response linked with one person by their numbers, or taken from whoever has it. */
export function MatchByHand({ roundId }: { roundId: number }) {
	const { asked } = useText();
	const text = asked.match;
	const { showDone } = useNotes();
	const { run: link, busy } = useRun('asked.link');
	const [response, setResponse] = useState('');
	const [person, setPerson] = useState('');
	const [wrong, setWrong] = useState<'response' | 'person' | null>(null);

	const findResponse = async () => {
		const at = asNumber(response);
		if (at === 0) return undefined;
		return (await call('response.list', { roundId, offset: at - 1, limit: 1 })).rows[0];
	};
	const findPerson = async () => {
		const at = asNumber(person);
		const { rows } = await call('asked.list', { roundId, search: String(at) });
		return rows.find(({ number }) => number === at);
	};
	const submit = async (event: FormEvent) => {
		event.preventDefault();
		const [answer, whose] = [await findResponse(), await findPerson()];
		setWrong(!answer ? 'response' : !whose ? 'person' : null);
		if (!answer || !whose || !(await link({ responseId: answer.id, askedId: whose.id }))) return;
		showDone(text.done(response, whose.person?.name || asked.person(String(whose.number))), asked.undoTakesBack);
		setResponse('');
		setPerson('');
	};
	const unlink = async () => {
		const answer = await findResponse();
		setWrong(answer ? null : 'response');
		if (answer && (await link({ responseId: answer.id, askedId: null })))
			showDone(text.unlinked(response), asked.undoTakesBack);
	};
	return (
		<Section title={text.byHand}>
			<form className={styles.hand} noValidate onSubmit={(event) => void submit(event)}>
				<TextInput
					label={text.response}
					inputMode="numeric"
					value={response}
					error={wrong === 'response' ? text.wrongNumber : undefined}
					onChange={(event) => setResponse(event.currentTarget.value)}
				/>
				<TextInput
					label={text.person}
					inputMode="numeric"
					value={person}
					error={wrong === 'person' ? text.wrongNumber : undefined}
					onChange={(event) => setPerson(event.currentTarget.value)}
				/>
				<Button type="submit" variant="filled" disabled={busy}>
					{text.link}
				</Button>
				<Button disabled={busy} onClick={() => void unlink()}>
					{text.unlink}
				</Button>
			</form>
		</Section>
	);
}
