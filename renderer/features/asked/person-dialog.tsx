import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import type { Input, Output } from '#shared/contract/calls.ts';
import { readEmail } from '#shared/domain/asked/columns.ts';
import { formatNumber } from '#shared/i18n/format.ts';
import { useCall } from '../../api/use-call.ts';
import { useRun } from '../../api/use-run.ts';
import { useNotes } from '../../app/notes.tsx';
import { useLanguage, useText } from '../../app/text.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EraseDialog } from '../../ui/erase-dialog.tsx';
import { KeysDialog } from '../../ui/keys-dialog.tsx';
import styles from './asked.module.css';

type Row = Output<'asked.list'>['rows'][number];
type Member = NonNullable<Input<'asked.update'>['groups']>[number];

const fields = ['name', 'firstName', 'email', 'phone', 'ownId'] as const;
const nobody = { name: '', firstName: '', email: '', phone: '', address: '', ownId: '' };

/**
 * One of those asked, or with no `row` somebody new: who they are (while the key file is open), attributes, and groups with the days they were in
 * them.
 */
export function PersonDialog({ roundId, row, onClose }: { roundId: number; row: Row | null; onClose: () => void }) {
	const { asked: text, frame, erasure, keys } = useText();
	const language = useLanguage();
	const all = useCall('asked.groups', { roundId }).data ?? [];
	const keysState = useCall('keys.status', {}).data?.state;
	const keysOpen = keysState === 'open';
	const [unlocking, setUnlocking] = useState(false);
	const names = useCall('asked.attributes', { roundId }).data ?? [];
	const { showDone } = useNotes();
	const { run: update, busy: isUpdating } = useRun('asked.update');
	const { run: add, busy: isAdding } = useRun('asked.add');
	const [person, setPerson] = useState({ ...nobody, ...row?.person });
	const [attributes, setAttributes] = useState<Record<string, string>>(row?.attributes ?? {});
	const [spoken, setSpoken] = useState(row?.language ?? '');
	const [groups, setGroups] = useState<Member[]>(
		row?.groups.map(({ groupId, from, to }) => ({ groupId, from, to })) ?? [],
	);
	const [erasing, setErasing] = useState(false);
	const [tried, setTried] = useState(false);
	const emailField = useRef<HTMLInputElement>(null);
	const emailWrong = keysOpen && readEmail(person.email) === null;
	const { roles } = text.importPage;
	const number = row ? text.person(formatNumber(row.number, language)) : '';
	const save = async () => {
		const { name, firstName, email, phone, address, ownId } = person;
		const details = {
			attributes: Object.fromEntries(Object.entries(attributes).filter(([, value]) => value.trim() !== '')),
			language: spoken === 'sv' || spoken === 'en' ? spoken : null,
			groups,
			...(keysOpen ? { person: { name, firstName, email, phone, address, ownId } } : {}),
		} as const;
		const done = row ? await update({ id: row.id, ...details }) : await add({ roundId, ...details });
		if (!done) return;
		if (!row) showDone(text.added(name || email || ownId || text.addTitle), text.undoTakesBack);
		onClose();
	};
	const setMember = (groupId: number, change: Partial<Member> | null) =>
		setGroups((before) => {
			const rest = before.filter((one) => one.groupId !== groupId);
			const found = before.find((one) => one.groupId === groupId) ?? { groupId, from: null, to: null };
			return change ? [...rest, { ...found, ...change }] : rest;
		});
	return (
		<Dialog title={row ? number : text.addTitle} width="wide" onClose={onClose}>
			<form
				className={styles.form}
				noValidate
				onSubmit={(event) => {
					event.preventDefault();
					setTried(true);
					if (emailWrong) emailField.current?.focus();
					// A day that cannot be read is told by its field.
					else if (event.currentTarget.checkValidity()) void save();
				}}
			>
				{keysOpen ? (
					<>
						<div className={`${styles.pair} ${styles.fields}`}>
							{fields.map((field) => (
								<TextInput
									key={field}
									label={roles[field]}
									ref={field === 'email' ? emailField : undefined}
									value={person[field]}
									error={field === 'email' && tried && emailWrong ? text.emailWrong : undefined}
									onChange={(event) => setPerson({ ...person, [field]: event.currentTarget.value })}
								/>
							))}
						</div>
						<Textarea
							label={roles.address}
							autosize
							minRows={2}
							value={person.address}
							onChange={(event) => setPerson({ ...person, address: event.currentTarget.value })}
						/>
					</>
				) : (
					<div className={styles.chosen}>
						<p className={styles.quiet}>{text.closed}</p>
						<Button size="xs" onClick={() => setUnlocking(true)}>
							{keysState === 'none' ? keys.make : keys.unlock}
						</Button>
					</div>
				)}
				{row?.person?.code && <p className={styles.quiet}>{text.code(row.person.code)}</p>}
				<div className={styles.pair}>
					<NativeSelect
						label={roles.language}
						value={spoken}
						onChange={(event) => setSpoken(event.currentTarget.value)}
						data={[
							{ value: '', label: '–' },
							{ value: 'sv', label: text.sendPage.language.sv },
							{ value: 'en', label: text.sendPage.language.en },
						]}
					/>
					{[...new Set([...names, ...Object.keys(attributes)])].map((name) => (
						<TextInput
							key={name}
							label={name}
							value={attributes[name] ?? ''}
							onChange={(event) => setAttributes({ ...attributes, [name]: event.currentTarget.value })}
						/>
					))}
				</div>
				{all.map(({ id, name }) => {
					const member = groups.find(({ groupId }) => groupId === id);
					return (
						<div key={id} className={styles.member}>
							<Checkbox
								label={name}
								checked={member !== undefined}
								onChange={(event) => setMember(id, event.currentTarget.checked ? {} : null)}
							/>
							{member && (
								<>
									<DateInput
										aria-label={`${name}: ${roles.from}`}
										value={member.from ?? ''}
										onChange={(day) => setMember(id, { from: day || null })}
									/>
									<DateInput
										aria-label={`${name}: ${roles.to}`}
										value={member.to ?? ''}
										onChange={(day) => setMember(id, { to: day || null })}
									/>
								</>
							)}
						</div>
					);
				})}
				<div className={styles.buttons}>
					<Button type="submit" variant="filled" disabled={isUpdating || isAdding}>
						{frame.save}
					</Button>
					<Button onClick={onClose}>{frame.cancel}</Button>
					{row && (
						<Button variant="subtle" className={styles.erase} onClick={() => setErasing(true)}>
							{erasure.openPerson}
						</Button>
					)}
				</div>
			</form>
			{unlocking && <KeysDialog does={keysState === 'none' ? 'make' : 'open'} onClose={() => setUnlocking(false)} />}
			{erasing && row && (
				<EraseDialog
					of={{ askedIds: [row.id] }}
					title={erasure.titlePerson(number.toLowerCase())}
					done={erasure.donePerson(number)}
					onClose={(erased) => (erased ? onClose() : setErasing(false))}
				/>
			)}
		</Dialog>
	);
}
