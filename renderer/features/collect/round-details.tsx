import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { Round } from '#shared/contract/round.ts';
import { useRun } from '../../api/use-run.ts';
import { navigate } from '../../app/hash-location.ts';
import { useNotes } from '../../app/notes.tsx';
import { useText } from '../../app/text.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { SavedInput } from '../../ui/saved-field.tsx';
import styles from './collect.module.css';
import { readInvited } from './read-invited.ts';
import { useInstrumentTitle } from './use-instrument-title.ts';

/** A round's name, date and number invited, changed where they stand; each is saved when one leaves its field. */
export function RoundDetails({ round }: { round: Round }) {
	const { round: text } = useText();
	const { showDone } = useNotes();
	const instrumentTitle = useInstrumentTitle()(round);
	const { run: update } = useRun('round.update');
	const { run: remove } = useRun('round.remove');
	const drop = async () => {
		if (!(await remove({ id: round.id }))) return;
		showDone(text.removed(round.name), text.removedHow);
		navigate('/collect');
	};
	return (
		<div className={styles.details}>
			<h2 className={styles.detailsTitle}>{text.details}</h2>
			<SavedInput
				label={text.name}
				value={round.name}
				wrong={(typed) => (typed === '' ? text.nameNeeded : undefined)}
				save={(name) => update({ id: round.id, name })}
			/>
			<DateInput
				label={text.date}
				value={round.date ?? ''}
				onChange={(date) => {
					if (date !== (round.date ?? '')) void update({ id: round.id, date: date || null });
				}}
			/>
			<SavedInput
				label={text.invited}
				description={text.invitedNote}
				value={round.invited === null ? '' : String(round.invited)}
				wrong={(typed) => (readInvited(typed) === undefined ? text.invitedWrong : undefined)}
				save={(typed) => update({ id: round.id, invited: readInvited(typed) ?? null })}
			/>
			<div>
				<p className={styles.label}>{text.instrument}</p>
				<Link to={`/design/instrument/${round.instrumentId}`}>{instrumentTitle}</Link>
			</div>
			<div>
				<Button className={styles.remove} onClick={() => void drop()}>
					{text.remove}
				</Button>
			</div>
		</div>
	);
}
