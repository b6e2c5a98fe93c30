import { Button, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import type { Output } from '#shared/contract/calls.ts';
import type { Round } from '#shared/contract/round.ts';
import { faultOfAddress } from '#shared/domain/form/address.ts';
import { readCount } from '#shared/domain/responses/number.ts';
import { bridge } from '../../api/bridge.ts';
import { useRun } from '../../api/use-run.ts';
import { useTask } from '../../api/use-task.ts';
import { useNotes } from '../../app/notes.tsx';
import { useLanguage, useText } from '../../app/text.tsx';
import { Section } from '../../ui/section.tsx';
import { TaskProgress } from '../../ui/task-progress.tsx';
import styles from './form.module.css';

const most = 10_000;

/** Personal codes: made, and given out as a list or as slips while they are on the screen. */
export function CodesSection({ round, form }: { round: Round; form: Output<'form.get'> }) {
	const { form: words } = useText();
	const text = words.codes;
	const language = useLanguage();
	const { showDone } = useNotes();
	const given = form.codesGiven;
	const [count, setCount] = useState(round.invited && given === 0 ? String(round.invited) : '');
	const [address, setAddress] = useState('');
	const addressField = useRef<HTMLInputElement>(null);
	const [addressTried, setAddressTried] = useState(false);
	const [codes, setCodes] = useState<string[]>([]);
	const [tried, setTried] = useState(false);
	const { run: make, busy } = useRun('form.makeCodes');
	const printing = useTask('form.printCodes');
	if (!form.codes)
		return (
			<Section title={words.steps.codes}>
				<PeopleCodes round={round} form={form} />
				<p className={styles.quiet}>{text.off}</p>
			</Section>
		);
	const wanted = readCount(count) ?? 0;
	const isCount = wanted >= 1 && wanted <= most;
	const add = async () => {
		setTried(true);
		const made = isCount ? await make({ roundId: round.id, count: wanted }) : null;
		if (made) setCodes(made.codes);
	};
	const at = address.trim();
	const fault = at === '' ? null : faultOfAddress(at);
	const save = async (as: 'list' | 'sheets') => {
		if (fault) {
			setAddressTried(true);
			addressField.current?.focus();
			return;
		}
		const made = await printing.start({ roundId: round.id, codes, as, language, ...(at ? { address: at } : {}) });
		const where = made && (await bridge.host.saveFile(made.name, made.bytes));
		if (where) showDone(where);
	};
	return (
		<Section title={words.steps.codes}>
			<PeopleCodes round={round} form={form} />
			{round.listed > 0 && round.promise === 'confidential' && <h3 className={styles.subtitle}>{text.loose}</h3>}
			<div className={styles.fields}>
				<p className={styles.quiet}>{text.lead}</p>
				<p>{given > 0 ? text.loosely(form.codesMade - given) : text.state(form.codesMade, form.codesUsed)}</p>
				<TextInput
					label={text.count}
					value={count}
					inputMode="numeric"
					error={tried && !isCount ? text.countWrong : undefined}
					onChange={(event) => setCount(event.currentTarget.value)}
				/>
				<TextInput
					label={text.address}
					description={text.addressNote}
					ref={addressField}
					value={address}
					inputMode="url"
					error={addressTried && fault ? text.addressWrong[fault] : undefined}
					onBlur={() => setAddressTried(true)}
					onChange={(event) => setAddress(event.currentTarget.value)}
				/>
			</div>
			<div className={styles.line}>
				<Button disabled={busy || form.key !== 'here'} onClick={() => void add()}>
					{text.make}
				</Button>
			</div>
			{codes.length > 0 && (
				<>
					<p className={styles.done} role="status">
						{text.made(codes.length)}
					</p>
					{/* A list that scrolls must be reachable from the keyboard. */}
					<ul
						className={styles.codes}
						// biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and without the focus no key would reach it
						tabIndex={0}
						aria-label={words.steps.codes}
					>
						{codes.map((code) => (
							<li key={code}>{code}</li>
						))}
					</ul>
					<div className={styles.line}>
						<Button onClick={() => void save('list')}>{text.list}</Button>
						<Button onClick={() => void save('sheets')}>{text.sheets}</Button>
					</div>
				</>
			)}
			<TaskProgress {...printing} />
		</Section>
	);
}

/** In a confidential round with a list: a code to each person in it. */
function PeopleCodes({ round, form }: { round: Round; form: Output<'form.get'> }) {
	const text = useText().form.codes;
	const { showDone } = useNotes();
	const { run: give, busy } = useRun('form.giveCodes');
	if (round.listed === 0) return null;
	if (round.promise === 'anonymous') return <p className={styles.quiet}>{text.peopleAnonymous}</p>;
	const lacking = (round.invited ?? round.listed) - form.codesGiven;
	const go = async () => {
		const done = await give({ roundId: round.id });
		if (done) showDone(text.gave(done.given), text.gaveHow);
	};
	return (
		<div className={styles.people}>
			<h3 className={styles.subtitle}>{text.peopleTitle}</h3>
			<p className={styles.quiet}>{text.people}</p>
			<div className={styles.line}>
				{lacking > 0 && (
					<Button
						variant={form.key === 'here' ? 'filled' : 'default'}
						disabled={busy || form.key !== 'here'}
						onClick={() => void go()}
					>
						{text.give(lacking)}
					</Button>
				)}
				<p role="status">{text.peopleState(form.codesGiven, round.listed)}</p>
			</div>
		</div>
	);
}
