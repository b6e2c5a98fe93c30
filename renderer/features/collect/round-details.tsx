import { Button, Radio, Stack } from '@mantine/core';
import { Link } from 'wouter';
import type { Round } from '#shared/contract/round.ts';
import { isPromiseGiven } from '#shared/domain/responses/promise.ts';
import { formatDate } from '#shared/i18n/format.ts';
import { useRun } from '../../api/use-run.ts';
import { navigate } from '../../app/hash-location.ts';
import { useNotes } from '../../app/notes.tsx';
import { useLanguage, useText } from '../../app/text.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { SavedInput } from '../../ui/saved-field.tsx';
import styles from './collect.module.css';
import { readInvited } from './read-invited.ts';
import { useInstrumentTitle } from './use-instrument-title.ts';

/** A round's name, date, number invited and promise, changed where they stand; each is saved when one leaves its field. */
export function RoundDetails({ round }: { round: Round }) {
	const { round: text, asked } = useText();
	const { showDone } = useNotes();
	const language = useLanguage();
	const instrumentTitle = useInstrumentTitle()(round);
	const { run: update } = useRun('round.update');
	const { run: remove } = useRun('round.remove');
	const { run: setOut } = useRun('round.setOut');
	const takeBack = async () => {
		if (await setOut({ id: round.id, out: false })) showDone(text.notOutDone, asked.undoTakesBack);
	};
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
				description={round.listed > 0 ? text.invitedListed : text.invitedNote}
				readOnly={round.listed > 0}
				value={round.invited === null ? '' : String(round.invited)}
				wrong={(typed) => (readInvited(typed) === undefined ? text.invitedWrong : undefined)}
				save={(typed) => update({ id: round.id, invited: readInvited(typed) ?? null })}
			/>
			<Link to={`/collect/round/${round.id}/asked`}>{asked.open}</Link>
			<PromiseField round={round} onChange={(promise) => void update({ id: round.id, promise })} />
			<div>
				<p className={styles.quiet}>
					{round.closedAt ? text.closed(formatDate(round.closedAt, language)) : text.isOpen}
				</p>
				<Button
					size="xs"
					onClick={() =>
						void update({ id: round.id, closedAt: round.closedAt ? null : new Date().toLocaleDateString('sv-SE') })
					}
				>
					{round.closedAt ? text.reopen : text.close}
				</Button>
			</div>
			{round.outOn !== null && (
				<div>
					<p className={styles.quiet}>{text.out(formatDate(round.outOn, language))}</p>
					{round.answered === 0 && (
						<Button size="xs" title={text.notOutNote} onClick={() => void takeBack()}>
							{text.notOut}
						</Button>
					)}
				</div>
			)}
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

function PromiseField({ round, onChange }: { round: Round; onChange: (promise: Round['promise']) => void }) {
	const { round: text } = useText();
	return (
		<Radio.Group
			label={text.promise}
			description={text.promiseNotes[round.promise]}
			value={round.promise}
			onChange={(value) => onChange(value as Round['promise'])}
		>
			<Stack gap="xs" mt="xs">
				<Radio value="anonymous" label={text.promises.anonymous} />
				<Radio value="confidential" label={text.promises.confidential} disabled={isPromiseGiven(round)} />
			</Stack>
		</Radio.Group>
	);
}
