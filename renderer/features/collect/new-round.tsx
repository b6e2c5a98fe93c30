import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import { inLanguage } from '#shared/domain/instrument/text.ts';
import { useCall } from '../../api/use-call.ts';
import { useRun } from '../../api/use-run.ts';
import { navigate } from '../../app/hash-location.ts';
import { useLanguage, useText } from '../../app/text.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './collect.module.css';
import { readInvited } from './read-invited.ts';

/** The form of a new round, on the page itself. `wanted` is the questionnaire that is chosen from the start: a row, a key, or nothing. */
export function NewRound({ wanted }: { wanted: string }) {
	const { round: text, exchange } = useText();
	const language = useLanguage();
	const instruments = useCall('instrument.list', {}).data ?? [];
	const { run: addInstrument } = useRun('instrument.add');
	const { run: addRound, busy } = useRun('round.add');
	const [name, setName] = useState('');
	const [chosen, setChosen] = useState(wanted);
	const [date, setDate] = useState('');
	const [invited, setInvited] = useState('');
	const [tried, setTried] = useState(false);

	const refs = instruments.map((one) => ({ one, ref: one.id === null ? one.key : String(one.id) }));
	const instrument = refs.find(({ ref }) => ref === chosen)?.one;
	const number = readInvited(invited);
	const create = async (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault();
		setTried(true);
		// A day that cannot be read is told by its field.
		if (!event.currentTarget.checkValidity() || name.trim() === '' || !instrument || number === undefined) return;
		const instrumentId = instrument.id ?? (await addInstrument({ key: instrument.key }))?.id;
		if (!instrumentId) return;
		const made = await addRound({ name, instrumentId, date: date || null, invited: number });
		if (made) navigate(`/collect/round/${made.id}`);
	};
	const group = (label: string, own: boolean) => ({
		group: label,
		items: refs
			.filter(({ one }) => (one.id !== null) === own)
			.map(({ one, ref }) => ({ value: ref, label: inLanguage(one.title, language) })),
	});
	const groups = [group(text.own, true), group(text.bundled, false)].filter((one) => one.items.length > 0);
	return (
		<Section title={text.add}>
			<form onSubmit={(event) => void create(event)} className={styles.form} noValidate>
				<TextInput
					label={text.name}
					placeholder={text.namePlaceholder}
					required
					autoFocus
					value={name}
					onChange={(event) => setName(event.currentTarget.value)}
					error={tried && name.trim() === '' ? text.nameNeeded : undefined}
				/>
				<NativeSelect
					label={text.instrument}
					required
					value={instrument ? chosen : ''}
					onChange={(event) => setChosen(event.currentTarget.value)}
					data={[{ value: '', label: '–' }, ...groups]}
					error={tried && !instrument ? text.instrumentNeeded : undefined}
				/>
				<DateInput label={text.date} description={text.dateNote} value={date} onChange={setDate} />
				<TextInput
					label={text.invited}
					description={text.invitedNote}
					inputMode="numeric"
					value={invited}
					onChange={(event) => setInvited(event.currentTarget.value)}
					error={number === undefined ? text.invitedWrong : undefined}
				/>
				<div className={styles.formButtons}>
					<Button type="submit" variant="filled" loading={busy}>
						{text.create}
					</Button>
					<Button variant="subtle" onClick={() => navigate('/collect')}>
						{text.cancel}
					</Button>
					<Link to="/design/instrument/from-answers">{exchange.answers.open}</Link>
				</div>
			</form>
		</Section>
	);
}
